/** Everything that is reached from a place, or from which it is reached, within a time or a distance. */
import { NO_WAY } from './hierarchy.ts';
import type { RoadNetwork } from './network.ts';
import { seedsFrom, seedsTo, type ProfileRoads, type RoadPlace } from './profile-roads.ts';
import { UpwardSearch, type SearchSide } from './upward-search.ts';

/** Costs by junction: milliseconds by car, millimetres on foot; `NO_WAY` beyond the limit and outside the largest component. */
export type JunctionCosts = Int32Array;

/**
 * The cost between a place and every junction (PHAST; Delling, Goldberg, Nowatzyk and Werneck, IPDPS 2011): one search up, then one
 * sweep down over the ranks. `side` says whether the place is where journeys begin (`from`) or end (`to`).
 */
export function reach(
  network: RoadNetwork,
  roads: ProfileRoads,
  asked: { readonly place: RoadPlace; readonly side: SearchSide; readonly limit: number },
): JunctionCosts {
  const { place, side, limit } = asked;
  const { hierarchy, headOf, tailOf, moreHeads } = roads;
  const { nodes, end, weight } = hierarchy;
  const search = new UpwardSearch(hierarchy);
  const seeds = side === 'from' ? seedsFrom : seedsTo;
  search.run(seeds(network, roads, place), side);
  const costs = new Int32Array(nodes);
  const start = side === 'from' ? hierarchy.downStart : hierarchy.upStart;
  for (let node = nodes - 1; node >= 0; node--) {
    let best = search.weightAt(node);
    const last = start[node + 1] as number;
    for (let arc = start[node] as number; arc < last; arc++) {
      const over = (costs[end[arc] as number] as number) + (weight[arc] as number);
      if (over < best) best = over;
    }
    costs[node] = Math.min(NO_WAY, best);
  }
  const found = new Int32Array(network.junctions).fill(NO_WAY);
  const note = (junction: number, node: number): void => {
    if (node < 0) return;
    const cost = costs[node] as number;
    if (cost <= limit && cost < (found[junction] as number)) found[junction] = cost;
  };
  for (let road = 0; road < network.from.length; road++) {
    const [from, to] = [network.from[road] as number, network.to[road] as number];
    // Whoever sets out from a junction may leave it by any run; whoever arrives there has come by one.
    const ends = side === 'from' ? headOf : tailOf;
    note(side === 'from' ? to : from, ends[2 * road] as number);
    note(side === 'from' ? from : to, ends[2 * road + 1] as number);
  }
  const more = side === 'from' ? moreHeads : [];
  for (let i = 0; i < more.length; i += 2) {
    const run = more[i] as number;
    const ends = (run & 1) === 1 ? network.from : network.to;
    note(ends[run >> 1] as number, more[i + 1] as number);
  }
  return found;
}
