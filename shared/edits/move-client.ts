import { fail, ok } from '../kernel/result.ts';
import { changePlan, openRouteOf, without } from './change-plan.ts';
import { placeableStop } from './client-journeys.ts';
import type { Edit } from './edit.ts';
import { putOn, refIn } from './put-on.ts';
import { stopKey } from '../model/stop-key.ts';

/** Moves a client's stop to another route of the plan, or to a new one. A route left empty is closed. */
export const moveClient: Edit<'move'> = (plan, args, facts) => {
  const { to } = args;
  const stop = placeableStop(stopKey(args), facts);
  if (!stop.ok) return stop;
  const from = openRouteOf(plan, stop.value, facts);
  if (!from.ok) return from;
  if ('route_id' in to && to.route_id === from.value.id)
    return fail(
      'same_route',
      `${stop.value.words} is on ${from.value.ref} already.`,
      'Choose another route, or drag the stop within the list to change the order.',
    );
  const taken = putOn(plan, stop.value, to, facts);
  if (!taken.ok) return taken;
  const left = without(from.value, stop.value, facts);
  const changed = changePlan(
    plan,
    { ...left.change, routes: [...(left.change.routes ?? []), taken.value.route] },
    facts,
  );
  const ref = refIn(changed, taken.value.route.id);
  return ok({
    plan: changed,
    sentence: `${stop.value.words} moved from ${from.value.ref} to ${taken.value.words(ref)}${left.words}`,
    client_id: stop.value.client_id,
  });
};
