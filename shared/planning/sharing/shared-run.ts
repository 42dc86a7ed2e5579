/** The runs of a shared route: everyone is collected, then each school is called at; home the other way round. */
import { dailyCrews } from '../legs.ts';
import type { School } from '../../model/school.ts';
import type { Rider } from '../school-problem.ts';

/** Somebody aboard. */
export interface SharedRider {
  readonly rider: Rider;
  /** The place of their school among the table's. */
  readonly school: number;
  /** On this route already by its contract. */
  readonly fixed: boolean;
}

/** Ways between schools (rows 0 and on) and riders (the rows after). Whole metres and seconds. */
export interface SharedTable {
  readonly schools: readonly School[];
  readonly riders: readonly SharedRider[];
  readonly n: number;
  readonly distances: Float64Array;
  readonly durations: Float64Array;
  /** By row: 1 on the road network. */
  readonly byRoad: Uint8Array;
}

/** One direction: schools in the order of the calls, and riders in the order of their stops, each by its place in the table. */
export interface SharedLeg {
  readonly calls: readonly number[];
  /** Seconds after midnight, parallel to the calls: arrivals in the morning, departures in the afternoon. */
  readonly times: readonly number[];
  readonly order: readonly number[];
}

/** What a leg comes to; rides by the place of the rider in the table. */
export interface SharedRide {
  readonly rides: ReadonlyMap<number, number>;
  readonly distance_m: number;
  readonly duration_s: number;
}

/** The way to school on the longest of the week's days. Each call is made every day that the route runs. */
export function sharedMorning(table: SharedTable, leg: SharedLeg): SharedRide {
  return overDays(table, leg, 'mornings');
}

/** The way home. */
export function sharedAfternoon(table: SharedTable, leg: SharedLeg): SharedRide {
  return overDays(table, leg, 'afternoons');
}

function overDays(table: SharedTable, leg: SharedLeg, part: 'mornings' | 'afternoons'): SharedRide {
  const isThere = part === 'mornings';
  const rides = new Map<number, number>();
  let [distance_m, duration_s] = [0, 0];
  const ridesOn = (at: number) => table.riders[at]?.rider[part] ?? 0;
  for (const crew of dailyCrews(leg.order, ridesOn)) {
    const day = oneDay(table, { ...leg, order: isThere ? crew.toReversed() : crew }, isThere);
    for (const [at, ride] of day.rides) rides.set(at, Math.max(rides.get(at) ?? 0, ride));
    distance_m = Math.max(distance_m, day.distance_m);
    duration_s = Math.max(duration_s, day.duration_s);
  }
  return { rides, distance_m, duration_s };
}

/** One day, counted from the schools outwards: the first call of the morning and the last of the afternoon are next to the homes. */
function oneDay(table: SharedTable, leg: SharedLeg, isThere: boolean): SharedRide {
  const { n, distances, durations, schools, riders } = table;
  const { calls, times } = leg;
  const way = (from: number, to: number, of: Float64Array): number =>
    (isThere ? of[to * n + from] : of[from * n + to]) ?? 0;
  const nearest = (isThere ? calls[0] : calls.at(-1)) ?? 0;
  const nearestAt = (isThere ? times[0] : times.at(-1)) ?? 0;
  let metres = 0;
  for (const [i, call] of calls.entries()) {
    const next = calls[i + 1];
    if (next !== undefined) metres += distances[call * n + next] ?? 0;
  }
  const rides = new Map<number, number>();
  let [last, seconds, boarding] = [nearest, 0, 0];
  for (const at of leg.order) {
    const row = schools.length + at;
    const { rider, school } = riders[at] ?? {};
    seconds += way(last, row, durations) + boarding;
    metres += way(last, row, distances);
    const own = times[calls.indexOf(school ?? 0)] ?? nearestAt;
    rides.set(at, seconds + Math.abs(own - nearestAt));
    boarding = rider?.boarding_s ?? 0;
    last = row;
  }
  const between = Math.abs((times.at(-1) ?? 0) - (times[0] ?? 0));
  return { rides, distance_m: metres, duration_s: seconds + boarding + between };
}
