/** The graph that one profile travels on: nodes and directed arcs, only the largest part in which every place reaches every other. */
import { strongComponents } from './components.ts';
import { GrowingInts } from './growing-ints.ts';
import { costOf, type Profile, type RoadNetwork } from './network.ts';
import { STOPS_CAR, STOPS_FOOT } from './node-rules.ts';
import { splitAtBans, type RawGraph } from './split-at-bans.ts';
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
  /** By run: the node where whoever sets out on it arrives, having turned nowhere before; -1 outside the largest component. */
  readonly headOfRun: Int32Array;
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

/** Makes the graph. Where turns are banned its nodes are split (`splitAtBans`). A junction with a barrier joins no two roads. */
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

function largest(network: RoadNetwork, profile: Profile, raw: RawGraph): GraphMade {
  const { nodes, tail, head, run } = raw;
  const component = strongComponents(nodes, tail, head);
  const parts = partsOf(network, { nodes, tail, head, run, component });
  const { main } = parts;
  const isMain = component.map((each) => (each === main ? 1 : 0));
  const headOfRun = headsOfRuns(raw, isMain, 2 * network.from.length);
  const isKept = withWaysIn(raw, isMain, headOfRun);
  const number = new Int32Array(nodes).fill(-1);
  let count = 0;
  for (let node = 0; node < nodes; node++) if (isKept[node] === 1) number[node] = count++;
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
      headOfRun: headOfRun.map((node) => (node < 0 ? -1 : (number[node] as number))),
    },
  };
}

/** The first arc of a run is that of whoever sets out on it; a run is open where one of its arcs lies within the component. */
function headsOfRuns(raw: RawGraph, isMain: Int32Array, runs: number): Int32Array {
  const { tail, head, run } = raw;
  const first = new Int32Array(runs).fill(-1);
  const isOpen = new Uint8Array(runs);
  for (let arc = 0; arc < tail.length; arc++) {
    const of = run[arc] as number;
    if (first[of] === -1) first[of] = head[arc] as number;
    if (isMain[tail[arc] as number] === 1 && isMain[head[arc] as number] === 1) isOpen[of] = 1;
  }
  return first.map((node, of) => (isOpen[of] === 1 ? node : -1));
}

/**
 * The largest component, and the nodes by which whoever sets out on a way between comes into it: nobody who comes from elsewhere passes
 * those. All of them lead in, since fewer chains are begun there than at the nodes of the component that stand for the same runs.
 */
function withWaysIn({ tail, head }: RawGraph, isMain: Int32Array, starts: Int32Array): Int32Array {
  const waiting = [...new Set(starts)].filter((node) => node >= 0 && isMain[node] === 0);
  if (waiting.length === 0) return isMain;
  const outside = new Map<number, number[]>();
  for (let arc = 0; arc < tail.length; arc++) {
    const from = tail[arc] as number;
    if (isMain[from] === 0) outside.set(from, [...(outside.get(from) ?? []), head[arc] as number]);
  }
  const met = new Set(waiting);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
    for (const next of outside.get(node) ?? []) {
      if (isMain[next] === 1 || met.has(next)) continue;
      met.add(next);
      waiting.push(next);
    }
  const isKept = isMain.slice();
  // Of the nodes met, those that lead into the component.
  for (let found = true; found;) {
    found = false;
    for (const node of met) {
      if (!(outside.get(node) ?? []).some((next) => isKept[next] === 1)) continue;
      isKept[node] = 1;
      met.delete(node);
      found = true;
    }
  }
  return isKept;
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
  // Where nothing but roads that lead out is left, none of them is the place to be.
  if (ranked.every(([each]) => each >= nodes)) ranked.unshift([-1, 0]);
  const rank = new Map(ranked.map(([each], at) => [each, at]));
  return {
    ofRoad: ofRoad.map((each) => (each < 0 ? -1 : (rank.get(each) ?? -1))),
    sizes: ranked.map(([, size]) => size),
    main: ranked[0]?.[0] ?? -1,
  };
}
