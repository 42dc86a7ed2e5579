/** Makes a store's road network from an OpenStreetMap extract. The network before stays until the new one is whole. */
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { MultiPolygon, Polygon } from 'geojson';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { speedTableAt } from '../../shared/costing/read-settings.ts';
import { fail, ok, type Failure, type Result } from '../../shared/kernel/result.ts';
import { buildNetwork, type BuiltNetwork } from '../../shared/roads/build-network.ts';
import { isAcrossChannel } from '../../shared/roads/channel.ts';
import { clipInput, clipTest } from '../../shared/roads/clip.ts';
import { contractInSteps, type Contracted } from '../../shared/roads/contract.ts';
import type { Profile } from '../../shared/roads/network.ts';
import { profileGraph, type GraphMade } from '../../shared/roads/profile-graph.ts';
import { profileRoads, type ProfileRoads } from '../../shared/roads/profile-roads.ts';
import { NO_PLACE, UNITS_A_DEGREE, type RoadInput } from '../../shared/roads/road-input.ts';
import type { ComponentsFound, RoadsData, RoadsMeta } from '../../shared/roads/roads-data.ts';
import { roadGrid } from '../../shared/roads/snap.ts';
import { makeBans, turnNodes, type BansMade } from '../../shared/roads/turn-bans.ts';
import type { Store } from '../../db/store.ts';
import { mapPathOf, openMapBeside } from '../files/map-beside.ts';
import { makeBaseMap, type BaseMapMade } from '../files/osm/make-base-map.ts';
import { readRoads, type RoadsRead } from '../files/osm/read-roads.ts';
import { roadsLabel } from '../roads/road-travel.ts';
import { roadsPath, writeRoads } from '../roads/roads-file.ts';
import type { JobContext } from './context.ts';

/** What to import, and what to cut it to. */
export interface RoadsRequest {
  /** The .osm.pbf file. */
  readonly path: string;
  /** A GeoJSON file of a boundary, and how many metres around it are kept. */
  readonly clip: { readonly path: string; readonly margin_m: number } | null;
  readonly on: IsoDate;
}

/** The network as it was written. */
export interface RoadsImported {
  readonly path: string;
  readonly bytes: number;
  readonly meta: RoadsMeta;
  /** The base map from the same extract; kept where the council's own lies there; the network stands without it. */
  readonly map:
    | ({ readonly kind: 'made' } & BaseMapMade)
    | { readonly kind: 'kept'; readonly name: string }
    | { readonly kind: 'failed'; readonly error: Failure };
}

/** Reads, cuts, joins, contracts and writes. */
export async function importRoads(
  store: Store,
  request: RoadsRequest,
  ctx: JobContext,
): Promise<Result<RoadsImported>> {
  const inside = request.clip === null ? ok(null) : readClip(request.clip);
  if (!inside.ok) return inside;
  const read = await readRoads(request.path, ctx);
  if (!read.ok) return read;
  if (inside.value !== null && clipInput(read.value.input, inside.value) === 0)
    return fail(
      'clip_outside',
      'No road of the extract lies within the boundary and its margin.',
      'Check that extract and boundary are of the same county.',
    );
  const fits = checkPlace(store, read.value.input, request.clip !== null);
  if (!fits.ok) return fits;
  const data = await makeRoads(store, read.value, request, ctx);
  if (!data.ok) return data;
  ctx.stage('Writing the network', null);
  const ready = { roads: `${roadsPath(store.path)}.ready`, map: `${mapPathOf(store.path)}.ready` };
  try {
    const written = writeRoads(ready.roads, data.value);
    if (!written.ok) return written;
    const { meta } = data.value;
    const map = await drawMap(store, request, { meta, out: ready.map }, ctx);
    // Both or neither: whoever cancels keeps the network of before, though the new one is written.
    if (map.kind === 'failed' && map.error.code === 'cancelled') return cancelled();
    const path = roadsPath(store.path);
    renameSync(ready.roads, path);
    if (map.kind === 'made') renameSync(ready.map, mapPathOf(store.path));
    const change = { who: 'Kerbside', why: `roads of ${meta.source}` };
    store.write(change, () => {
      store.meta.rememberBeside('roads', roadsLabel(meta));
      if (map.kind === 'made') store.meta.rememberBeside('map', roadsLabel(meta));
    });
    return ok({ path, bytes: written.value, meta, map });
  } finally {
    rmSync(ready.roads, { force: true });
    rmSync(ready.map, { force: true });
  }
}

function cancelled() {
  return fail(
    'cancelled',
    'The import of roads was cancelled; the network before is still in use.',
    'Import it again when you are ready.',
  );
}

/** Draws the base map from the same extract, save where the council has a map of its own there. */
async function drawMap(
  store: Store,
  request: RoadsRequest,
  { meta, out }: { readonly meta: RoadsMeta; readonly out: string },
  ctx: JobContext,
): Promise<RoadsImported['map']> {
  const before = await openMapBeside(store.path);
  if (before?.ok === true) {
    const { info, close } = before.value;
    await close();
    if (!info.made_here) return { kind: 'kept', name: info.name };
  }
  const made = await makeBaseMap(
    { extract: request.path, out, name: meta.source, map_on: meta.map_on, box: meta.bounds },
    ctx,
  );
  return made.ok ? { kind: 'made', ...made.value } : { kind: 'failed', error: made.error };
}

/** Refuses an extract on both sides of the Channel, and one of another county. */
function checkPlace(store: Store, input: RoadInput, isClipped: boolean): Result<null> {
  if (isAcrossChannel(input))
    return fail(
      'extract_across_channel',
      'The extract lies on both sides of the Channel, and no road leads across: one side could never be reached.',
      isClipped
        ? 'Give a smaller margin, so that only England is left.'
        : 'Choose the extract of the county, or cut this one to the county with a boundary.',
    );
  const shapes = store.districts
    .all()
    .filter(({ boundary }) => boundary !== '')
    .map(({ boundary }) => JSON.parse(boundary) as Polygon | MultiPolygon);
  if (shapes.length === 0) return ok(null);
  const isOurs = clipTest(shapes, 0);
  for (let node = 0; node < input.lat.length; node++) {
    if (input.lat[node] === NO_PLACE) continue;
    const lat = (input.lat[node] as number) / UNITS_A_DEGREE;
    if (isOurs(lat, (input.lon[node] as number) / UNITS_A_DEGREE)) return ok(null);
  }
  return fail(
    'extract_elsewhere',
    'The extract is of another county: none of its roads lies in a district of this store.',
    'Choose the extract of the county whose districts the store holds.',
  );
}

function readClip(clip: {
  readonly path: string;
  readonly margin_m: number;
}): Result<(lat: number, lon: number) => boolean> {
  const bad = (cause: string) =>
    fail('clip_unreadable', cause, 'Give a GeoJSON file with polygons in degrees.', {
      path: clip.path,
    });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(clip.path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return bad(
      `${clip.path} is not GeoJSON (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
  const shapes = polygonsIn(json);
  if (shapes.length === 0) return bad(`${clip.path} holds no polygon.`);
  return ok(clipTest(shapes, clip.margin_m));
}

/** The polygons of a geometry, a feature or a collection of either. */
function polygonsIn(json: unknown): readonly (Polygon | MultiPolygon)[] {
  if (typeof json !== 'object' || json === null) return [];
  const { type, features, geometries, geometry, coordinates } = json as Record<string, unknown>;
  if (Array.isArray(features)) return features.flatMap(polygonsIn);
  if (Array.isArray(geometries)) return geometries.flatMap(polygonsIn);
  if (type === 'Feature') return polygonsIn(geometry);
  const rings: unknown =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  return arePolygons(rings) ? [json as Polygon | MultiPolygon] : [];
}

/** Rings of at least four corners, each two numbers in degrees. */
function arePolygons(value: unknown): boolean {
  const isCorner = (each: unknown) =>
    Array.isArray(each) && Math.abs(Number(each[0])) <= 180 && Math.abs(Number(each[1])) <= 90;
  const isRing = (each: unknown) => Array.isArray(each) && each.length >= 4 && each.every(isCorner);
  const isPolygon = (each: unknown) => Array.isArray(each) && each.length > 0 && each.every(isRing);
  return Array.isArray(value) && value.length > 0 && value.every(isPolygon);
}

async function makeRoads(
  store: Store,
  read: RoadsRead,
  request: RoadsRequest,
  ctx: JobContext,
): Promise<Result<RoadsData>> {
  ctx.stage('Joining roads at junctions', null);
  const speeds = speedTableAt(store.settings.all(), request.on);
  const built = buildNetwork(read.input, speeds, turnNodes(read.input));
  const turning = makeBans(read.input, built);
  const car = await makeProfile(built, turning, 'car', ctx);
  if (!car.ok) return car;
  const foot = await makeProfile(built, turning, 'foot', ctx);
  if (!foot.ok) return foot;
  if (car.value.found.roads === 0)
    return fail(
      'extract_without_roads',
      'The extract holds no road for cars that leads anywhere.',
      'Choose an extract of the whole map, not one of points, borders or buildings.',
    );
  ctx.stage('Sorting roads by place', null);
  const grid = roadGrid(built.network);
  const { clip } = request;
  const meta: RoadsMeta = {
    source: basename(request.path),
    map_on: read.map_on,
    imported_on: request.on,
    clip: clip === null ? null : { file: basename(clip.path), margin_m: clip.margin_m },
    speeds,
    junctions: built.network.junctions,
    roads: built.network.from.length,
    car: car.value.found,
    foot: foot.value.found,
    turns: {
      applied: turning.applied,
      over_ways: turning.over_ways,
      without_effect: turning.without_effect,
      ...read.turns_left_out,
    },
    left_out: read.left_out,
    missing_nodes: read.missing_nodes,
    bounds: boundsOf(built),
  };
  const { network, names } = built;
  return ok({ meta, names, network, grid, car: car.value.roads, foot: foot.value.roads });
}

const STAGES: Readonly<Record<Profile, string>> = {
  car: 'Ordering junctions for cars',
  foot: 'Ordering junctions for walking',
};

/** Steps between two looks at the rest of the world: a key pressed at a terminal is heard then. */
const STEPS = 64;

/** The hierarchy, giving way to other work now and then; null once a person pressed cancel. */
async function contractGivingWay(
  graph: GraphMade['graph'],
  stage: string,
  ctx: JobContext,
): Promise<Contracted | null> {
  const steps = contractInSteps(graph);
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (ctx.cancelled()) return null;
    if (count % STEPS > 0) continue;
    ctx.stage(stage, step.value / Math.max(1, graph.nodes));
    await setImmediate();
  }
}

async function makeProfile(
  built: BuiltNetwork,
  turning: BansMade,
  profile: Profile,
  ctx: JobContext,
): Promise<Result<{ readonly roads: ProfileRoads; readonly found: ComponentsFound }>> {
  const { stops, network } = built;
  const made = profileGraph(network, profile, { stops, bans: turning.bans });
  const contracted = await contractGivingWay(made.graph, STAGES[profile], ctx);
  if (contracted === null || ctx.cancelled()) return cancelled();
  return ok({
    found: componentsOf(made),
    roads: profileRoads(network, profile, { ...made, contracted }),
  });
}

function componentsOf({ graph, parts: { sizes } }: GraphMade): ComponentsFound {
  const [roads = 0, ...islands] = sizes;
  return {
    roads,
    islands: islands.length,
    island_roads: islands.reduce((sum, size) => sum + size, 0),
    nodes: graph.nodes,
  };
}

function boundsOf({ network: { shapeLat, shapeLon } }: BuiltNetwork): RoadsMeta['bounds'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < shapeLat.length; i++) {
    west = Math.min(west, shapeLon[i] as number);
    east = Math.max(east, shapeLon[i] as number);
    south = Math.min(south, shapeLat[i] as number);
    north = Math.max(north, shapeLat[i] as number);
  }
  return [
    west / UNITS_A_DEGREE,
    south / UNITS_A_DEGREE,
    east / UNITS_A_DEGREE,
    north / UNITS_A_DEGREE,
  ];
}
