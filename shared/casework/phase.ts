import { ageOn, isoDate, type AcademicYear } from '../calendar/dates.ts';
import { startYearOf, yearGroupByAge } from '../calendar/years.ts';
import type { Client, Phase } from '../model/client.ts';

/** The last national curriculum year of sixth-form age taken here; later years are adult learners. */
const LAST_SIXTH_FORM_YEAR = 14;

/** Age on 31 August before the year from which a learner without a year group counts as an adult (Education Act 1996 s508F). */
const ADULT_AGE = 19;

/**
 * The client's phase in an academic year: by year group where it is known, else by age on the
 * 31 August before; null where neither is.
 */
export function phaseOf(
  client: Pick<Client, 'year_group' | 'date_of_birth'>,
  year: AcademicYear,
): Phase | null {
  if (client.year_group !== null) return phaseOfYearGroup(client.year_group);
  if (client.date_of_birth === null) return null;
  if (ageOn(client.date_of_birth, isoDate(`${startYearOf(year)}-08-31`)) >= ADULT_AGE)
    return 'adult';
  return phaseOfYearGroup(yearGroupByAge(client.date_of_birth, year));
}

/** Reception (0) to year 6 is primary, 7 to 11 secondary, 12 to 14 sixth form (Education Act 1996 ss2, 4). */
export function phaseOfYearGroup(year_group: number): Phase {
  if (year_group < 0) return 'early_years';
  if (year_group <= 6) return 'primary';
  if (year_group <= 11) return 'secondary';
  return year_group <= LAST_SIXTH_FORM_YEAR ? 'sixth_form' : 'adult';
}
