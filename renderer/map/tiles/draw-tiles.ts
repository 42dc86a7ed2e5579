/** The map beside the store on a canvas of its own: for pictures. Loaded only where there is such a map. */
import { Static } from 'protomaps-leaflet';
import type { TileInfo } from '../../../shared/api/views/map.ts';
import { getTile } from '../../bridge/bridge.ts';
import type { MapTheme } from '../map-theme.ts';
import { worldX, worldY } from '../mercator.ts';
import { keepingFree, type OwnMarks } from './keep-free.ts';
import { tileLabelRules } from './tile-labels.ts';
import { tilePaintRules } from './tile-paint.ts';
import { bridgedArchive } from './tile-source.ts';

interface Drawing {
  readonly tiles: TileInfo;
  /** Whose marks the map's names give way to, and where those names are told. */
  readonly own: OwnMarks;
  readonly frame: {
    readonly width: number;
    readonly height: number;
    readonly lat: number;
    readonly lon: number;
    readonly zoom: number;
  };
}

/** Draws the tiles of a frame whose left and top lie at the canvas's origin. */
export async function drawTiles(
  ctx: CanvasRenderingContext2D,
  theme: MapTheme,
  drawing: Drawing,
): Promise<void> {
  // Rules are written for whole zooms; the sheet lies between two.
  const zoom = Math.round(drawing.frame.zoom);
  const scale = 2 ** (drawing.frame.zoom - zoom);
  ctx.save();
  ctx.scale(scale, scale);
  const frame = {
    ...drawing.frame,
    zoom,
    width: drawing.frame.width / scale,
    height: drawing.frame.height / scale,
  };
  if (drawing.tiles.format === 'vector') await drawVectors(ctx, theme, { ...drawing, frame });
  else await drawPictures(ctx, { ...drawing, frame });
  ctx.restore();
}

async function drawVectors(
  ctx: CanvasRenderingContext2D,
  theme: MapTheme,
  { tiles, own, frame }: Drawing,
): Promise<void> {
  const drawn = new Static({
    url: bridgedArchive(),
    maxDataZoom: tiles.maxzoom,
    paintRules: tilePaintRules(theme),
    labelRules: keepingFree(tileLabelRules(theme), own),
  });
  // Of its point it reads two fields.
  const middle = { x: frame.lon, y: frame.lat } as Parameters<Static['drawContext']>[3];
  await drawn.drawContext(ctx, frame.width, frame.height, middle, frame.zoom);
}

const TILE = 256;

async function drawPictures(
  ctx: CanvasRenderingContext2D,
  { tiles, frame }: Drawing,
): Promise<void> {
  // One zoom nearer than the screen's, for the finer dots of paper, where the archive has it.
  const z = Math.max(tiles.minzoom, Math.min(tiles.maxzoom, frame.zoom + 1));
  const side = TILE * 2 ** (frame.zoom - z);
  const left = worldX(frame.lon) * 2 ** z * side - frame.width / 2;
  const top = worldY(frame.lat) * 2 ** z * side - frame.height / 2;
  const jobs: Promise<void>[] = [];
  for (let x = Math.floor(left / side); x * side < left + frame.width; x++)
    for (let y = Math.floor(top / side); y * side < top + frame.height; y++)
      jobs.push(drawPicture(ctx, { z, x, y }, { x: x * side - left, y: y * side - top, side }));
  await Promise.all(jobs);
}

async function drawPicture(
  ctx: CanvasRenderingContext2D,
  tile: { readonly z: number; readonly x: number; readonly y: number },
  at: { readonly x: number; readonly y: number; readonly side: number },
): Promise<void> {
  const bytes = await getTile(tile.z, tile.x, tile.y);
  if (bytes === null) return;
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  ctx.drawImage(picture, at.x, at.y, at.side, at.side);
  picture.close();
}
