/** Makes a contraction hierarchy from a graph: nodes are taken out one by one, the least important first. */
import { ArcPool } from './arc-pool.ts';
import type { Hierarchy } from './hierarchy.ts';
import { NodeQueue } from './node-queue.ts';
import type { ProfileGraph } from './profile-graph.ts';
import { WitnessSearch } from './witness-search.ts';

/** How far a search for a way round may go: while nodes are only weighed, and when one is taken out. */
const SETTLE_WEIGHING = 30;
const SETTLE_CONTRACTING = 400;
/**
 * A node with so many ways through it belongs to the dense core that is left at the end. Weighing it by search would take longer than
 * all the rest, and all of the core are alike: every way through is counted as a shortcut.
 */
const DENSE_WAYS = 600;
/**
 * How much a node's level counts beside the two ratios. Streets without main roads are ordered better by the ratios: a lattice of 300 x 300 is
 * contracted in two thirds of the time that 1,000 takes, real roads as before.
 */
const LEVEL = 250;
/** Progress is told, and cancel asked for, after so many nodes weighed: in the dense core at the end one can take milliseconds. */
const TELL_EVERY = 64;

/** A hierarchy, and the rank of each node of the graph. */
export interface Contracted {
  readonly hierarchy: Hierarchy;
  readonly rank: Int32Array;
}

/** What a long contraction says and asks: `onNode` hears how many nodes are done, and answers false to stop. */
export type OnContracted = (done: number, of: number) => boolean;

/** The hierarchy; null where `onNode` said to stop. */
export function contract(graph: ProfileGraph, onNode: OnContracted): Contracted | null {
  const steps = contractInSteps(graph);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (!onNode(step.value, graph.nodes)) return null;
  }
}

/** The same a few nodes at a time, each step the number of nodes done, so that the host can do other work between. */
export function* contractInSteps(graph: ProfileGraph): Generator<number, Contracted, void> {
  const contraction = new Contraction(graph);
  const order = yield* contraction.run();
  return contraction.finish(order);
}

class Contraction {
  private readonly nodes: number;
  private readonly pool: ArcPool;
  private readonly witness: WitnessSearch;
  private readonly level: Int32Array;
  /** 1 where a neighbour was taken out since the node was weighed. */
  private readonly stale: Uint8Array;
  /** Arcs into and out of the node in hand. */
  private ins = new Int32Array(64);
  private outs = new Int32Array(64);

  constructor(graph: ProfileGraph) {
    this.nodes = graph.nodes;
    this.pool = new ArcPool(graph);
    this.witness = new WitnessSearch(graph.nodes);
    this.level = new Int32Array(graph.nodes);
    this.stale = new Uint8Array(graph.nodes);
  }

  /** The order in which the nodes were taken out. */
  *run(): Generator<number, Int32Array, void> {
    const { nodes, stale } = this;
    const queue = new NodeQueue(nodes);
    for (let node = 0; node < nodes; node++) {
      queue.put(node, this.importance(node));
      if (node % TELL_EVERY === 0) yield 0;
    }
    const order = new Int32Array(nodes);
    let done = 0;
    let steps = 0;
    while (queue.size > 0) {
      if (++steps % TELL_EVERY === 0) yield done;
      const node = queue.take();
      if (stale[node] === 1) {
        stale[node] = 0;
        const importance = this.importance(node);
        if (importance > queue.leastKey()) {
          queue.put(node, importance);
          continue;
        }
      }
      this.takeOut(node);
      order[done++] = node;
    }
    return order;
  }

  /**
   * Level, shortcuts needed for each arc taken out, and the same counted in arcs of the graph (the measure of RoutingKit; Dibbelt,
   * Strasser and Wagner, ACM JEA 21, 2016).
   */
  private importance(node: number): number {
    const [inCount, outCount] = this.gather(node);
    const { hops } = this.pool;
    let removedHops = 1;
    for (let i = 0; i < inCount; i++) removedHops += hops[this.ins[i] as number] as number;
    for (let i = 0; i < outCount; i++) removedHops += hops[this.outs[i] as number] as number;
    const isDense = inCount * outCount > DENSE_WAYS;
    const made = isDense
      ? { count: inCount * outCount, hops: (removedHops - 1) * Math.max(inCount, outCount) }
      : this.shortcuts(node, inCount, outCount, false);
    return (
      LEVEL * (this.level[node] as number) +
      Math.round((1000 * (made.count + 1)) / (inCount + outCount + 1)) +
      Math.round((1000 * (made.hops + 1)) / removedHops)
    );
  }

  private gather(node: number): readonly [number, number] {
    const { firstIn, nextIn, firstOut, nextOut } = this.pool;
    let inCount = 0;
    for (let arc = firstIn[node] as number; arc >= 0; arc = nextIn[arc] as number) {
      if (inCount === this.ins.length) this.ins = doubled(this.ins);
      this.ins[inCount++] = arc;
    }
    let outCount = 0;
    for (let arc = firstOut[node] as number; arc >= 0; arc = nextOut[arc] as number) {
      if (outCount === this.outs.length) this.outs = doubled(this.outs);
      this.outs[outCount++] = arc;
    }
    return [inCount, outCount];
  }

  /** Counts the shortcuts that a node's going needs, and adds them where asked to. */
  private shortcuts(
    node: number,
    inCount: number,
    outCount: number,
    add: boolean,
  ): { readonly count: number; readonly hops: number } {
    const { pool, witness, ins, outs } = this;
    let count = 0;
    let hops = 0;
    let longest = 0;
    for (let i = 0; i < outCount; i++)
      longest = Math.max(longest, pool.weight[outs[i] as number] as number);
    for (let i = 0; i < inCount; i++) {
      const first = ins[i] as number;
      const from = pool.tail[first] as number;
      const before = pool.weight[first] as number;
      if (outCount === 1 && pool.head[outs[0] as number] === from) continue;
      witness.run(pool, from, node, {
        targets: outs,
        count: outCount,
        limit: before + longest,
        settle: add ? SETTLE_CONTRACTING : SETTLE_WEIGHING,
      });
      for (let j = 0; j < outCount; j++) {
        const second = outs[j] as number;
        const to = pool.head[second] as number;
        if (to === from) continue;
        const weight = before + (pool.weight[second] as number);
        if (witness.weightTo(to) <= weight) continue;
        count++;
        const both = (pool.hops[first] as number) + (pool.hops[second] as number);
        hops += both;
        if (!add) continue;
        const length = (pool.length[first] as number) + (pool.length[second] as number);
        pool.add(from, to, { weight, length, first, second, hops: both });
      }
    }
    return { count, hops };
  }

  private takeOut(node: number): void {
    const { pool, level, stale } = this;
    const [inCount, outCount] = this.gather(node);
    this.shortcuts(node, inCount, outCount, true);
    pool.detach(node);
    const above = (level[node] as number) + 1;
    for (let i = 0; i < inCount; i++) {
      const other = pool.tail[this.ins[i] as number] as number;
      stale[other] = 1;
      if ((level[other] as number) < above) level[other] = above;
    }
    for (let i = 0; i < outCount; i++) {
      const other = pool.head[this.outs[i] as number] as number;
      stale[other] = 1;
      if ((level[other] as number) < above) level[other] = above;
    }
  }

  /** Writes the arcs down by rank. */
  finish(order: Int32Array): Contracted {
    const { nodes, pool } = this;
    const rank = new Int32Array(nodes);
    order.forEach((node, at) => {
      rank[node] = at;
    });
    const upStart = new Int32Array(nodes + 1);
    const downStart = new Int32Array(nodes + 1);
    /** Where each arc of the pool went, and the reverse. */
    const placed = new Int32Array(pool.count).fill(-1);
    const taken = new Int32Array(pool.count);
    let at = 0;
    const place = (first: Int32Array, next: Int32Array, start: Int32Array): void => {
      for (let r = 0; r < nodes; r++) {
        start[r] = at;
        for (let arc = first[order[r] as number] as number; arc >= 0; arc = next[arc] as number) {
          placed[arc] = at;
          taken[at++] = arc;
        }
      }
      start[nodes] = at;
    };
    place(pool.firstOut, pool.nextOut, upStart);
    const ups = at;
    place(pool.firstIn, pool.nextIn, downStart);
    const of = (from: Int32Array): Int32Array => pick(from, taken, at);
    const first = of(pool.first);
    const second = of(pool.second);
    const end = new Int32Array(at);
    for (let i = 0; i < at; i++) {
      const arc = taken[i] as number;
      end[i] = rank[(i < ups ? pool.head[arc] : pool.tail[arc]) as number] as number;
      if ((first[i] as number) < 0) continue;
      first[i] = placed[first[i] as number] as number;
      second[i] = placed[second[i] as number] as number;
    }
    const weight = of(pool.weight);
    const length = of(pool.length);
    return { rank, hierarchy: { nodes, upStart, downStart, end, weight, length, first, second } };
  }
}

function pick(from: Int32Array, which: Int32Array, count: number): Int32Array {
  const out = new Int32Array(count);
  for (let i = 0; i < count; i++) out[i] = from[which[i] as number] as number;
  return out;
}

function doubled(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(old.length * 2);
  wider.set(old);
  return wider;
}
