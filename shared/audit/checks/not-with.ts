import type { Violation } from '../../model/plan.ts';
import { broken, type Check } from '../audit-facts.ts';
import { loadsOf } from '../aboard.ts';

/** Clients who may not travel together do not, whichever of the two names the other. */
export const notWith: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const route of plan.routes) {
    const told = new Set<string>();
    for (const { clients } of loadsOf(route, facts)) {
      const here = new Set(clients.map((each) => each.ref));
      for (const client of clients) {
        for (const other of client.not_with) {
          const pair = [client.ref, other].sort().join(' ');
          if (!here.has(other) || other === client.ref || told.has(pair)) continue;
          told.add(pair);
          found.push(
            broken(
              'not_with',
              { route_ref: route.ref, client_id: client.id },
              `${client.ref} and ${other} may not travel together, but are both on ${route.ref}.`,
            ),
          );
        }
      }
    }
  }
  return found;
};
