/** Year groups at the turn of the academic year: everyone goes up one, and whoever is taught out of year keeps the difference. */
import type { AcademicYear } from '../calendar/dates.ts';
import { previousYear, yearGroupByAge } from '../calendar/years.ts';
import type { Client } from '../model/client.ts';

/** The highest year group that a record holds: the end of a plan at 25 (Children and Families Act 2014 s46). */
export const LAST_YEAR_GROUP = 20;

/** What is read of a child. */
export type YearsOf = Pick<Client, 'id' | 'date_of_birth' | 'year_group'>;

/** What rolling the records on would do. */
export interface RollPlan {
  /** The year to which the records belong by most dates of birth; null: no child has both. */
  readonly recorded: 'this' | 'before' | null;
  /** Year groups as they will be, by child. */
  readonly rolled: ReadonlyMap<number, number>;
  /** Of these, children whose year is not that of their age, and stays so: deferred entry, held back, put ahead. */
  readonly out_of_year: readonly number[];
  /** Recorded in the year of their age already: entered since, or put ahead. Left as they are. */
  readonly standing: readonly number[];
}

/**
 * What is to be written so that records of the year before are of the year given. Year groups follow age on 31 August (Education Act 1996 s8
 * and s580); out of year is by decision (School Admissions Code 2021, 2.17), and such a decision is kept, not undone by a date of birth.
 */
export function rollYears(clients: readonly YearsOf[], year: AcademicYear): RollPlan {
  const before = previousYear(year);
  const rolled = new Map<number, number>();
  const out_of_year: number[] = [];
  const standing: number[] = [];
  const agreeing = { now: 0, before: 0 };
  for (const { id, date_of_birth: born, year_group: group } of clients) {
    if (group === null) continue;
    const byAge = born === null ? null : yearGroupByAge(born, year);
    const wasByAge = born === null ? null : yearGroupByAge(born, before);
    if (group === byAge) agreeing.now += 1;
    // Below reception both years read alike: they tell nothing.
    if (group === wasByAge && wasByAge !== byAge) agreeing.before += 1;
    if (group === byAge || group >= LAST_YEAR_GROUP) {
      standing.push(id);
      continue;
    }
    rolled.set(id, group + 1);
    if (wasByAge !== null && group !== wasByAge) out_of_year.push(id);
  }
  const total = agreeing.now + agreeing.before;
  const recorded = total === 0 ? null : agreeing.before > agreeing.now ? 'before' : 'this';
  return { recorded, rolled, out_of_year, standing };
}
