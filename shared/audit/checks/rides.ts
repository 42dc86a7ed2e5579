import { longestAllowed, rideLimit, type RideLimit } from '../../casework/ride-limit.ts';
import { reasonFor } from '../../casework/ride-records.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { formatDate } from '../../format/date.ts';
import { formatMinutes } from '../../format/time.ts';
import type { Travel } from '../../geo/travel.ts';
import type { Client } from '../../model/client.ts';
import type { PlannedRoute, PlannedStop, Violation } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import { broken, contractOf, notice, refOf, type AuditFacts, type Check } from '../audit-facts.ts';
import {
  boardingOf,
  hasPosition,
  ROUNDING_A_LEG,
  ROUNDING_SECONDS,
  travelFor,
} from '../measured.ts';
import { calledSchools, callsOf, locate, reckon, type ReckonedRide } from '../reckon.ts';

/** Rides keep to their limits, and the times and distances that the plan states are right. */
export const rides: Check = (plan, facts) => {
  const travel = travelFor(plan, facts);
  if (travel !== null) return plan.routes.flatMap((route) => auditRides(route, facts, travel));
  return [
    broken(
      'roads_changed',
      {},
      `The plan was measured on the roads of ${plan.roads ?? ''}, which are not loaded any more: its distances cannot be checked. Plan again.`,
    ),
  ];
};

function auditRides(route: PlannedRoute, facts: AuditFacts, travel: Travel): readonly Violation[] {
  const at = { route_ref: route.ref };
  if (route.school_urn === null) return [unlistedSchool(route, facts)];
  const schools = calledSchools(route, facts);
  if (schools.includes(undefined))
    return [broken('unknown_school', at, `The school of ${route.ref} is not in the store.`)];
  const { located, lost, cutOff, table } = locate(route, { facts, schools, travel });
  if (table === null || lost.length + cutOff.length > 0) {
    return [
      ...lost.map((stop) =>
        notice(
          'position_unknown',
          { ...at, client_id: stop.client_id },
          `The home of ${refOf(facts, stop.client_id)} on ${route.ref} has no position: distance and times are taken from the stop before.`,
        ),
      ),
      ...cutOff.map((stop) => noWay(route, stop, facts)),
      ...(schools.every(hasPosition)
        ? []
        : [notice('school_position_unknown', at, `The school of ${route.ref} has no position.`)]),
    ];
  }
  const { rides, metres } = reckon(located, table, {
    leg: 'mornings',
    facts,
    ...callsOf(route, 'mornings'),
  });
  const found: Violation[] = [];
  if (
    Math.abs(route.distance_m - metres) >
    ROUNDING_A_LEG * (route.stops.length + schools.length) + 1
  )
    found.push(
      broken(
        'distance_wrong',
        at,
        `${route.ref} is ${Math.round(metres)} m long, not ${route.distance_m} m.`,
      ),
    );
  for (const ride of rides) {
    const school = schools[ride.school];
    if (ride.stop.mornings !== 0 && school !== undefined)
      found.push(
        ...auditRide({ route, stop: ride.stop, client: ride.client, ride, school }, facts),
      );
  }
  return found;
}

/** Whoever a contract carries goes on riding: the provider knows a way that the network lacks. Nobody else is put where there is none. */
function noWay(route: PlannedRoute, stop: PlannedStop, facts: AuditFacts): Violation {
  const at = { route_ref: route.ref, client_id: stop.client_id };
  const ref = refOf(facts, stop.client_id);
  return stop.fixed
    ? notice(
        'no_way',
        at,
        `The road network has no way between the home of ${ref} on ${route.ref} and the school: distance and times are taken from the stop before. Set the pin of the home on a road that leads there, or load a network that reaches both.`,
      )
    : broken('no_way', at, `The road network has no way between ${ref} on ${route.ref} and the school.`); // prettier-ignore
}

/** Only a running contract may go to a school that no list has: it runs, but its ride times prove nothing. */
function unlistedSchool(route: PlannedRoute, facts: AuditFacts): Violation {
  const at = { route_ref: route.ref };
  const contract = contractOf(facts, route.contract_id);
  if (contract === null)
    return broken('unknown_school', at, `${route.ref} goes to no known school.`);
  return notice(
    'school_not_listed',
    at,
    `The school of ${route.ref}, "${contract.school_given}", is not among the schools: its times and distance are not known. Import the school or correct its name.`,
  );
}

function auditRide(
  one: {
    readonly route: PlannedRoute;
    readonly stop: PlannedStop;
    readonly client: Client;
    readonly ride: ReckonedRide;
    readonly school: School;
  },
  facts: AuditFacts,
): readonly Violation[] {
  const { route, stop, client, ride } = one;
  const at = { route_ref: route.ref, client_id: client.id };
  const found: Violation[] = [];
  const slack = ROUNDING_A_LEG * ride.legs + ROUNDING_SECONDS;
  if (Math.abs(stop.ride_s - ride.ride_s) > slack)
    found.push(
      broken(
        'ride_wrong',
        at,
        `${client.ref} rides ${formatMinutes(ride.ride_s)} on ${route.ref}, not ${formatMinutes(stop.ride_s)}.`,
      ),
    );
  const call = route.calls?.find((each) => each.school_urn === stop.school_urn);
  const { arrive_s } = call ?? route;
  const pickUp = Math.max(0, arrive_s - stop.ride_s - boardingOf(client, facts));
  if (Math.abs(stop.pick_up_s - pickUp) > ROUNDING_SECONDS)
    found.push(
      broken('pick_up_wrong', at, `The pick-up of ${client.ref} does not agree with the arrival.`),
    );
  if (
    Math.abs(stop.direct_s - ride.direct_s) > ROUNDING_SECONDS ||
    Math.abs(stop.direct_m - ride.direct_m) > ROUNDING_SECONDS
  )
    found.push(broken('direct_wrong', at, `The direct journey of ${client.ref} is not as stated.`));
  const limit = rideLimit(client, one.school, facts);
  if (limit.limit_s !== stop.limit_s || limit.kind !== stop.limit_kind)
    found.push(
      broken(
        'limit_wrong',
        at,
        `The ride limit of ${client.ref} is ${formatMinutes(limit.limit_s)}.`,
      ),
    );
  const over = overLimit({ ...one, limit, slack }, facts);
  return over === null ? found : [...found, over];
}

function overLimit(
  one: {
    readonly route: PlannedRoute;
    readonly stop: PlannedStop;
    readonly client: Client;
    readonly ride: ReckonedRide;
    readonly limit: RideLimit;
    readonly slack: number;
    readonly school: School;
  },
  facts: AuditFacts,
): Violation | null {
  const { route, stop, client, ride, limit, slack } = one;
  if (stop.ride_s <= limit.limit_s && ride.ride_s <= limit.limit_s + slack) return null;
  const at = { route_ref: route.ref, client_id: client.id };
  const numbers = `direct ${formatMinutes(ride.direct_s)}, planned ${formatMinutes(ride.ride_s)}`;
  const longest = Math.max(stop.ride_s, ride.ride_s);
  if (limit.kind === 'clinical') {
    const over = `${client.ref} on ${route.ref}: over the clinical limit of ${formatMinutes(limit.limit_s)}`;
    const { waiver } = limit;
    if (waiver === undefined) return broken('over_clinical_limit', at, `${over}, ${numbers}.`);
    const until = `the waiver by ${waiver.granted_by} until ${formatDate(waiver.until_on)}`;
    if (longest > longestAllowed(limit) + slack)
      return broken(
        'over_clinical_limit',
        at,
        `${over} and over the ${formatMinutes(waiver.allowed_s)} of ${until}, ${numbers}.`,
      );
    return notice('under_waiver', at, `${over} under ${until}, ${numbers}.`);
  }
  const allowed = ride.direct_s * numberAt(facts.settings, 'over_guide_allowance', facts.on);
  if (!stop.fixed && longest > allowed + slack)
    return broken(
      'over_guide',
      at,
      `${client.ref} on ${route.ref}: over the guide of ${formatMinutes(limit.limit_s)} without need, ${numbers}.`,
    );
  const covered = { school_urn: one.school.urn, ride_s: longest };
  if (reasonFor(facts.guide_reasons?.get(client.id) ?? [], covered) !== null) return null;
  return notice(
    'over_guide',
    at,
    `${client.ref} on ${route.ref}: over guide, ${numbers}. A named officer records the reason.`,
  );
}
