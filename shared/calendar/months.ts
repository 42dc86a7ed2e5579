/** Months of the calendar as text that sorts: `2026-05`. */
import { isoDate, type IsoDate } from './dates.ts';

/** `YYYY-MM`. */
export type Month = string & { readonly __month: 'iso' };

/** The month of such a text; null for anything else. */
export function parseMonthKey(text: string): Month | null {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null;
}

/** The month that a day lies in. */
export function monthOf(day: IsoDate): Month {
  return day.slice(0, 7) as Month;
}

/** Months later; earlier where negative. */
export function addMonths(month: Month, months: number): Month {
  const at = monthNumber(month) + months;
  const year = String(Math.floor(at / 12)).padStart(4, '0');
  return `${year}-${String((at % 12) + 1).padStart(2, '0')}` as Month;
}

/** From one month to another, in months; negative where the second is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from);
}

/** Its first day. */
export function firstDayOf(month: Month): IsoDate {
  return isoDate(`${month}-01`);
}

/** Months since the year 0, from 0. */
function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
