import { metres, seconds, type Metres, type Seconds } from '../kernel/units.ts';
import type { Position } from './position.ts';

/** Mean radius of the earth in metres (IUGG, 1980). */
const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** How a distance is estimated without a road network; the figures come from dated settings. */
export interface TravelBasis {
  /** Road distance over straight-line distance, 1 or more. */
  readonly factor: number;
  /** Mean speed, metres a second, above 0. */
  readonly speed_mps: number;
}

/** Distance and time between every pair of points, indexed `[from * n + to]`. */
export interface TravelTable {
  readonly n: number;
  /** Metres, not rounded. */
  readonly distances: Float64Array;
  /** Seconds, not rounded. */
  readonly durations: Float64Array;
}

/** Great-circle distance (haversine on a sphere: within 0.5% of the ellipsoid). */
export function straightLineMetres(a: Position, b: Position): Metres {
  return metres(
    haversine(
      a.lat * RADIANS,
      b.lat * RADIANS,
      (b.lon - a.lon) * RADIANS,
      Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS),
    ),
  );
}

/** Road distance and driving time estimated from the straight line. */
export function estimateTravel(
  a: Position,
  b: Position,
  basis: TravelBasis,
): { readonly distance_m: Metres; readonly duration_s: Seconds } {
  const distance = straightLineMetres(a, b) * basis.factor;
  return { distance_m: metres(distance), duration_s: seconds(distance / basis.speed_mps) };
}

/** Estimated distances and times between all points; symmetric, zero from a point to itself. */
export function travelTable(points: readonly Position[], basis: TravelBasis): TravelTable {
  const n = points.length;
  const distances = new Float64Array(n * n);
  const durations = new Float64Array(n * n);
  const lats = Float64Array.from(points, (point) => point.lat * RADIANS);
  const lons = Float64Array.from(points, (point) => point.lon * RADIANS);
  const cosines = lats.map(Math.cos);
  for (let i = 0; i < n; i++) {
    const lat = lats[i] as number;
    const lon = lons[i] as number;
    const cosine = cosines[i] as number;
    for (let j = i + 1; j < n; j++) {
      const straight = haversine(
        lat,
        lats[j] as number,
        (lons[j] as number) - lon,
        cosine * (cosines[j] as number),
      );
      const distance = straight * basis.factor;
      const duration = distance / basis.speed_mps;
      distances[i * n + j] = distance;
      distances[j * n + i] = distance;
      durations[i * n + j] = duration;
      durations[j * n + i] = duration;
    }
  }
  return { n, distances, durations };
}

/** Metres between two latitudes (radians) whose longitudes differ by `dLon`; `cosines` is the product of both cosines of latitude. */
function haversine(latA: number, latB: number, dLon: number, cosines: number): number {
  const sinLat = Math.sin((latB - latA) / 2);
  const sinLon = Math.sin(dLon / 2);
  const h = sinLat * sinLat + cosines * sinLon * sinLon;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}
