import { NO_WAY, type Hierarchy } from './hierarchy.ts';
import { NodeQueue } from './node-queue.ts';

/** Which way a search goes: from its start along the arcs, or from its end against them. */
export type SearchSide = 'from' | 'to';

/** Where a search may begin: a node by rank, the weight and length until it is reached, and the run that leads there. */
export interface Seed {
  readonly node: number;
  readonly weight: number;
  readonly length: number;
  readonly run: number;
}

/**
 * Searches up a hierarchy from a few seeds. The nodes it settled stand in `nodes[0]` to `nodes[count - 1]` with their weights and
 * lengths; a node that a way over a more important one reaches sooner is left out (stall on demand).
 */
export class UpwardSearch {
  count = 0;
  readonly nodes: Int32Array;
  private readonly hierarchy: Hierarchy;
  private readonly queue: NodeQueue;
  private readonly round: Int32Array;
  private readonly foundWeight: Int32Array;
  private readonly foundLength: Int32Array;
  /** The arc by which a node was reached; a seed's position as -1 - position. */
  private readonly reachedBy: Int32Array;
  private rounds = 0;

  constructor(hierarchy: Hierarchy) {
    const { nodes } = hierarchy;
    this.hierarchy = hierarchy;
    this.nodes = new Int32Array(nodes);
    this.queue = new NodeQueue(nodes);
    this.round = new Int32Array(nodes);
    this.foundWeight = new Int32Array(nodes);
    this.foundLength = new Int32Array(nodes);
    this.reachedBy = new Int32Array(nodes);
  }

  /** Weight to a node that the last search reached, `NO_WAY` otherwise. */
  weightAt(node: number): number {
    return this.round[node] === this.rounds ? (this.foundWeight[node] as number) : NO_WAY;
  }

  /** Length to a node that the last search reached. */
  lengthAt(node: number): number {
    return this.foundLength[node] as number;
  }

  /** The arc by which the last search reached a node, or -1 - the position of the seed that begins there. */
  arcTo(node: number): number {
    return this.reachedBy[node] as number;
  }

  run(seeds: readonly Seed[], side: SearchSide): void {
    const { hierarchy, queue, round, foundWeight, foundLength, reachedBy, nodes } = this;
    const { end, weight, length } = hierarchy;
    const start = side === 'from' ? hierarchy.upStart : hierarchy.downStart;
    const other = side === 'from' ? hierarchy.downStart : hierarchy.upStart;
    const now = ++this.rounds;
    queue.clear();
    this.count = 0;
    seeds.forEach((seed, position) => {
      const { node } = seed;
      if (round[node] === now && (foundWeight[node] as number) <= seed.weight) return;
      round[node] = now;
      foundWeight[node] = seed.weight;
      foundLength[node] = seed.length;
      reachedBy[node] = -1 - position;
      queue.put(node, seed.weight);
    });
    while (queue.size > 0) {
      const node = queue.take();
      const here = foundWeight[node] as number;
      let isStalled = false;
      const otherEnd = other[node + 1] as number;
      for (let arc = other[node] as number; arc < otherEnd; arc++) {
        const above = end[arc] as number;
        if (
          round[above] === now &&
          (foundWeight[above] as number) + (weight[arc] as number) < here
        ) {
          isStalled = true;
          break;
        }
      }
      if (isStalled) continue;
      nodes[this.count++] = node;
      const hereLength = foundLength[node] as number;
      const last = start[node + 1] as number;
      for (let arc = start[node] as number; arc < last; arc++) {
        const next = end[arc] as number;
        const there = here + (weight[arc] as number);
        if (round[next] !== now) round[next] = now;
        else if ((foundWeight[next] as number) <= there) continue;
        foundWeight[next] = there;
        foundLength[next] = hereLength + (length[arc] as number);
        reachedBy[next] = arc;
        queue.put(next, there);
      }
    }
  }
}
