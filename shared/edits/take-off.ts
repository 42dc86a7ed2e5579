import { fail, ok } from '../kernel/result.ts';
import { HOME } from '../model/stop-place.ts';
import type { Plan, Unallocated } from '../model/plan.ts';
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
  const detail = `Taken off ${route.value.ref}: ${said}`;
  const unallocated: readonly Unallocated[] = isToBeCarried(client_id, facts)
    ? [{ client_id, reason: 'taken_off', detail, ...daysLost(plan, client_id) }]
    : [];
  return ok({
    plan: changePlan(plan, { ...change, unallocated }, facts),
    sentence: `${refOf(client_id, facts)} taken off ${route.value.ref}${words}: ${said}`,
    client_id,
  });
};

/** The days without a vehicle, of a client whom other stops still carry on others; nothing where it is all their days. */
function daysLost(plan: Plan, client_id: number): Pick<Unallocated, 'days'> {
  const stops = plan.routes.flatMap((route) =>
    route.stops.filter((stop) => stop.client_id === client_id),
  );
  const home = stops.find((stop) => stop.place === HOME);
  return stops.length < 2 || home === undefined ? {} : { days: home.mornings | home.afternoons };
}
