import type { Plan, PlannedRoute } from './plan.ts';

/** How a plan's distances were had: `estimated`, or `by road (FILE, DAYS)` with how many routes the network does not reach in full. */
export function planDistanceWords(plan: Pick<Plan, 'distance_basis' | 'roads' | 'routes'>): string {
  if (plan.distance_basis === 'estimated') return 'estimated';
  const estimated = estimatedRoutes(plan);
  const part = estimated === 0 ? '' : `, ${estimated} of ${plan.routes.length} routes estimated`;
  return `by road (${plan.roads ?? ''})${part}`;
}

/** How the distances of many were had, for a heading. */
export type DistancesWord = 'est.' | 'by road' | 'by road, part est.';

/** The word for so many estimated ones of so many. */
export function distancesWord(estimated: number, all: number): DistancesWord {
  if (estimated >= all) return 'est.';
  return estimated === 0 ? 'by road' : 'by road, part est.';
}

/** The word for the distances of routes. */
export function routesDistancesWord(
  routes: readonly Pick<PlannedRoute, 'distance_basis'>[],
): DistancesWord {
  return distancesWord(estimatedRoutes({ routes }), routes.length);
}

/** How many routes have any part that is not measured by road. */
export function estimatedRoutes({
  routes,
}: {
  readonly routes: readonly Pick<PlannedRoute, 'distance_basis'>[];
}): number {
  return routes.filter((route) => route.distance_basis !== 'road').length;
}
