/**
 * Spherical Mercator on the unit square (EPSG:3857 scaled), the projection of Leaflet's default map: x grows east, y grows
 * south, both 0 to 1. Screens multiply by 256 x 2^zoom for pixels.
 */
import type { Position } from '../../shared/geo/position.ts';

/** Latitude beyond which the projection is not defined here, degrees. */
const LIMIT = 85.05;

/** Where a longitude lies on the unit square. */
export function worldX(lon: number): number {
  return (lon + 180) / 360;
}

/** Where a latitude lies on the unit square. */
export function worldY(lat: number): number {
  const clipped = Math.max(-LIMIT, Math.min(LIMIT, lat));
  const sin = Math.sin((clipped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/** The position of a point of the unit square. */
export function positionOf(x: number, y: number): Position {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { lat, lon: x * 360 - 180 };
}

/** Pixels of the whole world's width at a zoom. */
export function worldSize(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** Ground metres a pixel stands for, at a latitude and zoom (earth's equator 40,075,016.686 m, WGS 84). */
export function metresPerPixel(lat: number, zoom: number): number {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / worldSize(zoom);
}
