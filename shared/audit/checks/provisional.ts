import { isProvisional } from '../../casework/status.ts';
import type { Violation } from '../../model/plan.ts';
import { notice, refOf, type Check } from '../audit-facts.ts';

/** A stop says provisional when its client is, by the records as they stand now. */
export const provisional: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const route of plan.routes) {
    for (const stop of route.stops) {
      const client = facts.clients.get(stop.client_id);
      if (client === undefined) continue;
      const is = isProvisional(client, facts.applications.get(client.id) ?? null);
      if (is === stop.provisional) continue;
      found.push(
        notice(
          'provisional_changed',
          { route_ref: route.ref, client_id: client.id },
          `${refOf(facts, client.id)} on ${route.ref} is ${is ? 'provisional now' : 'no longer provisional'}: plan again.`,
        ),
      );
    }
  }
  return found;
};
