/** Polygons made ready to draw: projected once, each ring with its bounds so that what is off the canvas is skipped. */
import type { MapDistrict } from '../../shared/api/views/map.ts';
import { worldX, worldY } from './mercator.ts';

export type MultiPolygon = NonNullable<MapDistrict['geometry']>;

export interface Ring {
  /** [x, y, x, y, ...] on the unit square. */
  readonly points: Float64Array;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** All rings of a geometry, outer and inner alike: the even-odd rule tells them apart. */
export function projectRings(geometry: MultiPolygon): Ring[] {
  return geometry.coordinates.flatMap((polygon) => polygon.map(projectRing));
}

function projectRing(ring: readonly (readonly [number, number])[]): Ring {
  const points = new Float64Array(ring.length * 2);
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  ring.forEach(([lon, lat], i) => {
    const x = worldX(lon);
    const y = worldY(lat);
    points[2 * i] = x;
    points[2 * i + 1] = y;
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  });
  return { points, minX, minY, maxX, maxY };
}
