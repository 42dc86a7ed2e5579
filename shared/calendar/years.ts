import { ageOn, isoDate, partsOf, type AcademicYear, type IsoDate } from './dates.ts';

/** The academic year that a day belongs to: 1 September to 31 August. */
export function academicYearOf(date: IsoDate): AcademicYear {
  const { year, month } = partsOf(date);
  return academicYearFrom(month >= 9 ? year : year - 1);
}

/**
 * The academic year that is planned for on a day: the year the day belongs to, and from 1 March on the
 * next one, since placements for September are named by then (15 February for a transfer of
 * phase, SEND Regulations 2014, reg. 18).
 */
export function planningYearOf(date: IsoDate): AcademicYear {
  const { year, month } = partsOf(date);
  return academicYearFrom(month >= 3 ? year : year - 1);
}

/** The academic year that starts in the September of a year: 2026 is `2026/27`. */
export function academicYearFrom(startYear: number): AcademicYear {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}` as AcademicYear;
}

/** The calendar year in which an academic year starts. */
export function startYearOf(year: AcademicYear): number {
  return Number(year.slice(0, 4));
}

/** 1 September of an academic year. */
export function firstDateOf(year: AcademicYear): IsoDate {
  return isoDate(`${startYearOf(year)}-09-01`);
}

/** 31 August at the end of an academic year. */
export function lastDateOf(year: AcademicYear): IsoDate {
  return isoDate(`${startYearOf(year) + 1}-08-31`);
}

/** The academic year before. */
export function previousYear(year: AcademicYear): AcademicYear {
  return academicYearFrom(startYearOf(year) - 1);
}

/**
 * National curriculum year by age for an academic year: aged 4 on 31 August before it is reception (0),
 * 5 is year 1, 16 is year 12; below 4 is nursery (-1). Children taught out of their year differ.
 */
export function yearGroupByAge(born: IsoDate, year: AcademicYear): number {
  const age = ageOn(born, isoDate(`${startYearOf(year)}-08-31`));
  return Math.max(-1, age - 4);
}
