/** A plan tried beside the one in use: what is different, whom it touches, what it costs. Nothing live is changed by it. */
import { sumPence } from '../../kernel/units.ts';
import type { PlannedRoute, Unallocated, Violation } from '../../model/plan.ts';
import type { CountyFacts } from '../county.ts';
import { disruptionBetween, type Disruption } from '../disruption.ts';
import { disruptionBasis, type CountyDesk } from './county-desk.ts';
import type { DeskPlan } from './lay-desk.ts';

/** One route as it is and as it would be. */
export interface RouteChange {
  readonly ref: string;
  /** null: a new route. */
  readonly before: PlannedRoute | null;
  /** null: a route that ends. */
  readonly after: PlannedRoute | null;
}

/** A plan that is tried. */
export interface PlanTrial {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  /** Clients whose seat on a contract is to be released when the plan is taken. */
  readonly released: readonly number[];
  /** Only these routes differ; every other is the very same. */
  readonly changed: readonly RouteChange[];
  /** Every child settled for whom anything changes; whoever is not listed stays exactly as they are. */
  readonly disruption: Disruption;
  /** Of the routes changed, pence. */
  readonly day_before_pence: number;
  readonly day_after_pence: number;
  readonly year_before_pence: number;
  readonly year_after_pence: number;
  /** Broken rules on the routes changed. */
  readonly violations: readonly Violation[];
}

/** What was made of the plan in use. */
export interface Tried {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  readonly released: readonly number[];
  /** The records as they would be when the plan is taken. */
  readonly facts: CountyFacts;
}

/** Compares the plan tried with the one in use. Routes that were not touched are the same objects. */
export function toTrial({ plan, judge }: CountyDesk, tried: Tried): PlanTrial {
  const changed = changedRoutes(plan, tried.routes);
  const before = changed.flatMap((each) => each.before ?? []);
  const after = changed.flatMap((each) => each.after ?? []);
  return {
    routes: tried.routes,
    unallocated: tried.unallocated,
    released: tried.released,
    changed,
    disruption: disruptionBetween(plan, { routes: tried.routes }, disruptionBasis(tried.facts)),
    day_before_pence: sumPence(before.map((route) => route.cost_day_pence)),
    day_after_pence: sumPence(after.map((route) => route.cost_day_pence)),
    year_before_pence: sumPence(before.map((route) => route.cost_year_pence)),
    year_after_pence: sumPence(after.map((route) => route.cost_year_pence)),
    violations: judge(after, tried.facts).filter((each) => each.severity === 'broken'),
  };
}

function changedRoutes(plan: DeskPlan, routes: readonly PlannedRoute[]): readonly RouteChange[] {
  const known = new Map(plan.routes.map((route) => [route.id, route]));
  const stays = new Set(routes.map((route) => route.id));
  return [
    ...plan.routes
      .filter((route) => !stays.has(route.id))
      .map((route) => ({ ref: route.ref, before: route, after: null })),
    ...routes
      .filter((route) => known.get(route.id) !== route)
      .map((route) => ({ ref: route.ref, before: known.get(route.id) ?? null, after: route })),
  ];
}
