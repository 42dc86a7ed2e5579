/** The months of an academic year as parts that can be compared, by the schools' own open days. */
import { addDays, isoDate, type AcademicYear, type IsoDate } from '../../calendar/dates.ts';
import { COUNTY_URN, type SchoolCalendars } from '../../calendar/school-calendars.ts';
import { startYearOf } from '../../calendar/years.ts';
import type { Part } from './year-sides.ts';

const NAMES = [
  'September',
  'October',
  'November',
  'December',
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
];

/** September to July; none where no calendar of the year is known. Schools without a calendar follow the county's. */
export function monthParts(calendars: SchoolCalendars, year: AcademicYear): readonly Part[] {
  if (!calendars.isKnown(COUNTY_URN, year)) return [];
  const first = startYearOf(year);
  return NAMES.map((name, at) => {
    const month = ((at + 8) % 12) + 1;
    const of = month >= 9 ? first : first + 1;
    const key = `${of}-${String(month).padStart(2, '0')}`;
    const from_on = isoDate(`${key}-01`);
    const to_on = lastOf(of, month);
    return {
      key,
      label: `${name} ${of}`,
      from_on,
      to_on,
      openDays: (urn, from) => calendars.openDays(urn, null, { from, to: to_on }).length,
    };
  });
}

function lastOf(year: number, month: number): IsoDate {
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(isoDate(next), -1);
}
