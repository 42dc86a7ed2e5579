/** Financial years of councils in England: 1 April to 31 March, named by the calendar year in which they start. */
import { isoDate, type AcademicYear, type IsoDate } from './dates.ts';
import { firstDateOf, lastDateOf, startYearOf } from './years.ts';

/** The financial year that a day belongs to: 2026 is 1 April 2026 to 31 March 2027. */
export function financialYearOf(day: IsoDate): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '04-01' ? year : year - 1;
}

/** `2026-27`: never with a stroke, which is how academic years are written. */
export function financialYearName(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** A part of an academic year that lies in one financial year; both days included. */
export interface FinancialPart {
  readonly year: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The two financial years that an academic year lies in: September to March, April to August. */
export function financialPartsOf(year: AcademicYear): readonly [FinancialPart, FinancialPart] {
  const start = startYearOf(year);
  return [
    { year: start, from: firstDateOf(year), to: isoDate(`${start + 1}-03-31`) },
    { year: start + 1, from: isoDate(`${start + 1}-04-01`), to: lastDateOf(year) },
  ];
}
