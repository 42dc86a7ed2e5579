import type { IsoDate } from '../calendar/dates.ts';
import type { Month } from '../calendar/months.ts';

/** Three letters each: the en-GB locale writes September as `Sept`, which breaks columns. */
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

function partsOf(date: IsoDate): { year: number; month: string; day: number } {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  return { year: Number(date.slice(0, 4)), month, day: Number(date.slice(8, 10)) };
}

/** `3 Sep 2026`. */
export function formatDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${month} ${year}`;
}

/** `3 Sep`, where the year is plain from its surroundings. */
export function formatDayMonth(date: IsoDate): string {
  const { month, day } = partsOf(date);
  return `${day} ${month}`;
}

/** `Sep 2026`. */
export function formatMonth(month: Month): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** `Thu 3 Sep 2026`. */
export function formatDateWithDay(date: IsoDate): string {
  const weekday = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday} ${formatDate(date)}`;
}

/** A date, or the dash that stands for none. */
export function formatDateOrDash(date: IsoDate | null): string {
  return date === null ? '\u2013' : formatDate(date);
}
