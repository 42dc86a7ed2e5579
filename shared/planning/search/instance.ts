/** A problem in typed arrays, in an order of vehicle types that does not depend on the file's. */
import { dayCount, WHOLE_WEEK } from '../../calendar/day-mask.ts';
import { daysOfRuns, doMeet, EVERY_RUN } from '../week-runs.ts';
import { UNREACHABLE, type Problem } from '../problem.ts';
import { settledOf, type SettledInstance } from './settled.ts';

/**
 * Arrays by pupil have `n` entries, entry 0 the school's and unused. Arrays by vehicle type have
 * `types` entries. Costs are in thousandths of a penny, whole numbers as long as metres are.
 */
export interface Instance {
  readonly n: number;
  readonly distances: Float64Array;
  readonly durations: Float64Array;
  readonly seats: Int32Array;
  readonly chairs: Int32Array;
  readonly boarding: Float64Array;
  readonly limit: Float64Array;
  /** 1 where true. */
  readonly alone: Uint8Array;
  readonly assistant: Uint8Array;
  /** Competences asked of an assistant, a bit each, and thousandths of a penny for each on each route. */
  readonly trained: Int32Array;
  readonly trainedWeight: number;
  /** Mornings (five bits) and afternoons (the next five) on which a pupil rides, and the days on which they do either. */
  readonly runs: Uint16Array;
  readonly days: Uint8Array;
  /** Somebody does not ride every day. */
  readonly isWeekly: boolean;
  /** Nobody is so, and nobody asks for somebody trained: neither is counted then. */
  readonly isPlain: boolean;
  /** By days as a mask: the share of the week's days, 1 for none. */
  readonly share: Float64Array;
  readonly conflicts: readonly Int32Array[];
  readonly assistantCost: number;
  readonly types: number;
  readonly typeIds: readonly string[];
  /** With the way to the first pick-up. */
  readonly fixed: Float64Array;
  readonly perMetre: Float64Array;
  /** Whole pence an hour, unlike the others: hours are rounded for themselves. */
  readonly perHour: Float64Array;
  readonly minimum: Float64Array;
  /** What a route of the type costs before it goes anywhere: the larger of its fixed price and its minimum. */
  readonly opening: Float64Array;
  /** Somebody is paid by the hour or a minimum: without, which is the hot case, neither is reckoned. */
  readonly isTimed: boolean;
  readonly count: Int32Array;
  /** Largest load of any type, the bounds of `fits`. */
  readonly maxSeats: number;
  readonly maxChairs: number;
  /** Types that can carry a load, `[seats * (maxChairs + 1) + chairs]`, cheapest fixed price first. */
  readonly fits: readonly Int32Array[];
  /** Running routes: pupils in order, room, thousandths of a penny a metre, assistant aboard. */
  readonly pinned: readonly PinnedInstance[];
  /** The running route that carries a pupil now, and their place on it; -1 for none. */
  readonly home: Int32Array;
  readonly rank: Int32Array;
  /** Thousandths of a penny for leaving `home`; 0 for whoever has none, Infinity for whoever must stay. */
  readonly leave: Float64Array;
  /** What changes weigh for those whom running routes carry; null: nothing, and nothing is reckoned for it. */
  readonly settled: SettledInstance | null;
  /** Pupils that may be moved. */
  readonly free: Int32Array;
  /** For each free pupil the free pupils nearest first, itself leading; empty for the others. */
  readonly near: readonly Int32Array[];
  /** Most pupils that any route can hold. */
  readonly longest: number;
  /** Slack kept back where times are not whole, so that sums in another order still hold. */
  readonly tolerance: number;
}

export interface PinnedInstance {
  readonly pupils: Int32Array;
  readonly seats: number;
  readonly chairs: number;
  readonly perMetre: number;
  /** Pence an hour, and thousandths of a penny by which it may grow before it costs more; -Infinity: by none. */
  readonly perHour: number;
  readonly spare: number;
  readonly assistant: boolean;
  readonly loose: boolean;
  /** Thousandths of a penny saved where the route is empty; 0 where it is not loose. */
  readonly saving: number;
  /** Days on which its own pupils ride. */
  readonly days: number;
  /** Competences that its crew has for them already. */
  readonly trained: number;
}

/** Thousandths of a penny a penny. */
export const MILLI = 1000;

/** Thousandths of a penny a second for pence an hour. */
export function perSecond(perHour: number): number {
  return (perHour * MILLI) / 3600;
}

/** Prepares a problem for the search. */
export function toInstance(problem: Problem): Instance {
  const { n, pupils } = problem;
  const byPupil = <A extends { [at: number]: number }>(array: A, of: (at: number) => number): A => {
    for (let i = 1; i < n; i++) array[i] = of(i - 1);
    return array;
  };
  const at = (i: number) => {
    const pupil = pupils[i];
    if (pupil === undefined || pupil.index !== i + 1) throw new Error('Pupils are out of order');
    return pupil;
  };
  const seats = byPupil(new Int32Array(n), (i) => at(i).seats);
  const chairs = byPupil(new Int32Array(n), (i) => at(i).wheelchairs);
  const pinned = problem.pinned.map((route): PinnedInstance => ({
    pupils: Int32Array.from(route.pupils),
    seats: route.room.seats,
    chairs: route.room.wheelchairs,
    perMetre: route.perKm,
    perHour: route.card?.perHour ?? 0,
    spare: (route.card?.spare ?? -Infinity) * MILLI,
    assistant: route.assistant,
    loose: route.loose !== undefined,
    saving: (route.loose?.fixed ?? 0) * MILLI,
    trained: route.pupils.reduce((mask, p) => mask | (at(p - 1).trained ?? 0), 0),
    days: route.pupils.reduce((mask, p) => mask | daysOfRuns(at(p - 1).runs ?? EVERY_RUN), 0),
  }));
  const runs = byPupil(new Uint16Array(n), (i) => at(i).runs ?? EVERY_RUN);
  const homes = homesOf(problem);
  const free = Int32Array.from(
    pupils.map((p) => p.index).filter((i) => homes.leave[i] !== Infinity),
  );
  const rooms = [
    ...problem.vehicleTypes.flatMap((type) => type.layouts),
    ...problem.pinned.map((route) => route.room),
  ];
  const types = sortedTypes(problem);
  // No load is larger than everyone and an assistant together, however large a vehicle is.
  const sum = (loads: Int32Array): number => loads.reduce((a, b) => a + b, 0);
  const maxSeats = Math.min(sum(seats) + 1, Math.max(0, ...rooms.map((room) => room.seats)));
  const maxChairs = Math.min(sum(chairs), Math.max(0, ...rooms.map((room) => room.wheelchairs)));
  return {
    n,
    distances: withinReach(problem.distances),
    durations: withinReach(problem.durations),
    seats,
    chairs,
    boarding: byPupil(new Float64Array(n), (i) => at(i).boarding),
    limit: byPupil(new Float64Array(n), (i) => at(i).maxRide),
    alone: byPupil(new Uint8Array(n), (i) => (at(i).alone ? 1 : 0)),
    assistant: byPupil(new Uint8Array(n), (i) => (at(i).assistant ? 1 : 0)),
    trained: byPupil(new Int32Array(n), (i) => at(i).trained ?? 0),
    trainedWeight: (problem.trainedWeight ?? 0) * MILLI,
    runs,
    days: byPupil(new Uint8Array(n), (i) => daysOfRuns(runs[i + 1] as number)),
    isPlain: pupils.every(
      (each) => (each.runs ?? EVERY_RUN) === EVERY_RUN && (each.trained ?? 0) === 0,
    ),
    isWeekly: pupils.some((each) => (each.runs ?? EVERY_RUN) !== EVERY_RUN),
    share: Float64Array.from({ length: WHOLE_WEEK + 1 }, (_, mask) =>
      mask === 0 ? 1 : dayCount(mask) / dayCount(WHOLE_WEEK),
    ),
    conflicts: conflictsOf(problem),
    assistantCost: problem.assistantCost * MILLI,
    types: types.length,
    typeIds: types.map((type) => type.id),
    ...pricesOf(types),
    isTimed:
      types.some(({ perHour = 0, minimum = 0 }) => perHour > 0 || minimum > 0) ||
      pinned.some((route) => route.perHour > 0 || route.spare > -Infinity),
    count: Int32Array.from(types, (type) => type.count),
    maxSeats,
    maxChairs,
    fits: fitsOf(types, maxSeats, maxChairs),
    pinned,
    ...homes,
    settled: settledOf(problem),
    free,
    near: nearOf(problem, free),
    longest: longestRoute(problem, maxSeats + maxChairs, seats, chairs),
    tolerance: areWhole(problem) ? 0 : 1e-6,
  };
}

/** What each type costs, thousandths of a penny. Pence a kilometre are thousandths of a penny a metre. */
function pricesOf(
  types: Problem['vehicleTypes'],
): Pick<Instance, 'fixed' | 'perMetre' | 'perHour' | 'minimum' | 'opening'> {
  const fixed = types.map((type) => type.fixed * MILLI + type.perKm * (type.dead ?? 0));
  const minimum = types.map((type) => (type.minimum ?? 0) * MILLI);
  return {
    fixed: Float64Array.from(fixed),
    perMetre: Float64Array.from(types, (type) => type.perKm),
    perHour: Float64Array.from(types, (type) => type.perHour ?? 0),
    minimum: Float64Array.from(minimum),
    opening: Float64Array.from(fixed, (price, t) => Math.max(price, minimum[t] ?? 0)),
  };
}

/** Sums of Infinity are no numbers. */
function withinReach(matrix: Float64Array): Float64Array {
  return matrix.every((each) => each <= UNREACHABLE)
    ? matrix
    : matrix.map((each) => (each <= UNREACHABLE ? each : UNREACHABLE));
}

/** Who is carried by which running route, and what it costs to move them. */
function homesOf(problem: Problem): Pick<Instance, 'home' | 'rank' | 'leave'> {
  const home = new Int32Array(problem.n).fill(-1);
  const rank = new Int32Array(problem.n).fill(-1);
  const leave = new Float64Array(problem.n);
  for (const [r, { pupils, loose }] of problem.pinned.entries()) {
    for (const [k, pupil] of pupils.entries()) {
      home[pupil] = r;
      rank[pupil] = k;
      const price = typeof loose?.leave === 'number' ? loose.leave : loose?.leave[k];
      leave[pupil] = (price ?? Infinity) * MILLI;
    }
  }
  return { home, rank, leave };
}

/** Zero-load pupils (both numbers 0) take no room, and those of some days may share theirs, so a route may then hold everyone. */
function longestRoute(
  problem: Problem,
  room: number,
  seats: Int32Array,
  chairs: Int32Array,
): number {
  let weightless = 0;
  for (let i = 1; i < problem.n; i++) if (seats[i] === 0 && chairs[i] === 0) weightless++;
  for (const { index, runs } of problem.pupils)
    if (runs !== undefined && (seats[index] !== 0 || chairs[index] !== 0)) weightless++;
  const pinned = Math.max(0, ...problem.pinned.map((route) => route.pupils.length));
  return Math.min(problem.n, room + weightless + pinned);
}

function areWhole(problem: Problem): boolean {
  return (
    problem.durations.every(Number.isInteger) &&
    problem.pupils.every((p) => Number.isInteger(p.boarding) && Number.isInteger(p.maxRide))
  );
}

function sortedTypes(problem: Problem): Problem['vehicleTypes'] {
  return problem.vehicleTypes.toSorted(
    (a, b) =>
      a.fixed - b.fixed ||
      a.perKm - b.perKm ||
      (a.dead ?? 0) - (b.dead ?? 0) ||
      (a.perHour ?? 0) - (b.perHour ?? 0) ||
      (a.minimum ?? 0) - (b.minimum ?? 0) ||
      a.count - b.count ||
      compareText(JSON.stringify(a.layouts), JSON.stringify(b.layouts)) ||
      compareText(a.id, b.id),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fitsOf(types: Problem['vehicleTypes'], maxSeats: number, maxChairs: number) {
  const fits: Int32Array[] = [];
  for (let seats = 0; seats <= maxSeats; seats++) {
    for (let chairs = 0; chairs <= maxChairs; chairs++) {
      const able: number[] = [];
      types.forEach((type, at) => {
        if (type.count > 0 && type.layouts.some((r) => seats <= r.seats && chairs <= r.wheelchairs))
          able.push(at);
      });
      fits.push(Int32Array.from(able));
    }
  }
  return fits;
}

function conflictsOf(problem: Problem): readonly Int32Array[] {
  const indexOf = new Map(problem.pupils.map((pupil) => [pupil.id, pupil.index]));
  const sets = Array.from({ length: problem.n }, () => new Set<number>());
  for (const pupil of problem.pupils) {
    for (const id of pupil.notWith) {
      const other = indexOf.get(id);
      if (other === undefined || other === pupil.index) continue;
      const them = problem.pupils[other - 1];
      if (them !== undefined && !doMeet(pupil, them)) continue;
      sets[pupil.index]?.add(other);
      sets[other]?.add(pupil.index);
    }
  }
  return sets.map((set) => Int32Array.from(set).sort());
}

function nearOf(problem: Problem, free: Int32Array): readonly Int32Array[] {
  const { n, distances } = problem;
  const near = Array.from({ length: n }, () => NOBODY);
  const gap = new Float64Array(n);
  for (const i of free) {
    for (const j of free)
      gap[j] = j === i ? -1 : (distances[i * n + j] as number) + (distances[j * n + i] as number);
    near[i] = free.toSorted((a, b) => (gap[a] as number) - (gap[b] as number) || a - b);
  }
  return near;
}

const NOBODY = new Int32Array(0);
