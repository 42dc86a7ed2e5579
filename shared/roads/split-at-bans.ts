/** Bans made part of a graph: whoever has begun a banned chain stands at a node of their own, which only allowed runs leave. */
import { GrowingInts } from './growing-ints.ts';
import type { RunNumber } from './network.ts';
import { banName, type Bans } from './turn-bans.ts';

/** Directed arcs and the run of each. */
export interface RawGraph {
  readonly nodes: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly run: Int32Array;
}

/** Whoever has driven these runs, the beginning of a banned chain, and no longer beginning of another. */
interface Begun {
  /** Their own node. */
  readonly node: number;
  /** The node they would stand at without bans. */
  readonly at: number;
  readonly runs: readonly RunNumber[];
}

/**
 * Splits nodes: exact, and the graph grows by a few nodes only. Which chain has been begun is known as in a search for many words at
 * once (Aho and Corasick, CACM 18, 1975): after each run, the longest beginning that the runs just driven end with. Each run of the graph
 * given stands on one arc; that arc stays the first of its run, and is driven by whoever sets out on it.
 */
export function splitAtBans(raw: RawGraph, bans: Bans): RawGraph {
  const { tail, run } = raw;
  const head = raw.head.slice();
  const begun = beginnings(raw, bans);
  for (let arc = 0; arc < tail.length; arc++) {
    const own = begun.get(banName([run[arc] as number]));
    if (own !== undefined) head[arc] = own.node;
  }
  const leaving = arcsFrom(tail, new Set([...begun.values()].map(({ at }) => at)));
  const added = { tail: new GrowingInts(), head: new GrowingInts(), run: new GrowingInts() };
  for (const { node, at, runs } of begun.values()) {
    for (const arc of leaving.get(at) ?? []) {
      const next = run[arc] as number;
      const ends = runs.map((_, from) => banName([...runs.slice(from), next]));
      if (ends.some((name) => bans.has(name))) continue;
      const on = ends.map((name) => begun.get(name)).find((each) => each !== undefined);
      added.tail.push(node);
      added.head.push(on?.node ?? (head[arc] as number));
      added.run.push(next);
    }
  }
  return {
    nodes: raw.nodes + begun.size,
    tail: joined(tail, added.tail),
    head: joined(head, added.head),
    run: joined(run, added.run),
  };
}

/** A node for each beginning of a banned chain, by its name. */
function beginnings({ nodes, head, run }: RawGraph, bans: Bans): ReadonlyMap<string, Begun> {
  const wanted = new Set<RunNumber>();
  for (const chain of bans.values()) for (const each of chain) wanted.add(each);
  const headOf = new Map<RunNumber, number>();
  for (let arc = 0; arc < run.length; arc++)
    if (wanted.has(run[arc] as number)) headOf.set(run[arc] as number, head[arc] as number);
  const begun = new Map<string, Begun>();
  for (const chain of bans.values()) {
    for (let length = 1; length < chain.length; length++) {
      const runs = chain.slice(0, length);
      const at = headOf.get(runs.at(-1) ?? -1);
      const name = banName(runs);
      if (at === undefined || begun.has(name)) continue;
      begun.set(name, { node: nodes + begun.size, at, runs });
    }
  }
  return begun;
}

function arcsFrom(
  tail: Int32Array,
  nodes: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const leaving = new Map<number, number[]>();
  for (let arc = 0; arc < tail.length; arc++) {
    const at = tail[arc] as number;
    if (!nodes.has(at)) continue;
    const list = leaving.get(at);
    if (list === undefined) leaving.set(at, [arc]);
    else list.push(arc);
  }
  return leaving;
}

function joined(first: Int32Array, then: GrowingInts): Int32Array {
  const all = new Int32Array(first.length + then.length);
  all.set(first);
  all.set(then.done(), first.length);
  return all;
}
