/** A new provision tried: who would have a place, and what that does to miles and pounds. Nobody is moved by it. */
import type { AcademicYear } from '../../calendar/dates.ts';
import { academicYearOf, startYearOf } from '../../calendar/years.ts';
import type { NewProvision } from '../../model/placement.ts';
import type { CostFacts } from '../facts.ts';
import type { Ledger } from '../ledger.ts';
import { newStarters, type StarterYear } from './new-starters.ts';
import { inOrderOf, metresOf, sumsOf, type ProvisionSums } from './provision-sums.ts';
import { candidatesFor, takesIn, type Candidate, type NotKnown } from './provision-candidates.ts';

/** What opening it would mean. */
export interface ProvisionTrial {
  readonly provision: NewProvision;
  /** The year of its opening, not before the year planned for. */
  readonly year: AcademicYear;
  /** Everybody the plan carries to the school of their record. */
  readonly looked_at: number;
  readonly other_needs: number;
  /** Right needs, but not of its ages and phases in that year. */
  readonly other_ages: number;
  /** It takes need, age and phase. */
  readonly suitable: number;
  /** Suitable, and no nearer than the school attended. */
  readonly no_nearer: number;
  /** All at once: who would have a place, by the rule, its best first. */
  readonly placed: readonly Candidate[];
  /** Nearer and suitable, for whom no place is left. */
  readonly no_place: readonly Candidate[];
  readonly places_left: number;
  /** Of those placed. */
  readonly sums: ProvisionSums;
  /** Miles of everybody suitable, placed or not, one way: before and after. */
  readonly all_from_m: number;
  readonly all_to_m: number;
  /** How many of those placed were measured by straight lines. */
  readonly estimated: number;
  /** Only new starters, year by year from the opening. */
  readonly starters: readonly StarterYear[];
  readonly not_known: readonly NotKnown[];
}

/** Tries it. The same records and provision give the same answer. */
export function tryProvision(
  facts: CostFacts,
  ledger: Ledger,
  provision: NewProvision,
): ProvisionTrial {
  const year = openingYear(facts, provision);
  const found = candidatesFor(facts, ledger, provision);
  const suitable = found.candidates.filter(
    ({ client }) => takesIn(provision, client, facts.year, year) === 'yes',
  );
  const ranked = inOrderOf(provision, suitable);
  const placed = ranked.slice(0, provision.places);
  const no_place = ranked.slice(provision.places);
  const all_from_m = metresOf(suitable, (each) => each.from_m);
  const sums = sumsOf(placed);
  return {
    provision,
    year,
    looked_at: found.looked_at,
    other_needs: found.other_needs,
    other_ages: found.candidates.length - suitable.length,
    suitable: suitable.length,
    no_nearer: suitable.length - ranked.length,
    placed,
    no_place,
    places_left: provision.places - placed.length,
    sums,
    all_from_m,
    all_to_m: all_from_m - sums.from_m + sums.to_m,
    estimated: placed.filter(({ by }) => by === 'straight_line').length,
    starters: newStarters(facts, provision, { candidates: found.candidates, year }),
    not_known: found.not_known,
  };
}

function openingYear({ year }: CostFacts, { opens_on }: NewProvision): AcademicYear {
  const opens = academicYearOf(opens_on);
  return startYearOf(opens) < startYearOf(year) ? year : opens;
}
