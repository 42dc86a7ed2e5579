import { rateCardAt } from '../../costing/read-settings.ts';
import type { Violation } from '../../model/plan.ts';
import { broken, contractOf, type Check } from '../audit-facts.ts';
import { aboard } from '../aboard.ts';

/** Seats and wheelchair spaces hold everyone aboard, and the vehicle is one that the contract or the rate card has. */
export const load: Check = (plan, facts) => {
  const found: Violation[] = [];
  const { classes } = rateCardAt(facts.settings, facts.on);
  for (const route of plan.routes) {
    const at = { route_ref: route.ref };
    const people = aboard(route, facts);
    const seats = people.walking + people.assistants;
    if (seats > route.seats)
      found.push(
        broken(
          'over_seats',
          at,
          `${route.ref} carries ${people.walking} on seats and ${people.assistants} assistants in ${route.seats} seats.`,
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
