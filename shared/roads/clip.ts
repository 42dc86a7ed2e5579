/** Cuts an extract to a boundary and a margin around it. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import { NO_PLACE, UNITS_A_DEGREE, type RoadInput } from './road-input.ts';

/** Metres a degree of latitude, on the mean sphere. */
const METRES_A_DEGREE = 111_195;
const RADIANS = Math.PI / 180;
/** Side of the cells in which the answer is found once for many nodes, degrees. */
const CELL = 0.005;

type Shape = Polygon | MultiPolygon;
type Line = readonly [number, number, number, number];

/** Answers whether a place (degrees) lies within a boundary or no more than `margin_m` outside it. */
export function clipTest(
  shapes: readonly Shape[],
  margin_m: number,
): (lat: number, lon: number) => boolean {
  const rings = shapes.flatMap((shape) =>
    shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat(),
  );
  const lines = rings.flatMap((ring) =>
    ring.slice(1).map((end, i): Line => {
      const start = ring[i] ?? end;
      return [start[0] ?? 0, start[1] ?? 0, end[0] ?? 0, end[1] ?? 0];
    }),
  );
  const isInside = (lat: number, lon: number) =>
    shapes.some((shape) => booleanPointInPolygon([lon, lat], shape));
  /** Half a cell's diagonal, the farthest that a place lies from its cell's middle, metres. */
  const half_m = (CELL / Math.SQRT2) * METRES_A_DEGREE;
  const cells = new Map<number, 'in' | 'out' | readonly Line[]>();
  const cellAt = (row: number, column: number): 'in' | 'out' | readonly Line[] => {
    const [lat, lon] = [(row + 0.5) * CELL, (column + 0.5) * CELL];
    const near = lines.filter((line) => distanceTo(line, lat, lon) <= margin_m + half_m);
    if (near.length > 0) return near;
    return isInside(lat, lon) ? 'in' : 'out';
  };
  return (lat, lon) => {
    const [row, column] = [Math.floor(lat / CELL), Math.floor(lon / CELL)];
    const key = row * 1_000_000 + column;
    const cell = cells.get(key) ?? cellAt(row, column);
    cells.set(key, cell);
    if (typeof cell === 'string') return cell === 'in';
    return isInside(lat, lon) || cell.some((line) => distanceTo(line, lat, lon) <= margin_m);
  };
}

/** Metres from a place to a line, both near each other: reckoned flat. */
function distanceTo([lonA, latA, lonB, latB]: Line, lat: number, lon: number): number {
  const narrow = Math.cos(lat * RADIANS);
  const ax = (lonA - lon) * narrow * METRES_A_DEGREE;
  const ay = (latA - lat) * METRES_A_DEGREE;
  const dx = (lonB - lonA) * narrow * METRES_A_DEGREE;
  const dy = (latB - latA) * METRES_A_DEGREE;
  const long = dx * dx + dy * dy;
  const at = long === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / long));
  return Math.hypot(ax + at * dx, ay + at * dy);
}

/** Takes the places of all nodes outside out of the extract; roads end at the last node inside. Returns how many stay. */
export function clipInput(
  input: RoadInput,
  isInside: (lat: number, lon: number) => boolean,
): number {
  const { lat, lon } = input;
  let kept = 0;
  for (let node = 0; node < lat.length; node++) {
    if (lat[node] === NO_PLACE) continue;
    const y = (lat[node] as number) / UNITS_A_DEGREE;
    const x = (lon[node] as number) / UNITS_A_DEGREE;
    if (isInside(y, x)) kept++;
    else lat[node] = NO_PLACE;
  }
  return kept;
}
