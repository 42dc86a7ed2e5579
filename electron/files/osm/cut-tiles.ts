/** Cuts what an extract holds into vector tiles beside the store: three bands of zoom levels, each with what can be seen there. */
import { gzipSync } from 'node:zlib';
import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import { writeTileTable, type NewTile } from '../../../db/tile-table.ts';
import { landWithin, type Box } from './land-of-coast.ts';
import { MADE_BY, MAP_LAYERS, type MapLayer } from './map-kinds.ts';
import type { MapThings, Point } from './map-things.ts';
import { seaAlong } from './sea-of-coast.ts';

/** Zoom levels of the tiles; what is nearer is drawn from the last. */
export const FIRST_ZOOM = 6;
export const LAST_ZOOM = 14;
const BANDS = [
  { from: 6, to: 8 },
  { from: 9, to: 11 },
  { from: 12, to: 14 },
] as const;
/** Units along a tile's side, and how far beyond it is drawn, in the same units. */
const EXTENT = 4096;
const BUFFER = 96;
/** An area smaller than this many square pixels of a 512-pixel tile at a band's first zoom is left out there. */
const LEAST_PX2 = 6;

/** What is told while tiles are cut, and whether to go on. */
export interface Cutting {
  readonly progress: (share: number) => void;
  readonly cancelled: () => boolean;
}

/** Writes a new .mbtiles file at a free path. Returns how many tiles it holds; null once cancelled. */
export function cutTiles(
  things: MapThings,
  out: { readonly path: string; readonly name: string; readonly map_on: string },
  cutting: Cutting,
): number | null {
  const box = things.box;
  let stopped = false;
  const tiles = function* (): Generator<NewTile> {
    for (const [index, band] of BANDS.entries()) {
      const layers = layersOf(things, band, box);
      for (const tile of tilesOf(layers, band, box)) {
        if (cutting.cancelled()) {
          stopped = true;
          return;
        }
        cutting.progress((index + tile.share) / BANDS.length);
        yield tile;
      }
    }
  };
  const count = writeTileTable(
    out.path,
    {
      name: out.name,
      format: 'pbf',
      type: 'baselayer',
      bounds: box.join(','),
      minzoom: String(FIRST_ZOOM),
      maxzoom: String(LAST_ZOOM),
      attribution: `© OpenStreetMap contributors, ODbL${out.map_on === '' ? '' : `, ${out.map_on}`}`,
      version: '1',
      generator: MADE_BY,
      json: JSON.stringify({ vector_layers: MAP_LAYERS.map((id) => ({ id, fields: {} })) }),
    },
    tiles(),
  );
  return stopped ? null : count;
}

type Band = (typeof BANDS)[number];

function layersOf(things: MapThings, band: Band, box: Box): ReadonlyMap<MapLayer, GeoJSONVT> {
  const features = new Map<MapLayer, Feature[]>(MAP_LAYERS.map((layer) => [layer, []]));
  const add = (layer: MapLayer, geometry: Feature['geometry'], props: object, from = 0): void => {
    const properties = from > band.from ? { ...props, min_zoom: from } : { ...props };
    features.get(layer)?.push({ type: 'Feature', geometry, properties });
  };
  if (things.coast.length > 0) {
    for (const ring of seaAlong(things.coast, box))
      add('water', { type: 'Polygon', coordinates: mutable([ring]) }, { kind: 'ocean' });
    for (const rings of landWithin(things.coast, box))
      add('earth', { type: 'Polygon', coordinates: mutable(rings) }, { kind: 'earth' });
  }
  for (const { kind, rings } of things.areas) {
    if (kind.from > band.to || pixelsOf(rings, band.from) < LEAST_PX2) continue;
    add(kind.layer, { type: 'Polygon', coordinates: mutable(rings) }, kind.props, kind.from);
  }
  for (const { kind, line } of things.lines) {
    if (kind.from > band.to) continue;
    add(
      kind.layer,
      { type: 'LineString', coordinates: mutable([line])[0] ?? [] },
      kind.props,
      kind.from,
    );
  }
  for (const { kind, at } of things.places) {
    if (kind.from > band.to) continue;
    add('places', { type: 'Point', coordinates: [...at] }, kind.props, kind.from);
  }
  return new Map(
    [...features].map(([layer, list]) => [
      layer,
      new GeoJSONVT(
        { type: 'FeatureCollection', features: list },
        {
          maxZoom: band.to,
          indexMaxZoom: band.from,
          indexMaxPoints: 0,
          extent: EXTENT,
          buffer: BUFFER,
          tolerance: 4,
        },
      ),
    ]),
  );
}

const mutable = (rings: readonly (readonly Point[])[]): number[][][] =>
  rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]));

/** About how many square pixels the first ring covers at a zoom, by its bounding box. */
function pixelsOf(rings: readonly (readonly Point[])[], zoom: number): number {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of rings[0] ?? []) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const perDegree = (512 * 2 ** zoom) / 360;
  return (east - west) * perDegree * (north - south) * perDegree;
}

interface Cut extends NewTile {
  /** How far through the band, 0 to 1. */
  readonly share: number;
}

function* tilesOf(
  layers: ReadonlyMap<MapLayer, GeoJSONVT>,
  band: Band,
  [west, south, east, north]: Box,
): Generator<Cut> {
  const total = 4 ** (band.to - band.from + 1);
  let done = 0;
  for (let z: number = band.from; z <= band.to; z++) {
    const share = 4 ** (z - band.from) / total;
    const [left, right] = [columnOf(west, z), columnOf(east, z)];
    const [top, bottom] = [rowOf(north, z), rowOf(south, z)];
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const data = tileOf(layers, z, x, y);
        if (data !== null) {
          yield { z, x, y, data, share: done + (share * (x - left)) / (right - left + 1) };
        }
      }
    }
    done += share;
  }
}

function tileOf(
  layers: ReadonlyMap<MapLayer, GeoJSONVT>,
  z: number,
  x: number,
  y: number,
): Uint8Array | null {
  const found: Parameters<typeof fromGeojsonVt>[0] = {};
  for (const [layer, index] of layers) {
    const tile = index.getTile(z, x, y);
    if (tile === null || tile === undefined) continue;
    const features = tile.features.filter(
      ({ tags }: GeoJSONVTFeature) => Number(tags?.['min_zoom'] ?? 0) <= z,
    );
    if (features.length > 0) found[layer] = { ...tile, features };
  }
  if (Object.keys(found).length === 0) return null;
  return gzipSync(fromGeojsonVt(found, { version: 2, extent: EXTENT }), { level: 6 });
}

const columnOf = (lon: number, z: number): number => Math.floor(((lon + 180) / 360) * 2 ** z);

function rowOf(lat: number, z: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI;
  return Math.floor(y * 2 ** z);
}
