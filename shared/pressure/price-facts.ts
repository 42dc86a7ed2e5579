import { daysBetween, isoDate } from '../calendar/dates.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { parseMonthKey } from '../calendar/months.ts';
import { formatDate, formatMonth } from '../format/date.ts';
import type { CpiMonth, FuelPrice, WageFloor } from '../model/money.ts';

/**
 * Mean diesel pump price by financial year (from 1 April), hundredths of a penny a litre. DESNZ,
 * weekly road fuel prices, read 22 November 2026. Used for days with no imported week.
 */
const DIESEL_BY_FINANCIAL_YEAR: Readonly<Record<number, number>> = {
  2018: 13150,
  2019: 13130,
  2020: 11860,
  2021: 14290,
  2022: 18110,
  2023: 15350,
  2024: 14690,
  2025: 14350,
};

/** Single weeks after the last full financial year, DESNZ as above. */
const LATEST_WEEKS: readonly { readonly on: IsoDate; readonly diesel: number }[] = [
  { on: isoDate('2026-04-13'), diesel: 19210 },
  { on: isoDate('2026-05-18'), diesel: 18660 },
];

/** National living wage (21 and over), pence an hour. National Minimum Wage Regulations as amended, gov.uk. */
const LIVING_WAGE: readonly { readonly from_on: IsoDate; readonly pence: number }[] = [
  { from_on: isoDate('2023-04-01'), pence: 1042 },
  { from_on: isoDate('2024-04-01'), pence: 1144 },
  { from_on: isoDate('2025-04-01'), pence: 1221 },
  { from_on: isoDate('2026-04-01'), pence: 1271 },
];

/** An adult driver or assistant: the wage floor read is the one for this age. */
const ADULT_AGE = 23;

/** Weeks whose mean stands for "the price on a day": one week alone is noise. */
const WEEKS = 4;

/** A price on a day, and what it is of: `mean of 4 weeks to 16 Mar 2026`. */
export interface PriceReading {
  readonly value: number;
  readonly of: string;
}

/** As `dieselOn`, with what the price is of. */
export function dieselReading(weeks: readonly FuelPrice[], day: IsoDate): PriceReading | null {
  const recent: FuelPrice[] = [];
  for (let at = weeks.length - 1; at >= 0 && recent.length < WEEKS; at--) {
    const week = weeks[at];
    if (week === undefined || week.week_on > day) continue;
    if (daysBetween(week.week_on, day) > 60) break;
    recent.push(week);
  }
  const [newest] = recent;
  if (newest !== undefined)
    return {
      value: Math.round(recent.reduce((sum, week) => sum + week.diesel, 0) / recent.length),
      of: `${recent.length === 1 ? 'the week' : `mean of ${recent.length} weeks to`} ${formatDate(newest.week_on)}`,
    };
  const latest = LATEST_WEEKS.filter((week) => week.on <= day).at(-1);
  if (latest !== undefined)
    return { value: latest.diesel, of: `the week of ${formatDate(latest.on)}, built in` };
  const year = financialYearOf(day);
  const mean = DIESEL_BY_FINANCIAL_YEAR[year];
  return mean === undefined
    ? null
    : { value: mean, of: `mean of ${year}-${String(year + 1).slice(2)}, built in` };
}

/**
 * Diesel on a day, hundredths of a penny a litre: the mean of the last four weeks imported, at most 60
 * days old; else the mean of the financial year or the newest published week; null where unknown.
 */
export function dieselOn(weeks: readonly FuelPrice[], day: IsoDate): number | null {
  return dieselReading(weeks, day)?.value ?? null;
}

/** The newest week known on a day, imported or published, and where it is from. */
export function newestWeek(
  weeks: readonly FuelPrice[],
  day: IsoDate,
): { readonly on: IsoDate; readonly diesel: number; readonly imported: boolean } | null {
  const imported = weeks.findLast((week) => week.week_on <= day);
  const known = LATEST_WEEKS.filter((week) => week.on <= day).at(-1);
  if (imported !== undefined && (known === undefined || imported.week_on >= known.on)) {
    return { on: imported.week_on, diesel: imported.diesel, imported: true };
  }
  return known === undefined ? null : { ...known, imported: false };
}

/** As `wageFloorOn`, with the day from which it is in force. */
export function wageReading(floors: readonly WageFloor[], day: IsoDate): PriceReading | null {
  const adult = floors.filter(
    (floor) => floor.min_age <= ADULT_AGE && ADULT_AGE < floor.max_age && floor.from_on <= day,
  );
  const newest = adult.reduce<WageFloor | null>(
    (best, floor) => (best === null || floor.from_on > best.from_on ? floor : best),
    null,
  );
  const known = LIVING_WAGE.filter((floor) => floor.from_on <= day).at(-1);
  const isNewer = newest !== null && (known === undefined || newest.from_on >= known.from_on);
  if (isNewer) return { value: newest.pence_an_hour, of: `from ${formatDate(newest.from_on)}` };
  return known === undefined
    ? null
    : { value: known.pence, of: `from ${formatDate(known.from_on)}, built in` };
}

/** The adult wage floor on a day, pence an hour; null before April 2023 unless imported. */
export function wageFloorOn(floors: readonly WageFloor[], day: IsoDate): number | null {
  return wageReading(floors, day)?.value ?? null;
}

/** Months after its month for which an index still stands in for a newer one that is not published. */
const CPI_MONTHS_OLD = 6;

/** As `cpiOn`, with the month it is of. */
export function cpiReading(months: readonly CpiMonth[], day: IsoDate): PriceReading | null {
  const newest = months.findLast(({ month }) => month <= day.slice(0, 7));
  if (newest === undefined) return null;
  const age = monthNumber(day) - monthNumber(newest.month);
  return age > CPI_MONTHS_OLD ? null : { value: newest.index, of: monthWords(newest.month) };
}

/** The consumer price index on a day: its month's, else the newest before it, at most six months old; null where unknown. */
export function cpiOn(months: readonly CpiMonth[], day: IsoDate): number | null {
  return cpiReading(months, day)?.value ?? null;
}

function monthWords(text: string): string {
  const month = parseMonthKey(text);
  return month === null ? text : formatMonth(month);
}

function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}

/** The year in whose April the financial year of a day starts. */
function financialYearOf(day: IsoDate): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1;
}
