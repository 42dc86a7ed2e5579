/** Puts changed routes and lists into a plan, and says what is wrong with what an edit asks for. */
import { rateCardAt } from '../costing/read-settings.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { VehicleClass } from '../model/money.ts';
import type { Plan, PlannedRoute, Unallocated } from '../model/plan.ts';
import type { School } from '../model/school.ts';
import { isShared, schoolsOfRoute } from '../model/route-schools.ts';
import { nameRoutes } from '../planning/route-refs.ts';
import { countyStanding } from '../planning/reckon/county-standing.ts';
import { stopWords } from './client-journeys.ts';
import type { EditFacts } from './edit.ts';
import { reckonRoute } from '../planning/reckon/reckon-route.ts';
import { isSameStop, type StopKey } from '../model/stop-key.ts';

/** What an edit changes of a plan. */
export interface PlanChange {
  /** Routes as they are now; one with an id that the plan has not is added. */
  readonly routes?: readonly PlannedRoute[];
  readonly closed?: readonly number[];
  /** Clients no longer on the list of the unallocated. */
  readonly placed?: readonly number[];
  readonly unallocated?: readonly Unallocated[];
}

/** The plan with a change; new routes get their references. */
export function changePlan(plan: Plan, change: PlanChange, facts: EditFacts): Plan {
  const changed = new Map((change.routes ?? []).map((route) => [route.id, route]));
  const closed = new Set(change.closed ?? []);
  const known = new Set(plan.routes.map((route) => route.id));
  const routes = [
    ...plan.routes
      .filter((route) => !closed.has(route.id))
      .map((route) => changed.get(route.id) ?? route),
    ...[...changed.values()].filter((route) => !known.has(route.id)),
  ];
  const placed = new Set(change.placed ?? []);
  const added = change.unallocated ?? [];
  for (const { client_id } of added) placed.add(client_id);
  const unallocated = [
    ...plan.unallocated.filter((each) => !placed.has(each.client_id)),
    ...added,
  ].toSorted((a, b) => a.client_id - b.client_id);
  return {
    ...plan,
    routes: nameRoutes(routes, (urn) => (urn === null ? '' : (facts.schools.get(urn)?.name ?? '')), facts.spent_refs), // prettier-ignore
    unallocated,
    distance_basis: routes.some((route) => route.distance_basis === 'road') ? 'road' : 'estimated',
  };
}

/** An id for a route that the store has not seen: below zero, and none that the plan has. */
export function freshId(plan: Plan): number {
  return Math.min(0, ...plan.routes.map((route) => route.id)) - 1;
}

/** The route of an id that a person may change. */
export function openRoute(plan: Plan, route_id: number): Result<PlannedRoute> {
  const route = plan.routes.find((each) => each.id === route_id);
  if (route === undefined)
    return fail('no_route', 'This plan has no such route.', 'Choose a route of the plan shown.', {
      route_id,
    });
  return route.locked === true ? isLocked(route) : ok(route);
}

/** An unlocked route that can be reckoned anew. */
export function routeToChange(
  plan: Plan,
  route_id: number,
  facts: EditFacts,
): Result<PlannedRoute> {
  const route = openRoute(plan, route_id);
  return route.ok ? pricedRoute(route.value, facts) : route;
}

function isLocked({ ref }: PlannedRoute): Result<never> {
  return fail(
    'route_locked',
    `${ref} is locked: neither planning nor an edit changes it.`,
    `Unlock ${ref} first.`,
    { ref },
  );
}

/** The route a stop is on; null for none. */
export function routeOfStop(plan: Plan, key: StopKey): PlannedRoute | null {
  return plan.routes.find((route) => route.stops.some((stop) => isSameStop(stop, key))) ?? null;
}

/** The unlocked route that a stop is on, if it can be reckoned anew. */
export function openRouteOf(plan: Plan, key: StopKey, facts: EditFacts): Result<PlannedRoute> {
  const route = routeOfStop(plan, key);
  if (route === null)
    return fail(
      'not_on_route',
      `${stopWords(key, facts)} is on no route of this plan.`,
      'Choose a stop of a route, or place the client from the list of the unallocated.',
      { client_id: key.client_id },
    );
  return route.locked === true ? isLocked(route) : pricedRoute(route, facts);
}

/** A vehicle class of the rate card. */
export function classOf(id: string, facts: EditFacts): Result<VehicleClass> {
  const { classes } = rateCardAt(facts.settings, facts.on);
  const found = classes.find((each) => each.id === id);
  return found === undefined
    ? fail(
        'unknown_class',
        `The rate card has no vehicle class "${id}".`,
        `Choose one of ${classes.map((each) => each.name).join(', ')}.`,
      )
    : ok(found);
}

/** A route that can be reckoned: its school is known, or its contract runs on; and its class is still on the rate card. */
export function pricedRoute(route: PlannedRoute, facts: EditFacts): Result<PlannedRoute> {
  if (isShared(route)) {
    const lost = schoolsOfRoute(route).filter((urn) => !isPlaced(facts.schools.get(urn)));
    if (lost.length > 0)
      return fail(
        'unknown_school',
        `A school of ${route.ref} is not among the schools, or has no position, so its way cannot be reckoned.`,
        'Import the school with its position, then edit the route.',
        { ref: route.ref },
      );
  }
  const runs = route.contract_id !== null && countyStanding(facts).running.has(route.contract_id);
  if (!runs && (route.school_urn === null || !facts.schools.has(route.school_urn)))
    return fail(
      'unknown_school',
      `The school of ${route.ref} is not among the schools, so its way cannot be reckoned.`,
      'Import the school or correct its name, then edit the route.',
      { ref: route.ref },
    );
  if (route.contract_id !== null) {
    const isKnown = facts.contracts.some((each) => each.id === route.contract_id);
    return isKnown
      ? ok(route)
      : fail('unknown_contract', `${route.ref} has no contract in the store.`, 'Plan again.');
  }
  const vehicle = classOf(route.vehicle_class, facts);
  return vehicle.ok ? ok(route) : vehicle;
}

function isPlaced(school: School | undefined): boolean {
  return school !== undefined && school.lat !== null && school.lon !== null;
}

/** A new route without clients, by the rate card. */
export function emptyRoute(
  plan: Plan,
  made: { readonly school_urn: number; readonly vehicle: VehicleClass; readonly layout: number },
  facts: EditFacts,
): PlannedRoute {
  const room = made.vehicle.layouts[made.layout] ?? made.vehicle.layouts[0];
  const base: PlannedRoute = {
    id: freshId(plan),
    ref: '',
    school_urn: made.school_urn,
    vehicle_class: made.vehicle.id,
    seats: room?.seats ?? 0,
    wheelchairs: room?.wheelchairs ?? 0,
    assistant: false,
    contract_id: null,
    provider: '',
    confirmed: false,
    distance_m: 0,
    duration_s: 0,
    home_m: 0,
    home_duration_s: 0,
    arrive_s: 0,
    depart_s: 0,
    stops: [],
    cost: [],
    cost_day_pence: 0,
    days_a_year: 0,
    cost_year_pence: 0,
  };
  return reckonRoute(base, [], facts);
}

/** A route without a stop: as it runs on, or closed where nobody is left on it. */
export function without(
  route: PlannedRoute,
  key: StopKey,
  facts: EditFacts,
): { readonly change: PlanChange; readonly words: string } {
  const left = route.stops.filter((stop) => !isSameStop(stop, key));
  if (left.length > 0) return { change: { routes: [reckonRoute(route, left, facts)] }, words: '' };
  const words =
    route.contract_id === null
      ? `; ${route.ref} is closed, nobody is left on it`
      : `; nobody is left on ${route.ref}: give notice on its contract`;
  return { change: { closed: [route.id] }, words };
}
