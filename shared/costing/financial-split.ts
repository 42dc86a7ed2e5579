/** A year's cost, split to the financial years in which its school days lie. */
import { yearSpan, type Span } from '../calendar/financial-year.ts';
import { firstDateOf, lastDateOf, startYearOf } from '../calendar/years.ts';
import type { SchoolCalendars } from '../calendar/school-calendars.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { datesFrom, type AcademicYear, type IsoDate } from '../calendar/dates.ts';
import type { Pence } from '../kernel/units.ts';
import { splitPence } from './attribute.ts';

/** A part of an academic year that lies in one financial year; both days included. */
export interface FinancialPart extends Span {
  /** The calendar year in which the financial year starts. */
  readonly year: number;
}

/** The two financial years that an academic year lies in: September to March, April to August. */
export function financialPartsOf(year: AcademicYear): readonly [FinancialPart, FinancialPart] {
  const start = startYearOf(year);
  return [
    { year: start, from: firstDateOf(year), to: yearSpan(start).to },
    { year: start + 1, from: yearSpan(start + 1).from, to: lastDateOf(year) },
  ];
}

/** On what a split rests: the school's own open days, or weekdays of September to July where no calendar is known. */
export type DaysBasis = 'calendar' | 'working_days';

/** Days of an academic year by financial year, in their order. */
export interface FinancialDays {
  readonly parts: readonly FinancialPart[];
  readonly days: readonly number[];
  readonly basis: DaysBasis;
}

/** What of the year a contract runs; whole where it has no dates. */
interface Runs {
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
}

/**
 * On how many days of each financial year a school is open while a contract runs. Without terms of the year, weekdays from September to
 * July that are no bank holiday stand in: the proportion alone counts. A contract that runs on no open day is split as if it had no dates.
 */
export function financialDays(
  school_urn: number | null,
  year: AcademicYear,
  { calendars, runs }: { readonly calendars: SchoolCalendars; readonly runs: Runs | null },
): FinancialDays {
  const parts = financialPartsOf(year);
  const isKnown = calendars.isKnown(school_urn, year);
  const basis: DaysBasis = isKnown ? 'calendar' : 'working_days';
  const count = (within: Runs | null): number[] =>
    parts.map(({ from, to }) => {
      const period = {
        from: within !== null && within.starts_on > from ? within.starts_on : from,
        to: within !== null && within.ends_on < to ? within.ends_on : to,
      };
      if (period.from > period.to) return 0;
      return isKnown
        ? calendars.openDays(school_urn, null, period).length
        : datesFrom(period.from, period.to).filter((day) => day.slice(5, 7) !== '08' && isWorkingDay(day)).length;
    }); // prettier-ignore
  const days = count(runs);
  return { parts, days: days.some((each) => each > 0) ? days : count(null), basis };
}

/** A year's amount by financial year, whole pence that add up to it exactly. */
export function splitToFinancial(year_pence: number, { days }: FinancialDays): Pence[] {
  return splitPence(year_pence, days);
}
