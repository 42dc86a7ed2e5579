/** Which schools would suit a client, as far as the facts allow. What is not known is "cannot tell", never yes. */
import { ageOn } from '../calendar/dates.ts';
import { firstDateOf } from '../calendar/years.ts';
import type { AcademicYear } from '../calendar/dates.ts';
import type { Client, Phase } from '../model/client.ts';
import type { School } from '../model/school.ts';
import { all, type Answer } from './answer.ts';

/** School types that teach each phase, where ages are not known; a special school may teach any. */
const TYPES_OF_PHASE: Readonly<Record<Phase, readonly string[]>> = {
  early_years: ['nursery', 'primary'],
  primary: ['primary'],
  secondary: ['secondary'],
  sixth_form: ['secondary', 'fe_college'],
  adult: ['fe_college'],
};

/** Types with no special designation: their needs are none, not unknown. */
const ORDINARY_TYPES: readonly string[] = [
  'primary',
  'secondary',
  'nursery',
  'fe_college',
  'independent',
];

/**
 * Whether a school could be a nearer suitable one for anybody: told once for all clients. Closed and
 * independent schools, and ordinary ones with no designation, never are.
 */
export function isCandidate(school: School): boolean {
  if (school.status === 'closed' || school.independent || school.lat === null) return false;
  return school.needs.length > 0 || !ORDINARY_TYPES.includes(school.type_group);
}

/** What is asked of a school for one client, in the year planned. */
export interface Placing {
  readonly client: Client;
  readonly phase: Phase | null;
  readonly year: AcademicYear;
}

/** What is asked of a school for one client, each by itself. */
export interface Suitability {
  /** Open, and not one that counts only where it is named. */
  readonly open: Exclude<Answer, 'cannot_tell'>;
  readonly age: Answer;
  readonly need: Answer;
  readonly place: Answer;
}

/** The answers apart, for whoever has to say which fact is missing. */
export function suitabilityOf(school: School, placing: Placing): Suitability {
  return {
    open: school.status === 'closed' || school.independent ? 'no' : 'yes',
    age: takesAge(school, placing),
    need: meetsNeed(school, placing.client),
    place: hasPlace(school),
  };
}

/**
 * Whether a school other than the one named would be suitable: open; takes the client's age (or phase);
 * designated needs include the client's primary need; has a place. An independent school counts
 * only where it is named (domain.md, "Then the qualifying school").
 */
export function isSuitable(school: School, placing: Placing): Answer {
  if (school.status === 'closed' || school.independent) return 'no';
  return all([takesAge(school, placing), meetsNeed(school, placing.client), hasPlace(school)]);
}

function takesAge(school: School, { client, phase, year }: Placing): Answer {
  if (client.date_of_birth !== null && (school.age_from !== null || school.age_to !== null)) {
    const age = ageOn(client.date_of_birth, firstDateOf(year));
    if (school.age_from !== null && age < school.age_from) return 'no';
    if (school.age_to !== null && age > school.age_to) return 'no';
    return school.age_from !== null && school.age_to !== null ? 'yes' : 'cannot_tell';
  }
  if (phase === null) return 'cannot_tell';
  if (!ORDINARY_TYPES.includes(school.type_group)) return 'cannot_tell';
  return TYPES_OF_PHASE[phase].includes(school.type_group) ? 'cannot_tell' : 'no';
}

function meetsNeed(school: School, client: Client): Answer {
  if (school.needs.length === 0) {
    return ORDINARY_TYPES.includes(school.type_group) ? 'no' : 'cannot_tell';
  }
  if (client.need === null) return 'cannot_tell';
  return school.needs.includes(client.need) ? 'yes' : 'no';
}

function hasPlace(school: School): Answer {
  if (school.places === null || school.roll === null) return 'cannot_tell';
  return school.roll < school.places ? 'yes' : 'no';
}
