/** Sharing an amount out so that the shares add up to the penny. */
import {
  addDays,
  daysBetween,
  isoDate,
  type AcademicYear,
  type IsoDate,
} from '../calendar/dates.ts';
import { firstDateOf, startYearOf } from '../calendar/years.ts';
import { assert } from '../kernel/assert.ts';
import { pence, sumPence } from '../kernel/units.ts';
import type { Pence } from '../kernel/units.ts';

/**
 * Splits `total` (whole pence, either sign) in proportion to `weights` (finite, at least 0) by the
 * method of the largest remainder (Hamilton, 1792). The shares add up to `total` exactly; equal
 * remainders go to the earlier place in the list. All weights zero: shared equally. No weights: none.
 */
export function splitPence(total: number, weights: readonly number[]): Pence[] {
  assert(Number.isInteger(total), `an amount in whole pence, not ${total}`);
  if (weights.length === 0) return [];
  let sum = 0;
  for (const weight of weights) {
    assert(Number.isFinite(weight) && weight >= 0, `a weight of at least 0, not ${weight}`);
    sum += weight;
  }
  const sign = total < 0 ? -1 : 1;
  const size = Math.abs(total);
  const exact = weights.map((weight) => (sum > 0 ? (size * weight) / sum : size / weights.length));
  const floors = exact.map(Math.floor);
  let left = size - floors.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order) {
    if (left <= 0) break;
    floors[at] = (floors[at] ?? 0) + 1;
    left -= 1;
  }
  return floors.map((value) => pence(sign * value));
}

/** A contract's cost a day in the year before, pence; its present price where the old one is not known. */
export function lastYearDayPence(contract: {
  readonly previous_day_pence: number | null;
  readonly price_day_pence: number;
  readonly assistant_day_pence: number;
}): Pence {
  return pence(
    contract.previous_day_pence ?? contract.price_day_pence + contract.assistant_day_pence,
  );
}

/** A year's running is counted from its first six weeks on: a contract that began later ran for a part of it. */
const SETTLED_DAYS = 42;

/** Whether a contract began so far into an academic year that it ran for only a part of it. */
export function beganWithin(contract: Began, year: AcademicYear): boolean {
  return (
    contract.starts_on > addDays(firstDateOf(year), SETTLED_DAYS) &&
    contract.starts_on <= lastTermDay(year)
  );
}

/**
 * Days a contract ran in an academic year that it is known to have run in: its days a year; where it began within the year
 * only those of the weeks that were left, from 1 September to 31 July. A contract that begins after the year stands for
 * the one that it replaced.
 */
export function daysRunIn(
  contract: Began & { readonly days_a_year: number },
  year: AcademicYear,
): number {
  if (!beganWithin(contract, year)) return contract.days_a_year;
  const last = lastTermDay(year);
  const whole = daysBetween(firstDateOf(year), last);
  return Math.round((contract.days_a_year * daysBetween(contract.starts_on, last)) / whole);
}

interface Began {
  readonly starts_on: IsoDate;
}

/** Contracts end on 31 July. */
function lastTermDay(year: AcademicYear): IsoDate {
  return isoDate(`${startYearOf(year) + 1}-07-31`);
}

/** What all running contracts cost in the year before, pence. */
export function lastYearPence(
  contracts: readonly (Parameters<typeof lastYearDayPence>[0] & Parameters<typeof daysRunIn>[0])[],
  year: AcademicYear,
): Pence {
  return sumPence(contracts.map((each) => lastYearDayPence(each) * daysRunIn(each, year)));
}
