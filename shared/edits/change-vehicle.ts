import { fail, ok } from '../kernel/result.ts';
import { changePlan, classOf, openRoute } from './change-plan.ts';
import type { Edit } from './edit.ts';
import { reckonRoute } from '../planning/reckon/reckon-route.ts';

/** Gives a new route another vehicle class or layout. A running contract's vehicle is the contract's. */
export const changeVehicle: Edit<'vehicle'> = (plan, args, facts) => {
  const route = openRoute(plan, args.route_id);
  if (!route.ok) return route;
  const { ref, contract_id, vehicle_class, seats, wheelchairs } = route.value;
  if (contract_id !== null)
    return fail(
      'vehicle_of_contract',
      `The vehicle of ${ref} is the one its contract names.`,
      'Correct the contract in the register, or move its clients to a new route.',
      { ref },
    );
  const vehicle = classOf(args.vehicle_class, facts);
  if (!vehicle.ok) return vehicle;
  const room = vehicle.value.layouts[args.layout];
  if (room === undefined)
    return fail('unknown_layout', `${vehicle.value.name} has no such layout.`, 'Choose another.');
  if (
    vehicle_class === vehicle.value.id &&
    seats === room.seats &&
    wheelchairs === room.wheelchairs
  )
    return fail('same_vehicle', `${ref} has that vehicle already.`, 'Choose another.');
  const base = { ...route.value, vehicle_class: vehicle.value.id, ...room };
  const changed = reckonRoute(base, base.stops, facts);
  return ok({
    plan: changePlan(plan, { routes: [changed] }, facts),
    sentence: `${ref} runs with ${vehicle.value.name}, ${changed.seats} seats and ${changed.wheelchairs} wheelchair spaces`,
    client_id: null,
  });
};
