import type { ArcPool } from './arc-pool.ts';
import { NO_WAY } from './hierarchy.ts';
import { NodeQueue } from './node-queue.ts';

/** Looks for ways round a node that is to be contracted: a local search that may give up early, which costs a shortcut, never a way. */
export class WitnessSearch {
  private readonly queue: NodeQueue;
  private readonly found: Int32Array;
  private readonly seen: Int32Array;
  private round = 0;
  private readonly wanted: Int32Array;

  constructor(nodes: number) {
    this.queue = new NodeQueue(nodes);
    this.found = new Int32Array(nodes);
    this.seen = new Int32Array(nodes);
    this.wanted = new Int32Array(nodes);
  }

  /** Weight of the best way found to a node in the last search; `NO_WAY` where none was. */
  weightTo(node: number): number {
    return this.seen[node] === this.round ? (this.found[node] as number) : NO_WAY;
  }

  /**
   * Searches from a node, never through `avoided`, up to a weight and a number of settled nodes; stops early once the heads of the arcs
   * in `targets` (the first `count`) are settled.
   */
  run(
    pool: ArcPool,
    from: number,
    avoided: number,
    goal: { targets: Int32Array; count: number; limit: number; settle: number },
  ): void {
    const { queue, found, seen, wanted } = this;
    const { nextOut, firstOut, head, weight } = pool;
    const round = ++this.round;
    queue.clear();
    let left = 0;
    for (let i = 0; i < goal.count; i++) {
      const node = head[goal.targets[i] as number] as number;
      if (node !== from && wanted[node] !== round) {
        wanted[node] = round;
        left++;
      }
    }
    seen[from] = round;
    found[from] = 0;
    queue.put(from, 0);
    let settled = 0;
    while (queue.size > 0) {
      const node = queue.take();
      const here = found[node] as number;
      if (here > goal.limit) return;
      if (wanted[node] === round && --left === 0) return;
      if (++settled > goal.settle) return;
      for (let arc = firstOut[node] as number; arc >= 0; arc = nextOut[arc] as number) {
        const next = head[arc] as number;
        if (next === avoided) continue;
        const there = here + (weight[arc] as number);
        if (there > goal.limit) continue;
        if (seen[next] !== round) seen[next] = round;
        else if ((found[next] as number) <= there) continue;
        found[next] = there;
        queue.put(next, there);
      }
    }
  }
}
