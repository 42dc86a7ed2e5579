/** Trips of every school, and the fewest buses that run them. */
import { seededRandom } from '../../kernel/random.ts';
import { TICKS, toTripInstance } from './trip-instance.ts';
import type { Trip, TripPlan, TripProblem } from './trip-problem.ts';
import { searchTrips, type StopTrips } from './trip-search.ts';
import type { TripSnapshot } from './trip-snapshot.ts';

/** How long to search: a number of iterations, a clock that the host asks, or both. */
export interface TripOptions {
  readonly seed: number;
  /** Infinity where only the clock decides. */
  readonly iterations: number;
  readonly shouldStop: StopTrips;
}

/** Solves a problem. The same problem, seed and iterations give the same plan everywhere. */
export function solveTrips(problem: TripProblem, options: TripOptions): TripPlan {
  const instance = toTripInstance(problem);
  const { best, iterations } = searchTrips(instance, options, seededRandom(options.seed));
  const servable = new Set(instance.servable);
  return {
    buses: toBuses(problem, best),
    unserved: problem.stops.flatMap((_, i) => (servable.has(i) ? [] : [i])),
    work_s: best.work / TICKS,
    iterations,
  };
}

/** Follows the slots from the yard: earliest bell first, each trip behind one of the school that its slot is of. */
function toBuses(problem: TripProblem, plan: TripSnapshot): readonly (readonly Trip[])[] {
  const bell = (school: number): number => problem.schools[school]?.bell_s ?? 0;
  const trips = [...plan.trips].sort((a, b) => bell(a.school) - bell(b.school));
  const waiting = new Map<number, Trip[][]>();
  const buses: Trip[][] = [];
  for (const { school, stops, after } of trips) {
    const bus = waiting.get(after)?.pop() ?? [];
    if (bus.length === 0) buses.push(bus);
    bus.push({ school, stops });
    const free = waiting.get(school) ?? [];
    free.push(bus);
    waiting.set(school, free);
  }
  return buses;
}
