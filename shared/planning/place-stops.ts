/** Stops that a plan has lost put on other routes, one after another, each at the best place that breaks no rule. */
import type { PlannedRoute } from '../model/plan.ts';
import { textOf, type StopKey } from '../model/stop-key.ts';
import type { CountyDesk } from './desk/county-desk.ts';
import { offersFor, takePlace } from './offers.ts';

/** A stop for which there is no place, and why. */
export interface StopLeft {
  readonly key: StopKey;
  /** A sentence: what stands in the way. */
  readonly because: string;
}

/** The routes with the stops on them. New routes have ids below zero. */
export interface StopsPlaced {
  readonly routes: readonly PlannedRoute[];
  readonly left: readonly StopLeft[];
}

/**
 * Places stops as they would be offered for a late applicant: by what the year adds and by what it changes for those aboard. The order
 * of the stops given does not matter.
 */
export function placeStops(county: CountyDesk, keys: readonly StopKey[]): StopsPlaced {
  let routes = county.plan.routes.map(numbered(county.plan.routes));
  const left: StopLeft[] = [];
  const inOrder = keys.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  for (const key of inOrder) {
    const now = { ...county, plan: { ...county.plan, routes } };
    const found = offersFor(now, key.client_id, key.place);
    if (!found.ok) {
      left.push({ key, because: found.error.cause });
      continue;
    }
    const { offers, new_route } = found.value;
    const all = [...offers, ...(new_route === null ? [] : [new_route])];
    const best = all.find((offer) => offer.passes);
    const taken = best === undefined ? null : takePlace(now, key, best.route_id);
    if (taken?.ok === true) routes = taken.value.routes.map(numbered(taken.value.routes));
    else left.push({ key, because: all[0]?.violations[0]?.text ?? NO_CLASS });
  }
  return { routes, left };
}

const NO_CLASS = 'No route has room for it, and no vehicle class of the rate card holds them.';

/** Gives a new route, which has the id 0, one that no other has. */
function numbered(routes: readonly PlannedRoute[]) {
  let next = Math.min(0, ...routes.map((route) => route.id));
  return (route: PlannedRoute): PlannedRoute => {
    if (route.id !== 0) return route;
    next -= 1;
    return { ...route, id: next };
  };
}
