import { fail, ok } from '../kernel/result.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { changePlan } from './change-plan.ts';
import type { Edit } from './edit.ts';

/** Locks a route, so that neither planning nor an edit changes it, or unlocks it. */
export const setLock: Edit<'lock'> = (plan, { route_id, locked }, facts) => {
  const route = plan.routes.find((each) => each.id === route_id);
  if (route === undefined)
    return fail('no_route', 'This plan has no such route.', 'Choose a route of the plan shown.');
  const { locked: was, ...rest } = route;
  if ((was === true) === locked)
    return fail(
      'same_lock',
      `${route.ref} is ${locked ? 'locked already' : 'not locked'}.`,
      'Nothing needs to be done.',
    );
  const changed: PlannedRoute = locked ? { ...rest, locked } : rest;
  return ok({
    plan: changePlan(plan, { routes: [changed] }, facts),
    sentence: `${route.ref} ${locked ? 'locked' : 'unlocked'}`,
    client_id: null,
  });
};
