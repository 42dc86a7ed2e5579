/** The one place where a position becomes Leaflet's [lat, lon] pair and back. */
import type { LatLng, LatLngTuple } from 'leaflet';
import type { Position } from '../../shared/geo/position.ts';

/** Leaflet's pair for a position. */
export function toLatLng(position: Position): LatLngTuple {
  return [position.lat, position.lon];
}

/** The position of a Leaflet point. */
export function fromLatLng(point: LatLng): Position {
  return { lat: point.lat, lon: point.lng };
}
