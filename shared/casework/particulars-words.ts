/** Addresses, settings and care as sentences: for the case, the history and what the planner cannot use yet. */
import { formatDate } from '../format/date.ts';
import type {
  AddressGiven,
  AddressKind,
  Budget,
  CareGiven,
  LookAgain,
  PlacementGiven,
  PlacementKind,
  Rhythm,
  Span,
} from '../model/particulars.ts';
import { LEGS_WORDS, POWER_WORDS, withinSentence } from '../model/words.ts';

export const ADDRESS_WORDS: Readonly<Record<AddressKind, string>> = {
  home: 'Statutory home',
  other_parent: 'Other parent',
  foster: 'Foster carer',
  short_break: 'Short break',
  childcare: 'Childcare',
  residential: 'Residential school',
};

export const RHYTHM_WORDS: Readonly<Record<Rhythm, string>> = {
  daily: 'On the days chosen',
  weekly: 'At the ends of the week',
  termly: 'At the ends of term',
};

export const BUDGET_WORDS: Readonly<Record<Budget, string>> = {
  education: 'Education',
  social_care: 'Social care',
  other_authority: 'Another authority',
};

export const PLACEMENT_WORDS: Readonly<Record<PlacementKind, string>> = {
  school: 'Second school (dual registration)',
  pru: 'Pupil referral unit',
  section_19: 'Section 19 provision',
  eotas: 'EOTAS (section 61, no school)',
  college: 'College',
  independent: 'Independent school',
  out_of_county: 'School out of county',
};

export const LOOK_AGAIN_WORDS: Readonly<Record<LookAgain, string>> = {
  eligibility: 'Eligibility',
  route: 'Route',
  walking_route: 'Walking route',
};

/** `from 1 Sep 2026`, `from 1 Sep 2026 to 23 Jul 2027`. */
export function spanWords({ from_on, to_on }: Span): string {
  return `from ${formatDate(from_on)}${to_on === null ? '' : ` to ${formatDate(to_on)}`}`;
}

/** `Mon, Tue`, `every day`, or the rhythm of a residential school. */
export function daysWords(given: Pick<AddressGiven, 'days' | 'rhythm'>): string {
  if (given.rhythm !== 'daily') return withinSentence(RHYTHM_WORDS[given.rhythm]);
  return given.days.length === 5 ? 'Monday to Friday' : given.days.join(', ');
}

/** An address in one sentence; the words of a protected one say so and not where it is. */
export function addressSentence(given: AddressGiven): string {
  const { kind, address, postcode, legs, power, budget, budget_note, note } = given;
  const where = given.protected
    ? 'protected address'
    : [address, postcode].filter((part) => part !== '').join(', ') || 'as in the record';
  const pays = `${BUDGET_WORDS[budget]}${budget_note === '' ? '' : ` (${budget_note})`}`;
  const tail = note === '' ? '' : ` ${note}`;
  return `${ADDRESS_WORDS[kind]}: ${where}; ${daysWords(given)}, ${withinSentence(LEGS_WORDS[legs])}; ${POWER_WORDS[power]}; paid by ${withinSentence(pays)}; ${spanWords(given)}.${tail}`;
}

/** A setting in one sentence. */
export function placementSentence(given: PlacementGiven): string {
  const { kind, name, days, note } = given;
  const when = days.length === 5 || days.length === 0 ? '' : `, ${days.join(', ')}`;
  return `${PLACEMENT_WORDS[kind]}: ${name}${when}; ${spanWords(given)}.${note === '' ? '' : ` ${note}`}`;
}

/** Care in one sentence. */
export function careSentence(given: CareGiven): string {
  const { authority, recharge, note } = given;
  return `Looked after, responsible: ${authority}; ${spanWords(given)}; ${recharge ? 'transport is recharged' : 'no recharge'}.${note === '' ? '' : ` ${note}`}`;
}
