/** Financial years, 1 April to 31 March, and their periods 1 (April) to 12 (March). Each mixes two academic years: period 6 is the first of the second. */
import { addDays, isoDate, partsOf, type IsoDate } from './dates.ts';

/** A period of a financial year. `year` is the calendar year that the financial year starts in. */
export interface Period {
  readonly year: number;
  /** 1 to 12. */
  readonly period: number;
}

/** The days of a period or year, both ends included. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export const PERIODS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** Months of the periods, in words. */
export const PERIOD_MONTHS = [
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
  'January',
  'February',
  'March',
] as const;

/** The period that a day lies in. */
export function periodOf(date: IsoDate): Period {
  const { year, month } = partsOf(date);
  return month >= 4 ? { year, period: month - 3 } : { year: year - 1, period: month + 9 };
}

/** The first and last day of a period. */
export function spanOf({ year, period }: Period): Span {
  const first = (at: number): IsoDate => {
    const month = ((at + 2) % 12) + 1;
    return isoDate(`${at > 9 ? year + 1 : year}-${String(month).padStart(2, '0')}-01`);
  };
  const to = period === 12 ? isoDate(`${year + 1}-03-31`) : addDays(first(period + 1), -1);
  return { from: first(period), to };
}

/** 1 April to 31 March. */
export function yearSpan(year: number): Span {
  return { from: isoDate(`${year}-04-01`), to: isoDate(`${year + 1}-03-31`) };
}

/** `2026/27` for 2026. */
export function financialYearName(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** `Period 4, July 2026`. */
export function periodWords({ year, period }: Period): string {
  return `Period ${period}, ${PERIOD_MONTHS[period - 1] ?? ''} ${period > 9 ? year + 1 : year}`;
}

/** `2026-04`: the year, and the period of the financial year, not the month. */
export function periodKey({ year, period }: Period): string {
  return `${year}-${String(period).padStart(2, '0')}`;
}

/** Reads `2026-04`; null for any other text, or a period that is none. */
export function parsePeriodKey(text: string): Period | null {
  const match = /^(\d{4})-(\d{2})$/u.exec(text.trim());
  const period = Number(match?.[2]);
  if (match === null || period < 1 || period > 12) return null;
  return { year: Number(match[1]), period };
}

/** The period before; null for the first of a year, which is compared with nothing. */
export function previousPeriod({ year, period }: Period): Period | null {
  return period === 1 ? null : { year, period: period - 1 };
}
