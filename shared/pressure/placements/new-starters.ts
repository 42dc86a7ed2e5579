/** A new provision filled by new starters alone, year by year: nobody changes school before their phase does. */
import type { AcademicYear } from '../../calendar/dates.ts';
import { academicYearFrom, startYearOf } from '../../calendar/years.ts';
import type { NewProvision } from '../../model/placement.ts';
import type { CostFacts } from '../facts.ts';
import { inOrderOf, sumsOf, type ProvisionSums } from './provision-sums.ts';
import { takesIn, yearGroupIn, type Candidate } from './provision-candidates.ts';

/** Years that are looked ahead: a child who is in year 6 at the opening has then left year 11. */
const YEARS = 7;

/** Year groups that a phase begins with: reception, year 7, year 12 (placements are named anew by 15 February, or 31 March after year 11: SEND Regulations 2014 reg. 18). */
const FIRST_YEARS: readonly number[] = [0, 7, 12];

/** One year. Sums are of everybody who is there in that year, at today's prices. */
export interface StarterYear {
  readonly year: AcademicYear;
  readonly starting: number;
  readonly leaving: number;
  /** Would have started, but no place was left. */
  readonly no_place: number;
  readonly on_roll: ProvisionSums;
}

/**
 * Fills the places: in the opening year with new requests (whose placement is being named) where it opens in the year planned, and each year with
 * those who begin a phase. Only children known today: those who are yet to come are not in it.
 */
export function newStarters(
  facts: CostFacts,
  provision: NewProvision,
  from: { readonly candidates: readonly Candidate[]; readonly year: AcademicYear },
): readonly StarterYear[] {
  const first = startYearOf(from.year);
  const isNow = from.year === facts.year;
  const seen = new Set<number>();
  let there: readonly Candidate[] = [];
  return Array.from({ length: YEARS }, (_, ahead): StarterYear => {
    const year = academicYearFrom(first + ahead);
    const takes = ({ client }: Candidate): boolean =>
      takesIn(provision, client, facts.year, year) === 'yes';
    const stay = there.filter(takes);
    const begins = ({ client, carried }: Candidate): boolean =>
      (ahead === 0 && isNow && !carried) ||
      FIRST_YEARS.includes(yearGroupIn(client, facts.year, year) ?? -2);
    const fresh = inOrderOf(
      provision,
      from.candidates.filter((each) => !seen.has(each.client.id) && begins(each) && takes(each)),
    );
    const start = fresh.slice(0, Math.max(0, provision.places - stay.length));
    const leaving = there.length - stay.length;
    there = [...stay, ...start];
    for (const { client } of start) seen.add(client.id);
    return {
      year,
      starting: start.length,
      leaving,
      no_place: fresh.length - start.length,
      on_roll: sumsOf(there),
    };
  });
}
