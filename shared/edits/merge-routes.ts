import { formatQuantity } from '../format/number.ts';
import { fail, ok } from '../kernel/result.ts';
import { bestPlace } from './best-place.ts';
import { HOME } from '../model/stop-place.ts';
import { changePlan, clientsOf, placeableClient, refOf, routeToChange } from './change-plan.ts';
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
  const someDays = from.value.stops.find((stop) => stop.place !== HOME);
  if (someDays !== undefined)
    return fail(
      'stop_of_some_days',
      `${from.value.ref} has a stop of ${refOf(someDays.client_id, facts)} on some days at another address or to another school, which is not moved by hand.`,
      'Move the children one by one, or plan the school again.',
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
