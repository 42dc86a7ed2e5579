import { fail, ok } from '../kernel/result.ts';
import type { Plan } from '../model/plan.ts';
import { changePlan, routeOfStop } from './change-plan.ts';
import { journeysLacking, stillUnallocated } from '../planning/journeys-lacking.ts';
import { placeableStop } from './client-journeys.ts';
import { countyStanding, isToBeCarried } from '../planning/reckon/county-standing.ts';
import type { ArgsOf, Edit, EditFacts, PlanEdit } from './edit.ts';
import { putOn, refIn } from './put-on.ts';
import { stopKey, type StopKey } from '../model/stop-key.ts';

/** Puts a client without a route on one: whoever is unallocated, if only on some days, or has come since the plan was made. */
export const placeClient: Edit<'place'> = (plan, args, facts) => {
  const { client_id } = args;
  const stop = placeableStop(whichStop(plan, args, facts), facts);
  if (!stop.ok) return stop;
  const { words, days } = stop.value;
  const on = routeOfStop(plan, stop.value);
  if (on !== null)
    return fail('on_route', `${words} is on ${on.ref} already.`, 'Move the client from there.', {
      ref: on.ref,
    });
  const untried = countyStanding(facts).untried.get(client_id);
  if (untried !== undefined && (untried.days === undefined || (untried.days & days) !== 0))
    return fail(
      'not_placeable',
      `${words} cannot be placed. ${untried.detail}`,
      'Mend that first.',
      { client_id },
    );
  if (!isToBeCarried(client_id, facts))
    return fail(
      'not_carried',
      `${words} has no open request and no running contract.`,
      'Enter the request first.',
      { client_id },
    );
  const taken = putOn(plan, stop.value, args.to, facts);
  if (!taken.ok) return taken;
  const { route } = taken.value;
  const unallocated = stillUnallocated(plan, stop.value, facts);
  const changed = changePlan(plan, { routes: [route], placed: [client_id], unallocated }, facts);
  return ok({
    plan: changed,
    sentence: `${words} put on ${taken.value.words(refIn(changed, route.id))}`,
    client_id,
  });
};

/** An edit that names whose stop it is about: where a child is put on a route, the journey that lacks one. */
export function namedEdit(plan: Plan, edit: PlanEdit, facts: EditFacts): PlanEdit {
  return edit.kind === 'place' && edit.place === undefined
    ? { ...edit, place: whichStop(plan, edit, facts).place }
    : edit;
}

/** The stop asked for, else the first journey without one: of several the one to the school of the route. */
function whichStop(plan: Plan, args: ArgsOf<'place'>, facts: EditFacts): StopKey {
  const { client_id, place, to } = args;
  if (place !== undefined) return stopKey(args);
  const lacking = journeysLacking(plan, client_id, facts);
  const route = 'route_id' in to ? plan.routes.find((each) => each.id === to.route_id) : undefined;
  const there = lacking.find((journey) => journey.school_urn === route?.school_urn);
  return stopKey({ client_id, place: (there ?? lacking[0])?.place });
}
