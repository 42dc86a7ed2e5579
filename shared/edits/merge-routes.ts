import { formatQuantity } from '../format/number.ts';
import { fail, ok } from '../kernel/result.ts';
import { bestPlace } from './best-place.ts';
import { changePlan, clientsOf, placeableClient, routeToChange } from './change-plan.ts';
import type { Edit } from './edit.ts';

/** Puts everyone of a route on another, each at the best place in turn, and closes the first. */
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
  for (const client_id of clientsOf(from.value)) {
    const client = placeableClient(client_id, facts);
    if (!client.ok) return client;
    route = bestPlace(route, client_id, facts).route;
  }
  const { ref, stops, contract_id } = from.value;
  const end = contract_id === null ? '' : `; give notice on the contract of ${ref}`;
  return ok({
    plan: changePlan(plan, { routes: [route], closed: [route_id] }, facts),
    sentence: `${ref} merged into ${route.ref} with ${formatQuantity(stops.length, 'client')}${end}`,
    client_id: null,
  });
};
