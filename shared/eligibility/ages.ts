/** The days on which age changes what the law says: birthdays, prescribed days, the school leaving day. */
import { addDays, ageOn, dateOf, isoDate, weekdayOf, type IsoDate } from '../calendar/dates.ts';
import { academicYearOf, startYearOf } from '../calendar/years.ts';
import type { Thresholds } from './thresholds.ts';

/** The day an age is reached. Born on 29 February: 1 March of a common year, as `ageOn` counts. */
export function birthday(born: IsoDate, age: number): IsoDate {
  const year = Number(born.slice(0, 4)) + age;
  const day = born.slice(5);
  // Every other day is in every year: no calendar is needed, and this runs for every case.
  if (day !== '02-29') return `${year}-${day}` as IsoDate;
  return dateOf(year, 2, 29) ?? isoDate(`${year}-03-01`);
}

/** The day compulsory school age begins: the prescribed day on or next after the fifth birthday (Education Act 1996 s8(2)). */
export function compulsoryFrom(born: IsoDate, thresholds: Thresholds): IsoDate {
  const fifth = birthday(born, thresholds.compulsory_from_age);
  const year = Number(fifth.slice(0, 4));
  const day = thresholds.prescribed_days.find((each) => each >= fifth.slice(5));
  if (day !== undefined) return `${year}-${day}` as IsoDate;
  return `${year + 1}-${thresholds.prescribed_days[0] ?? '01-01'}` as IsoDate;
}

const leavingDays = new Map<string, IsoDate>();

/** The school leaving day of a calendar year: the last Friday in June unless set otherwise. */
export function leavingDay(year: number, { leaving_day }: Thresholds): IsoDate {
  const { month, weekday } = leaving_day;
  const key = `${year} ${month} ${weekday}`;
  const known = leavingDays.get(key);
  if (known !== undefined) return known;
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  let day = addDays(isoDate(next), -1);
  while (weekdayOf(day) !== weekday) day = addDays(day, -1);
  leavingDays.set(key, day);
  return day;
}

/**
 * The last day of compulsory school age: the leaving day of the school year in which the sixteenth birthday falls, counted
 * 1 September to 31 August (Education Act 1996 s8(3)).
 */
export function compulsoryUntil(born: IsoDate, thresholds: Thresholds): IsoDate {
  const sixteenth = birthday(born, thresholds.compulsory_until_age);
  return leavingDay(startYearOf(academicYearOf(sixteenth)) + 1, thresholds);
}

/** Whole years on a day, null where the date of birth is not known. */
export function ageOf(born: IsoDate | null, on: IsoDate): number | null {
  return born === null ? null : ageOn(born, on);
}
