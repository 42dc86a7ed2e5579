/** The map as a sheet of paper at 300 dpi: the same painting on light paper, with its base map, title, legend, scale and source. */
import { legendItems, type LegendItem } from './legend-items.ts';
import type { TileInfo } from '../../shared/api/views/map.ts';
import type { Layers } from './layers.ts';
import { readMapTheme, type MapTheme } from './map-theme.ts';
import { paintGround } from './paint/ground.ts';
import { TileNames } from './tiles/tile-names.ts';
import { paintScene } from './paint-scene.ts';
import { drawMark } from './picture-marks.ts';
import { withDensity } from './png-density.ts';
import { scaleBar } from './scale.ts';
import type { Emphasis, Scene } from './scene.ts';
import { viewAround } from './view.ts';

export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly invented: boolean;
}

/** Landscape sheets. */
export type Paper = 'a4' | 'a3';

/** Sizes in CSS pixels of 96 to an inch, and in dots of 300 (ISO 216: 297 x 210 and 420 x 297 mm). */
export const PAPERS: Readonly<
  Record<Paper, { readonly width: number; readonly height: number; readonly dots: number }>
> = {
  a4: { width: 1123, height: 794, dots: 3508 },
  a3: { width: 1587, height: 1123, dots: 4961 },
};

export interface Picture {
  readonly scene: Scene;
  readonly emphasis: Emphasis;
  readonly layers: Layers;
  /** The map under everything; null for the built-in one. */
  readonly tiles: TileInfo | null;
  readonly paper: Paper;
  readonly words: PictureWords;
  /** The map's element, for its colours and font. */
  readonly host: HTMLElement;
  readonly frame: {
    readonly width: number;
    readonly height: number;
    readonly lat: number;
    readonly lon: number;
    readonly zoom: number;
  };
}

/** Blank paper around all, pixels: a little under a centimetre, what printers leave. */
const MARGIN = 36;
const HEAD = 58;
const LEGEND_LINE = 20;
const SOURCE_LINE = 15;

/** What stands below the map: legend and source, broken into lines that fit. */
interface Foot {
  readonly legend: readonly { readonly item: LegendItem; readonly x: number; readonly y: number }[];
  readonly source: readonly string[];
  readonly sourceTop: number;
  readonly height: number;
}

/** The map's own part of the sheet. */
type Frame = Picture['frame'];

/** Paints the sheet and packs it as .png. Rejects only where the browser cannot make one. */
export async function drawPicture(picture: Picture): Promise<Blob> {
  const theme = readMapTheme(picture.host, 'light');
  const paper = PAPERS[picture.paper];
  const ratio = paper.dots / paper.width;
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('No canvas to draw the picture on.');
  canvas.width = paper.dots;
  canvas.height = Math.round(paper.height * ratio);
  const width = paper.width - 2 * MARGIN;
  const foot = layoutFoot(ctx, theme, picture, width);
  const height = paper.height - 2 * MARGIN - HEAD - foot.height;
  const frame = fitted(picture.frame, width, height);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, paper.width, paper.height);
  ctx.translate(MARGIN, MARGIN);
  drawHead(ctx, theme, { words: picture.words, width });
  ctx.save();
  ctx.translate(0, HEAD);
  ctx.beginPath();
  ctx.rect(0, 0, width, height);
  ctx.clip();
  await drawMap(ctx, theme, { picture, frame });
  drawScale(ctx, theme, frame);
  if (picture.words.invented) drawInvented(ctx, theme);
  ctx.restore();
  ctx.strokeStyle = theme.of['land-edge'];
  ctx.lineWidth = 1;
  ctx.strokeRect(0.5, HEAD + 0.5, width - 1, height - 1);
  drawFoot(ctx, theme, { foot, top: HEAD + height });
  return withDensity(await toBlob(canvas), 300);
}

/** The same middle, and at least what was in sight, on a frame of another size. */
function fitted(seen: Frame, width: number, height: number): Frame {
  const larger = Math.min(width / seen.width, height / seen.height);
  return { ...seen, width, height, zoom: seen.zoom + Math.log2(larger) };
}

async function drawMap(
  ctx: CanvasRenderingContext2D,
  theme: MapTheme,
  { picture, frame }: { readonly picture: Picture; readonly frame: Frame },
): Promise<void> {
  const { scene, emphasis, layers, tiles } = picture;
  const view = viewAround(ctx, frame, theme);
  const names = new TileNames();
  if (tiles !== null) {
    paintGround(view, scene, tiles.bounds);
    const { drawTiles } = await import('./tiles/draw-tiles.ts');
    await drawTiles(ctx, theme, { tiles, own: { current: { scene, names } }, frame });
  }
  const ground = tiles === null ? 'built_in' : 'drawn';
  paintScene(view, { scene, emphasis, layers, ground, names });
}

function layoutFoot(
  ctx: CanvasRenderingContext2D,
  theme: MapTheme,
  picture: Picture,
  widest: number,
): Foot {
  const school = picture.emphasis.school_urn !== null;
  const legend: { item: LegendItem; x: number; y: number }[] = [];
  ctx.font = `400 12px ${theme.font}`;
  let x = 0;
  let y = 18;
  for (const item of legendItems({ school }, picture.layers)) {
    const mark = item.mark === 'heading' ? 10 : 46;
    const wide = ctx.measureText(item.label).width + mark;
    if (x > 0 && x + wide > widest) {
      x = 0;
      y += LEGEND_LINE;
    }
    legend.push({ item, x, y });
    x += wide;
  }
  ctx.font = `400 11px ${theme.font}`;
  const source = wrap(ctx, picture.words.source, widest);
  const sourceTop = y + LEGEND_LINE;
  return { legend, source, sourceTop, height: sourceTop + source.length * SOURCE_LINE + 4 };
}

/** Breaks a text into lines no wider than given, between words. */
function wrap(ctx: CanvasRenderingContext2D, text: string, widest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && ctx.measureText(`${last} ${word}`).width <= widest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture is too large for this machine.'));
      else resolve(blob);
    }, 'image/png');
  });
}

function drawHead(
  ctx: CanvasRenderingContext2D,
  theme: MapTheme,
  { words, width }: { readonly words: PictureWords; readonly width: number },
): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = theme.of.ink;
  ctx.font = `600 20px ${theme.font}`;
  ctx.fillText(words.title, 0, 20, width);
  ctx.fillStyle = theme.of['ink-soft'];
  ctx.font = `400 13px ${theme.font}`;
  ctx.fillText(words.subtitle, 0, 42, width);
}

function drawInvented(ctx: CanvasRenderingContext2D, theme: MapTheme): void {
  ctx.font = `600 13px ${theme.font}`;
  const wide = ctx.measureText('Invented data').width + 18;
  ctx.beginPath();
  ctx.roundRect(8.5, 8.5, wide, 26, 6);
  ctx.fillStyle = theme.of.surface;
  ctx.fill();
  ctx.strokeStyle = theme.of.ink;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = theme.of.ink;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText('Invented data', 8.5 + wide / 2, 22);
}

function drawFoot(
  ctx: CanvasRenderingContext2D,
  theme: MapTheme,
  at: { readonly foot: Foot; readonly top: number },
): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const { item, x, y } of at.foot.legend) {
    if (item.mark !== 'heading') drawMark(ctx, theme, { item, x: x + 11, y: at.top + y });
    ctx.font = `400 12px ${theme.font}`;
    ctx.textAlign = 'left';
    ctx.fillStyle = theme.of.ink;
    ctx.fillText(item.label, item.mark === 'heading' ? x : x + 27, at.top + y + 0.5);
  }
  ctx.fillStyle = theme.of['ink-soft'];
  ctx.font = `400 11px ${theme.font}`;
  at.foot.source.forEach((line, i) => {
    ctx.fillText(line, 0, at.top + at.foot.sourceTop + i * SOURCE_LINE);
  });
}

function drawScale(ctx: CanvasRenderingContext2D, theme: MapTheme, frame: Frame): void {
  const bar = scaleBar(frame.lat, frame.zoom, 120);
  const right = frame.width - 16;
  const bottom = frame.height - 14;
  ctx.beginPath();
  ctx.moveTo(right - bar.width, bottom - 6);
  ctx.lineTo(right - bar.width, bottom);
  ctx.lineTo(right, bottom);
  ctx.lineTo(right, bottom - 6);
  ctx.strokeStyle = theme.of.ink;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.fillStyle = theme.of.ink;
  ctx.font = `400 11px ${theme.font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(bar.label, right - bar.width, bottom - 10);
}
