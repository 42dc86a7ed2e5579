/** Random problems of buses that serve one school after another, the fewest buses by trying everything, and a check by the clock. */
import { seededRandom } from '../../shared/kernel/random.ts';
import type { TripPlan, TripProblem, TripStop } from '../../shared/planning/trips/trip-problem.ts';

/** How a problem is drawn. */
export interface TripShape {
  readonly seed: number;
  readonly schools: number;
  readonly stops: number;
  /** Whether the way round may be shorter than the way straight, as no street plan has it. */
  readonly crooked?: boolean;
}

/** Schools with bells between 8 and 10, stops within some half an hour. */
export function randomTrips({ seed, schools, stops, crooked = false }: TripShape): TripProblem {
  const random = seededRandom(seed);
  const places = Array.from({ length: stops + schools }, () => [random.next(), random.next()]);
  const noise = places.map(() => places.map(() => (crooked ? 0.3 + random.next() * 1.4 : 1)));
  return {
    schools: Array.from({ length: schools }, (_, s) => ({
      id: `school ${s}`,
      bell_s: 28_800 + 300 * random.below(25),
    })),
    stops: Array.from({ length: stops }, (_, i) => ({
      id: `stop ${i}`,
      school: i < schools ? i : random.below(schools),
      pupils: 1 + random.below(30),
      dwell_s: 20 + random.below(60),
    })),
    seats: 66,
    ride_s: 2700,
    unload_s: 154.4,
    travel_s: (from, to) => {
      const [ax = 0, ay = 0] = places[from] ?? [];
      const [bx = 0, by = 0] = places[to] ?? [];
      return 1200 * (Math.abs(ax - bx) + Math.abs(ay - by)) * (noise[from]?.[to] ?? 1);
    },
  };
}

/** Seconds of a trip: first dwell, travel and later dwells. */
export function tripSeconds(
  problem: TripProblem,
  school: number,
  stops: readonly number[],
): number {
  return stops.reduce(
    (sum, stop, k) =>
      sum +
      stopAt(problem, stop).dwell_s +
      problem.travel_s(stop, stops[k + 1] ?? problem.stops.length + school),
    0,
  );
}

function stopAt(problem: TripProblem, i: number): TripStop {
  const stop = problem.stops[i];
  if (stop === undefined) throw new RangeError(`No stop ${i}`);
  return stop;
}

function isTrip(problem: TripProblem, school: number, stops: readonly number[]): boolean {
  const load = stops.reduce((sum, stop) => sum + stopAt(problem, stop).pupils, 0);
  const ride = tripSeconds(problem, school, stops) - stopAt(problem, stops[0] ?? -1).dwell_s;
  return load <= problem.seats && ride <= problem.ride_s;
}

function canFollow(
  problem: TripProblem,
  before: number,
  trip: { readonly school: number; readonly stops: readonly number[] },
): boolean {
  const way = problem.travel_s(problem.stops.length + before, trip.stops[0] ?? -1);
  const free = problem.schools[before]?.bell_s ?? Infinity;
  const work = tripSeconds(problem, trip.school, trip.stops) + problem.unload_s;
  return free + way + work <= (problem.schools[trip.school]?.bell_s ?? -Infinity) + 1e-9;
}

/** What a plan breaks; empty for one that holds. */
export function checkTrips(problem: TripProblem, plan: TripPlan): readonly string[] {
  const faults: string[] = [];
  const visits = problem.stops.map(() => 0);
  for (const stop of plan.unserved) visits[stop] = (visits[stop] ?? 0) + 1;
  plan.buses.forEach((bus, b) => {
    bus.forEach((trip, k) => {
      for (const stop of trip.stops) {
        visits[stop] = (visits[stop] ?? 0) + 1;
        if (stopAt(problem, stop).school !== trip.school) faults.push(`bus ${b}: wrong school`);
      }
      if (!isTrip(problem, trip.school, trip.stops)) faults.push(`bus ${b}: seats or ride`);
      const before = bus[k - 1];
      if (before !== undefined && !canFollow(problem, before.school, trip))
        faults.push(`bus ${b}: late for trip ${k}`);
    });
  });
  visits.forEach((times, stop) => {
    if (times !== 1) faults.push(`stop ${stop} served ${times} times`);
  });
  return faults;
}

interface Way {
  readonly school: number;
  readonly stops: readonly number[];
}

/** The fewest buses, by every way of making trips and every way of following; for some seven stops. */
export function fewestBuses(problem: TripProblem): number {
  const ways = problem.schools.map((_, school) => {
    const stops = problem.stops.flatMap((stop, i) => (stop.school === school ? [i] : []));
    return splits(stops)
      .filter((lists) => lists.every((list) => isTrip(problem, school, list)))
      .map((lists) => lists.map((list): Way => ({ school, stops: list })));
  });
  let fewest = Infinity;
  const choose = (school: number, chosen: readonly Way[]): void => {
    const options = ways[school];
    if (options === undefined) fewest = Math.min(fewest, busesFor(problem, chosen));
    else for (const option of options) choose(school + 1, [...chosen, ...option]);
  };
  choose(0, []);
  return fewest;
}

/** Every set of ordered lists that the items make. */
function splits(items: readonly number[]): readonly (readonly number[])[][] {
  const [item, ...others] = items;
  if (item === undefined) return [[]];
  return splits(others).flatMap((lists) => [
    [[item], ...lists],
    ...lists.flatMap((list, at) =>
      Array.from({ length: list.length + 1 }, (_, k) =>
        lists.map((other, i) => (i === at ? [...list.slice(0, k), item, ...list.slice(k)] : other)),
      ),
    ),
  ]);
}

/** Trips less the most that can each follow another (Kuhn, 1955). */
function busesFor(problem: TripProblem, trips: readonly Way[]): number {
  const follower = new Map<number, number>();
  const place = (later: number, tried: Set<number>): boolean =>
    trips.some((before, earlier) => {
      const trip = trips[later];
      if (trip === undefined || tried.has(earlier)) return false;
      if (!canFollow(problem, before.school, trip)) return false;
      tried.add(earlier);
      const other = follower.get(earlier);
      if (other !== undefined && !place(other, tried)) return false;
      follower.set(earlier, later);
      return true;
    });
  return trips.length - trips.filter((_, later) => place(later, new Set())).length;
}
