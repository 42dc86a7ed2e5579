import { addDays, datesFrom, partsOf, weekdayOf, type IsoDate } from './dates.ts';
import { bankHolidays } from './bank-holidays.ts';

/** Monday to Friday. */
export function isWeekday(date: IsoDate): boolean {
  const day = weekdayOf(date);
  return day !== 'Sat' && day !== 'Sun';
}

/** A weekday that is not a bank holiday in England and Wales. */
export function isWorkingDay(date: IsoDate): boolean {
  return isWeekday(date) && !bankHolidays(partsOf(date).year).includes(date);
}

/**
 * The working day `days` after a date; the date itself is not counted. Negative counts backwards. 0 answers the
 * date itself where it is a working day, else the next one.
 */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  const step = days < 0 ? -1 : 1;
  let at = date;
  if (days === 0) {
    while (!isWorkingDay(at)) at = addDays(at, 1);
    return at;
  }
  for (let left = Math.abs(days); left > 0;) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left--;
  }
  return at;
}

/** Working days after one date up to another, that one counted where it is one; 0 where it is not later. */
export function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  return datesFrom(addDays(from, 1), to).filter(isWorkingDay).length;
}
