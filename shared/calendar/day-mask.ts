/** Days of the school week as one number, so that a run's days are compared at once: Monday 1, Tuesday 2, to Friday 16. */
import { WEEKDAYS, type Weekday } from './dates.ts';

/** 0 (no day) to 31 (every day). */
export type DayMask = number;

/** Monday to Friday. */
export const WHOLE_WEEK: DayMask = 31;
/** One bit a day, Monday first. */
export const DAY_BITS: readonly DayMask[] = [1, 2, 4, 8, 16];

/** The days as a mask. */
export function dayMask(days: readonly Weekday[]): DayMask {
  return days.reduce((mask, day) => mask | (1 << WEEKDAYS.indexOf(day)), 0);
}

/** The days of a mask, Monday first. */
export function daysOf(mask: DayMask): readonly Weekday[] {
  return WEEKDAYS.filter((_, at) => (mask & (1 << at)) !== 0);
}

/** How many days. */
export function dayCount(mask: DayMask): number {
  return daysOf(mask).length;
}

/** `Thu, Fri`, or `every day`. */
export function dayWords(mask: DayMask): string {
  return mask === WHOLE_WEEK ? 'every day' : daysOf(mask).join(', ');
}
