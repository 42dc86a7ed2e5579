/** The nearest suitable school, as far as the facts allow. What is not known is "cannot tell", never yes. */
import { ageOn } from '../calendar/dates.ts';
import { firstDateOf } from '../calendar/years.ts';
import type { AcademicYear } from '../calendar/dates.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Position } from '../geo/position.ts';
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

/** Metres to a degree of latitude, a little less than the true 110,574 to 111,694 so that nothing near is passed over. */
const METRES_PER_DEGREE = 110_000;

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

/** Where a placement stands. `excess_m` is direct, measured as the straight line, and only for `beyond`. */
export type PlacementFinding =
  | {
      readonly kind: 'beyond';
      readonly nearest: School;
      readonly direct_m: number;
      readonly nearest_m: number;
    }
  | { readonly kind: 'nearest' }
  | { readonly kind: 'cannot_tell'; readonly why: string };

/**
 * Compares a placement with the schools nearer to the home. `tolerance_m` (straight line, at least 0)
 * is how much further still counts as nearest. A school that is surely suitable and nearer makes it
 * `beyond`; where none is but some might be, it cannot be told.
 */
export function judgePlacement(
  placing: Placing,
  named: School,
  candidates: readonly School[],
  tolerance_m: number,
): PlacementFinding {
  const { client } = placing;
  if (client.lat === null || client.lon === null) return cannotTell('The home has no position.');
  if (named.lat === null || named.lon === null) return cannotTell('The school has no position.');
  const home = { lat: client.lat, lon: client.lon };
  const direct_m = straightLineMetres(home, { lat: named.lat, lon: named.lon });
  let nearest: { readonly school: School; readonly distance: number } | null = null;
  let doubtful = false;
  for (const school of candidates) {
    const distance = distanceIfNearer(home, school, named.urn, direct_m);
    if (distance === null || distance + tolerance_m >= direct_m) continue;
    if (nearest !== null && distance >= nearest.distance) continue;
    const answer = isSuitable(school, placing);
    if (answer === 'yes') nearest = { school, distance };
    else if (answer === 'cannot_tell') doubtful = true;
  }
  if (nearest !== null) {
    const { school, distance } = nearest;
    return { kind: 'beyond', nearest: school, direct_m, nearest_m: distance };
  }
  return doubtful
    ? cannotTell('A nearer school might be suitable: its ages, needs or places are not known.')
    : { kind: 'nearest' };
}

function cannotTell(why: string): PlacementFinding {
  return { kind: 'cannot_tell', why };
}

/** A school nearer than the one named that is, or might be, suitable. */
export interface NearerSchool {
  readonly school: School;
  /** Straight line from the home, metres. */
  readonly distance_m: number;
  readonly suitable: Exclude<Answer, 'no'>;
}

/** Every school nearer to the home than the one named that is not ruled out, nearest first. Null without both positions. */
export function nearerSchools(
  placing: Placing,
  named: School,
  candidates: readonly School[],
): readonly NearerSchool[] | null {
  const { lat, lon } = placing.client;
  if (lat === null || lon === null || named.lat === null || named.lon === null) return null;
  const home = { lat, lon };
  const direct_m = straightLineMetres(home, { lat: named.lat, lon: named.lon });
  const nearer: NearerSchool[] = [];
  for (const school of candidates) {
    const distance_m = distanceIfNearer(home, school, named.urn, direct_m);
    if (distance_m === null || distance_m >= direct_m) continue;
    const suitable = isSuitable(school, placing);
    if (suitable !== 'no') nearer.push({ school, distance_m, suitable });
  }
  return nearer.sort((a, b) => a.distance_m - b.distance_m || a.school.urn - b.school.urn);
}

/** Metres from the home to another school than the named one; null where it is surely further than `direct_m`, or has no position. */
function distanceIfNearer(
  home: Position,
  school: School,
  named_urn: number,
  direct_m: number,
): number | null {
  if (school.urn === named_urn || school.lat === null || school.lon === null) return null;
  if (Math.abs(school.lat - home.lat) * METRES_PER_DEGREE > direct_m) return null;
  return straightLineMetres(home, { lat: school.lat, lon: school.lon });
}
