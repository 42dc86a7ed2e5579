/** A place as it is offered: its price, its ride, and whom it affects. */
import type { RideLimitKind } from '../../model/client.ts';
import type { PlannedRoute, Violation } from '../../model/plan.ts';
import { isSameStop } from '../../model/stop-key.ts';
import type { CountyFacts } from '../county.ts';
import { disruptionBetween, type Disruption } from '../disruption.ts';
import { disruptionBasis, type CountyDesk } from './county-desk.ts';
import type { Laid } from './lay-case.ts';

/** Someone aboard for whom the joining changes a time. */
export interface AffectedChild {
  readonly client_id: number;
  readonly ref: string;
  /** Seconds; earlier where negative. */
  readonly pick_up_change_s: number;
  readonly drop_off_change_s: number;
  readonly ride_change_s: number;
  readonly ride_s: number;
  /** School to home. */
  readonly home_ride_s: number;
  readonly limit_s: number;
  readonly limit_kind: RideLimitKind;
}

/** One place for a client. */
export interface Offer {
  readonly kind: 'existing' | 'new';
  /** The route as the plan in use has it; null for a new one. */
  readonly route_id: number | null;
  readonly ref: string;
  readonly provider: string;
  readonly contract_id: number | null;
  readonly vehicle_class: string;
  /** The class before, where another vehicle is needed; else null. */
  readonly vehicle_before: string | null;
  /** 1: picked up first. */
  readonly stop_order: number;
  readonly stops: number;
  readonly pick_up_s: number;
  readonly ride_s: number;
  readonly drop_off_s: number;
  readonly home_ride_s: number;
  readonly limit_s: number;
  readonly limit_kind: RideLimitKind;
  readonly direct_s: number;
  /** What the place adds to the bill: the route recosted with the client less the route recosted without. */
  readonly added_day_pence: number;
  readonly added_year_pence: number;
  /** Days a year on which the route runs only because of the client: the year's price is then more than the day's times its days. */
  readonly added_days_a_year: number;
  readonly added_m: number;
  /** Others aboard whose pick-up, drop-off or ride changes at all. */
  readonly affected: readonly AffectedChild[];
  /** What the planner says the change weighs, for everyone settled. */
  readonly disruption: Disruption;
  /** By what offers are ranked, pence a day: what the year adds, spread over the days on which the route then runs, and disruption. */
  readonly weight_pence: number;
  /** Where the client is already. */
  readonly is_current: boolean;
  /** The audit finds no broken rule on the route, nor a new one on the route that the client leaves. */
  readonly passes: boolean;
  readonly violations: readonly Violation[];
  /** The route with the client on it. */
  readonly route: PlannedRoute;
}

/** Puts an offer together from the route with the client and, but for a new one, without them. */
export function toOffer(
  county: CountyDesk,
  laid: Laid,
  routes: {
    readonly after: PlannedRoute;
    readonly before: PlannedRoute | null;
    readonly ref: string;
  },
): Offer {
  const { after, before } = routes;
  const { client, key, desk, on } = laid;
  const at = after.stops.findIndex((each) => isSameStop(each, key));
  const stop = after.stops[at];
  if (stop === undefined) throw new Error(`${client.ref} is not on ${after.ref}`);
  const was = county.plan.routes.filter((route) => route.id === on?.id || route.id === before?.id);
  const left = on === null || on.id === before?.id ? null : laid.left;
  const violations = [
    ...brokenOn(after, county, desk.facts),
    ...(left === null || on === null ? [] : brokenByLeaving(on, left, county, desk.facts)),
  ];
  const disruption = disruptionBetween(
    { routes: was },
    { routes: left === null ? [after] : [left, after] },
    disruptionBasis(county.facts),
  );
  const added_day_pence = after.cost_day_pence - (before?.cost_day_pence ?? 0);
  const added_year_pence = after.cost_year_pence - (before?.cost_year_pence ?? 0);
  return {
    kind: before === null ? 'new' : 'existing',
    route_id: before?.id ?? null,
    ref: routes.ref,
    provider: after.provider,
    contract_id: after.contract_id,
    vehicle_class: after.vehicle_class,
    vehicle_before:
      before === null || before.vehicle_class === after.vehicle_class ? null : before.vehicle_class,
    stop_order: at + 1,
    stops: after.stops.length,
    pick_up_s: stop.pick_up_s,
    ride_s: stop.ride_s,
    drop_off_s: stop.drop_off_s,
    home_ride_s: stop.home_ride_s,
    limit_s: stop.limit_s,
    limit_kind: stop.limit_kind,
    direct_s: stop.direct_s,
    added_day_pence,
    added_year_pence,
    added_days_a_year: before === null ? 0 : after.days_a_year - before.days_a_year,
    added_m: after.distance_m - (before?.distance_m ?? 0),
    affected: before === null ? [] : affectedBy(before, after, county),
    disruption,
    weight_pence: Math.round(added_year_pence / after.days_a_year) + disruption.pence,
    is_current:
      on !== null &&
      (on.id === before?.id ||
        (before === null && on.contract_id === null && on.stops.length === 1)),
    passes: violations.length === 0,
    violations,
    route: after,
  };
}

function brokenOn(route: PlannedRoute, { judge }: CountyDesk, facts: CountyFacts) {
  return judge([route], facts).filter((each) => each.severity === 'broken');
}

/** Rules that the route which the client leaves keeps now and would not keep without them: their own stop of other days may have no room left in the way home. */
function brokenByLeaving(
  on: PlannedRoute,
  left: PlannedRoute,
  county: CountyDesk,
  facts: CountyFacts,
): readonly Violation[] {
  const broken = brokenOn(left, county, facts);
  if (broken.length === 0) return [];
  const nameOf = ({ code, client_id }: Violation) => `${code} ${client_id}`;
  const known = new Set(brokenOn(on, county, county.facts).map(nameOf));
  return broken.filter((each) => !known.has(nameOf(each)));
}

function affectedBy(
  before: PlannedRoute,
  after: PlannedRoute,
  { facts }: CountyDesk,
): readonly AffectedChild[] {
  // Two homes on one route are two stops: each is held against itself, and the child is told of once.
  const old = new Map(before.stops.map((stop) => [`${stop.client_id} ${stop.place}`, stop]));
  const told = new Set<number>();
  return after.stops.flatMap((stop): AffectedChild[] => {
    const was = old.get(`${stop.client_id} ${stop.place}`);
    if (was === undefined || told.has(stop.client_id)) return [];
    const pick_up_change_s = stop.pick_up_s - was.pick_up_s;
    const ride_change_s = stop.ride_s - was.ride_s;
    const drop_off_change_s = stop.drop_off_s - was.drop_off_s;
    if (pick_up_change_s === 0 && ride_change_s === 0 && drop_off_change_s === 0) return [];
    told.add(stop.client_id);
    const { client_id, ride_s, home_ride_s, limit_s, limit_kind } = stop;
    const ref = facts.clients.get(client_id)?.ref ?? `client ${client_id}`;
    return [
      {
        client_id,
        ref,
        pick_up_change_s,
        drop_off_change_s,
        ride_change_s,
        ride_s,
        home_ride_s,
        limit_s,
        limit_kind,
      },
    ];
  });
}
