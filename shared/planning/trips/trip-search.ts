/** Fewer buses: ruin and recreate over trips with the slots they hold; one bus less whenever no stop is missing. */
import type { Random } from '../../kernel/random.ts';
import { recreateTrips } from './recreate-trips.ts';
import { Ruined, removeTrips, type TripRuin } from './remove-trips.ts';
import { TICKS, type TripInstance } from './trip-instance.ts';
import { takeTrips, type TripSnapshot } from './trip-snapshot.ts';
import { TripState } from './trip-state.ts';

/** Tuned on the eight school bus problems of Park, Tae and Kim; see the README. */
export const TRIP_TUNING = {
  ruin: { mean: 10, longest: 10, ownSchool: 0.6, whole: 0.05, aroundMissing: 0.2 } as TripRuin,
  /** Chance of passing over a trip when putting a stop back. */
  blink: 0.01,
  /** Ticks by which a worse plan is taken now and then, at the start and the end of a cycle. */
  hot: 200 * TICKS,
  cold: 2 * TICKS,
  /** First cycle's iterations for each stop, and how much longer each next cycle is. */
  cycle: 100,
  growth: 1.6,
};

/** Asked now and then, with the iterations done and the buses so far; true stops. */
export type StopTrips = (iterations: number, buses: number) => boolean;

/** Ask the host about the clock once in so many iterations. */
const ASK_EVERY = 64;

/**
 * Searches until `iterations` are done or `shouldStop` says so, and answers with the best complete plan seen: fewest
 * buses, then least time on trips. Cycles do not depend on the budget, so a longer run begins with the shorter.
 */
export function searchTrips(
  instance: TripInstance,
  budget: { readonly iterations: number; readonly shouldStop: StopTrips },
  random: Random,
): { readonly best: TripSnapshot; readonly iterations: number } {
  const state = new TripState(instance, instance.n);
  recreateTrips(state, TRIP_TUNING.blink, random);
  let best = takeTrips(state);
  if (best.buses === 0) return { best, iterations: 0 };
  oneBusLess(state);
  const ruined = new Ruined(instance);
  const misses = new Misses(instance.n);
  let done = 0;
  let length = Math.max(1000, TRIP_TUNING.cycle * instance.n);
  while (done < budget.iterations) {
    const cooling = Math.pow(TRIP_TUNING.cold / TRIP_TUNING.hot, 1 / length);
    let temperature = TRIP_TUNING.hot;
    for (let i = 0; i < length && done < budget.iterations; i++, done++) {
      if (done % ASK_EVERY === 0 && budget.shouldStop(done, best.buses))
        return { best, iterations: done };
      const before = { work: state.work, missing: state.missing.length };
      const missed = misses.sum(state.missing);
      removeTrips(state, ruined, TRIP_TUNING.ruin, random);
      recreateTrips(state, TRIP_TUNING.blink, random);
      const missedNow = misses.sum(state.missing);
      misses.count(state.missing);
      const allowed = before.work - temperature * Math.log(1 - random.next());
      const isTaken =
        missedNow < missed || (state.missing.length <= before.missing && state.work < allowed);
      if (!isTaken) state.revert();
      else if (state.missing.length > 0) state.commit();
      else {
        const found = takeTrips(state);
        if (isBetter(found, best)) best = found;
        oneBusLess(state);
      }
      temperature *= cooling;
    }
    length = Math.floor(length * TRIP_TUNING.growth);
  }
  return { best, iterations: done };
}

function isBetter(a: TripSnapshot, b: TripSnapshot): boolean {
  return a.buses < b.buses || (a.buses === b.buses && a.work < b.work);
}

/** Takes a bus away from a complete plan; the stops of trips that no longer find one are missing. */
function oneBusLess(state: TripState): void {
  const { slots, instance } = state;
  const yard = instance.m;
  const buses = slots.used[yard] as number;
  slots.supplyMore(yard, buses - 1 - (slots.supply[yard] as number));
  state.settleSchool(yard);
  state.commit();
}

/** How often each stop has been left missing: those seldom left are easy, and better left than the others. */
class Misses {
  private readonly times: Float64Array;

  constructor(n: number) {
    this.times = new Float64Array(n).fill(1);
  }

  sum(missing: readonly number[]): number {
    let total = 0;
    for (const stop of missing) total += this.times[stop] as number;
    return total;
  }

  count(missing: readonly number[]): void {
    for (const stop of missing) this.times[stop] = (this.times[stop] as number) + 1;
  }
}
