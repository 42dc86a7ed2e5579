/** Many to many: the cost from every place to every other (buckets; Knopp, Sanders, Schultes, Schulz and Wagner, ALENEX 2007). */
import { GrowingInts } from './growing-ints.ts';
import { NO_WAY, type Hierarchy } from './hierarchy.ts';
import type { RoadNetwork } from './network.ts';
import {
  alongOneRoad,
  seedsFrom,
  seedsTo,
  type ProfileRoads,
  type RoadPlace,
} from './profile-roads.ts';
import { UpwardSearch } from './upward-search.ts';

/** Rows by `from`, columns by `to`: `weight[from * columns + to]`. Nothing is missing: all places lie in the largest component. */
export interface CostTable {
  readonly rows: number;
  readonly columns: number;
  /** Milliseconds by car, millimetres on foot. */
  readonly weight: Int32Array;
  /** Millimetres along the same way. */
  readonly length: Int32Array;
}

/** What a table needs of a hierarchy's size: kept between tables, since small ones would otherwise spend their time on making it. */
class TableWork {
  readonly search: UpwardSearch;
  /** The bucket of each node, where `round` says that it is of this table. */
  readonly bucketOf: Int32Array;
  readonly round: Int32Array;
  rounds = 0;

  constructor(hierarchy: Hierarchy) {
    this.search = new UpwardSearch(hierarchy);
    this.bucketOf = new Int32Array(hierarchy.nodes);
    this.round = new Int32Array(hierarchy.nodes);
  }
}

const kept = new WeakMap<Hierarchy, TableWork>();

function workOf(hierarchy: Hierarchy): TableWork {
  const known = kept.get(hierarchy) ?? new TableWork(hierarchy);
  kept.set(hierarchy, known);
  return known;
}

/** Entries sorted by bucket: those of bucket b stand at `start[b]` to `start[b + 1] - 1`. */
interface Buckets {
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly weight: Int32Array;
  readonly length: Int32Array;
}

function fillBuckets(
  network: RoadNetwork,
  roads: ProfileRoads,
  to: readonly RoadPlace[],
  work: TableWork,
): Buckets {
  const { search, bucketOf, round } = work;
  const now = ++work.rounds;
  const bucket = new GrowingInts();
  const column = new GrowingInts();
  const weight = new GrowingInts();
  const length = new GrowingInts();
  let count = 0;
  to.forEach((place, at) => {
    search.run(seedsTo(network, roads, place), 'to');
    for (let i = 0; i < search.count; i++) {
      const node = search.nodes[i] as number;
      if (round[node] !== now) {
        round[node] = now;
        bucketOf[node] = count++;
      }
      bucket.push(bucketOf[node] as number);
      column.push(at);
      weight.push(search.weightAt(node));
      length.push(search.lengthAt(node));
    }
  });
  const buckets = bucket.done();
  const start = new Int32Array(count + 1);
  for (const each of buckets) start[each + 1] = (start[each + 1] as number) + 1;
  for (let b = 0; b < count; b++) start[b + 1] = (start[b + 1] as number) + (start[b] as number);
  const next = start.slice();
  const order = new Int32Array(buckets.length);
  buckets.forEach((each, i) => {
    order[next[each] as number] = i;
    next[each] = (next[each] as number) + 1;
  });
  const sorted = (from: Int32Array): Int32Array => order.map((i) => from[i] as number);
  return {
    start,
    column: sorted(column.done()),
    weight: sorted(weight.done()),
    length: sorted(length.done()),
  };
}

/** The cost of the best way between all pairs of places, each on a road of the largest component. */
export function costTable(
  network: RoadNetwork,
  roads: ProfileRoads,
  from: readonly RoadPlace[],
  to: readonly RoadPlace[],
): CostTable {
  return costsTo(network, roads, to, workOf(roads.hierarchy))(from);
}

/**
 * The same table for ends that stay while beginnings come one after another: what the ends need is worked out once. It keeps arrays of the
 * hierarchy's size, its own unless given.
 */
export function costsTo(
  network: RoadNetwork,
  roads: ProfileRoads,
  to: readonly RoadPlace[],
  work: TableWork = new TableWork(roads.hierarchy),
): (from: readonly RoadPlace[]) => CostTable {
  const buckets = fillBuckets(network, roads, to, work);
  const columns = to.length;
  const byRoad = new Map<number, number[]>();
  to.forEach((place, column) => {
    byRoad.set(place.road, [...(byRoad.get(place.road) ?? []), column]);
  });
  return (from) => {
    const weight = new Int32Array(from.length * columns).fill(NO_WAY);
    const length = new Int32Array(from.length * columns);
    from.forEach((place, row) => {
      work.search.run(seedsFrom(network, roads, place), 'from');
      scan(work, buckets, { weight, length, at: row * columns });
      for (const column of byRoad.get(place.road) ?? []) {
        const direct = alongOneRoad(network, roads, place, to[column] ?? place);
        const at = row * columns + column;
        if (direct === null || direct.weight > (weight[at] as number)) continue;
        weight[at] = direct.weight;
        length[at] = direct.length;
      }
    });
    return { rows: from.length, columns, weight, length };
  };
}

function scan(
  { search, bucketOf, round, rounds }: TableWork,
  buckets: Buckets,
  out: { readonly weight: Int32Array; readonly length: Int32Array; readonly at: number },
): void {
  const { start, column, weight, length } = buckets;
  for (let i = 0; i < search.count; i++) {
    const node = search.nodes[i] as number;
    if (round[node] !== rounds) continue;
    const bucket = bucketOf[node] as number;
    const here = search.weightAt(node);
    const hereLength = search.lengthAt(node);
    const end = start[bucket + 1] as number;
    for (let entry = start[bucket] as number; entry < end; entry++) {
      const at = out.at + (column[entry] as number);
      const whole = here + (weight[entry] as number);
      if (whole >= (out.weight[at] as number)) continue;
      out.weight[at] = whole;
      out.length[at] = hereLength + (length[entry] as number);
    }
  }
}
