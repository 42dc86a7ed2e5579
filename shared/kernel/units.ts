/** Units carried in types, so that metres never meet seconds and pounds never meet pence. */

declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** A length in metres, finite and not negative. */
export type Metres = Unit<'m'>;
/** A duration, or a time of day counted from midnight, in seconds. */
export type Seconds = Unit<'s'>;
/** Money in whole pence; negative for income and reductions. */
export type Pence = Unit<'p'>;

/** Marks a number as metres. Throws on a value that is not finite: such a length is a bug. */
export function metres(value: number): Metres {
  if (!Number.isFinite(value)) throw new RangeError(`Not a length in metres: ${value}`);
  return value as Metres;
}

/** Marks a number as seconds. Throws on a value that is not finite. */
export function seconds(value: number): Seconds {
  if (!Number.isFinite(value)) throw new RangeError(`Not a time in seconds: ${value}`);
  return value as Seconds;
}

/** Rounds half away from zero to whole pence. Throws on a value that is not finite. */
export function pence(value: number): Pence {
  if (!Number.isFinite(value)) throw new RangeError(`Not an amount in pence: ${value}`);
  const rounded = value < 0 ? -Math.round(-value) : Math.round(value);
  return (rounded === 0 ? 0 : rounded) as Pence;
}

/** Sum of amounts in pence; 0 for none. */
export function sumPence(amounts: Iterable<number>): Pence {
  let total = 0;
  for (const amount of amounts) total += amount;
  return pence(total);
}

/** One international mile in metres, exact (International yard and pound agreement, 1959). */
export const METRES_PER_MILE = 1609.344;
