/** The best way from one place to another, with its shape. */
import type { Position } from '../geo/position.ts';
import { NO_WAY, unpackArc } from './hierarchy.ts';
import type { RoadNetwork } from './network.ts';
import {
  alongOneRoad,
  seedsFrom,
  seedsTo,
  type ProfileRoads,
  type RoadPlace,
} from './profile-roads.ts';
import { shapeOfRun } from './run-shape.ts';
import { UpwardSearch, type Seed } from './upward-search.ts';

/** A way: its cost, its length, and the runs it takes, the first and last in part only. */
export interface RoadPath {
  /** Milliseconds by car, millimetres on foot. */
  readonly weight: number;
  /** Millimetres. */
  readonly length: number;
  readonly runs: readonly number[];
  readonly shape: readonly Position[];
}

/** Two searches for one profile, kept between questions. */
export interface PathSearches {
  readonly from: UpwardSearch;
  readonly to: UpwardSearch;
}

/** Searches for `findPath`. */
export function pathSearches(roads: ProfileRoads): PathSearches {
  return { from: new UpwardSearch(roads.hierarchy), to: new UpwardSearch(roads.hierarchy) };
}

/** The best way between two places of the largest component. */
export function findPath(
  network: RoadNetwork,
  roads: ProfileRoads,
  searches: PathSearches,
  ends: { readonly from: RoadPlace; readonly to: RoadPlace },
): RoadPath {
  const { from, to } = ends;
  const starts = seedsFrom(network, roads, from);
  const goals = seedsTo(network, roads, to);
  searches.from.run(starts, 'from');
  searches.to.run(goals, 'to');
  let weight = NO_WAY;
  let meet = -1;
  for (let i = 0; i < searches.from.count; i++) {
    const node = searches.from.nodes[i] as number;
    const whole = searches.from.weightAt(node) + searches.to.weightAt(node);
    if (whole < weight) [weight, meet] = [whole, node];
  }
  const direct = alongOneRoad(network, roads, from, to);
  if (direct !== null && direct.weight <= weight) {
    const part = { run: direct.run, from: from.along, to: to.along };
    return {
      weight: direct.weight,
      length: direct.length,
      runs: [direct.run],
      shape: shapeOfRun(network, part),
    };
  }
  const runs = runsOf(roads, searches, { meet, starts, goals });
  const shape = runs.flatMap((run, at) => {
    const whole = wholeRun(network, run);
    const begun = at === 0 ? { ...whole, from: from.along } : whole;
    const part = at === runs.length - 1 ? { ...begun, to: to.along } : begun;
    const points = shapeOfRun(network, part);
    return at === 0 ? points : points.slice(1);
  });
  const length = searches.from.lengthAt(meet) + searches.to.lengthAt(meet);
  return { weight, length, runs, shape: withoutRepeats(shape) };
}

/** A way that begins just at a junction has a part of no length there: the point need not be drawn twice. */
function withoutRepeats(shape: readonly Position[]): readonly Position[] {
  const kept = shape.filter(({ lat, lon }, at) => {
    const before = shape[at - 1];
    return before === undefined || before.lat !== lat || before.lon !== lon;
  });
  return kept.length > 1 ? kept : shape.slice(0, 2);
}

function wholeRun(network: RoadNetwork, run: number) {
  const length = network.length[run >> 1] as number;
  return (run & 1) === 1 ? { run, from: length, to: 0 } : { run, from: 0, to: length };
}

function runsOf(
  { hierarchy }: ProfileRoads,
  searches: PathSearches,
  way: { readonly meet: number; readonly starts: readonly Seed[]; readonly goals: readonly Seed[] },
): readonly number[] {
  const tailOf = hierarchyTails(hierarchy);
  const before: number[] = [];
  let node = way.meet;
  let arc = searches.from.arcTo(node);
  while (arc >= 0) {
    before.push(arc);
    node = tailOf(arc, 'up');
    arc = searches.from.arcTo(node);
  }
  const runs = [way.starts[-1 - arc]?.run ?? 0];
  for (const each of before.toReversed()) unpackArc(hierarchy, each, runs);
  node = way.meet;
  arc = searches.to.arcTo(node);
  while (arc >= 0) {
    unpackArc(hierarchy, arc, runs);
    node = tailOf(arc, 'down');
    arc = searches.to.arcTo(node);
  }
  runs.push(way.goals[-1 - arc]?.run ?? 0);
  return runs;
}

/** The less important end of an arc: the node under which it is listed. */
function hierarchyTails({ upStart, downStart, nodes }: ProfileRoads['hierarchy']) {
  return (arc: number, side: 'up' | 'down'): number => {
    const start = side === 'up' ? upStart : downStart;
    let low = 0;
    let high = nodes - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((start[middle] as number) <= arc) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
