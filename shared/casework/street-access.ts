/** Which vehicles get to a home, by the form's answer on access to the street. */
import type { VehicleClass } from '../model/money.ts';
import type { TifAnswers } from '../model/tif.ts';

/** The question of the form: the largest vehicle that gets to the home. */
export const STREET_QUESTION = 'access_largest';

/** Answers to it that keep vehicles away. Every other answer, and none, lets any vehicle come. */
const STREET_LIMITS = ['taxi', 'car'] as const;
export type StreetLimit = (typeof STREET_LIMITS)[number];

/** What a stop with such a street is marked with. */
export const STREET_WORDS: Readonly<Record<StreetLimit, string>> = {
  taxi: 'No minibus gets there',
  car: 'Only a car gets there',
};

/**
 * Most passengers of each size. A vehicle of fewer than nine passenger seats is a private hire vehicle (Local Government (Miscellaneous
 * Provisions) Act 1976, section 80), from nine on a minibus. A car takes four and has no wheelchair space [A].
 */
const MOST_PASSENGERS: Readonly<Record<StreetLimit, number>> = { taxi: 8, car: 4 };

/** What an answer keeps away; null where any vehicle gets there. */
export function streetLimit(answer: string | undefined): StreetLimit | null {
  return STREET_LIMITS.find((each) => each === answer) ?? null;
}

/** The same, of a whole form. */
export function streetOf(answers: TifAnswers): StreetLimit | null {
  return streetLimit(answers[STREET_QUESTION]);
}

/** Whether a vehicle gets to a home on such a street: its size is that of its fullest layout. */
export function getsThere(
  limit: StreetLimit | null,
  { layouts }: Pick<VehicleClass, 'layouts'>,
): boolean {
  if (limit === null) return true;
  const most = Math.max(0, ...layouts.map((room) => room.seats + room.wheelchairs));
  if (most > MOST_PASSENGERS[limit]) return false;
  return limit !== 'car' || layouts.every((room) => room.wheelchairs === 0);
}
