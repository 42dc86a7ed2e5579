import type { IsoDate } from '../calendar/dates.ts';
import { academicYearOf, planningYearOf, yearGroupByAge } from '../calendar/years.ts';
import { formatDate } from '../format/date.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Position } from '../geo/position.ts';
import type { Application, Client } from '../model/client.ts';
import type { Postcode, School } from '../model/school.ts';
import { phaseFits } from './phase-fit.ts';
import { postcodeArea } from './parse-postcode.ts';
import type { Problem } from './problem.ts';
import type { SchoolIndex, SchoolMatch } from './school-match.ts';

/** What homes and schools are matched against. */
export interface Surroundings {
  readonly county: string;
  readonly schools: SchoolIndex;
  readonly postcode: (postcode: string) => Postcode | null;
  /** Whether any postcode of an area was imported, so that one that is missing is worth a word. */
  readonly knowsArea: (area: string) => boolean;
  /** Code of the district around a position, '' for none. */
  readonly districtAt: (position: Position) => string;
  /** Postcode areas that reach into the county; empty: not judged. */
  readonly areas: readonly string[];
  /** District codes of the county; empty: not judged. */
  readonly own_districts: readonly string[];
  /** The day counted from. */
  readonly on: IsoDate;
}

/** The facts that settling needs. */
export type Settling = Pick<
  Client,
  | 'postcode'
  | 'lat'
  | 'lon'
  | 'position_source'
  | 'position_error_m'
  | 'district_code'
  | 'school_given'
  | 'school_urn_given'
  | 'year_group'
  | 'date_of_birth'
  | 'transport_start_on'
>;

/** Where a client belongs, worked out anew from the facts and all that was imported. */
export interface Settled {
  readonly place: Pick<
    Client,
    'lat' | 'lon' | 'position_source' | 'position_error_m' | 'district_code' | 'school_urn'
  >;
  /** Problems that come from matching: warnings and reasons to hold. `field` is the field they are about. */
  readonly problems: readonly (Omit<Problem, 'column' | 'value'> & { readonly field: string })[];
}

type Finding = Settled['problems'][number];

/** Places a home and finds its school. The same facts and surroundings give the same answer in any order of imports. */
export function settle(client: Settling, surroundings: Surroundings): Settled {
  const problems: Finding[] = [];
  const place = placeHome(client, surroundings, problems);
  const match = surroundings.schools.match(client.school_given, client.school_urn_given);
  const school = match.kind === 'matched' ? match.school : null;
  if (surroundings.schools.size > 0) noteSchool(client, match, problems);
  else noteOddUrn(client, problems);
  holdWrongAge(client, surroundings.on, problems);
  holdOutside(client, place.district_code, surroundings, problems);
  holdWrongPhase(client, school, problems);
  return { place: { ...place, school_urn: school?.urn ?? null }, problems };
}

/** The pin first, then coordinates, then the postcode's centroid. */
function placeHome(
  client: Settling,
  surroundings: Surroundings,
  problems: Finding[],
): Omit<Settled['place'], 'school_urn'> {
  const known = client.postcode === '' ? null : surroundings.postcode(client.postcode);
  const { lat, lon, position_source, position_error_m } = client;
  const isGiven = position_source === 'pin' || position_source === 'coordinates';
  if (isGiven && lat !== null && lon !== null) {
    if (known !== null && position_source === 'coordinates') noteFar({ lat, lon }, known, problems);
    // Nothing imported tells the district: what is known of it already stays.
    const district_code =
      surroundings.districtAt({ lat, lon }) || known?.district_code || client.district_code;
    return { lat, lon, position_source, position_error_m, district_code };
  }
  if (known !== null)
    return {
      lat: known.lat,
      lon: known.lon,
      position_source: 'postcode',
      position_error_m: known.error_m,
      district_code: known.district_code || surroundings.districtAt(known),
    };
  const area = postcodeArea(client.postcode);
  if (area !== '' && area !== 'ZZ' && surroundings.knowsArea(area)) problems.push(POSTCODE_UNKNOWN);
  return {
    lat: null,
    lon: null,
    position_source: 'none',
    position_error_m: null,
    district_code: '',
  };
}

/** Farther than any postcode reaches: one of the two is wrong. */
const FAR_M = 5000;

function noteFar(position: Position, known: Postcode, problems: Finding[]): void {
  const away = straightLineMetres(position, known);
  if (away <= FAR_M) return;
  problems.push({
    field: 'postcode',
    severity: 'warn',
    code: 'far_from_postcode',
    reason: `${DERIVED.far} the coordinates lie ${(away / 1000).toFixed(1)} km from the postcode.`,
    remedy: 'Check both, and move the pin on the case page.',
  });
}

function noteSchool(client: Settling, match: SchoolMatch, problems: Finding[]): void {
  const warn = (field: string, code: string, reason: string, remedy: string) =>
    problems.push({ field, severity: 'warn', code, reason, remedy });
  const check = 'Check the placement and choose the school on the case page.';
  if (match.kind === 'not_found')
    warn(
      'school_given',
      'school_not_found',
      `${DERIVED.notFound} ${named(client)} is not among the schools imported.`,
      'Import a list of schools that has it, or choose the school on the case page.',
    );
  if (match.kind === 'ambiguous')
    warn(
      'school_given',
      'school_ambiguous',
      `${DERIVED.ambiguous} ${match.count} schools are called ${client.school_given}.`,
      check,
    );
  if (match.kind !== 'matched') return;
  if (match.how === 'by_name')
    warn(
      'school_urn_given',
      'urn_not_known',
      `${DERIVED.byName} no school has the URN ${client.school_urn_given}; ${match.school.name} was found by its name.`,
      check,
    );
  if (match.how === 'other_name')
    warn(
      'school_given',
      'school_other_name',
      `${DERIVED.otherName} the URN ${match.school.urn} is ${match.school.name}, the file says ${client.school_given}. The URN was taken.`,
      check,
    );
}

/** URNs of Get Information about Schools (read 2026): England 100000 to 199999, Wales 400000 to 499999. */
const URN = /^[14]\d{5}$/;

/** Told before any school is imported; afterwards the schools themselves say it. */
function noteOddUrn({ school_urn_given: urn }: Settling, problems: Finding[]): void {
  if (urn === '' || URN.test(urn)) return;
  problems.push({
    field: 'school_urn_given',
    severity: 'warn',
    code: 'urn_not_known',
    reason: `${DERIVED.ambiguous} no school has the URN ${urn}.`,
    remedy:
      'Import the schools, so that it can be found by its name, or choose it on the case page.',
  });
}

function named(client: Settling): string {
  return client.school_given || `URN ${client.school_urn_given}`;
}

/** Two years out of the year group by age, or more, is beyond any child taught out of year. */
function holdWrongAge(client: Settling, on: IsoDate, problems: Finding[]): void {
  const { date_of_birth: born, year_group: year, transport_start_on: starts } = client;
  if (born === null || year === null) return;
  const byAge = yearGroupByAge(born, starts === null ? planningYearOf(on) : academicYearOf(starts));
  const apart = Math.abs(byAge - year);
  if (apart <= 1 || (year >= 12 && byAge >= 12)) return;
  problems.push({
    field: 'year_group',
    severity: 'hold',
    code: 'age_year_mismatch',
    reason: `Born ${formatDate(born)}, the child would be ${yearName(byAge)}, not ${yearName(year)}.`,
    remedy:
      'Find out which is right, correct it on the case page and take the application into use.',
  });
}

function yearName(year: number): string {
  if (year > 14) return 'an adult learner';
  if (year < 0) return 'in nursery';
  return year === 0 ? 'in reception' : `in year ${year}`;
}

function holdOutside(
  client: Settling,
  district: string,
  { areas, own_districts, county }: Surroundings,
  problems: Finding[],
): void {
  const area = postcodeArea(client.postcode);
  const outside =
    district !== '' && own_districts.length > 0
      ? !own_districts.includes(district)
      : areas.length > 0 && area !== '' && area !== 'ZZ' && !areas.includes(area);
  if (!outside) return;
  problems.push({
    field: 'postcode',
    severity: 'hold',
    code: 'outside_county',
    reason: `The home at ${client.postcode || 'these coordinates'} lies outside ${county}, so the child may not be ordinarily resident there.`,
    remedy:
      'Find out which authority is responsible; refuse the application or take it into use with the reason.',
  });
}

function holdWrongPhase(client: Settling, school: School | null, problems: Finding[]): void {
  if (client.year_group === null) return;
  if (phaseFits(client.year_group, school, client.school_given) !== false) return;
  problems.push({
    field: 'school_given',
    severity: 'hold',
    code: 'phase_mismatch',
    reason: `A child ${yearName(client.year_group)} does not fit the ages of ${school?.name ?? client.school_given}.`,
    remedy:
      'Check year group and placement, correct them on the case page and take the application into use.',
  });
}

/** How the sentences begin that matching writes: at the next matching they are written anew. */
const DERIVED = {
  byName: 'School matched by name:',
  otherName: 'School’s name and URN disagree:',
  notFound: 'School not found:',
  ambiguous: 'School not certain:',
  far: 'Position not certain:',
  postcode: 'Postcode not known:',
} as const;

const DERIVED_STARTS: readonly string[] = Object.values(DERIVED);

const POSTCODE_UNKNOWN: Finding = {
  field: 'postcode',
  severity: 'warn',
  code: 'postcode_not_known',
  reason: `${DERIVED.postcode} it is not among the postcodes imported, so the home has no position.`,
  remedy: 'Check the postcode, or set the pin on the case page.',
};

/** What an application keeps of matching: whether it is held, and its questions. */
export function heldAndQuestions(
  application: Pick<Application, 'held_accepted' | 'questions'>,
  settled: Settled,
): Pick<Application, 'held_reason' | 'questions'> {
  const holds = settled.problems.filter((problem) => problem.severity === 'hold');
  const reason = holds.map((problem) => problem.reason).join(' ');
  const kept = application.questions.filter(
    (each) => !DERIVED_STARTS.some((start) => each.startsWith(start)),
  );
  const derived = settled.problems.filter((problem) => problem.severity === 'warn');
  return {
    held_reason: reason === application.held_accepted ? '' : reason,
    questions: [...kept, ...derived.map((problem) => problem.reason)],
  };
}
