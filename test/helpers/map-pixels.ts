/** Where the map draws a place once it has gone to what should be in sight: Leaflet's own arithmetic for `flyToBounds`. */
import { worldSize, worldX, worldY } from '../../renderer/map/mercator.ts';
import type { Bounds } from '../../renderer/map/view.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the window for a latitude and a longitude. `covered` as the screen asks for it. */
export function mapPixels(box: Box, bounds: Bounds, covered: number) {
  const margin = { x: Math.min(48, box.width / 10), y: Math.min(48, box.height / 10) };
  const left = margin.x + (box.width > covered * 1.6 ? covered : 0);
  const world = {
    x: worldX(bounds.east) - worldX(bounds.west),
    y: worldY(bounds.south) - worldY(bounds.north),
  };
  const room = { x: box.width - left - margin.x, y: box.height - 2 * margin.y };
  const exact = Math.log2(Math.min(room.x / world.x, room.y / world.y) / 256);
  // Zooms are halves; the small allowance is Leaflet's against rounding.
  const zoom = Math.min(13, Math.floor((exact + 0.005) * 2) / 2);
  const size = worldSize(zoom);
  const centre = {
    x: ((worldX(bounds.west) + worldX(bounds.east)) / 2) * size + (margin.x - left) / 2,
    y: ((worldY(bounds.north) + worldY(bounds.south)) / 2) * size,
  };
  return (lat: number, lon: number) => ({
    x: box.x + box.width / 2 + worldX(lon) * size - centre.x,
    y: box.y + box.height / 2 + worldY(lat) * size - centre.y,
  });
}
