/** What an index was in a month: means of pump prices, the price index, the wage floor in force. */
import {
  addMonths,
  firstDayOf,
  monthOf,
  monthsBetween,
  type Month,
} from '../../calendar/months.ts';
import { formatPence, formatPumpPrice } from '../../format/money.ts';
import { formatQuantity } from '../../format/number.ts';
import type { PriceIndex } from '../../model/index-clause.ts';
import type { CpiMonth, FuelPrice, WageFloor } from '../../model/money.ts';

/** The series that clauses follow. */
export interface IndexFacts {
  readonly fuel: readonly FuelPrice[];
  readonly cpi: readonly CpiMonth[];
  readonly wages: readonly WageFloor[];
}

/** An index in a month. */
export interface IndexValue {
  /** The month that it is of: the one asked for, or the newest before it that is known. */
  readonly month: Month;
  /** Diesel and petrol in hundredths of a penny a litre, CPI in points, the wage floor in pence an hour. */
  readonly value: number;
  /** What stands behind it: `mean of 4 weeks`. */
  readonly of: string;
}

/** Looks indices up; each month is reckoned once. */
export interface IndexBook {
  /** The month's value, else the newest of the six months before; null where none is known. */
  readonly valueIn: (index: PriceIndex, month: Month) => IndexValue | null;
  /** The last month with a value of its own; null where nothing is known. */
  readonly newest: (index: PriceIndex) => Month | null;
}

/** Months for which an older value stands in for one that is not known. */
export const MONTHS_OLD = 6;

/** The wage floor that counts is the one for this age: adult drivers. */
const ADULT_AGE = 23;

/** Words of each index. */
export const INDEX_WORDS: Readonly<Record<PriceIndex, { readonly name: string; readonly unit: string; readonly source: string }>> = {
  diesel: { name: 'Diesel', unit: 'p a litre', source: 'DESNZ weekly road fuel prices, pump price with VAT' },
  petrol: { name: 'Petrol', unit: 'p a litre', source: 'DESNZ weekly road fuel prices, pump price with VAT' },
  cpi: { name: 'Consumer price index', unit: 'index', source: 'ONS consumer prices index, all items (D7BT)' },
  wage_floor: { name: 'Wage floor', unit: '£ an hour', source: 'National minimum and living wage, gov.uk' },
}; // prettier-ignore

/** A value of an index in words. */
export function formatIndex(index: PriceIndex, value: number): string {
  if (index === 'cpi') return value.toFixed(1);
  return index === 'wage_floor' ? `${formatPence(value)} an hour` : formatPumpPrice(value);
}

/** Puts the series together by month. */
export function indexBook(facts: IndexFacts): IndexBook {
  const weeks = Map.groupBy(facts.fuel, ({ week_on }) => monthOf(week_on));
  const points = new Map(facts.cpi.map(({ month, index }) => [month, index]));
  const adult = facts.wages
    .filter(({ min_age, max_age }) => min_age <= ADULT_AGE && ADULT_AGE < max_age)
    .toSorted((a, b) => (a.from_on < b.from_on ? -1 : 1));
  const own = (index: PriceIndex, month: Month): IndexValue | null => {
    if (index === 'cpi') {
      const value = points.get(month);
      return value === undefined ? null : { month, value, of: 'as published' };
    }
    if (index === 'wage_floor') {
      const floor = adult.findLast(({ from_on }) => from_on <= firstDayOf(month));
      return floor === undefined ? null : { month, value: floor.pence_an_hour, of: `in force from ${floor.from_on}` };
    }
    const known = weeks.get(month) ?? [];
    if (known.length === 0) return null;
    const sum = known.reduce((total, week) => total + week[index], 0);
    return { month, value: Math.round(sum / known.length), of: `mean of ${formatQuantity(known.length, 'week')}` };
  }; // prettier-ignore
  const kept = new Map<string, IndexValue | null>();
  return {
    valueIn: (index, month) => {
      const key = `${index} ${month}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      let found: IndexValue | null = null;
      for (let back = 0; back <= MONTHS_OLD && found === null; back++)
        found = own(index, addMonths(month, -back));
      kept.set(key, found);
      return found;
    },
    newest: (index) => newestOf(index, { weeks, points, adult }),
  };
}

function newestOf(
  index: PriceIndex,
  known: {
    readonly weeks: ReadonlyMap<Month, unknown>;
    readonly points: ReadonlyMap<string, number>;
    readonly adult: readonly WageFloor[];
  },
): Month | null {
  if (index === 'wage_floor') {
    const last = known.adult.at(-1);
    return last === undefined ? null : monthOf(last.from_on);
  }
  const months = index === 'cpi' ? [...known.points.keys()] : [...known.weeks.keys()];
  return months.reduce<Month | null>(
    (best, month) => (best === null || month > best ? (month as Month) : best),
    null,
  );
}

/** How many months an index's value is older than the month asked for. */
export function monthsOld(value: IndexValue, asked: Month): number {
  return monthsBetween(value.month, asked);
}
