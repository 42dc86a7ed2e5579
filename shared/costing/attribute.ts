/** Sharing an amount out so that the shares add up to the penny. */
import { assert } from '../kernel/assert.ts';
import { dayCount, WHOLE_WEEK, type DayMask } from '../calendar/day-mask.ts';
import { pence, sumPence } from '../kernel/units.ts';
import type { Pence } from '../kernel/units.ts';

const LEGS_A_WEEK = 10;

/** A child who lives beside the school still fills a seat: nobody's share weighs less than one kilometre. */
export const LEAST_SHARE_METRES = 1000;

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

/**
 * Each client's share of what a route costs a day, in the order of the stops: by direct distance
 * from home to school in metres, at least one kilometre each, and by how many of the week's ten legs they ride. A share times the route's days a
 * year is the client's year, so that day and year agree.
 */
export function attributeRoute(
  cost_day_pence: number,
  stops: readonly {
    readonly direct_m: number;
    readonly mornings?: DayMask;
    readonly afternoons?: DayMask;
  }[],
): Pence[] {
  return splitPence(
    cost_day_pence,
    stops.map(({ direct_m, mornings = WHOLE_WEEK, afternoons = WHOLE_WEEK }) => {
      const legs = dayCount(mornings) + dayCount(afternoons);
      return shareWeight(direct_m) * (legs / LEGS_A_WEEK);
    }),
  );
}

/** The weight of a direct distance in metres; one kilometre where it is shorter or not known (null). */
export function shareWeight(direct_m: number | null): number {
  return direct_m === null ? LEAST_SHARE_METRES : Math.max(LEAST_SHARE_METRES, direct_m);
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

/** What all running contracts cost in the year before, pence. */
export function lastYearPence(
  contracts: readonly (Parameters<typeof lastYearDayPence>[0] & { readonly days_a_year: number })[],
): Pence {
  return sumPence(contracts.map((each) => lastYearDayPence(each) * each.days_a_year));
}
