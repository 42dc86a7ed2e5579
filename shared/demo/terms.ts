import { isoDate } from '../calendar/dates.ts';
import type { TermSpan } from '../model/school.ts';
import type { DemoSchool } from './schools.ts';

/**
 * The county's school year 2026/27, an assumption [A] in the pattern of Kent's published years: import
 * the council's own dates for the real ones. 195 weekdays, five of them without pupils.
 */
const COUNTY: readonly (readonly [TermSpan['kind'], string, string, string])[] = [
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
