import type { ProfileGraph } from './profile-graph.ts';

const NONE = -1;

/** The graph while it is contracted: arcs in linked lists by tail and by head, shortcuts added, arcs to contracted nodes taken out. */
export class ArcPool {
  count = 0;
  tail: Int32Array;
  head: Int32Array;
  weight: Int32Array;
  length: Int32Array;
  /** The two arcs of a shortcut; -1 and the run for an arc of the graph. */
  first: Int32Array;
  second: Int32Array;
  /** How many arcs of the graph an arc stands for. */
  hops: Int32Array;
  nextOut: Int32Array;
  nextIn: Int32Array;
  readonly firstOut: Int32Array;
  readonly firstIn: Int32Array;

  constructor(graph: ProfileGraph) {
    const room = Math.max(16, Math.ceil(graph.tail.length * 1.5));
    const made = (): Int32Array => new Int32Array(room);
    this.tail = made();
    this.head = made();
    this.weight = made();
    this.length = made();
    this.first = made();
    this.second = made();
    this.hops = made();
    this.nextOut = made();
    this.nextIn = made();
    this.firstOut = new Int32Array(graph.nodes).fill(NONE);
    this.firstIn = new Int32Array(graph.nodes).fill(NONE);
    for (let arc = 0; arc < graph.tail.length; arc++) {
      const at = this.add(graph.tail[arc] as number, graph.head[arc] as number, {
        weight: graph.weight[arc] as number,
        length: graph.length[arc] as number,
        first: NONE,
        second: graph.run[arc] as number,
        hops: 1,
      });
      if (at < 0) continue;
    }
  }

  /**
   * Adds an arc, or betters the one that is there; returns -1 where that one is as good. Loops are of no use. An arc between two nodes
   * that are both still there is part of no shortcut yet, so it may be changed in place.
   */
  add(
    tail: number,
    head: number,
    made: {
      readonly weight: number;
      readonly length: number;
      readonly first: number;
      readonly second: number;
      readonly hops: number;
    },
  ): number {
    if (tail === head) return NONE;
    let arc = this.firstOut[tail] as number;
    while (arc >= 0 && this.head[arc] !== head) arc = this.nextOut[arc] as number;
    if (arc >= 0) {
      const known = this.weight[arc] as number;
      if (
        known < made.weight ||
        (known === made.weight && (this.length[arc] as number) <= made.length)
      )
        return NONE;
    } else {
      if (this.count === this.tail.length) this.grow();
      arc = this.count++;
      this.tail[arc] = tail;
      this.head[arc] = head;
      this.nextOut[arc] = this.firstOut[tail] as number;
      this.firstOut[tail] = arc;
      this.nextIn[arc] = this.firstIn[head] as number;
      this.firstIn[head] = arc;
    }
    this.weight[arc] = made.weight;
    this.length[arc] = made.length;
    this.first[arc] = made.first;
    this.second[arc] = made.second;
    this.hops[arc] = made.hops;
    return arc;
  }

  /** Takes a node out of its neighbours' lists; its own lists stay, as the record of its arcs to more important nodes. */
  detach(node: number): void {
    const { tail, head, nextOut, nextIn, firstOut, firstIn } = this;
    for (let arc = firstIn[node] as number; arc >= 0; arc = nextIn[arc] as number)
      unlink(firstOut, nextOut, tail[arc] as number, arc);
    for (let arc = firstOut[node] as number; arc >= 0; arc = nextOut[arc] as number)
      unlink(firstIn, nextIn, head[arc] as number, arc);
  }

  private grow(): void {
    const wider = (old: Int32Array): Int32Array => {
      const fresh = new Int32Array(old.length * 2);
      fresh.set(old);
      return fresh;
    };
    this.tail = wider(this.tail);
    this.head = wider(this.head);
    this.weight = wider(this.weight);
    this.length = wider(this.length);
    this.first = wider(this.first);
    this.second = wider(this.second);
    this.hops = wider(this.hops);
    this.nextOut = wider(this.nextOut);
    this.nextIn = wider(this.nextIn);
  }
}

function unlink(first: Int32Array, next: Int32Array, node: number, arc: number): void {
  let before = -1;
  for (let each = first[node] as number; each >= 0; each = next[each] as number) {
    if (each === arc) {
      if (before < 0) first[node] = next[arc] as number;
      else next[before] = next[arc] as number;
      return;
    }
    before = each;
  }
}
