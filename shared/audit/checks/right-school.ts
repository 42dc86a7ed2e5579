import type { Violation } from '../../model/plan.ts';
import { broken, notice, refOf, type Check } from '../audit-facts.ts';
import { needsOf } from '../week-needs.ts';

/** A route goes to the school of each client it carries. On a running contract a difference is noticed. */
export const rightSchool: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const route of plan.routes) {
    if (route.school_urn === null) continue;
    for (const stop of route.stops) {
      const client = facts.clients.get(stop.client_id);
      const urn = client?.school_urn ?? null;
      const to = stop.school_urn ?? route.school_urn;
      if (urn === to || (urn === null && stop.fixed)) continue;
      const goes = client === undefined ? [] : needsOf(client, facts);
      if (goes.some((each) => each.place === stop.place && each.school_urn === to)) continue;
      const say = stop.fixed ? notice : broken;
      found.push(
        say(
          'wrong_school',
          { route_ref: route.ref, client_id: stop.client_id },
          `${refOf(facts, stop.client_id)} goes to ${nameOf(urn, facts.schools)}, ${route.ref} to ${nameOf(to, facts.schools)}.`,
        ),
      );
    }
  }
  return found;
};

function nameOf(urn: number | null, schools: Parameters<Check>[1]['schools']): string {
  return urn === null ? 'no known school' : (schools.get(urn)?.name ?? `school ${urn}`);
}
