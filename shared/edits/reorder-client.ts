import { fail, ok } from '../kernel/result.ts';
import { changePlan, clientsOf, openRouteOf, refOf } from './change-plan.ts';
import type { Edit } from './edit.ts';
import { reckonRoute } from './reckon-route.ts';

/** Collects a client earlier or later on the same route. */
export const reorderClient: Edit<'reorder'> = (plan, { client_id, position }, facts) => {
  const route = openRouteOf(plan, client_id, facts);
  if (!route.ok) return route;
  const before = clientsOf(route.value);
  const at = Math.max(0, Math.min(position, before.length - 1));
  if (before[at] === client_id)
    return fail(
      'same_place',
      `${refOf(client_id, facts)} is stop ${at + 1} of ${route.value.ref} already.`,
      'Choose another place.',
    );
  const order = before.filter((id) => id !== client_id).toSpliced(at, 0, client_id);
  return ok({
    plan: changePlan(plan, { routes: [reckonRoute(route.value, order, facts)] }, facts),
    sentence: `${refOf(client_id, facts)} collected as stop ${at + 1} of ${route.value.ref}, not as stop ${before.indexOf(client_id) + 1}`,
    client_id,
  });
};
