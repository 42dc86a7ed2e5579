/** The graph that one profile travels on: nodes and directed arcs, only the largest part in which every place reaches every other. */
import { strongComponents } from './components.ts';
import { GrowingInts } from './growing-ints.ts';
import { costOf, type Profile, type RoadNetwork } from './network.ts';
import { STOPS_CAR, STOPS_FOOT } from './node-rules.ts';
import type { Bans } from './turn-bans.ts';

/** Directed arcs between the nodes of the largest component. */
export interface ProfileGraph {
  readonly nodes: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** What the way is chosen by: milliseconds by car, millimetres on foot. */
  readonly weight: Int32Array;
  /** Millimetres. */
  readonly length: Int32Array;
  /** The run each arc stands for; several arcs may stand for one run. */
  readonly run: Int32Array;
}

/** The component of each road: 0 the largest, others from 1 by size; -1 where the profile may not use the road. */
export interface Parts {
  readonly ofRoad: Int32Array;
  /** Roads in each component. */
  readonly sizes: readonly number[];
}

/** A graph with the parts that were found on the way. */
export interface GraphMade {
  readonly graph: ProfileGraph;
  readonly parts: Parts;
}

interface Arcs {
  nodes: number;
  readonly tail: GrowingInts;
  readonly head: GrowingInts;
  readonly run: GrowingInts;
}

/**
 * Makes the graph. Where a turn is banned, whoever arrives by that run arrives at a node of their own, which only the allowed runs
 * leave: exact, and the graph grows by a few nodes only. A junction with a barrier joins no two roads.
 */
export function profileGraph(
  network: RoadNetwork,
  profile: Profile,
  rules: { readonly stops: Uint8Array; readonly bans: Bans },
): GraphMade {
  const arcs: Arcs = {
    nodes: network.junctions,
    tail: new GrowingInts(),
    head: new GrowingInts(),
    run: new GrowingInts(),
  };
  addRuns(network, profile, rules.stops, arcs);
  const tail = arcs.tail.done();
  const head = arcs.head.done();
  const run = arcs.run.done();
  if (profile === 'foot' || rules.bans.size === 0)
    return largest(network, profile, { nodes: arcs.nodes, tail, head, run });
  return largest(network, profile, splitAtBans({ nodes: arcs.nodes, tail, head, run }, rules.bans));
}

function addRuns(network: RoadNetwork, profile: Profile, stops: Uint8Array, arcs: Arcs): void {
  const bit = profile === 'car' ? STOPS_CAR : STOPS_FOOT;
  const { from, to } = network;
  const endOf = (junction: number): number =>
    ((stops[junction] as number) & bit) === 0 ? junction : arcs.nodes++;
  for (let road = 0; road < from.length; road++) {
    const forward = costOf(network, profile, 2 * road) > 0;
    const backward = costOf(network, profile, 2 * road + 1) > 0;
    if (!forward && !backward) continue;
    const a = endOf(from[road] as number);
    const b = endOf(to[road] as number);
    if (forward) pushArc(arcs, a, b, 2 * road);
    if (backward) pushArc(arcs, b, a, 2 * road + 1);
  }
}

function pushArc(arcs: Omit<Arcs, 'nodes'>, tail: number, head: number, run: number): void {
  arcs.tail.push(tail);
  arcs.head.push(head);
  arcs.run.push(run);
}

interface RawGraph {
  readonly nodes: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly run: Int32Array;
}

function splitAtBans(raw: RawGraph, bans: Bans): RawGraph {
  const { tail, run } = raw;
  const head = raw.head.slice();
  const added = { tail: new GrowingInts(), head: new GrowingInts(), run: new GrowingInts() };
  let { nodes } = raw;
  const copies: {
    readonly at: number;
    readonly own: number;
    readonly banned: ReadonlySet<number>;
  }[] = [];
  const ats = new Set<number>();
  for (let arc = 0; arc < tail.length; arc++) {
    const banned = bans.get(run[arc] as number);
    if (banned === undefined) continue;
    const at = head[arc] as number;
    const own = nodes++;
    copies.push({ at, own, banned });
    ats.add(at);
    head[arc] = own;
  }
  const leaving = new Map<number, number[]>();
  for (let arc = 0; arc < tail.length; arc++) {
    const at = tail[arc] as number;
    if (!ats.has(at)) continue;
    const list = leaving.get(at);
    if (list === undefined) leaving.set(at, [arc]);
    else list.push(arc);
  }
  for (const { at, own, banned } of copies) {
    for (const arc of leaving.get(at) ?? []) {
      if (banned.has(run[arc] as number)) continue;
      pushArc(added, own, head[arc] as number, run[arc] as number);
    }
  }
  return {
    nodes,
    tail: joined(tail, added.tail),
    head: joined(head, added.head),
    run: joined(run, added.run),
  };
}

function joined(first: Int32Array, then: GrowingInts): Int32Array {
  const all = new Int32Array(first.length + then.length);
  all.set(first);
  all.set(then.done(), first.length);
  return all;
}

function largest(network: RoadNetwork, profile: Profile, raw: RawGraph): GraphMade {
  const { nodes, tail, head, run } = raw;
  const component = strongComponents(nodes, tail, head);
  const parts = partsOf(network, { nodes, tail, head, run, component });
  const { main } = parts;
  const number = new Int32Array(nodes).fill(-1);
  let count = 0;
  for (let node = 0; node < nodes; node++) if (component[node] === main) number[node] = count++;
  const kept = {
    tail: new GrowingInts(),
    head: new GrowingInts(),
    weight: new GrowingInts(),
    length: new GrowingInts(),
    run: new GrowingInts(),
  };
  for (let arc = 0; arc < tail.length; arc++) {
    const a = number[tail[arc] as number] as number;
    const b = number[head[arc] as number] as number;
    if (a < 0 || b < 0) continue;
    const of = run[arc] as number;
    kept.tail.push(a);
    kept.head.push(b);
    kept.weight.push(costOf(network, profile, of));
    kept.length.push(network.length[of >> 1] as number);
    kept.run.push(of);
  }
  return {
    parts,
    graph: {
      nodes: main < 0 ? 0 : count,
      tail: kept.tail.done(),
      head: kept.head.done(),
      weight: kept.weight.done(),
      length: kept.length.done(),
      run: kept.run.done(),
    },
  };
}

/**
 * A road belongs to the component in which one of its runs both begins and ends. A road that leads out of one component for good, such
 * as a one-way street cut off by the extract's edge, is a component of its own.
 */
function partsOf(
  network: RoadNetwork,
  raw: RawGraph & { readonly component: Int32Array },
): Parts & { readonly main: number } {
  const { nodes, tail, head, run, component } = raw;
  const ofRoad = new Int32Array(network.from.length).fill(-1);
  for (let arc = 0; arc < tail.length; arc++) {
    const road = (run[arc] as number) >> 1;
    const a = component[tail[arc] as number] as number;
    if (a === component[head[arc] as number]) ofRoad[road] = a;
    else if (ofRoad[road] === -1) ofRoad[road] = nodes + road;
  }
  const counts = new Map<number, number>();
  for (const each of ofRoad) if (each >= 0) counts.set(each, (counts.get(each) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const rank = new Map(ranked.map(([each], at) => [each, at]));
  return {
    ofRoad: ofRoad.map((each) => (each < 0 ? -1 : (rank.get(each) ?? -1))),
    sizes: ranked.map(([, size]) => size),
    main: ranked[0]?.[0] ?? -1,
  };
}
