import type { TripState } from './trip-state.ts';

/** Complete trips and the school each comes from (the yard: the number of schools), copied out of the state. */
export interface TripSnapshot {
  readonly buses: number;
  /** Ticks of all trips. */
  readonly work: number;
  readonly trips: readonly SnapshotTrip[];
}

/** One trip and the node whose slot it holds. */
export interface SnapshotTrip {
  readonly school: number;
  readonly stops: readonly number[];
  readonly after: number;
}

/** Copies the trips of a state. */
export function takeTrips(state: TripState): TripSnapshot {
  const { instance, slots, count, share, most, sequence } = state;
  const trips: SnapshotTrip[] = [];
  for (let s = 0; s < instance.m; s++)
    for (let i = 0; i < (count[s] as number); i++) {
      const t = state.trips[s * share + i] as number;
      const stops = sequence.subarray(t * most, t * most + (state.length[t] as number));
      trips.push({ school: s, stops: [...stops], after: slots.held[t] as number });
    }
  return { buses: slots.used[instance.m] as number, work: state.work, trips };
}
