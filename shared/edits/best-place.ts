/** Where on a route a stop goes best: nothing broken before a lower price, that before less riding; and the vehicle that this takes. */
import { numberAt } from '../costing/read-settings.ts';
import type { VehicleClass } from '../model/money.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { anyPupil, holdsEachDay, isGoodCompany } from '../planning/day-room.ts';
import { suits, vehicleBy } from '../planning/fit-vehicles.ts';
import type { Pupil, Room } from '../planning/problem.ts';
import { crewsOf } from '../planning/week-runs.ts';
import type { EditFacts } from './edit.ts';
import { bestSharedPlace } from './best-shared-place.ts';
import { comparePlaces, type Decided, type Place } from './place.ts';
import {
  indicesOf,
  ofOneSchool,
  routeBench,
  writeRoute,
  type RouteBench,
} from '../planning/reckon/reckon-route.ts';
import { sharedBench } from '../planning/reckon/reckon-shared.ts';
import { isSameStop, type StopKey } from '../model/stop-key.ts';

/**
 * The best place for a stop on a route, the others in their order. A route that is not let yet gets the cheapest class that holds and
 * bears everyone and gets to every home, where its own does not.
 */
export function bestPlace(
  route: PlannedRoute,
  stop: StopKey,
  facts: EditFacts,
  { position = null, keepsVehicle = false }: Decided = {},
): Place {
  const others = route.stops.filter((each) => !isSameStop(each, stop));
  const shared = sharedBench(route, [...others, stop], facts);
  if (shared !== null) return bestSharedPlace(shared, others, stop, { position, keepsVehicle });
  const alone = ofOneSchool(route, [...others, stop], facts);
  const bench = routeBench(alone, [...others, stop], facts);
  const at = (place: number): Place => placeAt(bench, others, { place, stop });
  const fitted = (place: Place): Place =>
    keepsVehicle ? place : (inClassThatSuits(bench, others, { place, stop }) ?? place);
  if (position !== null) return fitted(at(Math.max(0, Math.min(position, others.length))));
  let best = at(0);
  for (let place = 1; place <= others.length; place++) {
    const other = at(place);
    if (comparePlaces(other, best) < 0) best = other;
  }
  return fitted(best);
}

function placeAt(
  bench: RouteBench,
  others: readonly StopKey[],
  { place, stop }: { readonly place: number; readonly stop: StopKey },
): Place {
  const route = writeRoute(bench, others.toSpliced(place, 0, stop));
  return {
    position: place,
    route,
    faults: faultsOf(bench, route),
    riding_s: route.stops.reduce((sum, each) => sum + each.ride_s, 0),
  };
}

/** The same place in the cheapest class that holds and suits everyone; null where the vehicle does already, is a contract's, or no class does. */
function inClassThatSuits(
  bench: RouteBench,
  others: readonly StopKey[],
  { place, stop }: { readonly place: Place; readonly stop: StopKey },
): Place | null {
  const { made, base } = bench;
  if (base.contract_id !== null) return null;
  const pupils = indicesOf(bench, place.route.stops);
  const does = (vehicle: Pick<VehicleClass, 'id' | 'layouts'>): boolean =>
    pupils.every((index) => suits(made, index, vehicle)) &&
    holdsEachDay(made, { rooms: vehicle.layouts, assistant: false, pupils });
  if (does(vehicleBy(made, base))) return null;
  let best: Place | null = null;
  for (const vehicle of made.basis.price.card.classes.filter(does)) {
    const [room = base] = vehicle.layouts;
    const own = { ...bench, base: { ...base, ...room, vehicle_class: vehicle.id } };
    const other = placeAt(own, others, { place: place.position, stop });
    if (best === null || comparePlaces(other, best) < 0) best = other;
  }
  return best;
}

function faultsOf(bench: RouteBench, route: PlannedRoute): number {
  const { made, facts } = bench;
  const crews = crewsOf(indicesOf(bench, route.stops).map((index) => anyPupil(made, index)));
  const helper = made.problem.pinned[0]?.assistant === true;
  const needed = crews.map((crew) => roomNeeded(crew, helper));
  const short = (of: keyof Room): number =>
    Math.max(0, ...needed.map((room) => room[of] - route[of]));
  const allowance = numberAt(facts.settings, 'over_guide_allowance', facts.on);
  const long = route.stops.filter((stop) => {
    if (stop.limit_kind === 'clinical')
      return Math.max(stop.ride_s, stop.home_ride_s) > stop.limit_s;
    const isOver = (ride_s: number, direct_s: number): boolean =>
      ride_s > Math.max(stop.limit_s, Math.ceil(direct_s * allowance));
    return (
      !stop.fixed &&
      (isOver(stop.ride_s, stop.direct_s) || isOver(stop.home_ride_s, stop.home_direct_s))
    );
  }).length;
  const company = crews.filter((crew) => !isGoodCompany(crew)).length;
  const vehicle = vehicleBy(made, route);
  const unsuited = route.stops.filter((stop) => {
    const index = bench.indexOf(stop);
    return !stop.fixed && index > 0 && !suits(made, index, vehicle);
  }).length;
  return short('seats') + short('wheelchairs') + company + unsuited + long;
}

/** Seats and wheelchair spaces that a crew and its assistants take. */
function roomNeeded(crew: readonly Pupil[], helper: boolean): Room {
  const shared = helper || crew.some((pupil) => pupil.assistant) ? 1 : 0;
  return {
    seats: crew.reduce((sum, pupil) => sum + pupil.seats, shared),
    wheelchairs: crew.reduce((sum, pupil) => sum + pupil.wheelchairs, 0),
  };
}

/** A new route in the class in which its stops, in their order, break least and cost least; one whose contract is let keeps its vehicle. */
export function inBestClass(route: PlannedRoute, facts: EditFacts): PlannedRoute {
  if (route.contract_id !== null) return route;
  const bench = routeBench(route, route.stops, facts);
  const asPlaced = (each: PlannedRoute): Place => ({
    position: 0,
    route: each,
    faults: faultsOf(bench, each),
    riding_s: 0,
  });
  let best = asPlaced(writeRoute(bench, route.stops));
  for (const { id, layouts } of bench.made.basis.price.card.classes) {
    const [room = route] = layouts;
    const { seats, wheelchairs } = room;
    const base = { ...route, vehicle_class: id, seats, wheelchairs };
    const other = asPlaced(writeRoute({ ...bench, base }, route.stops));
    if (comparePlaces(other, best) < 0) best = other;
  }
  return best.route;
}
