/** Two plans route by route: which are gone, which are new, which run otherwise, and whose stop moves. */
import type { Plan, PlannedRoute } from '../model/plan.ts';
import { textOf, type StopKey } from '../model/stop-key.ts';
import { isSameRoute } from '../planning/disruption.ts';

/** A route that the plans do not share. */
export type DifferentRoute =
  | { readonly kind: 'gone'; readonly a: PlannedRoute; readonly b: null }
  | { readonly kind: 'new'; readonly a: null; readonly b: PlannedRoute }
  | { readonly kind: 'changed'; readonly a: PlannedRoute; readonly b: PlannedRoute };

/** A stop that the second plan makes on another route; null: on none. */
export interface MovedStop extends StopKey {
  readonly from_ref: string | null;
  readonly to_ref: string | null;
}

/** What differs, routes in the order of the plans. */
export interface PlanDifferences {
  readonly routes: readonly DifferentRoute[];
  readonly moved: readonly MovedStop[];
  /** The same children at the same places in the same order with the same vehicle. */
  readonly same: number;
}

type Routes = Pick<Plan, 'routes'>;

/** Holds two plans against each other. */
export function differencesBetween(a: Routes, b: Routes): PlanDifferences {
  const others = new Map(b.routes.map((route) => [keyOf(route), route]));
  const routes: DifferentRoute[] = [];
  let same = 0;
  for (const route of a.routes) {
    const other = others.get(keyOf(route));
    others.delete(keyOf(route));
    if (other === undefined) routes.push({ kind: 'gone', a: route, b: null });
    else if (wholeOf(other) === wholeOf(route)) same += 1;
    else routes.push({ kind: 'changed', a: route, b: other });
  }
  for (const route of others.values()) routes.push({ kind: 'new', a: null, b: route });
  return { routes, moved: movedStops(a, b), same };
}

function keyOf(route: PlannedRoute): string {
  return route.contract_id === null ? `new ${route.ref}` : `contract ${route.contract_id}`;
}

function wholeOf({ vehicle_class, seats, wheelchairs, stops }: PlannedRoute): string {
  return [vehicle_class, seats, wheelchairs, ...stops.map(textOf)].join(' ');
}

function movedStops(a: Routes, b: Routes): readonly MovedStop[] {
  const was = routeByStop(a);
  const is = routeByStop(b);
  return [...new Map([...was, ...is])].flatMap(([key, { stop }]): readonly MovedStop[] => {
    const [from, to] = [was.get(key)?.route ?? null, is.get(key)?.route ?? null];
    if (from !== null && to !== null && isSameRoute(from, to)) return [];
    const { client_id, place } = stop;
    return [{ client_id, place, from_ref: from?.ref ?? null, to_ref: to?.ref ?? null }];
  });
}

function routeByStop({ routes }: Routes) {
  return new Map(
    routes.flatMap((route) => route.stops.map((stop) => [textOf(stop), { route, stop }] as const)),
  );
}
