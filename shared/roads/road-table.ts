/** Many to many: the cost from every place to every other (buckets; Knopp, Sanders, Schultes, Schulz and Wagner, ALENEX 2007). */
import { GrowingInts } from './growing-ints.ts';
import { NO_WAY } from './hierarchy.ts';
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

/** Entries of the buckets sorted by node. */
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
  search: UpwardSearch,
): Buckets {
  const node = new GrowingInts();
  const column = new GrowingInts();
  const weight = new GrowingInts();
  const length = new GrowingInts();
  to.forEach((place, at) => {
    search.run(seedsTo(network, roads, place), 'to');
    for (let i = 0; i < search.count; i++) {
      const each = search.nodes[i] as number;
      node.push(each);
      column.push(at);
      weight.push(search.weightAt(each));
      length.push(search.lengthAt(each));
    }
  });
  const nodes = node.done();
  const start = new Int32Array(roads.hierarchy.nodes + 1);
  for (const each of nodes) start[each + 1] = (start[each + 1] as number) + 1;
  for (let v = 0; v < roads.hierarchy.nodes; v++)
    start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  const next = start.slice();
  const order = new Int32Array(nodes.length);
  nodes.forEach((each, i) => {
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
  const search = new UpwardSearch(roads.hierarchy);
  const buckets = fillBuckets(network, roads, to, search);
  const columns = to.length;
  const weight = new Int32Array(from.length * columns).fill(NO_WAY);
  const length = new Int32Array(from.length * columns);
  from.forEach((place, row) => {
    search.run(seedsFrom(network, roads, place), 'from');
    scan(search, buckets, { weight, length, at: row * columns });
  });
  const byRoad = new Map<number, number[]>();
  to.forEach((place, column) => {
    byRoad.set(place.road, [...(byRoad.get(place.road) ?? []), column]);
  });
  from.forEach((place, row) => {
    for (const column of byRoad.get(place.road) ?? []) {
      const direct = alongOneRoad(network, roads, place, to[column] ?? place);
      const at = row * columns + column;
      if (direct === null || direct.weight > (weight[at] as number)) continue;
      weight[at] = direct.weight;
      length[at] = direct.length;
    }
  });
  return { rows: from.length, columns, weight, length };
}

function scan(
  search: UpwardSearch,
  buckets: Buckets,
  out: { readonly weight: Int32Array; readonly length: Int32Array; readonly at: number },
): void {
  const { start, column, weight, length } = buckets;
  for (let i = 0; i < search.count; i++) {
    const node = search.nodes[i] as number;
    const here = search.weightAt(node);
    const hereLength = search.lengthAt(node);
    const end = start[node + 1] as number;
    for (let entry = start[node] as number; entry < end; entry++) {
      const at = out.at + (column[entry] as number);
      const whole = here + (weight[entry] as number);
      if (whole >= (out.weight[at] as number)) continue;
      out.weight[at] = whole;
      out.length[at] = hereLength + (length[entry] as number);
    }
  }
}
