import { rateCardAt } from '../../costing/read-settings.ts';
import { formatQuantity } from '../../format/number.ts';
import type { PlannedRoute, Violation } from '../../model/plan.ts';
import { broken, contractOf, notice, type Check } from '../audit-facts.ts';
import { loadsOf, type Aboard } from '../aboard.ts';
import { joinedOf } from '../week-needs.ts';

/**
 * Seats and wheelchair spaces hold everyone aboard, and the vehicle is one that the contract or the rate card has.
 * Registers may count clients' seats only: a contract as it runs already is then noticed, not broken.
 */
export const load: Check = (plan, facts) => {
  const found: Violation[] = [];
  const { classes } = rateCardAt(facts.settings, facts.on);
  for (const route of plan.routes) {
    const at = { route_ref: route.ref };
    const joined = joinedOf(route).length > 0;
    const loads = loadsOf(route, facts);
    const over = loads
      .filter((people) => seatsOf(people) > route.seats)
      .toSorted((a, b) => seatsOf(b) - seatsOf(a))[0];
    if (over !== undefined) found.push(overSeats(route, over, joined));
    const wheelchairs = Math.max(0, ...loads.map((people) => people.in_wheelchairs));
    if (wheelchairs > route.wheelchairs)
      found.push(
        broken(
          'over_wheelchairs',
          at,
          `${route.ref} carries ${wheelchairs} wheelchairs in ${route.wheelchairs} spaces.`,
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

function seatsOf(people: Aboard): number {
  return people.walking + people.assistants + people.equipment_seats;
}

function overSeats(route: PlannedRoute, people: Aboard, joined: boolean): Violation {
  const at = { route_ref: route.ref };
  const [clients, helpers] = [
    formatQuantity(people.walking, 'client'),
    formatQuantity(people.assistants, 'assistant'),
  ];
  const space =
    people.equipment_seats === 0
      ? ''
      : ` and equipment that takes ${formatQuantity(people.equipment_seats, 'seat')}`;
  if (!joined && people.walking <= route.seats && people.equipment_seats > 0)
    return notice(
      'equipment_without_seat',
      at,
      `${route.ref} has ${formatQuantity(route.seats, 'seat')} by the register for ${clients}, ${helpers}${space}: ask the provider where the equipment goes.`,
    );
  if (!joined && people.walking <= route.seats)
    return notice(
      'assistant_without_seat',
      at,
      `${route.ref} has ${formatQuantity(route.seats, 'seat')} by the register for ${clients} and ${helpers}: ask the provider whether they count clients only.`,
    );
  return broken(
    'over_seats',
    at,
    `${route.ref} carries ${clients} on seats${space === '' ? ' and' : ','} ${helpers}${space} in ${formatQuantity(route.seats, 'seat')}.`,
  );
}
