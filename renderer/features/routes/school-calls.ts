/** At which schools a route calls, there and home: one for most, several for a shared route. */
import type { RouteDetail } from '../../../shared/api/views/plan.ts';

interface Call {
  readonly school: string;
  /** Seconds after midnight. */
  readonly at_s: number;
}

type OfRoute = Pick<RouteDetail, 'route' | 'row' | 'calls'>;

/** In the order of the morning. */
export function callsThere({ route, row, calls }: OfRoute): readonly Call[] {
  if (calls.length === 0) return [{ school: row.school, at_s: route.arrive_s }];
  return calls.map(({ school, arrive_s }) => ({ school, at_s: arrive_s }));
}

/** In the order of the afternoon. */
export function callsHome({ route, row, calls }: OfRoute): readonly Call[] {
  if (calls.length === 0) return [{ school: row.school, at_s: route.depart_s }];
  return calls
    .toSorted((a, b) => a.home_order - b.home_order)
    .map(({ school, depart_s }) => ({ school, at_s: depart_s }));
}
