import { addDays, daysBetween, isoDate, type IsoDate, type Weekday } from '../calendar/dates.ts';
import { WEEKDAYS } from '../calendar/dates.ts';
import type { Random } from '../kernel/random.ts';
import type { Client, Need } from '../model/client.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Position } from '../geo/position.ts';
import { drawHome, drawPostcode, drawStreet, type Home } from './homes.ts';
import {
  CARERS_LOOKED_AFTER,
  FORENAMES,
  LANGUAGES,
  MEN,
  RELATIONSHIPS,
  SURNAMES,
  WOMEN,
  type CarerSex,
} from './names.ts';
import type { Placer } from './placements.ts';
import type { Place } from './places.ts';
import type { DemoSchool } from './schools.ts';
import { drawSupport } from './support.ts';

/** A child with the school that the generator placed them at. */
export interface Child {
  readonly client: Client;
  readonly placed: DemoSchool;
}

/** What a child is drawn from. */
export interface ChildPlan {
  readonly id: number;
  readonly ref: string;
  readonly need: Need | null;
  readonly year_group: number;
  /** Carried last year already. */
  readonly continuing: boolean;
}

/** Sources that a child is drawn with. */
export interface ChildSources {
  readonly random: Random;
  readonly places: readonly (readonly [Place, number])[];
  readonly placer: Placer;
}

/** A first year of an academic year's start: the year planned by the demonstration is 2026/27. */
const YEAR_STARTS = 2026;
/** Share of children who live with a brother or sister already drawn [A]. */
const SIBLING_SHARE = 0.035;

const SECTION_I = [
  ['School named, no condition', 88],
  ['School named; parental preference, a nearer school is also named', 8],
  ['Type of school only', 4],
] as const;
const HANDOVERS = [
  ['Met by parent', 64],
  ['Must be met by a named adult', 24],
  ['Older brother or sister may meet', 4],
  ['May let themselves in', 8],
] as const;
const NOTES = [
  ['', 88],
  ['Front seat only', 3],
  ['Anxious with new drivers: send a photograph first', 3],
  ['Ear defenders, no radio', 3],
  ['Narrow lane, turn at the farm gate', 2],
  ['Gate code held by the office', 1],
] as const;

/** Draws children one after another; some are siblings of one drawn before. */
export function childMaker(sources: ChildSources): (plan: ChildPlan) => Child {
  const { random, places, placer } = sources;
  const drawn: Client[] = [];
  return (plan) => {
    const brother =
      drawn.length > 0 && random.chance(SIBLING_SHARE)
        ? drawn[drawn.length - 1 - random.below(Math.min(drawn.length, 400))]
        : undefined;
    const home = brother ? homeOf(brother) : drawHome(random, places);
    const placed = placer.place(random, { ...home, ...plan });
    const client = drawClient({ sources, plan, home, placed, brother: brother ?? null });
    drawn.push(client);
    return { client, placed };
  };
}

interface Drawn {
  readonly sources: ChildSources;
  readonly plan: ChildPlan;
  readonly home: Home;
  readonly placed: DemoSchool;
  readonly brother: Client | null;
}

function homeOf(client: Client): Home {
  return {
    lat: client.lat ?? 0,
    lon: client.lon ?? 0,
    address: client.home_address,
    postcode: client.postcode,
    district_code: client.district_code,
    place: '',
  };
}

function drawClient(drawn: Drawn): Client {
  const { sources, plan, home, placed } = drawn;
  const { random } = sources;
  const looked_after =
    drawn.brother === null ? random.chance(0.045) : drawn.brother.care_status !== '';
  const position_source = random.weighted([
    ['coordinates', 97],
    ['pin', 3],
  ] as const);
  return {
    ...drawFamily(drawn, looked_after),
    ...drawSecondHome(random, sources.places, home),
    id: plan.id,
    ref: plan.ref,
    date_of_birth: drawBirth(random, plan.year_group),
    year_group: plan.year_group >= 15 ? null : plan.year_group,
    home_address: home.address,
    postcode: home.postcode,
    uprn: '',
    lat: home.lat,
    lon: home.lon,
    position_source,
    position_error_m: position_source === 'pin' ? 30 : 10,
    district_code: home.district_code,
    care_status: looked_after ? 'Looked after' : '',
    school_urn: placed.school.urn,
    school_given: placed.school.name,
    school_urn_given: placed.kind === 'far' ? '' : String(placed.school.urn),
    ehcp: placed.kind === 'alternative' ? random.chance(0.7) : true,
    section_i: random.weighted(SECTION_I),
    need: plan.need,
    low_income_basis: random.chance(0.26)
      ? random.pick(['Free school meals', 'Universal Credit, under threshold'])
      : '',
    religion_or_belief: '',
    social_worker: looked_after || random.chance(0.07),
    ...drawSupport(random, plan.need, plan.year_group),
    not_with: [],
    handover: random.weighted(HANDOVERS),
    days: drawDays(random, placed),
    clinical_limit_s: null,
    transport_start_on: null,
    protected_address: random.chance(looked_after ? 0.1 : 0.006),
    notes: random.weighted(NOTES),
    tif_signed: 'none',
    tif_year: null,
  };
}

type Family = Pick<
  Client,
  'forename' | 'surname' | 'carer_name' | 'carer_relationship' | 'phone' | 'language_or_format'
>;

function drawFamily({ sources: { random }, brother }: Drawn, looked_after: boolean): Family {
  const forename = random.pick(FORENAMES);
  if (brother !== null) {
    const { surname, carer_name, carer_relationship, phone, language_or_format } = brother;
    return { forename, surname, carer_name, carer_relationship, phone, language_or_format };
  }
  const doubled = random.chance(0.06) ? `${random.pick(SURNAMES)}-` : '';
  const surname = `${doubled}${random.pick(SURNAMES)}`;
  const shares = !looked_after && random.chance(0.78);
  const [carer_relationship, sex] = random.weighted(
    looked_after ? CARERS_LOOKED_AFTER : RELATIONSHIPS,
  );
  return {
    forename,
    surname,
    carer_name: `${drawCarer(random, sex)} ${shares ? surname : random.pick(SURNAMES)}`,
    carer_relationship,
    // Ofcom keeps 01632 960000 to 960999 for drama: no such number rings anywhere.
    phone: `01632 960${String(random.below(1000)).padStart(3, '0')}`,
    language_or_format: random.weighted(LANGUAGES),
  };
}

function drawCarer(random: Random, sex: CarerSex): string {
  if (sex === 'either') return random.pick(random.chance(0.7) ? WOMEN : MEN);
  return random.pick(sex === 'woman' ? WOMEN : MEN);
}

type SecondHome = Pick<Client, 'second_address' | 'second_postcode' | 'second_days'>;

function drawSecondHome(
  random: Random,
  places: readonly (readonly [Place, number])[],
  home: Position,
): SecondHome {
  if (!random.chance(0.06)) return { second_address: '', second_postcode: '', second_days: [] };
  const place = nearPlace(random.weighted(places), places, home);
  const days: readonly Weekday[] = random.chance(0.5) ? ['Thu', 'Fri'] : ['Fri'];
  return {
    second_address: `${drawStreet(random)}, ${place.name}`,
    second_postcode: drawPostcode(random, place),
    second_days: days,
  };
}

/** How many places about a home the other parent may live in [A]: who shares a child's week does not live across the county. */
const PLACES_ABOUT = 5;

/** One of the places about a home, told by one drawn of the whole county. */
function nearPlace(
  drawn: Place,
  places: readonly (readonly [Place, number])[],
  home: Position,
): Place {
  const about = places
    .map(([place]) => place)
    .toSorted((a, b) => straightLineMetres(a, home) - straightLineMetres(b, home));
  const at = places.findIndex(([place]) => place === drawn) % PLACES_ABOUT;
  return about[at] ?? drawn;
}

/** Colleges run three days; a few children have a part-time timetable [A]. */
function drawDays(random: Random, placed: DemoSchool): readonly Weekday[] {
  if (placed.kind === 'college') return ['Mon', 'Tue', 'Wed'];
  return random.chance(0.02) ? ['Mon', 'Wed', 'Fri'] : WEEKDAYS;
}

/** Born between 1 September and 31 August, so as to be in the year group by age. */
function drawBirth(random: Random, year_group: number): IsoDate {
  const first = isoDate(`${YEAR_STARTS - year_group - 5}-09-01`);
  const last = isoDate(`${YEAR_STARTS - year_group - 4}-08-31`);
  return addDays(first, random.below(daysBetween(first, last) + 1));
}
