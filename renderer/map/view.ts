/** What a painter needs to know of the canvas it draws on. Plain numbers: no painter knows Leaflet. */
import type { MapTheme } from './map-theme.ts';
import { positionOf, worldSize, worldX, worldY } from './mercator.ts';

export interface View {
  readonly ctx: CanvasRenderingContext2D;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** Pixels of the world's width at this zoom. */
  readonly size: number;
  /** World pixel at the canvas's left and top edge. */
  readonly left: number;
  readonly top: number;
  readonly theme: MapTheme;
  /** Canvas beyond what is seen on each side, pixels: labels keep within what is seen. */
  readonly margin: { readonly x: number; readonly y: number };
}

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Canvas pixel of a position. */
export function toScreen(view: View, lat: number, lon: number): ScreenPoint {
  return { x: worldX(lon) * view.size - view.left, y: worldY(lat) * view.size - view.top };
}

/** True within the canvas, give or take a margin in pixels. */
export function isNear(view: View, point: ScreenPoint, margin: number): boolean {
  return (
    point.x > -margin &&
    point.y > -margin &&
    point.x < view.width + margin &&
    point.y < view.height + margin
  );
}

/** What the canvas shows, degrees, widened by a margin in pixels. */
export function viewBounds(view: View, margin: number): Bounds {
  const northWest = positionOf((view.left - margin) / view.size, (view.top - margin) / view.size);
  const southEast = positionOf(
    (view.left + view.width + margin) / view.size,
    (view.top + view.height + margin) / view.size,
  );
  return { west: northWest.lon, north: northWest.lat, east: southEast.lon, south: southEast.lat };
}

/** The view of a canvas whose middle is at a position. */
export function viewAround(
  ctx: CanvasRenderingContext2D,
  frame: {
    width: number;
    height: number;
    lat: number;
    lon: number;
    zoom: number;
    margin?: { x: number; y: number };
  },
  theme: MapTheme,
): View {
  const size = worldSize(frame.zoom);
  return {
    ctx,
    width: frame.width,
    height: frame.height,
    zoom: frame.zoom,
    size,
    left: worldX(frame.lon) * size - frame.width / 2,
    top: worldY(frame.lat) * size - frame.height / 2,
    theme,
    margin: frame.margin ?? { x: 0, y: 0 },
  };
}
