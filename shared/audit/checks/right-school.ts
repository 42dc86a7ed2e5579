import type { Violation } from '../../model/plan.ts';
import { broken, notice, refOf, type Check } from '../audit-facts.ts';

/** A route goes to the school of each client it carries. On a running contract a difference is noticed. */
export const rightSchool: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const route of plan.routes) {
    if (route.school_urn === null) continue;
    for (const stop of route.stops) {
      const urn = facts.clients.get(stop.client_id)?.school_urn ?? null;
      if (urn === route.school_urn || (urn === null && stop.fixed)) continue;
      const say = stop.fixed ? notice : broken;
      found.push(
        say(
          'wrong_school',
          { route_ref: route.ref, client_id: stop.client_id },
          `${refOf(facts, stop.client_id)} goes to ${nameOf(urn, facts.schools)}, ${route.ref} to ${nameOf(route.school_urn, facts.schools)}.`,
        ),
      );
    }
  }
  return found;
};

function nameOf(urn: number | null, schools: Parameters<Check>[1]['schools']): string {
  return urn === null ? 'no known school' : (schools.get(urn)?.name ?? `school ${urn}`);
}
