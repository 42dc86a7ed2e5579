/**
 * A contraction hierarchy (Geisberger, Sanders, Schultes and Delling, WEA 2008) in flat arrays. Nodes are numbered by rank, the least
 * important first; every arc leads from a node to a more important one.
 */
export interface Hierarchy {
  readonly nodes: number;
  /** Arcs that lead up from node v: `upStart[v]` to `upStart[v + 1] - 1`; `end` is their head. */
  readonly upStart: Int32Array;
  /** Arcs that come down to node v: `downStart[v]` to `downStart[v + 1] - 1`; `end` is their tail. */
  readonly downStart: Int32Array;
  /** The more important end of each arc. */
  readonly end: Int32Array;
  /** Milliseconds by car, millimetres on foot. */
  readonly weight: Int32Array;
  /** Millimetres. */
  readonly length: Int32Array;
  /** The two arcs that a shortcut stands for, in order; for an arc of the graph -1 and the run. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Stands for no way at all; sums of two ways stay below it. */
export const NO_WAY = 0x3fffffff;

/** Appends the runs that an arc stands for, in the order in which they are driven. */
export function unpackArc(hierarchy: Hierarchy, arc: number, runs: number[]): void {
  const { first, second } = hierarchy;
  const waiting = [arc];
  for (;;) {
    const next = waiting.pop();
    if (next === undefined) return;
    const a = first[next] as number;
    const b = second[next] as number;
    if (a < 0) runs.push(b);
    else waiting.push(b, a);
  }
}
