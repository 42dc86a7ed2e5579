import type { Plan } from './plan.ts';

/** How a plan's distances were had: `estimated`, or `by road (FILE, DAYS)` with how many routes the network does not reach in full. */
export function planDistanceWords(plan: Pick<Plan, 'distance_basis' | 'roads' | 'routes'>): string {
  if (plan.distance_basis === 'estimated') return 'estimated';
  const estimated = estimatedRoutes(plan);
  const part = estimated === 0 ? '' : `, ${estimated} of ${plan.routes.length} routes estimated`;
  return `by road (${plan.roads ?? ''})${part}`;
}

/** How many routes have any part that is not measured by road. */
export function estimatedRoutes({ routes }: Pick<Plan, 'routes'>): number {
  return routes.filter((route) => route.distance_basis !== 'road').length;
}
