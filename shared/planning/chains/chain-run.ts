/** A route of the plan as a run that a vehicle could do before or after another. */
import type { Position } from '../../geo/position.ts';
import type { Client } from '../../model/client.ts';
import type { RateCard } from '../../model/money.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import { classOf } from '../../costing/route-cost.ts';

/** What a run needs to be known by. Times are seconds after midnight. */
export interface ChainRun {
  readonly route: PlannedRoute;
  readonly school: School;
  readonly at: Position;
  /** The day of its school starts then: no run may come later. */
  readonly day_starts_s: number;
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
  if (at === null || first_home === null || last_home === null) return 'no_position';
  const vehicle = classOf(facts.card, route);
  const isOnCard = vehicle.id === route.vehicle_class;
  return {
    route,
    school,
    at,
    day_starts_s: school.day_starts_s ?? facts.day_starts_s,
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

function positionOf(
  place: { readonly lat: number | null; readonly lon: number | null } | undefined,
): Position | null {
  return place === undefined || place.lat === null || place.lon === null
    ? null
    : { lat: place.lat, lon: place.lon };
}
