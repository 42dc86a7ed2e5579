import { addDays, dateOf, isoDate, weekdayOf, type IsoDate } from './dates.ts';
import { defined } from '../kernel/assert.ts';

/**
 * Days moved or added by proclamation (Banking and Financial Dealings Act 1971, s1; gov.uk/bank-holidays,
 * read November 2026): early May moved to VE Day 2020; spring moved and the Platinum Jubilee added in 2022;
 * the state funeral of 19 September 2022; the coronation of 8 May 2023.
 */
const MOVED: Readonly<Record<string, IsoDate>> = {
  '2020-05-04': isoDate('2020-05-08'),
  '2022-05-30': isoDate('2022-06-02'),
};
const ADDED: readonly IsoDate[] = [
  isoDate('2022-06-03'),
  isoDate('2022-09-19'),
  isoDate('2023-05-08'),
];

const cache = new Map<number, readonly IsoDate[]>();

/**
 * Bank holidays of England and Wales in a calendar year, in order, reckoned by rule (Banking and Financial Dealings Act
 * 1971, Sch. 1, and the yearly proclamations for New Year's Day, early May and substitute days); right for 1978
 * and after save one-off days before 2020.
 */
export function bankHolidays(year: number): readonly IsoDate[] {
  const known = cache.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const days = [
    substitute(day(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(day(year, 5, 1)),
    addDays(firstMonday(day(year, 6, 1)), -7),
    addDays(firstMonday(day(year, 9, 1)), -7),
    ...christmas(year),
  ].map((date) => MOVED[date] ?? date);
  const all = [...days, ...ADDED.filter((date) => date.startsWith(`${year}-`))].sort();
  cache.set(year, all);
  return all;
}

/** Easter Sunday (Gregorian): the anonymous algorithm of Nature, 20 April 1876, as given by Meeus, 1991, ch. 8. */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(year, Math.floor(n / 31), (n % 31) + 1);
}

function day(year: number, month: number, of: number): IsoDate {
  return defined(dateOf(year, month, of), `day ${year}-${month}-${of}`);
}

function firstMonday(from: IsoDate): IsoDate {
  let date = from;
  while (weekdayOf(date) !== 'Mon') date = addDays(date, 1);
  return date;
}

/** New Year's Day on a weekend moves to the Monday. */
function substitute(date: IsoDate): IsoDate {
  const weekday = weekdayOf(date);
  return weekday === 'Sat' || weekday === 'Sun' ? firstMonday(date) : date;
}

/** Christmas Day and Boxing Day: one that falls on a weekend moves to the next working day not taken by the other. */
function christmas(year: number): readonly IsoDate[] {
  const first = day(year, 12, 25);
  const second = day(year, 12, 26);
  switch (weekdayOf(first)) {
    case 'Fri':
      return [first, day(year, 12, 28)];
    case 'Sat':
      return [day(year, 12, 27), day(year, 12, 28)];
    case 'Sun':
      return [second, day(year, 12, 27)];
    default:
      return [first, second];
  }
}
