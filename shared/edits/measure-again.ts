import { ok } from '../kernel/result.ts';
import { changePlan, routeToChange } from './change-plan.ts';
import type { Edit } from './edit.ts';
import { reckonRoute } from '../planning/reckon/reckon-route.ts';

/** Reckons a route by the records of today: same clients, same order, times and price as they are now. */
export const measureAgain: Edit<'measure'> = (plan, { route_id }, facts) => {
  const route = routeToChange(plan, route_id, facts);
  if (!route.ok) return route;
  const changed = reckonRoute(route.value, route.value.stops, facts);
  return ok({
    plan: changePlan(plan, { routes: [changed] }, facts),
    sentence: `${route.value.ref} reckoned anew by the records of today`,
    client_id: null,
  });
};
