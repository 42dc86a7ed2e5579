import type { Violation } from '../../model/plan.ts';
import { broken, notice, type Check } from '../audit-facts.ts';
import { aboard } from '../aboard.ts';

/** Nobody else is with a client of sole occupancy; an authorisation that ends before the first day is to be reviewed. */
export const soleOccupancy: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const route of plan.routes) {
    for (const client of aboard(route, facts).clients) {
      if (!client.sole_occupancy) continue;
      const at = { route_ref: route.ref, client_id: client.id };
      if (route.stops.length > 1)
        found.push(
          broken(
            'sole_occupancy_shared',
            at,
            `${client.ref} travels with no other client, but shares ${route.ref} with ${route.stops.length - 1}.`,
          ),
        );
      if (client.sole_until !== null && client.sole_until < facts.firstDay(route.school_urn))
        found.push(
          notice(
            'sole_occupancy_to_review',
            at,
            `Sole occupancy of ${client.ref} was authorised until ${client.sole_until}: review it.`,
          ),
        );
    }
  }
  return found;
};
