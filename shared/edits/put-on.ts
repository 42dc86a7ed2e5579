/** Takes a stop on: at a place of a route, or on a new route. */
import { rateCardAt } from '../costing/read-settings.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Plan, PlannedRoute } from '../model/plan.ts';
import { bestPlace } from './best-place.ts';
import { classOf, emptyRoute, routeToChange } from './change-plan.ts';
import type { PlaceableStop } from './client-journeys.ts';
import type { EditFacts, Target } from './edit.ts';

/** The route that takes a stop on, and how the sentence names it. */
export interface TakenOn {
  readonly route: PlannedRoute;
  /** `MEA-004, as stop 3`; a new route has no reference yet. */
  readonly words: (ref: string) => string;
}

/** Puts a stop on the target, at the place asked for or the best. A new route has the vehicle that was chosen for it. */
export function putOn(
  plan: Plan,
  stop: PlaceableStop,
  to: Target,
  facts: EditFacts,
): Result<TakenOn> {
  const target = targetRoute(plan, stop, to, facts);
  if (!target.ok) return target;
  const isNew = 'vehicle_class' in to;
  const position = 'position' in to ? to.position : null;
  const place = bestPlace(target.value, stop, facts, { position, keepsVehicle: isNew });
  const now = place.route.vehicle_class;
  const vehicle =
    now === target.value.vehicle_class ? '' : `, vehicle class now ${vehicleName(now, facts)}`;
  return ok({
    route: place.route,
    words: (ref) =>
      isNew ? `a new route, ${ref}` : `${ref}, as stop ${place.position + 1}${vehicle}`,
  });
}

/** What the rate card calls a class. */
export function vehicleName(id: string, facts: EditFacts): string {
  return rateCardAt(facts.settings, facts.on).classes.find((each) => each.id === id)?.name ?? id;
}

function targetRoute(
  plan: Plan,
  stop: PlaceableStop,
  to: Target,
  facts: EditFacts,
): Result<PlannedRoute> {
  if ('route_id' in to) return routeToChange(plan, to.route_id, facts);
  const vehicle = classOf(to.vehicle_class, facts);
  if (!vehicle.ok) return vehicle;
  const { school_urn } = stop;
  if (school_urn === null || !facts.schools.has(school_urn))
    return fail(
      'no_school',
      `${stop.words} has no school among the schools, so no route can be opened.`,
      'Choose the school on the case page.',
      { client_id: stop.client_id },
    );
  return ok(emptyRoute(plan, { school_urn, vehicle: vehicle.value, layout: 0 }, facts));
}

/** The reference of a route in a plan, once it has one. */
export function refIn(plan: Plan, route_id: number): string {
  return plan.routes.find((route) => route.id === route_id)?.ref ?? '';
}
