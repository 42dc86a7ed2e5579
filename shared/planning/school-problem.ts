/** One school's clients and running routes as a problem for the route builder. */
import { assistantCompetences } from '../casework/competences.ts';
import { equipmentSeats, equipmentSeatsAt } from '../casework/equipment-space.ts';
import { assistantNeeded, travelsInWheelchair } from '../casework/questions.ts';
import { longestAllowed, rideLimit, type RideLimit } from '../casework/ride-limit.ts';
import type { DayMask } from '../calendar/day-mask.ts';
import { isProvisional } from '../casework/status.ts';
import type { StreetLimit } from '../casework/street-access.ts';
import { tieDownLimitsAt } from '../casework/tie-down.ts';
import type { TieDownLimits } from '../costing/vehicle-settings.ts';
import type { Journey } from '../casework/week.ts';
import { numberAt, rateCardAt, travelBasisAt } from '../costing/read-settings.ts';
import { classOf, type PriceBasis } from '../costing/route-cost.ts';
import { estimatedTravel, type PlacedTable, type Travel } from '../geo/travel.ts';
import { knownPosition, type Position } from '../geo/position.ts';
import type { Client } from '../model/client.ts';
import { HOME, isAtHome, type StopPlace } from '../model/stop-place.ts';
import { mainOf, type CountyFacts, type SchoolWork } from './county.ts';
import { defined } from '../kernel/assert.ts';
import { afternoonRun, morningRun, type HomeRules, type LegTable } from './legs.ts';
import { newRouteTimes } from './run-times.ts';
import { settledTerms } from './settled-terms.ts';
import { EVERY_RUN, runsOf } from './week-runs.ts';
import { UNREACHABLE, type PinnedRoute, type Problem, type Pupil } from './problem.ts';

/** A client with what planning needs to know of them. */
export interface Rider {
  readonly client: Client;
  /** From which address, and on which days. */
  readonly place: StopPlace;
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
  readonly limit: RideLimit;
  readonly provisional: boolean;
  readonly assistant: 'none' | 'shared' | 'own';
  readonly boarding_s: number;
  /** Seats that equipment takes besides the client's own. */
  readonly equipment_seats: number;
  /** Competences that they ask of an assistant, a bit each. */
  readonly trained: number;
  /** What the street of the home keeps away; null: nothing. Not asked of other addresses. */
  readonly street: StreetLimit | null;
}

/** The settings in force for a plan. */
export interface PlanBasis {
  readonly price: PriceBasis;
  readonly days_a_year: number;
  readonly arrive_before_s: number;
  readonly leave_after_s: number;
  /** Kilograms that each vehicle class bears. */
  readonly tie_down: TieDownLimits;
  readonly day_starts_s: number;
  readonly day_ends_s: number;
}

/** A school's problem and what its indices stand for. */
export interface SchoolProblem {
  readonly work: SchoolWork;
  readonly basis: PlanBasis;
  readonly problem: Problem;
  /** Metres and seconds between the school and all riders; the problem's own are its first rows. */
  readonly table: {
    readonly n: number;
    readonly distances: Float64Array;
    readonly durations: Float64Array;
  };
  /** Rider of index `i + 1`. Running routes' clients first, in pick-up order, then those waiting, then journeys on some days. */
  readonly riders: readonly Rider[];
  /** By index: 1 where the school (0) or the rider's home lies on the road network. */
  readonly byRoad: Uint8Array;
  /** How much longer than directly a client may ride where the direct way exceeds the guide. */
  readonly allowance: number;
  /** By rider: the longest ride home, seconds, by the direct way from the school; raised to the ride as it runs for those on a contract. */
  readonly homeLimits: readonly number[];
  /** By rider: the shortest morning that a route can give, seconds: as it runs for those on a contract, else the direct way. */
  readonly shortest: readonly number[];
}

/** Who has an index of the problem. */
export function riderAt({ riders }: Pick<SchoolProblem, 'riders'>, index: number): Rider {
  return defined(riders[index - 1], `rider ${index}`);
}

/** The table with boarding times, for the runs of a route. */
export function legTable(made: SchoolProblem): LegTable {
  return { ...made.table, boarding: (index) => riderAt(made, index).boarding_s };
}

/** Limits and days of the way home. */
export function homeRules(made: SchoolProblem): HomeRules {
  return {
    limit: (index) => made.homeLimits[index - 1] ?? 0,
    ridesOn: (index) => riderAt(made, index).afternoons,
  };
}

/** The settings a plan is made with. */
export function planBasis(facts: CountyFacts): PlanBasis {
  const { settings, on } = facts;
  return {
    price: {
      card: rateCardAt(settings, on),
      dead_mileage_m: numberAt(settings, 'dead_mileage_m', on),
    },
    days_a_year: numberAt(settings, 'days_a_year', on),
    arrive_before_s: numberAt(settings, 'arrive_before_s', on),
    leave_after_s: numberAt(settings, 'leave_after_s', on),
    tie_down: tieDownLimitsAt(settings, on),
    day_starts_s: numberAt(settings, 'school_day_starts_s', on),
    day_ends_s: numberAt(settings, 'school_day_ends_s', on),
  };
}

/** Makes the problem. Distances are whole metres and times whole seconds, so that every machine agrees. */
export function schoolProblem(work: SchoolWork, facts: CountyFacts): SchoolProblem {
  const basis = planBasis(facts);
  const clients = [...work.running.flatMap((route) => route.carried), ...work.waiting];
  const mains = clients.map((client) => toRider(client, mainOf(client, facts), { work, facts }));
  const others = work.others.map(({ client, journey }) =>
    toRider(client, journey, { work, facts }),
  );
  const riders = [...mains, ...others];
  const travel = facts.travel ?? estimatedTravel(travelBasisAt(facts.settings, facts.on));
  const raw = measured(work, travel);
  const table = {
    n: raw.n,
    distances: raw.distances.map(wholeOrNoWay),
    durations: raw.durations.map(wholeOrNoWay),
  };
  const { n, distances, durations } = cut(table, mains.length + 1);
  const allowance = numberAt(facts.settings, 'over_guide_allowance', facts.on);
  const pupils = mains.map((rider, at) => toPupil(rider, at + 1, { table, allowance }));
  const pinned = pinnedRoutes(work, riders, basis);
  const shortest = mains.map((_, at) => durations[(at + 1) * n] ?? 0);
  const homeLimits = riders.map(({ limit }, at) =>
    maxRide(limit, table.durations[at + 1] ?? 0, allowance),
  );
  for (const route of pinned)
    letRunOn(route, { pupils, shortest, homeLimits, table: { n, distances, durations } });
  const dead = basis.price.dead_mileage_m;
  const problem: Problem = {
    name: String(work.school.urn),
    pupils,
    vehicleTypes: basis.price.card.classes.map((each) => ({
      id: each.id,
      layouts: each.layouts,
      namesLayout: true,
      fixed: each.fixed_pence,
      perKm: each.per_km_pence,
      dead: each.dead_mileage_m ?? dead,
      perHour: each.per_hour_pence ?? 0,
      minimum: each.minimum_pence ?? 0,
      count: work.waiting.length,
    })),
    assistantCost: basis.price.card.assistant_pence,
    n,
    distances,
    durations,
    pinned,
    trainedWeight: numberAt(facts.settings, 'trained_assistant_pence', facts.on),
    settled: settledTerms(facts, newRouteTimes(work, basis)),
  };
  return {
    work,
    basis,
    problem,
    table,
    riders,
    byRoad: raw.byRoad,
    allowance,
    homeLimits,
    shortest,
  };
}

/** A network without a way between two places answers Infinity, or nothing that is a number. */
export function wholeOrNoWay(value: number): number {
  return value < UNREACHABLE ? Math.round(value) : UNREACHABLE;
}

/** Whether there is no way from a home to the school, or none back. */
export function hasNoWay({ table }: Pick<SchoolProblem, 'table'>, index: number): boolean {
  const { n, durations } = table;
  return Math.max(durations[index * n] ?? 0, durations[index] ?? 0) >= UNREACHABLE;
}

type Table = SchoolProblem['table'];

/** The first rows and columns of a table. */
function cut(table: Table, n: number): Table {
  if (n === table.n) return table;
  const [distances, durations] = [new Float64Array(n * n), new Float64Array(n * n)];
  for (let from = 0; from < n; from++) {
    const row = from * table.n;
    distances.set(table.distances.subarray(row, row + n), from * n);
    durations.set(table.durations.subarray(row, row + n), from * n);
  }
  return { n, distances, durations };
}

/** A rider as the search and the placing of some days see them. */
export function toPupil(
  rider: Rider,
  index: number,
  { table, allowance }: Pick<SchoolProblem, 'table' | 'allowance'>,
): Pupil {
  const own = rider.assistant === 'own' ? 1 : 0;
  const wheelchair = travelsInWheelchair(rider.client);
  const runs = runsOf(rider.mornings, rider.afternoons);
  return {
    id: rider.client.ref,
    index,
    seats: (wheelchair ? 0 : 1) + own + rider.equipment_seats,
    wheelchairs: wheelchair ? 1 : 0,
    boarding: rider.boarding_s,
    maxRide:
      hasNoWay({ table }, index) || isTooFarHome(rider.limit, table.durations[index] ?? 0)
        ? NO_RIDE
        : maxRide(rider.limit, table.durations[index * table.n] ?? 0, allowance),
    alone: rider.client.sole_occupancy,
    notWith: rider.client.not_with,
    assistant: rider.assistant === 'shared',
    ...(runs === EVERY_RUN ? {} : { runs }),
    ...(rider.trained === 0 ? {} : { trained: rider.trained }),
  };
}

/** The competences that assistants are asked for, in the order of their bits: as `competences.ts` names them. */
const TRAINED_IN = [
  'Harness',
  'Medical care on the way',
  'Moving and handling',
  'Rescue medication',
];

function trainedBits(client: Client, transfer_help: string): number {
  return assistantCompetences(client, transfer_help).reduce(
    (mask, each) => mask | (1 << TRAINED_IN.indexOf(each)),
    0,
  );
}

/** A client with what planning needs to know of them, on a journey to a school. */
export function toRider(
  client: Client,
  journey: Journey | null,
  { work, facts }: { readonly work: Pick<SchoolWork, 'school'>; readonly facts: CountyFacts },
): Rider {
  const { settings, on } = facts;
  const key = travelsInWheelchair(client) ? 'boarding_wheelchair_s' : 'boarding_walking_s';
  return {
    client,
    place: journey?.place ?? HOME,
    mornings: journey?.mornings ?? 0,
    afternoons: journey?.afternoons ?? 0,
    limit: rideLimit(client, work.school, facts),
    provisional: isProvisional(client, facts.applications.get(client.id) ?? null),
    assistant: assistantNeeded(client),
    boarding_s: numberAt(settings, key, on),
    trained: trainedBits(client, facts.transfer_help?.get(client.id) ?? ''),
    equipment_seats: equipmentSeats(client, equipmentSeatsAt(settings, on)),
    street: isAtHome(journey?.place ?? HOME) ? (facts.streets?.get(client.id) ?? null) : null,
  };
}

/**
 * The longest ride the search may give. Nobody goes without a vehicle because the direct journey is
 * longer than the guide: such a client may ride a little longer than directly. A clinical limit stands, but for a
 * recorded waiver.
 */
export function maxRide(limit: RideLimit, direct_s: number, allowance: number): number {
  if (limit.kind === 'clinical') return longestAllowed(limit);
  return Math.max(limit.limit_s, Math.ceil(direct_s * allowance));
}

/** No ride at all is short enough: the search leaves the client out for the limit's sake. */
const NO_RIDE = -1;

/** Whether even the direct way home takes longer than a clinician allows. */
function isTooFarHome(limit: RideLimit, home_direct_s: number): boolean {
  return limit.kind === 'clinical' && home_direct_s > longestAllowed(limit);
}

/**
 * The ways between the school and all riders. A contract goes on though the network has no way to somebody it carries: like a home that is
 * not known, theirs is taken to be the stop before, and the route counts as estimated.
 */
function measured(work: SchoolWork, travel: Travel): PlacedTable {
  const raw = travel.table(pointsOf(work, NOBODY));
  const carried = work.running.flatMap((route) => route.carried);
  const at = carried.flatMap((_, i) => (isCutOff(raw, i + 1) ? [i] : []));
  if (at.length === 0) return raw;
  const cutOff = new Set(at.flatMap((i) => carried[i]?.id ?? []));
  const instead = travel.table(pointsOf(work, cutOff));
  return { ...instead, byRoad: instead.byRoad.map((on, i) => (at.includes(i - 1) ? 0 : on)) };
}

function isCutOff({ n, durations }: PlacedTable, index: number): boolean {
  return !((durations[index * n] ?? 0) < UNREACHABLE && (durations[index] ?? 0) < UNREACHABLE);
}

const NOBODY: ReadonlySet<number> = new Set();

/** The school, then each rider. A carried client whose home is not known is taken to live at the stop before. */
function pointsOf(work: SchoolWork, cutOff: ReadonlySet<number>): readonly Position[] {
  const homeOf = (client: Client): Position | null =>
    cutOff.has(client.id) ? null : knownPosition(client);
  const known = [...work.running.flatMap((route) => route.carried), ...work.waiting]
    .map(knownPosition)
    .find((each) => each !== null);
  const school = knownPosition(work.school) ?? known ?? { lat: 0, lon: 0 };
  const points: Position[] = [school];
  for (const { carried } of work.running) {
    let last = carried.map(homeOf).find((each) => each !== null) ?? school;
    for (const client of carried) {
      last = homeOf(client) ?? last;
      points.push(last);
    }
  }
  for (const client of work.waiting) points.push(knownPosition(client) ?? school);
  for (const { journey } of work.others) points.push(knownPosition(journey) ?? school);
  return points;
}

function pinnedRoutes(
  work: SchoolWork,
  riders: readonly Rider[],
  basis: PlanBasis,
): readonly PinnedRoute[] {
  let next = 0;
  const fresh = newRouteTimes(work, basis);
  return work.running.map((route): PinnedRoute => {
    const { arrives_s, departs_s, assistant } = route.contract;
    const first = next;
    next += route.carried.length;
    const own = riders.slice(first, next).filter((rider) => rider.assistant === 'own').length;
    return {
      id: route.contract.ref,
      pupils: route.carried.map((_, i) => first + i + 1),
      room: { seats: route.contract.seats, wheelchairs: route.contract.wheelchairs },
      perKm: classOf(basis.price.card, route.contract).per_km_pence,
      // The contract's assistant may be the one kept for a single client, who is counted with them.
      assistant: assistant && own === 0,
      ...(assistant || own > 0 ? { helped: true } : {}),
      times: { arrive: arrives_s ?? fresh.arrive, depart: departs_s ?? fresh.depart },
    };
  });
}

/** Whoever rides too long already rides on, but no longer than now: limits are raised to the ride as it stands. */
function letRunOn(
  route: PinnedRoute,
  at: {
    readonly pupils: Pupil[];
    readonly shortest: number[];
    readonly homeLimits: number[];
    readonly table: Omit<LegTable, 'boarding'>;
  },
): void {
  const { pupils, shortest, homeLimits } = at;
  const table = { ...at.table, boarding: (index: number) => pupils[index - 1]?.boarding ?? 0 };
  const { rides } = morningRun(route.pupils, table);
  const home = afternoonRun(route.pupils.toReversed(), table).rides.toReversed();
  route.pupils.forEach((index, i) => {
    const ride = rides[i] ?? 0;
    const pupil = pupils[index - 1];
    if (pupil === undefined) return;
    shortest[index - 1] = ride;
    homeLimits[index - 1] = Math.max(homeLimits[index - 1] ?? 0, home[i] ?? 0);
    if (ride > pupil.maxRide) pupils[index - 1] = { ...pupil, maxRide: ride };
  });
}
