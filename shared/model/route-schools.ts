/** Which schools a route serves: most serve one, a shared route several. */
import type { PlannedRoute, PlannedStop } from './plan.ts';

type OfSchools = Pick<PlannedRoute, 'school_urn' | 'calls'>;

/** Whether a route serves several schools. */
export function isShared({ calls }: Pick<PlannedRoute, 'calls'>): boolean {
  return calls !== undefined && calls.length > 1;
}

/** The schools of a route in the order of the morning's calls; none where its school is on no list. */
export function schoolsOfRoute({ school_urn, calls }: OfSchools): readonly number[] {
  if (calls !== undefined) return calls.map((call) => call.school_urn);
  return school_urn === null ? [] : [school_urn];
}

/** Whether a route serves a school. */
export function serves(route: OfSchools, urn: number): boolean {
  return schoolsOfRoute(route).includes(urn);
}

/** The school that a stop's client goes to. */
export function schoolOfStop(
  { school_urn }: Pick<PlannedRoute, 'school_urn'>,
  stop: Pick<PlannedStop, 'school_urn'>,
): number | null {
  return stop.school_urn ?? school_urn;
}

/** Where and when a route is at the school of one of its stops: of several schools the one that this child goes to. */
export function callFor({
  route,
  stop,
}: {
  readonly route: PlannedRoute;
  readonly stop: Pick<PlannedStop, 'school_urn'>;
}): Pick<PlannedRoute, 'school_urn' | 'arrive_s' | 'depart_s'> {
  return route.calls?.find((call) => call.school_urn === stop.school_urn) ?? route;
}
