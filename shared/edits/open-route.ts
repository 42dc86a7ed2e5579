import { fail, ok } from '../kernel/result.ts';
import { changePlan, classOf, emptyRoute } from './change-plan.ts';
import type { Edit } from './edit.ts';
import { refIn } from './put-on.ts';

/** Opens a route without clients, at the fixed price of its class. */
export const openEmptyRoute: Edit<'open'> = (plan, args, facts) => {
  const vehicle = classOf(args.vehicle_class, facts);
  if (!vehicle.ok) return vehicle;
  const school = facts.schools.get(args.school_urn);
  if (school === undefined)
    return fail(
      'unknown_school',
      'No such school is in the store.',
      'Choose a school of the list.',
    );
  if (school.lat === null || school.lon === null)
    return fail(
      'school_no_position',
      `${school.name} has no position.`,
      'Import postcodes, or a schools file with positions.',
    );
  const { school_urn, layout } = args;
  const route = emptyRoute(plan, { school_urn, vehicle: vehicle.value, layout }, facts);
  const changed = changePlan(plan, { routes: [route] }, facts);
  return ok({
    plan: changed,
    sentence: `${refIn(changed, route.id)} opened to ${school.name}, ${vehicle.value.name}`,
    client_id: null,
  });
};
