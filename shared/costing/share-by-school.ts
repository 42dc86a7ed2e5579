/** What each school's children cost on a route. */
import { splitPence } from './attribute.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { schoolOfStop, schoolsOfRoute } from '../model/route-schools.ts';

/**
 * Pence a day of a route by school: all of it where it serves one; where several share it, in the proportion of their children, to the
 * penny. Nothing for a school that no list has.
 */
export function costBySchool(route: PlannedRoute): ReadonlyMap<number, number> {
  const urns = schoolsOfRoute(route);
  const clients = urns.map(
    (urn) => route.stops.filter((s) => schoolOfStop(route, s) === urn).length,
  );
  const shares = splitPence(route.cost_day_pence, clients);
  return new Map(urns.map((urn, at) => [urn, shares[at] ?? 0]));
}
