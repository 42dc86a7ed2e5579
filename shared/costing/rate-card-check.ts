/** What the prices of new routes may be. */
import type { RateCard } from '../model/money.ts';

type Check<T> = (value: unknown) => value is T;

/** Whether a value is an object of named parts. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A check that a value is a number of a range, whole where asked. */
export function isNumber(min: number, max: number, whole: boolean): Check<number> {
  return (value): value is number =>
    typeof value === 'number' &&
    value >= min &&
    value <= max &&
    (!whole || Number.isInteger(value));
}
/** Whether a value is pence: whole, at most a million pounds. */
export const isMoney = isNumber(0, 100_000_000, true);

/** Whether a value is a rate card: classes with names of their own, prices of each, the assistant's price. */
export function isRateCard(value: unknown): value is RateCard {
  if (!isRecord(value) || !Array.isArray(value['classes']) || !isMoney(value['assistant_pence']))
    return false;
  const classes: readonly unknown[] = value['classes'];
  const ids = new Set(classes.map((each) => (isRecord(each) ? each['id'] : null)));
  return classes.length > 0 && ids.size === classes.length && classes.every(isVehicleClass);
}

function isAbsentOr(is: Check<unknown>, value: unknown): boolean {
  return value === undefined || is(value);
}

function isVehicleClass(value: unknown): boolean {
  if (!isRecord(value) || typeof value['id'] !== 'string' || value['id'] === '') return false;
  if (typeof value['name'] !== 'string' || !Array.isArray(value['layouts'])) return false;
  const layouts: readonly unknown[] = value['layouts'];
  const whole = isNumber(0, 100, true);
  return (
    isMoney(value['fixed_pence']) &&
    isMoney(value['per_km_pence']) &&
    isAbsentOr(isMoney, value['per_hour_pence']) &&
    isAbsentOr(isMoney, value['minimum_pence']) &&
    isAbsentOr(isNumber(0, 200_000, false), value['dead_mileage_m']) &&
    layouts.length > 0 &&
    layouts.every((each) => isRecord(each) && whole(each['seats']) && whole(each['wheelchairs']))
  );
}
