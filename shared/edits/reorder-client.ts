import { fail, ok } from '../kernel/result.ts';
import { changePlan, openRouteOf } from './change-plan.ts';
import { stopWords } from './client-journeys.ts';
import type { Edit } from './edit.ts';
import { reckonRoute } from '../planning/reckon/reckon-route.ts';
import { isSameStop, stopKey } from '../model/stop-key.ts';

/** Collects a client earlier or later on the same route. */
export const reorderClient: Edit<'reorder'> = (plan, args, facts) => {
  const key = stopKey(args);
  const route = openRouteOf(plan, key, facts);
  if (!route.ok) return route;
  const { stops, ref } = route.value;
  const at = Math.max(0, Math.min(args.position, stops.length - 1));
  const before = stops.findIndex((stop) => isSameStop(stop, key));
  const words = stopWords(key, facts);
  if (before === at)
    return fail(
      'same_place',
      `${words} is stop ${at + 1} of ${ref} already.`,
      'Choose another place.',
    );
  const order = stops.filter((_, place) => place !== before).toSpliced(at, 0, ...stops.slice(before, before + 1)); // prettier-ignore
  return ok({
    plan: changePlan(plan, { routes: [reckonRoute(route.value, order, facts)] }, facts),
    sentence: `${words} collected as stop ${at + 1} of ${ref}, not as stop ${before + 1}`,
    client_id: key.client_id,
  });
};
