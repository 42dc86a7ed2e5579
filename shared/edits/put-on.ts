/** Takes a client on: at a place of a route, or on a new route. */
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Client } from '../model/client.ts';
import type { Plan, PlannedRoute } from '../model/plan.ts';
import { bestPlace } from './best-place.ts';
import { classOf, emptyRoute, routeToChange } from './change-plan.ts';
import type { EditFacts, Target } from './edit.ts';

/** The route that takes a client on, and how the sentence names it. */
export interface TakenOn {
  readonly route: PlannedRoute;
  /** `MEA-004, as stop 3`; a new route has no reference yet. */
  readonly words: (ref: string) => string;
}

/** Puts a client on the target, at the place asked for or the best. */
export function putOn(plan: Plan, client: Client, to: Target, facts: EditFacts): Result<TakenOn> {
  const target = targetRoute(plan, client, to, facts);
  if (!target.ok) return target;
  const position = 'position' in to ? to.position : null;
  const place = bestPlace(target.value, client.id, facts, position);
  const isNew = 'vehicle_class' in to;
  return ok({
    route: place.route,
    words: (ref) => (isNew ? `a new route, ${ref}` : `${ref}, as stop ${place.position + 1}`),
  });
}

function targetRoute(
  plan: Plan,
  client: Client,
  to: Target,
  facts: EditFacts,
): Result<PlannedRoute> {
  if ('route_id' in to) return routeToChange(plan, to.route_id, facts);
  const vehicle = classOf(to.vehicle_class, facts);
  if (!vehicle.ok) return vehicle;
  const { school_urn } = client;
  if (school_urn === null || !facts.schools.has(school_urn))
    return fail(
      'no_school',
      `${client.ref} has no school among the schools, so no route can be opened.`,
      'Choose the school on the case page.',
      { client_id: client.id },
    );
  return ok(emptyRoute(plan, { school_urn, vehicle: vehicle.value, layout: 0 }, facts));
}

/** The reference of a route in a plan, once it has one. */
export function refIn(plan: Plan, route_id: number): string {
  return plan.routes.find((route) => route.id === route_id)?.ref ?? '';
}
