import { rateCardAt } from '../../costing/read-settings.ts';
import { formatQuantity } from '../../format/number.ts';
import type { Violation } from '../../model/plan.ts';
import { broken, contractOf, notice, type Check } from '../audit-facts.ts';
import { aboard } from '../aboard.ts';

/**
 * Seats and wheelchair spaces hold everyone aboard, and the vehicle is one that the contract or the rate card has.
 * Registers may count clients' seats only: a contract as it runs already is then noticed, not broken.
 */
export const load: Check = (plan, facts) => {
  const found: Violation[] = [];
  const { classes } = rateCardAt(facts.settings, facts.on);
  for (const route of plan.routes) {
    const at = { route_ref: route.ref };
    const people = aboard(route, facts);
    const seats = people.walking + people.assistants;
    const joined = route.stops.some((stop) => !stop.fixed);
    if (seats > route.seats && !joined && people.walking <= route.seats)
      found.push(
        notice(
          'assistant_without_seat',
          at,
          `${route.ref} has ${formatQuantity(route.seats, 'seat')} by the register for ${formatQuantity(people.walking, 'client')} and ${formatQuantity(people.assistants, 'assistant')}: ask the provider whether they count clients only.`,
        ),
      );
    else if (seats > route.seats)
      found.push(
        broken(
          'over_seats',
          at,
          `${route.ref} carries ${formatQuantity(people.walking, 'client')} on seats and ${formatQuantity(people.assistants, 'assistant')} in ${formatQuantity(route.seats, 'seat')}.`,
        ),
      );
    if (people.in_wheelchairs > route.wheelchairs)
      found.push(
        broken(
          'over_wheelchairs',
          at,
          `${route.ref} carries ${people.in_wheelchairs} wheelchairs in ${route.wheelchairs} spaces.`,
        ),
      );
    const contract = contractOf(facts, route.contract_id);
    const rooms =
      contract === null
        ? (classes.find((each) => each.id === route.vehicle_class)?.layouts ?? [])
        : [contract];
    const isReal = rooms.some(
      (room) => room.seats === route.seats && room.wheelchairs === route.wheelchairs,
    );
    if (!isReal)
      found.push(
        broken(
          'unknown_vehicle',
          at,
          `${route.ref} runs with ${route.seats} seats and ${route.wheelchairs} wheelchair spaces, which ${contract === null ? 'no layout of its class' : `contract ${contract.ref}`} has.`,
        ),
      );
  }
  return found;
};
