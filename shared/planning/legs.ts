/** The two runs of a route over a school's table: to school in the morning, home in the afternoon. */

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

/** By how many seconds the rides home exceed what each client may ride, added up. */
function excessOf(order: readonly number[], table: LegTable, limit: (index: number) => number) {
  const { rides } = afternoonRun(order, table);
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
  limit: (index: number) => number,
): readonly number[] {
  let order = morning.toReversed();
  let excess = excessOf(order, table, limit);
  while (excess > 0) {
    const better = bestMove(order, table, limit);
    if (better.excess >= excess) break;
    ({ order, excess } = better);
  }
  return order;
}

/** The order with one client moved that exceeds least; of equals the first found. */
function bestMove(order: number[], table: LegTable, limit: (index: number) => number) {
  let best = { order, excess: Number.POSITIVE_INFINITY };
  for (let from = 0; from < order.length; from++) {
    for (let to = 0; to < order.length; to++) {
      if (from === to) continue;
      const moved = order.toSpliced(from, 1);
      moved.splice(to, 0, ...order.slice(from, from + 1));
      const excess = excessOf(moved, table, limit);
      if (excess < best.excess) best = { order: moved, excess };
    }
  }
  return best;
}
