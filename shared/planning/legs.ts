/** The two runs of a route over a school's table: to school in the morning, home in the afternoon. */

import { DAY_BITS, WHOLE_WEEK, type DayMask } from '../calendar/day-mask.ts';

/** Metres and seconds between the school (row 0) and the homes, `[from * n + to]`. */
export interface LegTable {
  readonly n: number;
  readonly distances: Float64Array;
  readonly durations: Float64Array;
  /** Seconds that whoever has this index takes to board, and to alight. */
  readonly boarding: (index: number) => number;
}

/** One run: a ride for each client in the order given, and its length. */
export interface LegRun {
  /** Seconds aboard, neither the own boarding nor the own alighting counted. */
  readonly rides: readonly number[];
  readonly distance_m: number;
  /** With everyone's boarding at home, or alighting there. */
  readonly duration_s: number;
}

/** To school, collecting in this order. A ride holds the boarding of all who are collected after. */
export function morningRun(order: readonly number[], table: LegTable): LegRun {
  const { n, distances, durations, boarding } = table;
  const rides: number[] = [];
  let [next, ride, distance_m] = [0, 0, 0];
  for (const index of order.toReversed()) {
    ride += (durations[index * n + next] ?? 0) + (next === 0 ? 0 : boarding(next));
    distance_m += distances[index * n + next] ?? 0;
    rides.unshift(ride);
    next = index;
  }
  return { rides, distance_m, duration_s: ride + (next === 0 ? 0 : boarding(next)) };
}

/** Home, letting off in this order. A ride holds the alighting of all who are let off before. */
export function afternoonRun(order: readonly number[], table: LegTable): LegRun {
  const { n, distances, durations, boarding } = table;
  const rides: number[] = [];
  let [last, ride, distance_m] = [0, 0, 0];
  for (const index of order) {
    ride += (durations[last * n + index] ?? 0) + (last === 0 ? 0 : boarding(last));
    distance_m += distances[last * n + index] ?? 0;
    rides.push(ride);
    last = index;
  }
  return { rides, distance_m, duration_s: ride + (last === 0 ? 0 : boarding(last)) };
}

/** On which days an index rides. */
export type RidesOn = (index: number) => DayMask;

/**
 * A run over the week: each client's longest ride of their days, and the length of the longest day. On each day only those stops are
 * made whose clients ride; whoever rides on no day has a ride of 0.
 */
export function weekRun(
  run: typeof morningRun,
  order: readonly number[],
  table: LegTable,
  ridesOn: RidesOn,
): LegRun {
  if (order.every((index) => ridesOn(index) === WHOLE_WEEK)) return run(order, table);
  const rides = new Map<number, number>();
  let [distance_m, duration_s] = [0, 0];
  for (const aboard of dailyCrews(order, ridesOn)) {
    const day = run(aboard, table);
    aboard.forEach((index, at) => {
      rides.set(index, Math.max(rides.get(index) ?? 0, day.rides[at] ?? 0));
    });
    distance_m = Math.max(distance_m, day.distance_m);
    duration_s = Math.max(duration_s, day.duration_s);
  }
  return { rides: order.map((index) => rides.get(index) ?? 0), distance_m, duration_s };
}

/** Who is aboard on each day, each different crew once, in the given order. */
export function dailyCrews(
  order: readonly number[],
  ridesOn: RidesOn,
): readonly (readonly number[])[] {
  const crews = new Map<string, readonly number[]>();
  for (const bit of DAY_BITS) {
    const aboard = order.filter((index) => (ridesOn(index) & bit) !== 0);
    if (aboard.length > 0) crews.set(aboard.join(' '), aboard);
  }
  return [...crews.values()];
}

/** What the order home depends on. */
export interface HomeRules {
  /** Longest ride home, seconds. */
  readonly limit: (index: number) => number;
  readonly ridesOn: RidesOn;
}

/** By how many seconds the rides home exceed what each client may ride, added up. */
function excessOf(order: readonly number[], table: LegTable, { limit, ridesOn }: HomeRules) {
  const { rides } = weekRun(afternoonRun, order, table, ridesOn);
  let excess = 0;
  order.forEach((index, at) => {
    excess += Math.max(0, (rides[at] ?? 0) - limit(index));
  });
  return excess;
}

/**
 * The order in which clients are let off: the morning's turned round, as drivers run it and families expect it. Only where a ride home
 * would exceed its limit (one-way streets make the ways differ) one client after another is moved to where that is mended most.
 */
export function afternoonOrder(
  morning: readonly number[],
  table: LegTable,
  rules: HomeRules,
): readonly number[] {
  let order = morning.toReversed();
  let excess = excessOf(order, table, rules);
  while (excess > 0) {
    const better = bestMove(order, table, rules);
    if (better.excess >= excess) break;
    ({ order, excess } = better);
  }
  return order;
}

/** The order with one client moved that exceeds least; of equals the first found. */
function bestMove(order: number[], table: LegTable, rules: HomeRules) {
  let best = { order, excess: Number.POSITIVE_INFINITY };
  for (let from = 0; from < order.length; from++) {
    for (let to = 0; to < order.length; to++) {
      if (from === to) continue;
      const moved = order.toSpliced(from, 1);
      moved.splice(to, 0, ...order.slice(from, from + 1));
      const excess = excessOf(moved, table, rules);
      if (excess < best.excess) best = { order: moved, excess };
    }
  }
  return best;
}
