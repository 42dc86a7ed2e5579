import { gridToPosition, isGridReference } from '../geo/grid.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ColumnMapping } from '../model/import.ts';
import type { District } from '../model/school.ts';
import { BOUNDARY_FIELDS } from './fields/place-fields.ts';
import { matchHeadings } from './headings.ts';
import type { Problem } from './problem.ts';

export interface ParsedDistrict {
  /** The feature's number in the file, from 1. */
  readonly line: number;
  readonly district: District | null;
  readonly problems: readonly Problem[];
}

type Ring = readonly (readonly number[])[];
type Polygons = readonly (readonly Ring[])[];

const refusal = (code: string, reason: string, remedy: string): Problem => ({
  severity: 'refuse',
  column: 'geometry',
  value: '',
  code,
  reason,
  remedy,
});

/** Reads a GeoJSON FeatureCollection of districts, in degrees or National Grid metres. */
export function parseBoundaries(
  text: string,
  context: { readonly mapping: ColumnMapping | null; readonly own_districts: readonly string[] },
): Result<readonly ParsedDistrict[]> {
  const features = readFeatures(text);
  if (features === null)
    return fail(
      'not_geojson',
      'The file is not a GeoJSON collection of boundaries.',
      'Download the boundaries as GeoJSON from the ONS Open Geography portal and choose that file.',
    );
  return ok(features.map((feature, i) => readDistrict(feature, i + 1, context)));
}

/** Property names of the first feature, for mapping by hand. */
export function boundaryHeadings(text: string): readonly string[] {
  const [first] = readFeatures(text) ?? [];
  return Object.keys(propertiesOf(first));
}

function readFeatures(text: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed) || parsed['type'] !== 'FeatureCollection') return null;
    return Array.isArray(parsed['features']) ? (parsed['features'] as unknown[]) : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function propertiesOf(feature: unknown): Readonly<Record<string, unknown>> {
  return isRecord(feature) && isRecord(feature['properties']) ? feature['properties'] : {};
}

function readDistrict(
  feature: unknown,
  line: number,
  context: { readonly mapping: ColumnMapping | null; readonly own_districts: readonly string[] },
): ParsedDistrict {
  const properties = propertiesOf(feature);
  const headings = Object.keys(properties);
  const { at } = matchHeadings(headings, BOUNDARY_FIELDS, context.mapping);
  const text = (field: string) => {
    const value = properties[headings[at.get(field) ?? -1] ?? ''];
    return typeof value === 'string' ? value.trim() : typeof value === 'number' ? `${value}` : '';
  };
  const [code, name] = [text('code'), text('name')];
  const problems: Problem[] = [];
  if (code === '' || name === '')
    problems.push({
      ...refusal(
        'no_code',
        'The boundary has no code or no name.',
        'Map the properties that hold them.',
      ),
      column: 'properties',
      value: headings.join(', '),
    });
  const polygons = toDegrees(polygonsOf(feature));
  if (polygons === null)
    problems.push(
      refusal(
        'no_polygon',
        'The feature has no polygon in degrees or National Grid metres.',
        'Download the boundaries as polygons in WGS84 (EPSG:4326).',
      ),
    );
  if (polygons === null || problems.length > 0) return { line, district: null, problems };
  const boundary = JSON.stringify({ type: 'MultiPolygon', coordinates: polygons });
  const own = context.own_districts.includes(code);
  return { line, district: { code, name, own, ...centreOf(polygons), boundary }, problems };
}

function polygonsOf(feature: unknown): Polygons | null {
  const geometry = isRecord(feature) ? feature['geometry'] : null;
  if (!isRecord(geometry)) return null;
  const { type, coordinates } = geometry;
  const polygons =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  return isPolygons(polygons) && polygons.length > 0 ? polygons : null;
}

function isPolygons(value: unknown): value is Polygons {
  return (
    Array.isArray(value) &&
    value.every(
      (polygon) =>
        Array.isArray(polygon) &&
        polygon.length > 0 &&
        polygon.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPoint)),
    )
  );
}

function isPoint(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && value.every((each) => Number.isFinite(each));
}

/** Degrees as they are, grid metres converted; null where a point is neither. */
function toDegrees(polygons: Polygons | null): Polygons | null {
  if (polygons === null) return null;
  let good = true;
  const converted = polygons.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([x = Number.NaN, y = Number.NaN]) => {
        if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return [x, y];
        if (!isGridReference(x, y)) good = false;
        const { lat, lon } = good ? gridToPosition(x, y) : { lat: 0, lon: 0 };
        return [lon, lat];
      }),
    ),
  );
  return good ? converted : null;
}

/** The centroid of the largest ring, for a label. */
function centreOf(polygons: Polygons): { lat: number; lon: number } {
  let best = { area: -1, lat: 0, lon: 0 };
  for (const [ring = []] of polygons) {
    let [area, x, y] = [0, 0, 0];
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i] ?? [];
      const [bx = 0, by = 0] = ring[i + 1] ?? [];
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (area !== 0 && Math.abs(area) > best.area)
      best = { area: Math.abs(area), lon: x / (3 * area), lat: y / (3 * area) };
  }
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return { lat: round(best.lat), lon: round(best.lon) };
}
