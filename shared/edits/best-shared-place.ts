/** Where on a shared route a stop goes best, judged as on any other, and by the rules of sharing besides. */
import { apartBecause, mayAllShare } from '../casework/shared-routes.ts';
import { numberAt } from '../costing/read-settings.ts';
import type { VehicleClass } from '../model/money.ts';
import type { PlannedRoute } from '../model/plan.ts';
import type { StopKey } from '../model/stop-key.ts';
import { planBasis, type Rider } from '../planning/school-problem.ts';
import { isGoodCompany, layoutFor, roomOf, suits, suitsRider } from '../planning/sharing/shared-fit.ts'; // prettier-ignore
import { rulesOf } from '../planning/sharing/schools-served.ts';
import { crewsOf } from '../planning/sharing/write-shared.ts';
import { comparePlaces, type Decided, type Place } from './place.ts';
import { writeShared, type SharedBench } from '../planning/reckon/reckon-shared.ts';

/** The best place for a stop on a shared route, the others in their order; a new route's vehicle grows where it has to. */
export function bestSharedPlace(
  bench: SharedBench,
  others: readonly StopKey[],
  stop: StopKey,
  { position = null, keepsVehicle = false }: Decided,
): Place {
  const places = position === null ? [...others, stop].map((_, at) => at) : [Math.max(0, Math.min(position, others.length))]; // prettier-ignore
  const [first = 0, ...rest] = places;
  let best = placeAt(bench, others, { place: first, stop });
  for (const place of rest) {
    const other = placeAt(bench, others, { place, stop });
    if (comparePlaces(other, best) < 0) best = other;
  }
  return keepsVehicle ? best : (inClassThatSuits(bench, best) ?? best);
}

function placeAt(
  bench: SharedBench,
  others: readonly StopKey[],
  { place, stop }: { readonly place: number; readonly stop: StopKey },
): Place {
  return placeOf(bench, place, writeShared(bench, others.toSpliced(place, 0, stop)));
}

function placeOf(bench: SharedBench, position: number, route: PlannedRoute): Place {
  const riding_s = route.stops.reduce((sum, each) => sum + each.ride_s, 0);
  return { position, route, faults: faultsOf(bench, route), riding_s };
}

/** The same order in the cheapest class that holds and suits everyone; null where the vehicle does already, is a contract's, or no class does. */
function inClassThatSuits(bench: SharedBench, { position, route }: Place): Place | null {
  const { base, table, contract, facts } = bench;
  if (contract !== null) return null;
  const basis = planBasis(facts);
  const crews = crewsOf(table, rowsOf(bench, route));
  const roomIn = (vehicle: VehicleClass) =>
    suits(vehicle, table, basis) ? layoutFor(vehicle, crews) : null;
  const { classes } = basis.price.card;
  const now = classes.find((each) => each.id === base.vehicle_class);
  if (now !== undefined && roomIn(now) !== null) return null;
  let best: Place | null = null;
  for (const vehicle of classes) {
    const room = roomIn(vehicle);
    if (room === null) continue;
    const own = { ...bench, base: { ...base, ...room, vehicle_class: vehicle.id } };
    const other = placeOf(own, position, writeShared(own, route.stops));
    if (best === null || comparePlaces(other, best) < 0) best = other;
  }
  return best;
}

function rowsOf(bench: SharedBench, route: PlannedRoute): readonly number[] {
  return route.stops.map(bench.indexOf).filter((at) => at >= 0);
}

/** Rules broken by a quick look; the audit has the last word. */
function faultsOf(bench: SharedBench, route: PlannedRoute): number {
  const { table, contract, facts } = bench;
  const rules = rulesOf(facts);
  const crews = crewsOf(table, rowsOf(bench, route));
  const supplied = contract?.assistant === true ? 1 : 0;
  const needed = crews.map((crew) => roomOf(crew, supplied));
  const short = (of: 'seats' | 'wheelchairs'): number =>
    Math.max(0, ...needed.map((room) => room[of] - route[of]));
  const company = crews.filter((crew) => !isKind(crew)).length;
  const forbidden = mayAllShare(table.schools, rules) ? 0 : 1;
  const apart = table.riders.filter(
    ({ rider, fixed }) => !fixed && apartBecause(rider.client, rules) !== null,
  ).length;
  return missedBells(bench, route) + short('seats') + short('wheelchairs') + company + forbidden + apart + unsuited(bench, route) + longRides(bench, route); // prettier-ignore
}

/** Whoever has sole occupancy has no company; nobody is with whom they may not be. */
function isKind(crew: readonly Rider[]): boolean {
  return (crew.length < 2 || !crew.some(({ client }) => client.sole_occupancy)) && isGoodCompany(crew); // prettier-ignore
}

function unsuited({ table, facts }: SharedBench, route: PlannedRoute): number {
  const basis = planBasis(facts);
  const vehicle = basis.price.card.classes.find((each) => each.id === route.vehicle_class);
  if (vehicle === undefined) return 0;
  return table.riders.filter((each) => !each.fixed && !suitsRider(vehicle, each, basis)).length;
}

function longRides({ facts }: SharedBench, { stops }: PlannedRoute): number {
  const allowance = numberAt(facts.settings, 'over_guide_allowance', facts.on);
  const isOver = (ride_s: number, limit_s: number, direct_s: number): boolean =>
    ride_s > Math.max(limit_s, Math.ceil(direct_s * allowance));
  return stops.filter((stop) => {
    const { ride_s, home_ride_s, limit_s, limit_kind } = stop;
    if (limit_kind === 'clinical') return Math.max(ride_s, home_ride_s) > limit_s;
    return (
      !stop.fixed &&
      (isOver(ride_s, limit_s, stop.direct_s) || isOver(home_ride_s, limit_s, stop.home_direct_s))
    );
  }).length;
}

/** Calls that keep no bell, at schools to which nobody is carried by the contract already. */
function missedBells({ table, facts }: SharedBench, { calls = [] }: PlannedRoute): number {
  const basis = planBasis(facts);
  const { early_s } = rulesOf(facts);
  return calls.filter(({ school_urn, arrive_s, depart_s }) => {
    const row = table.schools.findIndex((each) => each.urn === school_urn);
    if (table.riders.some((each) => each.fixed && each.school === row)) return false;
    const starts = table.schools[row]?.day_starts_s ?? basis.day_starts_s;
    const ends = table.schools[row]?.day_ends_s ?? basis.day_ends_s;
    const isThere = arrive_s <= starts && arrive_s >= starts - Math.max(early_s, basis.arrive_before_s); // prettier-ignore
    const isHome = depart_s >= ends && depart_s <= ends + Math.max(early_s, basis.leave_after_s);
    return !isThere || !isHome;
  }).length;
}
