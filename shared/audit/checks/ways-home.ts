import { longestAllowed, rideLimit } from '../../casework/ride-limit.ts';
import { reasonFor } from '../../casework/ride-records.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { formatDate } from '../../format/date.ts';
import { formatMinutes } from '../../format/time.ts';
import type { Travel } from '../../geo/travel.ts';
import type { Client } from '../../model/client.ts';
import type { PlannedRoute, PlannedStop, Violation } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import { broken, notice, type AuditFacts, type Check } from '../audit-facts.ts';
import { ROUNDING_A_LEG, ROUNDING_SECONDS, travelFor } from '../measured.ts';
import { calledSchools, callsOf, locate, reckon } from '../reckon.ts';

/** The seconds of a day: no time of a plan runs past midnight. */
const LAST_SECOND = 24 * 3600 - 1;

/** In the afternoon everyone is let off once, in the order stated, at the time stated and within their limit. */
export const waysHome: Check = (plan, facts) => {
  const travel = travelFor(plan, facts);
  return plan.routes.flatMap((route) => [
    ...wrongTimes(route, facts),
    ...(travel === null ? [] : wrongRides(route, facts, travel)),
  ]);
};

/** What can be seen from the route alone. */
function wrongTimes(route: PlannedRoute, facts: AuditFacts): readonly Violation[] {
  const found: Violation[] = [];
  const orders = route.stops.map((stop) => stop.drop_off_order).toSorted((a, b) => a - b);
  if (orders.some((order, i) => order !== i + 1))
    found.push(
      broken(
        'drop_off_order_wrong',
        { route_ref: route.ref },
        `The order in which ${route.ref} lets its clients off in the afternoon does not hold each of them once.`,
      ),
    );
  for (const stop of route.stops) {
    const call = route.calls?.find((each) => each.school_urn === stop.school_urn);
    const should = Math.min(LAST_SECOND, (call ?? route).depart_s + stop.home_ride_s);
    if (Math.abs(stop.drop_off_s - should) <= ROUNDING_SECONDS) continue;
    const ref = facts.clients.get(stop.client_id)?.ref ?? `client ${stop.client_id}`;
    found.push(
      broken(
        'drop_off_wrong',
        { route_ref: route.ref, client_id: stop.client_id },
        `The time at which ${ref} is home does not agree with when ${route.ref} leaves the school.`,
      ),
    );
  }
  return found;
}

interface WayHome {
  readonly route: PlannedRoute;
  readonly stop: PlannedStop;
  readonly client: Client;
  readonly school: School;
  /** Reckoned afresh. */
  readonly ride_s: number;
  readonly direct_s: number;
  readonly slack: number;
}

/** What can be seen only on the network: a home or a school without a position is noticed with the morning. */
function wrongRides(route: PlannedRoute, facts: AuditFacts, travel: Travel): readonly Violation[] {
  const schools = calledSchools(route, facts);
  const { located, lost, cutOff, table } = locate(route, { facts, schools, travel });
  if (table === null || lost.length + cutOff.length > 0) return [];
  const { rides, metres } = reckon(located, table, {
    leg: 'afternoons',
    facts,
    ...callsOf(route, 'afternoons'),
  });
  const found: Violation[] = [];
  for (const { stop, client, ride_s, direct_s, legs, school: row } of rides) {
    const school = schools[row];
    if (school === undefined) continue;
    const slack = ROUNDING_A_LEG * legs + ROUNDING_SECONDS;
    if (stop.afternoons !== 0)
      found.push(...auditWay({ route, stop, client, school, ride_s, direct_s, slack }, facts));
  }
  if (Math.abs(route.home_m - metres) > ROUNDING_A_LEG * (route.stops.length + schools.length) + 1)
    found.push(
      broken(
        'home_distance_wrong',
        { route_ref: route.ref },
        `${route.ref} is ${Math.round(metres)} m long in the afternoon, not ${route.home_m} m.`,
      ),
    );
  return found;
}

function auditWay(way: WayHome, facts: AuditFacts): readonly Violation[] {
  const { route, stop, client, ride_s, direct_s, slack } = way;
  const at = { route_ref: route.ref, client_id: client.id };
  const found: Violation[] = [];
  if (Math.abs(stop.home_ride_s - ride_s) > slack)
    found.push(
      broken(
        'home_ride_wrong',
        at,
        `${client.ref} rides ${formatMinutes(ride_s)} home on ${route.ref}, not ${formatMinutes(stop.home_ride_s)}.`,
      ),
    );
  if (Math.abs(stop.home_direct_s - direct_s) > ROUNDING_SECONDS)
    found.push(
      broken('home_direct_wrong', at, `The direct way home of ${client.ref} is not as stated.`),
    );
  const over = overLimit(way, facts);
  return over === null ? found : [...found, over];
}

/** Over the limit on the way home. Where the morning is over the guide as well, that notice stands for both. */
function overLimit(way: WayHome, facts: AuditFacts): Violation | null {
  const { route, stop, client, ride_s, direct_s, slack } = way;
  const limit = rideLimit(client, way.school, facts);
  if (stop.home_ride_s <= limit.limit_s && ride_s <= limit.limit_s + slack) return null;
  const at = { route_ref: route.ref, client_id: client.id };
  const numbers = `direct ${formatMinutes(direct_s)}, planned ${formatMinutes(ride_s)}`;
  const who = `${client.ref} on ${route.ref}, on the way home`;
  const longest = Math.max(stop.home_ride_s, ride_s);
  if (limit.kind === 'clinical') {
    const over = `${who}: over the clinical limit of ${formatMinutes(limit.limit_s)}`;
    const { waiver } = limit;
    if (waiver === undefined || longest > longestAllowed(limit) + slack)
      return broken('over_clinical_limit_home', at, `${over}, ${numbers}.`);
    const until = `the waiver by ${waiver.granted_by} until ${formatDate(waiver.until_on)}`;
    return notice('under_waiver_home', at, `${over} under ${until}, ${numbers}.`);
  }
  const allowed = direct_s * numberAt(facts.settings, 'over_guide_allowance', facts.on);
  if (!stop.fixed && longest > allowed + slack)
    return broken(
      'over_guide_home',
      at,
      `${who}: over the guide of ${formatMinutes(limit.limit_s)} without need, ${numbers}.`,
    );
  if (stop.ride_s > limit.limit_s) return null;
  const covered = { school_urn: way.school.urn, ride_s: longest };
  if (reasonFor(facts.guide_reasons?.get(client.id) ?? [], covered) !== null) return null;
  return notice(
    'over_guide_home',
    at,
    `${who}: over guide, ${numbers}. A named officer records the reason.`,
  );
}
