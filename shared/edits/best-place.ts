/** Where on a route a client goes best: nothing broken before a lower price, that before less riding. */
import { numberAt } from '../costing/read-settings.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { suits, vehicleBy } from '../planning/fit-vehicles.ts';
import { clientsOf } from './change-plan.ts';
import type { EditFacts } from './edit.ts';
import { pupilsOf, roomNeeded, routeBench, writeRoute, type RouteBench } from './reckon-route.ts';

/** One way to take a client on. */
export interface Place {
  readonly position: number;
  readonly route: PlannedRoute;
  /** Rules broken by a quick look: too few seats or spaces, company that may not be, rides over their limit, a vehicle that does not bear or reach somebody. The audit has the last word. */
  readonly faults: number;
  /** All rides of the route together, seconds. */
  readonly riding_s: number;
}

/** The best place for a client on a route, the others in their order. At `position` where one is given. */
export function bestPlace(
  route: PlannedRoute,
  client_id: number,
  facts: EditFacts,
  position: number | null = null,
): Place {
  const others = clientsOf(route).filter((id) => id !== client_id);
  const bench = routeBench(route, [...others, client_id], facts);
  const at = (place: number): Place => {
    const order = others.toSpliced(place, 0, client_id);
    const written = writeRoute(bench, order);
    return {
      position: place,
      route: written,
      faults: faultsOf(bench, written, facts),
      riding_s: written.stops.reduce((sum, stop) => sum + stop.ride_s, 0),
    };
  };
  if (position !== null) return at(Math.max(0, Math.min(position, others.length)));
  let best = at(0);
  for (let place = 1; place <= others.length; place++) {
    const other = at(place);
    if (comparePlaces(other, best) < 0) best = other;
  }
  return best;
}

/** Fewer faults first, then the lower price, then less riding. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    a.faults - b.faults ||
    a.route.cost_day_pence - b.route.cost_day_pence ||
    a.riding_s - b.riding_s
  );
}

function faultsOf(bench: RouteBench, route: PlannedRoute, facts: EditFacts): number {
  const indices = route.stops.map(bench.indexOf).filter((index) => index > 0);
  const pupils = pupilsOf(bench, indices);
  const needed = roomNeeded(pupils);
  const here = new Set(pupils.map((pupil) => pupil.id));
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
  const company = pupils.filter(
    (pupil) =>
      (pupil.alone && pupils.length > 1) ||
      pupil.notWith.some((id) => id !== pupil.id && here.has(id)),
  ).length;
  const vehicle = vehicleBy(bench.made, route);
  const unsuited = route.stops.filter((stop) => {
    const index = bench.indexOf(stop);
    return !stop.fixed && index > 0 && !suits(bench.made, index, vehicle);
  }).length;
  return (
    Math.max(0, needed.seats - route.seats) +
    Math.max(0, needed.wheelchairs - route.wheelchairs) +
    company +
    unsuited +
    long
  );
}
