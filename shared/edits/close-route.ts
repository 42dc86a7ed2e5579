import { formatQuantity } from '../format/number.ts';
import { fail, ok } from '../kernel/result.ts';
import { changePlan, openRoute } from './change-plan.ts';
import type { Edit } from './edit.ts';

/** Closes a route that carries nobody. */
export const closeRoute: Edit<'close'> = (plan, { route_id }, facts) => {
  const route = openRoute(plan, route_id);
  if (!route.ok) return route;
  const { ref, stops } = route.value;
  if (stops.length > 0)
    return fail(
      'route_not_empty',
      `${ref} carries ${formatQuantity(stops.length, 'client')}.`,
      'Move them to other routes or merge the route into another; it is closed when the last has left.',
      { ref },
    );
  return ok({
    plan: changePlan(plan, { closed: [route_id] }, facts),
    sentence: `${ref} closed, nobody was on it`,
    client_id: null,
  });
};
