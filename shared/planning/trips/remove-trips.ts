import type { Random } from '../../kernel/random.ts';
import type { TripInstance } from './trip-instance.ts';
import type { TripState } from './trip-state.ts';

/** Sizes of a ruin, as in SISR (Christiaens and Vanden Berghe, Transportation Science 2020). */
export interface TripRuin {
  /** Mean number of stops taken out. */
  readonly mean: number;
  /** Longest string taken from one trip. */
  readonly longest: number;
  /** Chance that only trips of the seed's own school are ruined. */
  readonly ownSchool: number;
  /** Chance that a trip is taken out whole. */
  readonly whole: number;
  /** Chance that the seed is a missing stop, if any is. */
  readonly aroundMissing: number;
}

/** Chance that a string is split around stops that stay, and that it is split wider still. */
const SPLIT = 0.5;
const WIDER = 0.01;

/** Marks of the trips that the present ruin has been at. */
export class Ruined {
  readonly marks: Int32Array;
  stamp = 0;

  constructor(instance: TripInstance) {
    this.marks = new Int32Array(2 * instance.n + 2);
  }
}

/** Takes strings of neighbouring stops out of trips near one stop. */
export function removeTrips(
  state: TripState,
  ruined: Ruined,
  ruin: TripRuin,
  random: Random,
): void {
  const { instance } = state;
  ruined.stamp++;
  const missing = state.missing.length;
  const seed =
    missing > 0 && random.next() < ruin.aroundMissing
      ? (state.missing[random.below(missing)] as number)
      : random.below(instance.n);
  const near = (
    random.next() < ruin.ownSchool ? instance.nearSame[seed] : instance.nearAny[seed]
  ) as Int32Array;
  let trips = 0;
  for (let s = 0; s < instance.m; s++) trips += state.count[s] as number;
  const meanLength = Math.max(1, (instance.n - missing) / Math.max(1, trips));
  const longest = Math.min(ruin.longest, Math.max(meanLength, 2));
  const most = (4 * ruin.mean) / (1 + longest) - 1;
  let strings = Math.floor(random.next() * most + 1);
  for (let i = 0; i < near.length && strings > 0; i++) {
    const stop = near[i] as number;
    const t = state.tripOf[stop] as number;
    if (t < 0 || ruined.marks[t] === ruined.stamp) continue;
    ruined.marks[t] = ruined.stamp;
    removeString(state, { stop, t, longest, whole: ruin.whole }, random);
    strings--;
  }
}

function removeString(
  state: TripState,
  around: {
    readonly stop: number;
    readonly t: number;
    readonly longest: number;
    readonly whole: number;
  },
  random: Random,
): void {
  const { stop, t } = around;
  const length = state.length[t] as number;
  if (random.next() < around.whole) {
    state.take(t, { first: 0, last: length, gap: length, skip: 0 });
    return;
  }
  let at = 0;
  while (state.sequence[t * state.most + at] !== stop) at++;
  const most = Math.min(length, around.longest);
  const taken = Math.floor(random.next() * most + 1);
  let skip = 0;
  if (taken > 1 && taken < length && random.next() < SPLIT) {
    skip = 1;
    while (taken + skip < length && random.next() < WIDER) skip++;
  }
  const span = taken + skip;
  const lowest = Math.max(0, at - span + 1);
  const highest = Math.min(at, length - span);
  const first = lowest + random.below(highest - lowest + 1);
  const gap = skip === 0 ? 0 : first + 1 + random.below(span - skip - 1);
  state.take(t, { first, last: first + span, gap, skip });
}
