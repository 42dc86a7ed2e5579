import type { PlannedRoute, PlannedStop, Violation } from '../../model/plan.ts';
import { broken, refOf, type Check } from '../audit-facts.ts';

/** A ride of a day or longer is a missing way, not a ride. */
const A_DAY = 24 * 3600;

const OF_ROUTE = [
  'distance_m',
  'duration_s',
  'home_m',
  'home_duration_s',
  'arrive_s',
  'depart_s',
  'seats',
  'wheelchairs',
  'cost_day_pence',
  'days_a_year',
  'cost_year_pence',
] as const satisfies readonly (keyof PlannedRoute)[];

const OF_STOP = [
  'pick_up_s',
  'ride_s',
  'limit_s',
  'direct_s',
  'direct_m',
  'drop_off_order',
  'drop_off_s',
  'home_ride_s',
  'home_direct_s',
] as const satisfies readonly (keyof PlannedStop)[];

const TIMES: ReadonlySet<string> = new Set(['pick_up_s', 'ride_s', 'direct_s', 'drop_off_s', 'home_ride_s', 'home_direct_s', 'duration_s', 'home_duration_s', 'arrive_s', 'depart_s']); // prettier-ignore

/** Every figure of a plan is a number, none below zero and no time of a day or longer: what is not one passes any comparison unseen. */
export const numbers: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const route of plan.routes) {
    const at = { route_ref: route.ref };
    for (const key of OF_ROUTE)
      if (!isFigure(key, route[key]))
        found.push(broken('not_a_number', at, `${route.ref} states ${route[key]} as ${key}.`));
    for (const { pence } of route.cost)
      if (!Number.isFinite(pence))
        found.push(broken('not_a_number', at, `${route.ref} has a price that is no number.`));
    for (const stop of route.stops)
      for (const key of OF_STOP)
        if (!isFigure(key, stop[key]))
          found.push(
            broken(
              'not_a_number',
              { ...at, client_id: stop.client_id },
              `${route.ref} states ${stop[key]} as ${key} of ${refOf(facts, stop.client_id)}.`,
            ),
          );
  }
  return found;
};

function isFigure(key: string, value: number): boolean {
  return Number.isFinite(value) && value >= 0 && (!TIMES.has(key) || value < A_DAY);
}
