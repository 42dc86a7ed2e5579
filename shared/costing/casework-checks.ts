/** What values of the settings of casework may be. */
import { parseIsoDate } from '../calendar/dates.ts';

/** A month and day, `MM-DD`; not 29 February. */
export function isMonthDay(value: unknown): value is string {
  return typeof value === 'string' && parseIsoDate(`2026-${value}`) !== null;
}

/** Days by name. */
export function isMonthDayRecord(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isMonthDay)
  );
}

/** Any text. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether a value is a list of names. */
export function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '');
}
