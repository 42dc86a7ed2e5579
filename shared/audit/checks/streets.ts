import { getsThere, STREET_WORDS } from '../../casework/street-access.ts';
import { rateCardAt } from '../../costing/read-settings.ts';
import type { Violation } from '../../model/plan.ts';
import { isAtHome } from '../../model/stop-place.ts';
import { broken, notice, type Check } from '../audit-facts.ts';

/**
 * No vehicle is sent to a home that it does not get to. A route's size is that of its class on the rate card, or its own where the card has no
 * such class. On a contract that collects the client already it is a notice: the provider finds a way.
 */
export const streets: Check = (plan, facts) => {
  const found: Violation[] = [];
  if ((facts.streets?.size ?? 0) === 0) return found;
  const card = rateCardAt(facts.settings, facts.on);
  for (const route of plan.routes) {
    const vehicle = card.classes.find((each) => each.id === route.vehicle_class) ?? {
      name: route.vehicle_class === '' ? 'not named' : route.vehicle_class,
      layouts: [{ seats: route.seats, wheelchairs: route.wheelchairs }],
    };
    for (const { client_id, place, fixed } of route.stops) {
      const street = facts.streets?.get(client_id) ?? null;
      const client = facts.clients.get(client_id);
      if (client === undefined || street === null || !isAtHome(place)) continue;
      if (getsThere(street, vehicle)) continue;
      const say = fixed ? notice : broken;
      const ask = fixed ? ' Ask the provider where it stops, or correct the form.' : '';
      found.push(
        say(
          'street_too_narrow',
          { route_ref: route.ref, client_id },
          `By the form of ${client.ref}: ${STREET_WORDS[street].toLowerCase()}. The vehicle of ${route.ref} is of the class ${vehicle.name}.${ask}`,
        ),
      );
    }
  }
  return found;
};
