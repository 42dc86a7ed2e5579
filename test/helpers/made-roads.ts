/** Networks for tests: from a real extract, or invented. */
import { buildNetwork, type BuiltNetwork } from '../../shared/roads/build-network.ts';
import { contract } from '../../shared/roads/contract.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { speedTableAt } from '../../shared/costing/read-settings.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Random } from '../../shared/kernel/random.ts';
import type { Profile } from '../../shared/roads/network.ts';
import { profileGraph } from '../../shared/roads/profile-graph.ts';
import {
  profileRoads,
  type ProfileRoads,
  type RoadPlace,
} from '../../shared/roads/profile-roads.ts';
import type { RoadInput } from '../../shared/roads/road-input.ts';
import { makeBans, turnNodes, type BansMade } from '../../shared/roads/turn-bans.ts';
import type { TurnRule } from '../../shared/roads/turn-rules.ts';
import { readWay, type WayUse } from '../../shared/roads/way-rules.ts';
import { ON } from './cost-facts.ts';

/** A network with both hierarchies. */
export interface MadeRoads {
  readonly input: RoadInput;
  readonly built: BuiltNetwork;
  readonly bans: BansMade;
  readonly car: ProfileRoads;
  readonly foot: ProfileRoads;
}

/** Builds and contracts, with the speeds that a new store starts with. */
export function makeRoads(input: RoadInput): MadeRoads {
  const built = buildNetwork(input, speedTableAt(DEFAULT_SETTINGS, ON), turnNodes(input));
  const bans = makeBans(input, built);
  const profile = (name: Profile): ProfileRoads => {
    const made = profileGraph(built.network, name, { stops: built.stops, bans: bans.bans });
    const contracted = defined(
      contract(made.graph, () => true),
      'hierarchy',
    );
    return profileRoads(built.network, name, { ...made, contracted });
  };
  return { input, built, bans, car: profile('car'), foot: profile('foot') };
}

/** A node of an invented map: degrees, and who is stopped there. */
export interface MadeNode {
  readonly id: number;
  readonly lat: number;
  readonly lon: number;
  readonly stops?: number;
}

/** A way of an invented map: its tags and nodes. */
export interface MadeWay {
  readonly id: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly nodes: readonly number[];
}

function useOf(tags: Readonly<Record<string, string>>): WayUse {
  const read = readWay(new Map(Object.entries(tags)));
  if (read.kind !== 'use') throw new Error(`Not a road: ${JSON.stringify(tags)}`);
  return read.use;
}

/** An invented map as a reader would hand it over. */
export function roadInput(
  nodes: readonly MadeNode[],
  ways: readonly MadeWay[],
  turns: readonly TurnRule[] = [],
): RoadInput {
  const sorted = [...nodes].sort((a, b) => a.id - b.id);
  const position = new Map(sorted.map(({ id }, at) => [id, at]));
  const starts = [0];
  for (const { nodes: list } of ways) starts.push((starts.at(-1) ?? 0) + list.length);
  return {
    wayIds: Float64Array.from(ways, ({ id }) => id),
    uses: ways.map(({ tags }) => useOf(tags)),
    wayStart: Int32Array.from(starts),
    wayNodes: Int32Array.from(
      ways.flatMap(({ nodes: list }) => list.map((id) => defined(position.get(id), `node ${id}`))),
    ),
    nodeIds: Float64Array.from(sorted, ({ id }) => id),
    lat: Int32Array.from(sorted, ({ lat }) => Math.round(lat * 1e7)),
    lon: Int32Array.from(sorted, ({ lon }) => Math.round(lon * 1e7)),
    stops: Uint8Array.from(sorted, ({ stops }) => stops ?? 0),
    turns,
  };
}

/** Places on roads of the largest component, drawn at random. */
export function randomPlaces(
  { built }: MadeRoads,
  roads: ProfileRoads,
  random: Random,
  count: number,
): readonly RoadPlace[] {
  const usable = [...roads.partOf.keys()].filter((road) => roads.partOf[road] === 0);
  if (usable.length === 0) return [];
  return Array.from({ length: count }, () => {
    const road = random.pick(usable);
    return { road, along: random.below((built.network.length[road] ?? 0) + 1) };
  });
}

/** Bans and prescriptions at random junctions of ways that meet there. */
export function randomTurns(
  { input }: Pick<MadeRoads, 'input'>,
  random: Random,
  count: number,
): readonly TurnRule[] {
  const waysAt = new Map<number, Set<number>>();
  input.uses.forEach((use, way) => {
    if (use.car === 'no') return;
    for (let i = input.wayStart[way] ?? 0; i < (input.wayStart[way + 1] ?? 0); i++) {
      const node = input.wayNodes[i] ?? 0;
      waysAt.set(node, (waysAt.get(node) ?? new Set()).add(way));
    }
  });
  const junctions = [...waysAt].filter(([, ways]) => ways.size > 1);
  if (junctions.length === 0) return [];
  return Array.from({ length: count }, (): TurnRule => {
    const [node, ways] = random.pick(junctions);
    const list = [...ways].map((way) => input.wayIds[way] ?? 0);
    return {
      kind: random.chance(0.75) ? 'no' : 'only',
      from: random.pick(list),
      via: input.nodeIds[node] ?? 0,
      to: random.pick(list),
    };
  });
}

/** Bans and prescriptions over one or two ways between, from way to way where each meets the next; some have no effect. */
export function randomWayTurns(
  { input }: Pick<MadeRoads, 'input'>,
  random: Random,
  count: number,
): readonly TurnRule[] {
  const waysAt = new Map<number, number[]>();
  const nodesOf = new Map<number, number[]>();
  input.uses.forEach((use, way) => {
    if (use.car === 'no') return;
    const nodes = [
      ...input.wayNodes.subarray(input.wayStart[way] ?? 0, input.wayStart[way + 1] ?? 0),
    ];
    nodesOf.set(way, nodes);
    for (const node of new Set(nodes)) waysAt.set(node, [...(waysAt.get(node) ?? []), way]);
  });
  const all = [...nodesOf.keys()];
  if (all.length === 0) return [];
  return Array.from({ length: count }, (): TurnRule => {
    const chain = [random.pick(all)];
    for (let left = 2 + random.below(2); left > 0; left--) {
      const last = chain.at(-1) ?? 0;
      const beside = (nodesOf.get(last) ?? [])
        .flatMap((node) => waysAt.get(node) ?? [])
        .filter((way) => way !== last);
      chain.push(random.pick(beside.length === 0 ? [last] : beside));
    }
    const [from = 0, ...rest] = chain.map((way) => input.wayIds[way] ?? 0);
    return {
      kind: random.chance(0.75) ? 'no' : 'only',
      from,
      via_ways: rest.slice(0, -1),
      to: rest.at(-1) ?? 0,
    };
  });
}
