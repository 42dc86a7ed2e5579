/** One profile's hierarchy with the places where roads lead into it: what questions are put to. */
import type { Contracted } from './contract.ts';
import type { Hierarchy } from './hierarchy.ts';
import { costOf, type Profile, type RoadNetwork } from './network.ts';
import type { Parts, ProfileGraph } from './profile-graph.ts';
import type { Seed } from './upward-search.ts';

/** A place on a road. */
export interface RoadPlace {
  readonly road: number;
  /** Millimetres from the road's first junction. */
  readonly along: number;
}

/** A hierarchy and its ties to the roads. */
export interface ProfileRoads {
  readonly profile: Profile;
  readonly hierarchy: Hierarchy;
  /** By run: the rank of the node where whoever sets out on it ends, and of one where it begins; -1 outside the largest component. */
  readonly headOf: Int32Array;
  readonly tailOf: Int32Array;
  /** Further nodes where a run may begin, because turns are banned at its first: run and rank by turns. */
  readonly moreTails: Int32Array;
  /** Further nodes where a run may end for those who came to it by a turn that a ban begins with: run and rank by turns. */
  readonly moreHeads: Int32Array;
  /** The component of each road, 0 the largest, -1 not for this profile. */
  readonly partOf: Int32Array;
}

/** Puts a hierarchy and the roads together. */
export function profileRoads(
  network: RoadNetwork,
  profile: Profile,
  made: { readonly graph: ProfileGraph; readonly parts: Parts; readonly contracted: Contracted },
): ProfileRoads {
  const { graph, parts, contracted } = made;
  const { rank, hierarchy } = contracted;
  const headOf = graph.headOfRun.map((node) => (node < 0 ? -1 : (rank[node] as number)));
  const tailOf = new Int32Array(2 * network.from.length).fill(-1);
  const moreTails: number[] = [];
  const moreHeads: number[] = [];
  for (let arc = 0; arc < graph.tail.length; arc++) {
    const run = graph.run[arc] as number;
    const tail = rank[graph.tail[arc] as number] as number;
    const head = rank[graph.head[arc] as number] as number;
    if (head !== headOf[run]) moreHeads.push(run, head);
    if (tailOf[run] === -1) tailOf[run] = tail;
    else moreTails.push(run, tail);
  }
  return {
    profile,
    hierarchy,
    headOf,
    tailOf,
    moreTails: Int32Array.from(moreTails),
    moreHeads: Int32Array.from(moreHeads),
    partOf: parts.ofRoad,
  };
}

/** Whether a run may be driven or walked within the largest component. */
export function isOpenRun(roads: ProfileRoads, run: number): boolean {
  return (roads.headOf[run] as number) >= 0;
}

/** Weight and length of the part of a run that is left from a place, or that lies before it. */
function shareOf(
  network: RoadNetwork,
  profile: Profile,
  run: number,
  part_mm: number,
): { readonly weight: number; readonly length: number } {
  const whole = network.length[run >> 1] as number;
  return { weight: Math.round((costOf(network, profile, run) * part_mm) / whole), length: part_mm };
}

/** How far along a run a place lies, millimetres from the run's own beginning. */
function alongRun(network: RoadNetwork, place: RoadPlace, run: number): number {
  return (run & 1) === 1 ? (network.length[place.road] as number) - place.along : place.along;
}

/** The nodes that are reached first from a place. */
export function seedsFrom(network: RoadNetwork, roads: ProfileRoads, place: RoadPlace): Seed[] {
  const seeds: Seed[] = [];
  const whole = network.length[place.road] as number;
  for (const run of [2 * place.road, 2 * place.road + 1]) {
    const node = roads.headOf[run] as number;
    if (node < 0) continue;
    const left = whole - alongRun(network, place, run);
    seeds.push({ node, run, ...shareOf(network, roads.profile, run, left) });
  }
  return seeds;
}

/** The nodes from which a place is reached last. */
export function seedsTo(network: RoadNetwork, roads: ProfileRoads, place: RoadPlace): Seed[] {
  const seeds: Seed[] = [];
  for (const run of [2 * place.road, 2 * place.road + 1]) {
    const node = roads.tailOf[run] as number;
    if (node < 0) continue;
    const part = shareOf(network, roads.profile, run, alongRun(network, place, run));
    seeds.push({ node, run, ...part });
    const { moreTails } = roads;
    for (let i = 0; i < moreTails.length; i += 2)
      if (moreTails[i] === run) seeds.push({ node: moreTails[i + 1] as number, run, ...part });
  }
  return seeds;
}

/** The way between two places of one road that does not leave it; null where no run leads from the first to the second. */
export function alongOneRoad(
  network: RoadNetwork,
  roads: ProfileRoads,
  from: RoadPlace,
  to: RoadPlace,
): { readonly run: number; readonly weight: number; readonly length: number } | null {
  if (from.road !== to.road) return null;
  let best: { readonly run: number; readonly weight: number; readonly length: number } | null =
    null;
  for (const run of [2 * from.road, 2 * from.road + 1]) {
    if (!isOpenRun(roads, run)) continue;
    const part = alongRun(network, to, run) - alongRun(network, from, run);
    if (part < 0) continue;
    const cost = shareOf(network, roads.profile, run, part);
    if (best === null || cost.weight < best.weight) best = { run, ...cost };
  }
  return best;
}
