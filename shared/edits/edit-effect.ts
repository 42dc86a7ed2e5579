/** What an edit does, in money, minutes and rules. */
import type { Plan, PlannedRoute, PlannedStop, Violation } from '../model/plan.ts';
import type { Touched } from './audit-edited.ts';
import type { StopPlace } from '../model/stop-place.ts';
import { refOf } from './client-journeys.ts';
import type { EditFacts } from './edit.ts';
import { vehicleName } from './put-on.ts';
import { textOf } from '../model/stop-key.ts';

/** One journey that an edit changes. Null where it is on no route. */
export interface RideChange {
  readonly client_id: number;
  /** The council's reference. */
  readonly ref: string;
  /** `home`, or one of the client's other places. */
  readonly place: StopPlace;
  readonly before: Ride | null;
  readonly after: Ride | null;
}

/** A client's journey on a route; seconds, pick-up after midnight. */
export interface Ride {
  readonly route_ref: string;
  readonly pick_up_s: number;
  readonly ride_s: number;
  readonly limit_s: number;
}

/** A route an edit changes. Null where it is not there before or after. */
export interface RouteChange {
  readonly ref: string;
  readonly clients_before: number | null;
  readonly clients_after: number | null;
  /** Names of the vehicle classes; null where the route is not there. */
  readonly vehicle_before: string | null;
  readonly vehicle_after: string | null;
  readonly cost_day_pence_before: number;
  readonly cost_day_pence_after: number;
}

/** Everything an edit changes. Differences are after less before. */
export interface EditEffect {
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly routes: readonly RouteChange[];
  /** Clients whose route, pick-up or ride changes, those most delayed first. */
  readonly rides: readonly RideChange[];
  /** Findings that come and go; broken rules first. */
  readonly came: readonly Violation[];
  readonly went: readonly Violation[];
}

/** Compares the touched routes of two states of a plan. */
export function effectOf(
  change: {
    readonly before: Plan;
    readonly after: Plan;
    readonly touched: Touched;
    readonly findings: {
      readonly before: readonly Violation[];
      readonly after: readonly Violation[];
    };
  },
  facts: EditFacts,
): EditEffect {
  const { touched, findings } = change;
  const sum = (routes: readonly PlannedRoute[], of: (route: PlannedRoute) => number): number =>
    routes.reduce((total, route) => total + of(route), 0);
  const difference = (of: (route: PlannedRoute) => number): number =>
    sum(touched.after, of) - sum(touched.before, of);
  return {
    cost_day_pence: difference((route) => route.cost_day_pence),
    cost_year_pence: difference((route) => route.cost_year_pence),
    routes: routeChanges(touched, facts),
    rides: rideChanges(touched, facts),
    came: missingFrom(findings.before, findings.after),
    went: missingFrom(findings.after, findings.before),
  };
}

function routeChanges({ before, after }: Touched, facts: EditFacts): readonly RouteChange[] {
  const nameOf = (route: PlannedRoute | undefined): string | null =>
    route === undefined ? null : vehicleName(route.vehicle_class, facts);
  const was = new Map(before.map((route) => [route.id, route]));
  const is = new Map(after.map((route) => [route.id, route]));
  return [...new Set([...was.keys(), ...is.keys()])].map((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    return {
      ref: now?.ref ?? old?.ref ?? '',
      clients_before: old?.stops.length ?? null,
      clients_after: now?.stops.length ?? null,
      vehicle_before: nameOf(old),
      vehicle_after: nameOf(now),
      cost_day_pence_before: old?.cost_day_pence ?? 0,
      cost_day_pence_after: now?.cost_day_pence ?? 0,
    };
  });
}

interface Stopping {
  readonly stop: PlannedStop;
  readonly ride: Ride;
}

function ridesOf(routes: readonly PlannedRoute[]): ReadonlyMap<string, Stopping> {
  const rideOf = (route: PlannedRoute, stop: PlannedStop): [string, Stopping] => {
    const { pick_up_s, ride_s, limit_s } = stop;
    return [textOf(stop), { stop, ride: { route_ref: route.ref, pick_up_s, ride_s, limit_s } }];
  };
  return new Map(routes.flatMap((route) => route.stops.map((stop) => rideOf(route, stop))));
}

function rideChanges({ before, after }: Touched, facts: EditFacts): readonly RideChange[] {
  const was = ridesOf(before);
  const is = ridesOf(after);
  const longer = (each: RideChange): number =>
    (each.after?.ride_s ?? 0) - (each.before?.ride_s ?? 0);
  return [...new Map([...was, ...is])]
    .map(([key, { stop }]) => ({
      client_id: stop.client_id,
      ref: refOf(stop.client_id, facts),
      place: stop.place,
      before: was.get(key)?.ride ?? null,
      after: is.get(key)?.ride ?? null,
    }))
    .filter(
      (each) =>
        each.before?.route_ref !== each.after?.route_ref ||
        each.before?.pick_up_s !== each.after?.pick_up_s ||
        each.before?.ride_s !== each.after?.ride_s,
    )
    .toSorted((a, b) => longer(b) - longer(a) || a.client_id - b.client_id);
}

/** Findings of one list that the other has not: the same rule at the same route and client is the same finding. */
function missingFrom(
  others: readonly Violation[],
  these: readonly Violation[],
): readonly Violation[] {
  const keyOf = (each: Violation): string =>
    `${each.code} ${each.severity} ${each.route_ref} ${each.client_id ?? ''}`;
  const known = new Set(others.map(keyOf));
  return these.filter((each) => !known.has(keyOf(each)));
}
