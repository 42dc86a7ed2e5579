import type { Violation } from '../../model/plan.ts';
import { broken, notice, type Check } from '../audit-facts.ts';
import { loadsOf } from '../aboard.ts';

/** Nobody else is with a client of sole occupancy; an authorisation that ends before the first day is to be reviewed. */
export const soleOccupancy: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const route of plan.routes) {
    const told = new Set<number>();
    for (const { clients } of loadsOf(route, facts)) {
      for (const client of clients) {
        if (!client.sole_occupancy || clients.length === 1 || told.has(client.id)) continue;
        told.add(client.id);
        found.push(
          broken(
            'sole_occupancy_shared',
            { route_ref: route.ref, client_id: client.id },
            `${client.ref} travels with no other client, but shares ${route.ref} with ${clients.length - 1}.`,
          ),
        );
      }
    }
    for (const client_id of new Set(route.stops.map((stop) => stop.client_id))) {
      const client = facts.clients.get(client_id);
      if (client?.sole_occupancy !== true) continue;
      if (
        client.sole_until !== null &&
        client.sole_until < facts.firstDay(route.school_urn, client.year_group)
      )
        found.push(
          notice(
            'sole_occupancy_to_review',
            { route_ref: route.ref, client_id },
            `Sole occupancy of ${client.ref} was authorised until ${client.sole_until}: review it.`,
          ),
        );
    }
  }
  return found;
};
