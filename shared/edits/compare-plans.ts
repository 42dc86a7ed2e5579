/** Two plans side by side: cost, ride times, vehicles, and child by child who is affected. */
import { rateCardAt } from '../costing/read-settings.ts';
import type { Plan, PlannedRoute, PlannedStop } from '../model/plan.ts';
import { isOverLimit, longerRide } from '../model/plan-rides.ts';
import { disruptionBetween, disruptionPricesAt, type Disruption } from '../planning/disruption.ts';
import { differencesBetween, type DifferentRoute } from './different-routes.ts';
import type { EditFacts } from './edit.ts';

/** What a plan comes to. Money in pence, times in seconds, lengths in metres. */
export interface PlanFigures {
  readonly routes: number;
  readonly new_routes: number;
  readonly clients: number;
  readonly unallocated: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly distance_m: number;
  /** Mean ride to school of all clients aboard; 0 where there are none. */
  readonly mean_ride_s: number;
  readonly longest_ride_s: number;
  /** Clients who ride longer than their limit, and those of them with a clinical one. */
  readonly over_limit: number;
  readonly over_clinical: number;
  /** Routes on which an assistant travels. */
  readonly with_assistant: number;
  readonly alone: number;
  readonly broken: number;
  /** Routes by vehicle class, the most used first. */
  readonly vehicles: readonly { readonly vehicle_class: string; readonly routes: number }[];
}

/** How many routes two plans share. */
export interface RouteCounts {
  /** The same clients in the same order with the same vehicle. */
  readonly same: number;
  readonly changed: number;
  readonly only_a: number;
  readonly only_b: number;
}

/** A child's seat in one plan; seconds, pick-up after midnight. */
export interface Seat {
  readonly route_ref: string;
  readonly pick_up_s: number;
  readonly ride_s: number;
  readonly limit_s: number;
}

/** What differs between two plans; b less a is what b would change. */
export interface PlanComparison {
  readonly a: PlanFigures;
  readonly b: PlanFigures;
  readonly routes: RouteCounts;
  /** Clients of either plan. */
  readonly clients: number;
  /** Child by child what b changes for those whom a carries, with the planner's prices. */
  readonly disruption: Disruption;
  /** Both seats of each child of the disruption, in its order; null: on no route. */
  readonly seats: readonly { readonly a: Seat | null; readonly b: Seat | null }[];
  /** Clients whom only b carries. */
  readonly gained: readonly number[];
}

/** Compares two plans. */
export function comparePlans(
  a: Plan,
  b: Plan,
  facts: Pick<EditFacts, 'settings' | 'on' | 'clients' | 'schools'>,
): PlanComparison {
  const was = seatsOf(a);
  const is = seatsOf(b);
  const ids = new Set([
    ...was.keys(),
    ...is.keys(),
    ...a.unallocated.map((each) => each.client_id),
    ...b.unallocated.map((each) => each.client_id),
  ]);
  const { classes } = rateCardAt(facts.settings, facts.on);
  const disruption = disruptionBetween(a, b, {
    prices: disruptionPricesAt(facts.settings, facts.on),
    refOf: (id) => facts.clients.get(id)?.ref ?? `client ${id}`,
    vehicleName: (id) => classes.find((each) => each.id === id)?.name ?? id,
    schoolName: (urn) => (urn === null ? '' : (facts.schools.get(urn)?.name ?? '')),
  });
  return {
    a: figuresOf(a),
    b: figuresOf(b),
    routes: routeCounts(a, b),
    clients: ids.size,
    disruption,
    seats: disruption.children.map(({ client_id }) => ({
      a: was.get(client_id) ?? null,
      b: is.get(client_id) ?? null,
    })),
    gained: [...is.keys()].filter((id) => !was.has(id)).toSorted((x, y) => x - y),
  };
}

function seatsOf(plan: Plan): ReadonlyMap<number, Seat> {
  const seatOf = (route: PlannedRoute, stop: PlannedStop): Seat => ({
    route_ref: route.ref,
    pick_up_s: stop.pick_up_s,
    ride_s: stop.ride_s,
    limit_s: stop.limit_s,
  });
  return new Map(
    plan.routes.flatMap((route) =>
      route.stops.map((stop) => [stop.client_id, seatOf(route, stop)] as const),
    ),
  );
}

/** What a plan comes to. */
function figuresOf(plan: Plan): PlanFigures {
  const stops = plan.routes.flatMap((route) => route.stops);
  const sum = (of: (route: PlannedRoute) => number): number =>
    plan.routes.reduce((total, route) => total + of(route), 0);
  const over = stops.filter(isOverLimit);
  const vehicles = new Map<string, number>();
  for (const { vehicle_class } of plan.routes)
    vehicles.set(vehicle_class, (vehicles.get(vehicle_class) ?? 0) + 1);
  const riding = stops.reduce((total, stop) => total + stop.ride_s, 0);
  return {
    routes: plan.routes.length,
    new_routes: plan.routes.filter((route) => route.contract_id === null).length,
    clients: stops.length,
    unallocated: plan.unallocated.length,
    cost_day_pence: sum((route) => route.cost_day_pence),
    cost_year_pence: sum((route) => route.cost_year_pence),
    distance_m: sum((route) => route.distance_m),
    mean_ride_s: stops.length === 0 ? 0 : riding / stops.length,
    longest_ride_s: stops.reduce((longest, stop) => Math.max(longest, longerRide(stop)), 0),
    over_limit: over.length,
    over_clinical: over.filter((stop) => stop.limit_kind === 'clinical').length,
    with_assistant: plan.routes.filter((route) => route.assistant).length,
    alone: plan.routes.filter((route) => route.stops.length === 1).length,
    broken: plan.audit.violations.filter((each) => each.severity === 'broken').length,
    vehicles: [...vehicles]
      .map(([vehicle_class, routes]) => ({ vehicle_class, routes }))
      .toSorted((x, y) => y.routes - x.routes || (x.vehicle_class < y.vehicle_class ? -1 : 1)),
  };
}

function routeCounts(a: Plan, b: Plan): RouteCounts {
  const { routes, same } = differencesBetween(a, b);
  const count = (kind: DifferentRoute['kind']): number =>
    routes.filter((each) => each.kind === kind).length;
  return { same, changed: count('changed'), only_a: count('gone'), only_b: count('new') };
}
