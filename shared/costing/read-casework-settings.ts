/** Readers of the settings of casework: by when things should come, and who may see what is protected. */
import { isoDate, type AcademicYear, type IsoDate } from '../calendar/dates.ts';
import { startYearOf } from '../calendar/years.ts';
import type { Phase } from '../model/client.ts';
import type { Setting } from '../model/money.ts';
import { isMonthDay, isMonthDayRecord, isText } from './casework-checks.ts';
import { deadlineOf, read } from './read-settings.ts';

/** The deadline to apply: by the kind of application, else by phase, else the deadline for letters. */
export function applicationDeadline(
  settings: readonly Setting[],
  year: AcademicYear,
  on: IsoDate,
  of: { readonly type: string; readonly phase: Phase | null },
): IsoDate {
  const days = read(settings, 'application_deadlines', on, isMonthDayRecord);
  const day = days[of.type] ?? (of.phase === null ? undefined : days[of.phase]);
  return day === undefined
    ? deadlineOf(settings, year, on)
    : isoDate(`${startYearOf(year)}-${day}`);
}

/** The day by which the post-16 statement of a year is published. */
export function post16StatementOn(
  settings: readonly Setting[],
  year: AcademicYear,
  on: IsoDate,
): IsoDate {
  return isoDate(`${startYearOf(year)}-${read(settings, 'post_16_statement_day', on, isMonthDay)}`);
}

/** Who may look at protected addresses, by the names they gave at their machines. */
export function protectedAddressOfficers(
  settings: readonly Setting[],
  on: IsoDate,
): readonly string[] {
  return read(settings, 'protected_address_officers', on, isText)
    .split(/[,;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
