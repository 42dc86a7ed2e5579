import { fail, ok } from '../kernel/result.ts';
import { changePlan, placeableClient, routeOfClient } from './change-plan.ts';
import { countyStanding, isToBeCarried } from './county-standing.ts';
import type { Edit } from './edit.ts';
import { putOn, refIn } from './put-on.ts';

/** Puts a client without a route on one: whoever is unallocated, or has come since the plan was made. */
export const placeClient: Edit<'place'> = (plan, { client_id, to }, facts) => {
  const client = placeableClient(client_id, facts);
  if (!client.ok) return client;
  const on = routeOfClient(plan, client_id);
  if (on !== null)
    return fail(
      'on_route',
      `${client.value.ref} is on ${on.ref} already.`,
      'Move the client from there.',
      { ref: on.ref },
    );
  const { ref } = client.value;
  const untried = countyStanding(facts).untried.get(client_id);
  if (untried !== undefined)
    return fail('not_placeable', `${ref} cannot be placed. ${untried.detail}`, 'Mend that first.', {
      client_id,
    });
  if (!isToBeCarried(client_id, facts))
    return fail(
      'not_carried',
      `${ref} has no open request and no running contract.`,
      'Enter the request first.',
      { client_id },
    );
  const taken = putOn(plan, client.value, to, facts);
  if (!taken.ok) return taken;
  const { route } = taken.value;
  const changed = changePlan(plan, { routes: [route], placed: [client_id] }, facts);
  return ok({
    plan: changed,
    sentence: `${ref} put on ${taken.value.words(refIn(changed, route.id))}`,
    client_id,
  });
};
