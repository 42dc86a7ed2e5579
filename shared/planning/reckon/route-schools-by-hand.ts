/** To which school each stop of a route leads when a person changes it. */
import type { PlannedRoute } from '../../model/plan.ts';
import { schoolOfStop, schoolsOfRoute } from '../../model/route-schools.ts';
import type { School } from '../../model/school.ts';
import { isSameStop, type StopKey } from '../../model/stop-key.ts';
import { HOME } from '../../model/stop-place.ts';
import { mayAllShare } from '../../casework/shared-routes.ts';
import { journeysOf, type CountyFacts } from '../county.ts';
import { rulesOf } from '../sharing/schools-served.ts';

/** The school that the records name for a stop; null: none. */
export function schoolOfKey({ client_id, place }: StopKey, facts: CountyFacts): number | null {
  const client = facts.clients.get(client_id);
  if (client === undefined || place === HOME) return client?.school_urn ?? null;
  return journeysOf(client, facts).find((each) => each.place === place)?.school_urn ?? null;
}

/**
 * Where a stop on a route leads. Who is on it goes on to the same school. Who joins is brought to their own where the route calls there, or
 * where it may call there as well; else the route goes where it went, and the audit says that it is the wrong school.
 */
export function schoolOn(route: PlannedRoute, key: StopKey, facts: CountyFacts): number | null {
  const stop = route.stops.find((each) => isSameStop(each, key));
  if (stop !== undefined) return schoolOfStop(route, stop);
  const own = schoolOfKey(key, facts);
  if (own === null || own === route.school_urn) return route.school_urn;
  return takesSchools([own], route, facts) ? own : route.school_urn;
}

function schoolsOf(urns: readonly number[], facts: CountyFacts): readonly School[] {
  return urns.flatMap((urn) => {
    const school = facts.schools.get(urn);
    return school === undefined ? [] : [school];
  });
}

/** Whether those of some schools may join a route by the rules: it calls there, or may as well. */
export function takesSchools(
  urns: readonly number[],
  route: PlannedRoute,
  facts: CountyFacts,
): boolean {
  const served = schoolsOfRoute(route);
  const more = urns.filter((urn) => !served.includes(urn));
  if (served.length === 0 || more.length === 0) return more.length === 0;
  const schools = schoolsOf([...served, ...more], facts);
  return schools.length === served.length + more.length && mayAllShare(schools, rulesOf(facts));
}
