import { fail, ok } from '../kernel/result.ts';
import { changePlan, openRouteOf, refOf, without } from './change-plan.ts';
import { isToBeCarried } from './county-standing.ts';
import type { Edit } from './edit.ts';

/**
 * Takes a client off their route. Whoever is to be carried is then unallocated with the officer's reason; whoever needs no transport any
 * more leaves the plan.
 */
export const takeOff: Edit<'take-off'> = (plan, { client_id, reason }, facts) => {
  const said = reason.trim();
  if (said === '')
    return fail(
      'no_reason',
      'Nobody is taken off a route without a reason.',
      'Say why: it is shown wherever the client is listed.',
    );
  const route = openRouteOf(plan, client_id, facts);
  if (!route.ok) return route;
  const { change, words } = without(route.value, client_id, facts);
  const unallocated = isToBeCarried(client_id, facts)
    ? [{ client_id, reason: 'taken_off' as const, detail: `Taken off ${route.value.ref}: ${said}` }]
    : [];
  return ok({
    plan: changePlan(plan, { ...change, unallocated }, facts),
    sentence: `${refOf(client_id, facts)} taken off ${route.value.ref}${words}: ${said}`,
    client_id,
  });
};
