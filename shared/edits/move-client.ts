import { fail, ok } from '../kernel/result.ts';
import { changePlan, openRouteOf, placeableClient, without } from './change-plan.ts';
import type { Edit } from './edit.ts';
import { putOn, refIn } from './put-on.ts';

/** Moves a client to another route of the plan, or to a new one. A route left empty is closed. */
export const moveClient: Edit<'move'> = (plan, { client_id, to }, facts) => {
  const client = placeableClient(client_id, facts);
  if (!client.ok) return client;
  const from = openRouteOf(plan, client_id, facts);
  if (!from.ok) return from;
  if ('route_id' in to && to.route_id === from.value.id)
    return fail(
      'same_route',
      `${client.value.ref} is on ${from.value.ref} already.`,
      'Choose another route, or drag the stop within the list to change the order.',
    );
  const taken = putOn(plan, client.value, to, facts);
  if (!taken.ok) return taken;
  const left = without(from.value, client_id, facts);
  const changed = changePlan(
    plan,
    { ...left.change, routes: [...(left.change.routes ?? []), taken.value.route] },
    facts,
  );
  const ref = refIn(changed, taken.value.route.id);
  return ok({
    plan: changed,
    sentence: `${client.value.ref} moved from ${from.value.ref} to ${taken.value.words(ref)}${left.words}`,
    client_id,
  });
};
