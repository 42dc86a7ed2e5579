import { rateCardAt } from '../costing/read-settings.ts';
import { formatQuantity } from '../format/number.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { isShared, schoolOfStop, schoolsOfRoute } from '../model/route-schools.ts';
import { inBestClass } from './best-place.ts';
import { changePlan, freshId, routeToChange } from './change-plan.ts';
import type { Edit, EditFacts } from './edit.ts';
import { refIn } from './put-on.ts';
import { reckonRoute } from '../planning/reckon/reckon-route.ts';

/**
 * Parts a shared route into one for each of its schools, everyone collected in the order they were. The route goes on for the school that its
 * contract names, else for the last of its calls; each other school has a new one, in the class that holds its children for the least.
 */
export const partRoute: Edit<'part'> = (plan, { route_id }, facts) => {
  const found = routeToChange(plan, route_id, facts);
  if (!found.ok) return found;
  const route = found.value;
  if (!isShared(route))
    return fail(
      'not_shared',
      `${route.ref} serves one school: there is nothing to part.`,
      'Choose a shared route.',
      { ref: route.ref },
    );
  const urns = schoolsOfRoute(route);
  const named = facts.contracts.find((each) => each.id === route.contract_id)?.school_urn ?? null;
  const stays = urns.find((urn) => urn === named) ?? urns.at(-1) ?? 0;
  const leaves = urns.filter((urn) => urn !== stays);
  const kept = inBestClass(partOf(route, stays, facts), facts);
  const next = freshId(plan);
  const fresh = leaves.map((urn, at) => {
    const own = { ...route, id: next - at, ref: '', contract_id: null, provider: '', confirmed: false }; // prettier-ignore
    return inBestClass(partOf({ ...own, vehicle_class: priced(own, facts) }, urn, facts), facts);
  });
  const changed = changePlan(plan, { routes: [kept, ...fresh] }, facts);
  const nameOf = (urn: number): string => facts.schools.get(urn)?.name ?? `school ${urn}`;
  const others = fresh.map(
    (each, at) => `${refIn(changed, each.id)} opened for ${formatQuantity(each.stops.length, 'client')} to ${nameOf(leaves[at] ?? 0)}`, // prettier-ignore
  );
  return ok({
    plan: changed,
    sentence: `${route.ref} parted: it goes on to ${nameOf(stays)} with ${formatQuantity(kept.stops.length, 'client')}; ${others.join('; ')}`,
    client_id: null,
  });
};

/** Its class, or where the rate card has no such class (a contract may name any) the first that it has. */
function priced({ vehicle_class }: PlannedRoute, facts: EditFacts): string {
  const { classes } = rateCardAt(facts.settings, facts.on);
  return (classes.find((each) => each.id === vehicle_class) ?? classes[0])?.id ?? vehicle_class;
}

/** The stops of one school as a route of that school alone. */
function partOf(route: PlannedRoute, urn: number, facts: EditFacts): PlannedRoute {
  const { calls: _, ...rest } = route;
  const stops = route.stops
    .filter((stop) => schoolOfStop(route, stop) === urn)
    .map(({ school_urn: __, ...stop }) => stop);
  const base = { ...rest, school_urn: urn, stops };
  return reckonRoute(base, stops, facts);
}
