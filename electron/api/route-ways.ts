/** The ways of routes as the map draws them: along the roads where a network is loaded, else straight from home to home. */
import type { RouteWay } from '../../shared/api/views/map.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import type { Position } from '../../shared/geo/position.ts';
import { pointPath } from '../../shared/roads/ask-roads.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import { schoolsOfRoute, serves } from '../../shared/model/route-schools.ts';
import type { Store } from '../../db/store.ts';
import { roadsOf } from '../roads/roads-file.ts';
import { shownPlace } from './plan-views.ts';
import { addressOfStop } from './stop-addresses.ts';

/** Ways kept for one network; a county has some 1,500 routes of six legs. */
const KEPT_LEGS = 20_000;
/** Legs by their ends: null where the network does not reach. Goes with its network. */
const kept = new WeakMap<RoadsData, Map<string, readonly number[] | null>>();

/** The way of each route of a school in a plan. Protected homes are left out: a line would lead to their door. */
export function routeWays(
  store: Store,
  { plan, urn }: { readonly plan: Plan | null; readonly urn: number },
  on: IsoDate,
): readonly RouteWay[] {
  if (plan === null) return [];
  const wayOf = wayFinder(store, on);
  return plan.routes
    .filter((route) => serves(route, urn))
    .map((route) => ({ id: route.id, ref: route.ref, ...wayOf(route) }));
}

/** The way of one route, also of one that no plan has yet. */
export function wayOfRoute(
  store: Store,
  route: PlannedRoute,
  on: IsoDate,
): Pick<RouteWay, 'line' | 'basis'> {
  return wayFinder(store, on)(route);
}

function wayFinder(store: Store, on: IsoDate) {
  const ends = (route: PlannedRoute): readonly Position[] =>
    schoolsOfRoute(route).flatMap((urn) => {
      const { lat, lon } = store.schools.get(urn) ?? { lat: null, lon: null };
      return lat === null || lon === null ? [] : [{ lat, lon }];
    });
  const roads = roadsOf(store.path);
  const data = roads.ok ? roads.value : null;
  const reach_m = numberAt(store.settings.all(), 'road_reach_m', on);
  return (route: PlannedRoute) =>
    wayThrough(data, [...homesOn(store, route.stops), ...ends(route)], reach_m);
}

function homesOn(store: Store, stops: PlannedRoute['stops']): readonly Position[] {
  return stops.flatMap((stop) => shownPlace(addressOfStop(store, stop)) ?? []);
}

/** A line through points in their order: legs by road, straight where the network does not reach. */
function wayThrough(
  data: RoadsData | null,
  points: readonly Position[],
  reach_m: number,
): Pick<RouteWay, 'line' | 'basis'> {
  const straight = points.flatMap(({ lat, lon }) => [lat, lon]);
  if (data === null) return { line: straight, basis: 'straight' };
  const line: number[] = straight.slice(0, 2);
  let byRoad = 0;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    if (from === undefined || to === undefined) continue;
    const leg = legOf(data, from, to, reach_m);
    if (leg !== null) {
      byRoad += 1;
      line.push(...leg);
    }
    line.push(to.lat, to.lon);
  }
  const legs = points.length - 1;
  return { line, basis: byRoad === 0 ? 'straight' : byRoad === legs ? 'road' : 'part' };
}

/** Five places of a degree are a metre: what a screen can show. */
function fine(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

function legOf(
  data: RoadsData,
  from: Position,
  to: Position,
  reach_m: number,
): readonly number[] | null {
  let legs = kept.get(data);
  if (legs === undefined) {
    legs = new Map();
    kept.set(data, legs);
  }
  const key = `${from.lat} ${from.lon} ${to.lat} ${to.lon} ${reach_m}`;
  const known = legs.get(key);
  if (known !== undefined) return known;
  // The shape of the fastest way is the same with and without the morning peak.
  const pace = { peak_factor: 1, walking_mph: 3 };
  const path = pointPath(data, 'car', { from, to, reach_m, pace });
  const leg = path === null ? null : path.shape.flatMap(({ lat, lon }) => [fine(lat), fine(lon)]);
  if (legs.size >= KEPT_LEGS) legs.clear();
  legs.set(key, leg);
  return leg;
}
