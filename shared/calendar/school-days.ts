import { datesFrom, type AcademicYear, type IsoDate } from './dates.ts';
import { firstDateOf, lastDateOf } from './years.ts';
import { isWorkingDay } from './working-days.ts';

/** What the calendar needs of a term date record; `model`'s TermSpan is one. */
export interface CalendarSpan {
  /** The school; 0 is the county's default calendar. */
  readonly urn: number;
  readonly kind: 'term' | 'closed';
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
}

/**
 * The days a school is open in an academic year, in order: weekdays of its terms without its closed
 * days and bank holidays. A school without terms of its own follows the county's (urn 0), less the closed days of both.
 * Empty where no calendar is known.
 */
export function schoolDays(
  spans: readonly CalendarSpan[],
  urn: number,
  year: AcademicYear,
): readonly IsoDate[] {
  const from = firstDateOf(year);
  const to = lastDateOf(year);
  const inYear = spans.filter((span) => span.from_on <= to && span.to_on >= from);
  const own = inYear.filter((span) => span.urn === urn);
  const county = inYear.filter((span) => span.urn === 0);
  const hasOwnTerms = own.some((span) => span.kind === 'term');
  const used = hasOwnTerms ? own : [...own, ...county];
  const closed = used.filter((span) => span.kind === 'closed');
  const open = new Set<IsoDate>();
  for (const term of used) {
    if (term.kind !== 'term') continue;
    const first = term.from_on < from ? from : term.from_on;
    const last = term.to_on > to ? to : term.to_on;
    for (const date of datesFrom(first, last)) {
      const shut = closed.some((span) => span.from_on <= date && date <= span.to_on);
      if (!shut && isWorkingDay(date)) open.add(date);
    }
  }
  return [...open].sort();
}

/** A school's first open day of an academic year, or `fallback` where no calendar is known. */
export function firstDayOf(
  spans: readonly CalendarSpan[],
  urn: number,
  year: AcademicYear,
  fallback: IsoDate,
): IsoDate {
  return schoolDays(spans, urn, year)[0] ?? fallback;
}
