import { formatQuantity } from '../format/number.ts';
import { fail, ok } from '../kernel/result.ts';
import { bestPlace } from './best-place.ts';
import { changePlan, routeToChange } from './change-plan.ts';
import { placeableStop } from './client-journeys.ts';
import type { Edit } from './edit.ts';
import { vehicleName } from './put-on.ts';

/** Puts every stop of a route on another, each at the best place in turn, and closes the first. */
export const mergeRoutes: Edit<'merge'> = (plan, { route_id, into_id }, facts) => {
  const from = routeToChange(plan, route_id, facts);
  if (!from.ok) return from;
  const into = routeToChange(plan, into_id, facts);
  if (!into.ok) return into;
  if (route_id === into_id)
    return fail(
      'same_route',
      'A route cannot be merged into itself.',
      'Choose another route to merge it into.',
    );
  let route = into.value;
  for (const stop of from.value.stops) {
    const placeable = placeableStop(stop, facts);
    if (!placeable.ok) return placeable;
    route = bestPlace(route, stop, facts).route;
  }
  const { ref, stops, contract_id } = from.value;
  const clients = new Set(stops.map((stop) => stop.client_id)).size;
  const end = contract_id === null ? '' : `; give notice on the contract of ${ref}`;
  const vehicle =
    route.vehicle_class === into.value.vehicle_class
      ? ''
      : `, vehicle class now ${vehicleName(route.vehicle_class, facts)}`;
  return ok({
    plan: changePlan(plan, { routes: [route], closed: [route_id] }, facts),
    sentence: `${ref} merged into ${route.ref} with ${formatQuantity(clients, 'client')}${vehicle}${end}`,
    client_id: null,
  });
};
