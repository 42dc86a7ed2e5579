/** A calendar date, ISO 8601 `YYYY-MM-DD`. */
export type IsoDate = string & { readonly __date: 'iso' };
/** Academic year in England, `2026/27`: 1 September to 31 August. */
export type AcademicYear = string & { readonly __year: 'academic' };

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri';
export const WEEKDAYS: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** Any day of the week. */
export type DayOfWeek = Weekday | 'Sat' | 'Sun';
const DAYS: readonly DayOfWeek[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MS_A_DAY = 86_400_000;

/**
 * The date of a year, month (1 to 12) and day, or null where there is no such day.
 * Years 1000 to 9999.
 */
export function dateOf(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (!Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as IsoDate;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? 29 : 28;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** Reads `YYYY-MM-DD` and nothing else; null where it is not a day of the calendar. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** A date known to be right, such as one in the code. Throws on any other text. */
export function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new RangeError(`Not a date: ${text}`);
  return date;
}

/** Year, month (1 to 12) and day of a date. */
export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** The date `days` later (earlier where negative). Whole days. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return toIso(toMs(date) + days * MS_A_DAY);
}

/** Days from one date to another: positive where `to` is later. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toMs(to) - toMs(from)) / MS_A_DAY);
}

/** The day of the week. */
export function weekdayOf(date: IsoDate): DayOfWeek {
  return DAYS[new Date(toMs(date)).getUTCDay()] as DayOfWeek;
}

/** Whole years of age on a day. Born on 29 February: a year older on 1 March of a common year. */
export function ageOn(born: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Every date from `from` to `to`, both included. */
export function datesFrom(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const days = daysBetween(from, to);
  return Array.from({ length: Math.max(0, days + 1) }, (_, i) => addDays(from, i));
}

function toMs(date: IsoDate): number {
  return Date.UTC(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
}

function toIso(ms: number): IsoDate {
  return new Date(ms).toISOString().slice(0, 10) as IsoDate;
}
