/** A trip problem as flat arrays of whole ticks, so that the search adds whole numbers and every machine agrees. */
import type { TripProblem } from './trip-problem.ts';

/** Ticks in a second. Durations are rounded up to ticks, so a plan that holds in ticks holds in seconds. */
export const TICKS = 10_000;

/** Neighbours kept for each stop. */
const NEIGHBOURS = 120;

/** What the search works on: stops 0 to n - 1, schools 0 to m - 1. "School" m stands for the yard: a bus that begins its day. */
export interface TripInstance {
  readonly n: number;
  readonly m: number;
  readonly seats: number;
  readonly ride: number;
  readonly school: Int32Array;
  readonly pupils: Int32Array;
  readonly dwell: Int32Array;
  /** Ticks of a trip that serves a stop alone. */
  readonly alone: Int32Array;
  /** Stops that a trip of their own could serve: within the seats and the ride limit. */
  readonly servable: Int32Array;
  readonly stopsOf: readonly Int32Array[];
  /** Place of a stop in its school's table of legs. */
  readonly local: Int32Array;
  /**
   * Ticks between two stops of one school: `legs[base[s] + local[a] * width[s] + local[b]]`; the school
   * itself is the last column.
   */
  readonly legs: Int32Array;
  readonly base: Int32Array;
  readonly width: Int32Array;
  /**
   * The schools a bus may come from to begin a trip at stop i, the one that leaves most time first:
   * `order[i * m + k]` for k below `choices[i]`, and the longest trip that each leaves time for: `longest[i * m + k]`.
   */
  readonly order: Int32Array;
  readonly longest: Int32Array;
  readonly choices: Int32Array;
  /** Longest trip when coming from school p, by school: `room[i * m + p]`, -1 for none. */
  readonly room: Int32Array;
  /** Nearest stops of the same school, and of all schools; the first is the stop itself. */
  readonly nearSame: readonly Int32Array[];
  readonly nearAny: readonly Int32Array[];
}

/** Turns a problem into arrays. */
export function toTripInstance(problem: TripProblem): TripInstance {
  const n = problem.stops.length;
  const m = problem.schools.length;
  const school = Int32Array.from(problem.stops, (stop) => stop.school);
  const stopsOf = problem.schools.map((_, s) =>
    Int32Array.from(problem.stops.flatMap((stop, i) => (stop.school === s ? [i] : []))),
  );
  const every = Int32Array.from({ length: n }, (_, i) => i);
  return {
    n,
    m,
    seats: problem.seats,
    ride: Math.floor(problem.ride_s * TICKS),
    school,
    pupils: Int32Array.from(problem.stops, (stop) => stop.pupils),
    dwell: Int32Array.from(problem.stops, (stop) => toTicks(stop.dwell_s)),
    alone: every.map((i) => toTicks(problem.stops[i]?.dwell_s ?? 0) + toSchool(problem, i)),
    servable: every.filter((i) => isServable(problem, i)),
    stopsOf,
    ...legTables(problem, stopsOf),
    ...comingFrom(problem),
    nearSame: Array.from(every, (i) =>
      nearest(problem, i, stopsOf[school[i] as number] as Int32Array),
    ),
    nearAny: Array.from(every, (i) => nearest(problem, i, every)),
  };
}

/** Seconds as ticks, rounded up but for the noise of fractions. */
function toTicks(seconds: number): number {
  return Math.ceil(seconds * TICKS - 1e-6);
}

function legTables(
  problem: TripProblem,
  stopsOf: readonly Int32Array[],
): Pick<TripInstance, 'legs' | 'base' | 'width' | 'local'> {
  const n = problem.stops.length;
  const local = new Int32Array(n);
  for (const list of stopsOf) list.forEach((stop, place) => (local[stop] = place));
  const width = Int32Array.from(stopsOf, (list) => list.length + 1);
  const base = new Int32Array(stopsOf.length);
  let size = 0;
  stopsOf.forEach((list, s) => {
    base[s] = size;
    size += list.length * (list.length + 1);
  });
  const legs = new Int32Array(size);
  stopsOf.forEach((list, s) => {
    const places = [...list, n + s];
    list.forEach((from, i) => {
      places.forEach((to, j) => {
        const at = (base[s] as number) + i * places.length + j;
        legs[at] = toTicks(problem.travel_s(from, to));
      });
    });
  });
  return { legs, base, width, local };
}

function isServable(problem: TripProblem, i: number): boolean {
  const stop = problem.stops[i];
  if (stop === undefined || stop.pupils > problem.seats) return false;
  return toSchool(problem, i) <= problem.ride_s * TICKS;
}

function toSchool(problem: TripProblem, i: number): number {
  return toTicks(problem.travel_s(i, problem.stops.length + (problem.stops[i]?.school ?? 0)));
}

function comingFrom(
  problem: TripProblem,
): Pick<TripInstance, 'order' | 'longest' | 'choices' | 'room'> {
  const n = problem.stops.length;
  const m = problem.schools.length;
  const order = new Int32Array(n * m);
  const longest = new Int32Array(n * m);
  const room = new Int32Array(n * m).fill(-1);
  const choices = new Int32Array(n);
  problem.stops.forEach((stop, i) => {
    const bell = problem.schools[stop.school]?.bell_s ?? 0;
    const from = problem.schools
      .map((before, p) => ({
        p,
        left:
          Math.floor((bell - before.bell_s - problem.unload_s) * TICKS + 1e-6) -
          toTicks(problem.travel_s(n + p, i)),
      }))
      .filter(({ left }) => left >= 0)
      .sort((a, b) => b.left - a.left || a.p - b.p);
    choices[i] = from.length;
    from.forEach(({ p, left }, k) => {
      order[i * m + k] = p;
      longest[i * m + k] = left;
      room[i * m + p] = left;
    });
  });
  return { order, longest, choices, room };
}

function nearest(problem: TripProblem, i: number, among: Int32Array): Int32Array {
  const n = problem.stops.length;
  const keys = new Float64Array(among.length);
  for (let k = 0; k < keys.length; k++) {
    const j = among[k] as number;
    keys[k] = (i === j ? 0 : toTicks(problem.travel_s(i, j)) + 1) * n + j;
  }
  return Int32Array.from(keys.sort().subarray(0, NEIGHBOURS), (key) => key % n);
}
