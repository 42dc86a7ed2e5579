/** Reads the roads of an extract in two walks: first ways and turn rules, then the nodes that the ways use. */
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { GrowingInts } from '../../../shared/roads/growing-ints.ts';
import { barrierBits } from '../../../shared/roads/node-rules.ts';
import {
  firstNotBelow,
  NO_PLACE,
  positionIn,
  type RoadInput,
} from '../../../shared/roads/road-input.ts';
import { readTurn, type TurnRule } from '../../../shared/roads/turn-rules.ts';
import { readWay, type LeftOutWay, type WayUse } from '../../../shared/roads/way-rules.ts';
import type { JobContext } from '../../jobs/context.ts';
import { BadExtract } from './bad-extract.ts';
import type { OsmVisitor } from './primitive-block.ts';
import { visitExtract } from './visit-extract.ts';

/** What was left out, named where it has a name. */
export interface LeftOut {
  readonly why: LeftOutWay | 'bus_or_taxi_exception';
  readonly ways: number;
  /** Names in order, each once, at most `MOST_NAMES`. */
  readonly names: readonly string[];
}

/** Roads of an extract, and what was passed over on the way. */
export interface RoadsRead {
  readonly input: RoadInput;
  /** The map's own day, '' where the extract does not say. */
  readonly map_on: string;
  readonly left_out: readonly LeftOut[];
  /** Turn rules that were read and not used: at some hours only, not to be understood. */
  readonly turns_left_out: Readonly<Record<'conditional' | 'unclear', number>>;
  /** Nodes that roads name and the extract lacks: usual at its edge. */
  readonly missing_nodes: number;
}

const MOST_NAMES = 20;
/** A way of more nodes is damage: OpenStreetMap allows 2,000. */
const MOST_WAY_NODES = 100_000;
/** More than any county, and as much as memory is meant for. */
const MOST_ROAD_NODES = 30_000_000;

class WayShelf {
  readonly ids: number[] = [];
  readonly uses: WayUse[] = [];
  readonly start = new GrowingInts();
  readonly turns: TurnRule[] = [];
  readonly turnsLeftOut = { conditional: 0, unclear: 0 };
  readonly leftOut = new Map<LeftOut['why'], { ways: number; names: Set<string> }>();
  nodeIds = new Float64Array(1 << 16);
  nodes = 0;

  add(id: number, use: WayUse, nodes: readonly number[]): void {
    this.ids.push(id);
    this.uses.push(use);
    this.start.push(this.nodes);
    if (this.nodes + nodes.length > MOST_ROAD_NODES)
      throw new BadExtract(
        'extract_too_large',
        'The extract holds more roads than a county: a laptop would run out of memory.',
        'Choose the extract of the county, not of the country.',
      );
    while (this.nodes + nodes.length > this.nodeIds.length) {
      const wider = new Float64Array(this.nodeIds.length * 2);
      wider.set(this.nodeIds);
      this.nodeIds = wider;
    }
    for (const node of nodes) this.nodeIds[this.nodes++] = node;
  }

  leave(why: LeftOut['why'], name: string): void {
    const entry = this.leftOut.get(why) ?? { ways: 0, names: new Set<string>() };
    entry.ways++;
    if (name !== '' && entry.names.size < MOST_NAMES) entry.names.add(name);
    this.leftOut.set(why, entry);
  }
}

function wayVisitor(shelf: WayShelf): OsmVisitor {
  return {
    wayKeys: ['highway', 'route'],
    way: (id, tags, nodes) => {
      if (nodes.length < 2 || nodes.length > MOST_WAY_NODES) return;
      const read = readWay(tags);
      if (read.kind === 'left_out') shelf.leave(read.why, read.name);
      if (read.kind !== 'use') return;
      if (read.exception) shelf.leave('bus_or_taxi_exception', read.use.name || read.use.ref);
      shelf.add(id, read.use, nodes);
    },
    relationKeys: [
      'restriction',
      'restriction:motorcar',
      'restriction:motor_vehicle',
      'restriction:conditional',
    ],
    relation: (_id, tags, members) => {
      const read = readTurn(tags, members);
      if (read.kind === 'rules') shelf.turns.push(...read.rules);
      else if (read.kind === 'left_out') shelf.turnsLeftOut[read.why]++;
    },
  };
}

/** Reads the file; a bad one is a failure with its sentence. */
export async function readRoads(path: string, ctx: JobContext): Promise<Result<RoadsRead>> {
  try {
    return ok(await readBoth(path, ctx));
  } catch (error) {
    if (error instanceof BadExtract) return { ok: false, error: error.failure };
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    return fail(
      'file_unreadable',
      `${path} could not be read (${error.message}).`,
      'Name a file that you may read.',
      { path },
    );
  }
}

async function readBoth(path: string, ctx: JobContext): Promise<RoadsRead> {
  const shelf = new WayShelf();
  const walk = (stage: string) => ({
    progress: (share: number) => {
      ctx.stage(stage, share);
    },
    cancelled: ctx.cancelled,
  });
  const first = await visitExtract(path, wayVisitor(shelf), walk('Reading ways'), null);
  if (shelf.uses.length === 0)
    throw new BadExtract(
      'extract_without_roads',
      'The extract holds no roads.',
      'Choose an extract of the whole map, not one of points, borders or buildings.',
    );
  const named = shelf.nodeIds.subarray(0, shelf.nodes);
  const nodeIds = sortedOnce(named);
  const lat = new Int32Array(nodeIds.length).fill(NO_PLACE);
  const lon = new Int32Array(nodeIds.length);
  const stops = new Uint8Array(nodeIds.length);
  await visitExtract(
    path,
    nodeVisitor({ nodeIds, lat, lon, stops }),
    walk('Reading places of roads'),
    first.nodeBlocks,
  );
  let missing = 0;
  for (const each of lat) if (each === NO_PLACE) missing++;
  if (missing > nodeIds.length / 2)
    throw new BadExtract(
      'extract_incomplete',
      'The extract lacks most of the places that its roads run through.',
      'Choose an extract with complete ways, such as Geofabrik offers.',
    );
  shelf.start.push(shelf.nodes);
  const wayNodes = new Int32Array(named.length);
  for (let i = 0; i < named.length; i++) wayNodes[i] = positionIn(nodeIds, named[i] as number);
  return {
    map_on: first.header.map_on,
    missing_nodes: missing,
    turns_left_out: shelf.turnsLeftOut,
    left_out: [...shelf.leftOut].map(([why, { ways, names }]) => ({
      why,
      ways,
      names: [...names].sort(),
    })),
    input: {
      wayIds: Float64Array.from(shelf.ids),
      uses: shelf.uses,
      wayStart: shelf.start.done(),
      wayNodes,
      nodeIds,
      lat,
      lon,
      stops,
      turns: shelf.turns,
    },
  };
}

function nodeVisitor(to: Pick<RoadInput, 'nodeIds' | 'lat' | 'lon' | 'stops'>): OsmVisitor {
  const { nodeIds, lat, lon, stops } = to;
  // Nodes come in order of their numbers, so the next one wanted is nearly always known.
  let next = 0;
  return {
    wayKeys: [],
    relationKeys: [],
    node: (id, atLat, atLon, tags) => {
      const isBehind = next > 0 && (nodeIds[next - 1] as number) >= id;
      if (isBehind || (nodeIds[next] as number) < id) next = firstNotBelow(nodeIds, id);
      if (nodeIds[next] !== id) return;
      if (Math.abs(atLat) > 900_000_000 || Math.abs(atLon) > 1_800_000_000) return;
      lat[next] = atLat;
      lon[next] = atLon;
      if (tags !== null) stops[next] = barrierBits(tags);
      next++;
    },
  };
}

/** The numbers in order, each once. */
function sortedOnce(numbers: Float64Array): Float64Array {
  const sorted = numbers.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i] as number;
  return sorted.slice(0, count);
}
