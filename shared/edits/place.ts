/** A place for a stop on a route, and which of two is better. */
import type { PlannedRoute } from '../model/plan.ts';

/** One way to take a stop on. */
export interface Place {
  readonly position: number;
  readonly route: PlannedRoute;
  /** Rules broken by a quick look: too few seats or spaces, company that may not be, rides over their limit, a vehicle that does not bear or reach somebody. The audit has the last word. */
  readonly faults: number;
  /** All rides of the route together, seconds. */
  readonly riding_s: number;
}

/** What the caller has decided already. */
export interface Decided {
  /** null: the best. */
  readonly position?: number | null;
  /** The vehicle is the planner's choice and stays, whether it holds them or not. */
  readonly keepsVehicle?: boolean;
}

/** Fewer faults first, then the lower price, then less riding. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    a.faults - b.faults ||
    a.route.cost_day_pence - b.route.cost_day_pence ||
    a.riding_s - b.riding_s
  );
}
