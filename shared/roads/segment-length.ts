import { UNITS_A_DEGREE } from './road-input.ts';

/** Mean radius of the earth in millimetres (IUGG, 1980), as `geo` has it in metres. */
const EARTH_RADIUS_MM = 6_371_008_800;
const RADIANS = Math.PI / 180 / UNITS_A_DEGREE;

/** Millimetres between two places given in ten-millionths of a degree (haversine on the mean sphere), not rounded. */
export function segmentLength(latA: number, lonA: number, latB: number, lonB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_MM * Math.asin(Math.min(1, Math.sqrt(h)));
}
