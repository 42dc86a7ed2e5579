import { tiedDownKg, tieDownLimit, tieDownLimitsAt } from '../../casework/tie-down.ts';
import type { Violation } from '../../model/plan.ts';
import { broken, notice, type Check } from '../audit-facts.ts';

/**
 * Nobody in a wheelchair is heavier than what lift and tie-downs of their vehicle class bear. On a contract that carries them already the
 * provider is asked: its own vehicle may bear more than its class.
 */
export const tieDowns: Check = (plan, facts) => {
  const limits = tieDownLimitsAt(facts.settings, facts.on);
  const found: Violation[] = [];
  for (const route of plan.routes) {
    const limit = tieDownLimit(limits, route.vehicle_class);
    for (const { client_id, fixed } of route.stops) {
      const client = facts.clients.get(client_id);
      if (client === undefined || tiedDownKg(client) <= limit) continue;
      const say = fixed ? notice : broken;
      const ask = fixed ? ' Ask the provider what its vehicle bears.' : '';
      found.push(
        say(
          'over_tie_down',
          { route_ref: route.ref, client_id },
          `${client.ref} weighs ${tiedDownKg(client)} kg with the wheelchair; lift and tie-downs of ${route.ref} are taken to bear ${limit} kg.${ask}`,
        ),
      );
    }
  }
  return found;
};
