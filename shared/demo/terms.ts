import { isoDate } from '../calendar/dates.ts';
import { WHOLE_WEEK } from '../calendar/day-mask.ts';
import type { DayRule } from '../calendar/school-calendars.ts';
import type { TermSpan } from '../model/school.ts';
import type { DemoSchool } from './schools.ts';

/**
 * The county's school years 2025/26, of which contracts are billed, and 2026/27, an assumption [A] in the pattern of Kent's published years: import
 * the council's own dates for the real ones. 195 weekdays, five of them without pupils.
 */
const COUNTY: readonly (readonly [TermSpan['kind'], string, string, string])[] = [
  ['term', '2025-09-03', '2025-10-24', 'Term 1 (assumed)'],
  ['term', '2025-11-03', '2025-12-19', 'Term 2 (assumed)'],
  ['term', '2026-01-05', '2026-02-13', 'Term 3 (assumed)'],
  ['term', '2026-02-23', '2026-03-27', 'Term 4 (assumed)'],
  ['term', '2026-04-13', '2026-05-22', 'Term 5 (assumed)'],
  ['term', '2026-06-01', '2026-07-21', 'Term 6 (assumed)'],
  ['closed', '2025-09-03', '2025-09-03', 'Staff day (assumed)'],
  ['closed', '2025-10-24', '2025-10-24', 'Staff day (assumed)'],
  ['closed', '2026-01-05', '2026-01-05', 'Staff day (assumed)'],
  ['closed', '2026-06-01', '2026-06-01', 'Staff day (assumed)'],
  ['term', '2026-09-02', '2026-10-23', 'Term 1 (assumed)'],
  ['term', '2026-11-02', '2026-12-18', 'Term 2 (assumed)'],
  ['term', '2027-01-04', '2027-02-12', 'Term 3 (assumed)'],
  ['term', '2027-02-22', '2027-03-25', 'Term 4 (assumed)'],
  ['term', '2027-04-12', '2027-05-28', 'Term 5 (assumed)'],
  ['term', '2027-06-07', '2027-07-22', 'Term 6 (assumed)'],
  ['closed', '2026-09-02', '2026-09-02', 'Staff day (assumed)'],
  ['closed', '2026-10-23', '2026-10-23', 'Staff day (assumed)'],
  ['closed', '2027-01-04', '2027-01-04', 'Staff day (assumed)'],
  ['closed', '2027-03-25', '2027-03-25', 'Staff day (assumed)'],
  ['closed', '2027-06-07', '2027-06-07', 'Staff day (assumed)'],
];

/** Calendars: the county's, and staff days of some schools that open later in the first week. */
export function demoTerms(schools: readonly DemoSchool[]): TermSpan[] {
  const county = COUNTY.map(([kind, from, to, label]) => ({
    urn: 0,
    kind,
    from_on: isoDate(from),
    to_on: isoDate(to),
    label,
  }));
  const later = schools.flatMap(({ school, kind }) => {
    const days = lateDays(school.urn, kind === 'college');
    if (days === null) return [];
    return [
      {
        urn: school.urn,
        kind: 'closed' as const,
        from_on: isoDate('2026-09-03'),
        to_on: isoDate(days),
        label: 'Staff days (assumed)',
      },
    ];
  });
  return [...county, ...later];
}

/** The last closed day of a school that opens later than the county; null for one that does not. */
function lateDays(urn: number, isCollege: boolean): string | null {
  if (isCollege) return '2026-09-06';
  if (urn % 5 === 1) return '2026-09-03';
  return urn % 5 === 3 ? '2026-09-06' : null;
}

/**
 * What schools do differently [A]: staff days of their own in June 2026, on which a run has nobody to carry; an early finish at the end of a
 * term; and at some secondary schools years 8 and above one day after year 7. None of it moves the county's first days.
 */
export function demoDayRules(schools: readonly DemoSchool[]): DayRule[] {
  return schools.flatMap(({ school, kind }): DayRule[] => {
    const { urn } = school;
    const rule = (given: Pick<DayRule, 'kind' | 'why'>, day: string, ends_s: number | null) => ({
      urn,
      from_on: isoDate(day),
      to_on: isoDate(day),
      year_groups: [],
      days: WHOLE_WEEK,
      ends_s,
      ...given,
    });
    if (kind === 'college') return [];
    return [
      ...(urn % 4 === 0
        ? [rule({ kind: 'closed', why: 'INSET day (assumed)' }, '2026-06-12', null)]
        : []),
      ...(urn % 6 === 2
        ? [rule({ kind: 'closed', why: 'INSET day (assumed)' }, '2026-11-27', null)]
        : []),
      ...(urn % 3 === 0
        ? [rule({ kind: 'early', why: 'End of term (assumed)' }, '2026-12-18', 47_700)]
        : []),
    ];
  });
}
