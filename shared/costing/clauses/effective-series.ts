/** Series as they count: what was published, with what persons corrected and chose. */
import { parseIsoDate } from '../../calendar/dates.ts';
import type { PriceIndex } from '../../model/index-clause.ts';
import type { CpiMonth, FuelPrice, WageFloor } from '../../model/money.ts';
import type { CpiChoice, PriceCorrection, RebasedMonth } from '../../model/price-series.ts';
import { chainSeries } from './chain-series.ts';

/** Corrections of one series by what they are of. */
export function correctionsOf(
  corrections: readonly PriceCorrection[],
  series: PriceIndex,
): ReadonlyMap<string, PriceCorrection> {
  return new Map(corrections.filter((each) => each.series === series).map((each) => [each.at, each])); // prettier-ignore
}

/** Weeks of pump prices, oldest first. A week that was never published counts once both its prices are given. */
export function fuelInForce(
  published: readonly FuelPrice[],
  corrections: readonly PriceCorrection[],
): readonly FuelPrice[] {
  const petrol = correctionsOf(corrections, 'petrol');
  const diesel = correctionsOf(corrections, 'diesel');
  if (petrol.size + diesel.size === 0) return published;
  const known = new Set<string>(published.map(({ week_on }) => week_on));
  const changed = published.map((week) => ({
    ...week,
    petrol: petrol.get(week.week_on)?.value ?? week.petrol,
    diesel: diesel.get(week.week_on)?.value ?? week.diesel,
  }));
  const added = [...petrol.values()].flatMap(({ at, value }): FuelPrice[] => {
    const other = diesel.get(at);
    const week_on = parseIsoDate(at);
    return known.has(at) || other === undefined || week_on === null
      ? []
      : [{ week_on, petrol: value, diesel: other.value }];
  });
  return [...changed, ...added].toSorted((a, b) => (a.week_on < b.week_on ? -1 : 1));
}

/** Months of the consumer price index in use, oldest first. A choice that cannot be followed any more leaves what was published first. */
export function cpiInForce(
  published: readonly CpiMonth[],
  given: {
    readonly rebased: readonly RebasedMonth[];
    readonly choice: CpiChoice | null;
    readonly corrections: readonly PriceCorrection[];
  },
): readonly CpiMonth[] {
  const { choice } = given;
  const other = given.rebased.filter(({ base_year }) => base_year === choice?.base_year).map(({ month, index }) => ({ month, index })); // prettier-ignore
  const chosen =
    choice === null || other.length === 0
      ? published
      : choice.how === 'instead'
        ? other
        : (chainSeries(published, other) ?? published);
  const corrected = correctionsOf(given.corrections, 'cpi');
  if (corrected.size === 0) return chosen;
  const months = new Map(chosen.map(({ month, index }) => [month, index]));
  for (const { at, value } of corrected.values()) months.set(at, value);
  return [...months]
    .map(([month, index]) => ({ month, index }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** What names a wage floor among all: from, youngest age, oldest age not included. */
export function wageKey({ from_on, min_age, max_age }: WageFloor): string {
  return `${from_on} ${min_age} ${max_age}`;
}

/** Wage floors, oldest first; one that was never published may be given by hand. */
export function wagesInForce(
  published: readonly WageFloor[],
  corrections: readonly PriceCorrection[],
): readonly WageFloor[] {
  const corrected = correctionsOf(corrections, 'wage_floor');
  if (corrected.size === 0) return published;
  const floors = new Map(published.map((floor) => [wageKey(floor), floor]));
  for (const { at, value } of corrected.values()) {
    const [from = '', min = '', max = ''] = at.split(' ');
    const from_on = parseIsoDate(from);
    if (from_on === null) continue;
    floors.set(at, { from_on, min_age: Number(min), max_age: Number(max), pence_an_hour: value });
  }
  return [...floors.values()].toSorted((a, b) => (wageKey(a) < wageKey(b) ? -1 : 1));
}
