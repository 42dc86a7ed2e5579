/** The one place where a position becomes Leaflet's [lat, lon] pair and back. */
import type { LatLng, LatLngTuple } from 'leaflet';
import type { Position } from '../../shared/geo/position.ts';

/** Leaflet's pair for a position. */
export function toLatLng(position: Position): LatLngTuple {
  return [position.lat, position.lon];
}

/** The position of a Leaflet point, to five decimals: a metre, finer than a hand can place a pin. */
export function fromLatLng(point: LatLng): Position {
  return { lat: Math.round(point.lat * 1e5) / 1e5, lon: Math.round(point.lng * 1e5) / 1e5 };
}
