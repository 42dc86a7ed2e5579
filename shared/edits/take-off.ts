import { dayWords } from '../calendar/day-mask.ts';
import { fail, ok } from '../kernel/result.ts';
import { HOME } from '../model/stop-place.ts';
import type { Plan, PlannedStop, Unallocated } from '../model/plan.ts';
import { onePerClient } from '../planning/unallocated.ts';
import { changePlan, openRouteOf, without } from './change-plan.ts';
import { stopWords } from './client-journeys.ts';
import { isToBeCarried } from '../planning/reckon/county-standing.ts';
import type { Edit } from './edit.ts';
import { isSameStop, stopKey, type StopKey } from '../model/stop-key.ts';

/**
 * Takes a client's stop off its route. Whoever is to be carried is then unallocated with the officer's reason; whoever needs no transport
 * any more leaves the plan.
 */
export const takeOff: Edit<'take-off'> = (plan, args, facts) => {
  const said = args.reason.trim();
  if (said === '')
    return fail(
      'no_reason',
      'Nobody is taken off a route without a reason.',
      'Say why: it is shown wherever the client is listed.',
    );
  const key = stopKey(args);
  const { client_id } = key;
  const route = openRouteOf(plan, key, facts);
  if (!route.ok) return route;
  const { change, words } = without(route.value, key, facts);
  const off = `Taken off ${route.value.ref}: ${said}`;
  const lost = lostBy(plan, key);
  const detail =
    key.place === HOME || lost.days === undefined ? off : `${dayWords(lost.days)}: ${off}`;
  const listed = plan.unallocated.filter((each) => each.client_id === client_id);
  const unallocated: readonly Unallocated[] = isToBeCarried(client_id, facts)
    ? onePerClient([{ client_id, reason: 'taken_off', detail, ...lost }, ...listed])
    : [];
  return ok({
    plan: changePlan(plan, { ...change, unallocated }, facts),
    sentence: `${stopWords(key, facts)} taken off ${route.value.ref}${words}: ${said}`,
    client_id,
  });
};

/** The days without a vehicle, of a client whom other stops carry, or who is listed for other days; nothing where it is all their days. */
function lostBy(plan: Plan, key: StopKey): Pick<Unallocated, 'days'> {
  const stops = plan.routes
    .flatMap((route) => route.stops)
    .filter((stop) => stop.client_id === key.client_id);
  const listed = plan.unallocated.some((each) => each.client_id === key.client_id);
  const own: PlannedStop | undefined = stops.find((stop) => isSameStop(stop, key));
  return own === undefined || (stops.length < 2 && !listed)
    ? {}
    : { days: own.mornings | own.afternoons };
}
