/** A route of the plan as a run that a vehicle could do before or after another. */
import type { Position } from '../../geo/position.ts';
import type { Client } from '../../model/client.ts';
import type { RateCard } from '../../model/money.ts';
import type { PlannedRoute, SchoolCall } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import { classOf } from '../../costing/route-cost.ts';

/** What a run needs to be known by. Times are seconds after midnight. */
export interface ChainRun {
  readonly route: PlannedRoute;
  /** Where the morning ends: of several schools the last that is called at. */
  readonly school: School;
  readonly at: Position;
  /** Where the afternoon begins: of several schools the first that is called at. */
  readonly leaves_from: Position;
  /** How far its schools let it move, whatever the rules of chains say: 0 or more, Infinity for no limit. */
  readonly clocks: ChainClocks;
  readonly first_home: Position;
  readonly first_pick_up_s: number;
  /** Where the afternoon ends, and when. */
  readonly last_home: Position;
  readonly home_at_s: number;
  readonly per_km_pence: number;
  /** Fixed price of its vehicle class by the rate card, pence a day. */
  readonly fixed_pence: number;
  /** Layouts that its vehicle can be set to; the first is the one used. */
  readonly layouts: readonly { readonly seats: number; readonly wheelchairs: number }[];
}

/** What the clocks of all its schools leave, seconds. */
export interface ChainClocks {
  /** So much later it may come: no school is reached after its day starts. */
  readonly later_s: number;
  /** So much earlier: at none of several schools before anybody is there to receive. */
  readonly earlier_s: number;
  /** So much later it may leave: nobody waits longer at any of several schools than children of a shared route may. */
  readonly wait_s: number;
}

/** Why a route is not looked at. */
export const NOT_A_RUN = ['no_school', 'no_position', 'no_clients'] as const;
export type NotARun = (typeof NOT_A_RUN)[number];

/** What runs are made from. */
export interface RunFacts {
  readonly clients: ReadonlyMap<number, Client>;
  readonly schools: ReadonlyMap<number, School>;
  readonly card: RateCard;
  /** Start of a school's day where the school does not say. */
  readonly day_starts_s: number;
  readonly day_ends_s: number;
  /** How long before its day a shared route may reach a school, and after it may leave. */
  readonly sharing_early_s: number;
}

/** The run of a route, or why it is none. */
export function toChainRun(route: PlannedRoute, facts: RunFacts): ChainRun | NotARun {
  const school = route.school_urn === null ? undefined : facts.schools.get(route.school_urn);
  if (school === undefined) return 'no_school';
  const first = route.stops[0];
  const last = route.stops.toSorted((a, b) => b.drop_off_order - a.drop_off_order)[0];
  if (first === undefined || last === undefined) return 'no_clients';
  const first_home = positionOf(facts.clients.get(first.client_id));
  const last_home = positionOf(facts.clients.get(last.client_id));
  const at = positionOf(school);
  const called = callsOf(route).toSorted((a, b) => a.depart_s - b.depart_s)[0];
  const leaves_from = positionOf(facts.schools.get(called?.school_urn ?? school.urn));
  if (at === null || leaves_from === null || first_home === null || last_home === null)
    return 'no_position';
  const vehicle = classOf(facts.card, route);
  const isOnCard = vehicle.id === route.vehicle_class;
  return {
    route,
    school,
    at,
    leaves_from,
    clocks: clocksOf(route, facts),
    first_home,
    first_pick_up_s: first.pick_up_s,
    last_home,
    home_at_s: route.depart_s + route.home_duration_s,
    per_km_pence: vehicle.per_km_pence,
    fixed_pence: vehicle.fixed_pence,
    layouts: [
      { seats: route.seats, wheelchairs: route.wheelchairs },
      ...(isOnCard ? vehicle.layouts : []),
    ],
  };
}

type Call = Pick<SchoolCall, 'school_urn' | 'arrive_s' | 'depart_s'>;

/** The calls of a shared route; of any other the one at its school. */
function callsOf({ calls, school_urn, arrive_s, depart_s }: PlannedRoute): readonly Call[] {
  return calls ?? (school_urn === null ? [] : [{ school_urn, arrive_s, depart_s }]);
}

/**
 * A run moves whole: what the tightest of its schools leaves is left for all. A route of one school comes as early as the rules of chains
 * let it; where several share it their children are received within a time that the office says.
 */
function clocksOf(route: PlannedRoute, facts: RunFacts): ChainClocks {
  const calls = callsOf(route);
  const left = calls.map(({ school_urn, arrive_s, depart_s }) => {
    const school = facts.schools.get(school_urn);
    const starts_s = school?.day_starts_s ?? facts.day_starts_s;
    const ends_s = school?.day_ends_s ?? facts.day_ends_s;
    return {
      later_s: starts_s - arrive_s,
      earlier_s: calls.length < 2 ? Infinity : arrive_s - (starts_s - facts.sharing_early_s),
      wait_s: calls.length < 2 ? Infinity : ends_s + facts.sharing_early_s - depart_s,
    };
  });
  const least = (of: keyof ChainClocks) => Math.max(0, Math.min(...left.map((each) => each[of])));
  return { later_s: least('later_s'), earlier_s: least('earlier_s'), wait_s: least('wait_s') };
}

function positionOf(
  place: { readonly lat: number | null; readonly lon: number | null } | undefined,
): Position | null {
  return place === undefined || place.lat === null || place.lon === null
    ? null
    : { lat: place.lat, lon: place.lon };
}
