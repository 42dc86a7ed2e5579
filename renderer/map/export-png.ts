/** The map as a picture for a paper: the same painting at twice the size on light paper, with title, legend, scale and source. */
import { legendItems, type LegendItem } from './legend-items.ts';
import { readMapTheme, type MapTheme } from './map-theme.ts';
import { paintScene } from './paint-scene.ts';
import { scaleBar } from './scale.ts';
import type { Emphasis, Scene } from './scene.ts';
import { viewAround } from './view.ts';

export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly invented: boolean;
}

export interface Picture {
  readonly scene: Scene;
  readonly emphasis: Emphasis;
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

const RATIO = 2;
const HEAD = 64;
const EDGE = 16;
const LEGEND_LINE = 20;
const SOURCE_LINE = 15;

/** What stands below the map: legend and source, broken into lines that fit. */
interface Foot {
  readonly legend: readonly { readonly item: LegendItem; readonly x: number; readonly y: number }[];
  readonly source: readonly string[];
  readonly sourceTop: number;
  readonly height: number;
}

/** Paints the picture and packs it as .png. Rejects only where the browser cannot make one. */
export async function drawPicture(picture: Picture): Promise<Blob> {
  const theme = readMapTheme(picture.host, 'light');
  const { width, height } = picture.frame;
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('No canvas to draw the picture on.');
  const foot = layoutFoot(ctx, theme, picture);
  const whole = HEAD + height + foot.height;
  canvas.width = width * RATIO;
  canvas.height = whole * RATIO;
  ctx.scale(RATIO, RATIO);
  ctx.fillStyle = theme.of.surface;
  ctx.fillRect(0, 0, width, whole);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, HEAD, width, height);
  ctx.clip();
  ctx.translate(0, HEAD);
  paintScene(viewAround(ctx, picture.frame, theme), picture.scene, picture.emphasis);
  drawScale(ctx, theme, picture);
  if (picture.words.invented) drawInvented(ctx, theme);
  ctx.restore();
  drawHead(ctx, theme, picture);
  drawFoot(ctx, theme, { foot, top: HEAD + height });
  return toBlob(canvas);
}

function layoutFoot(ctx: CanvasRenderingContext2D, theme: MapTheme, picture: Picture): Foot {
  const widest = picture.frame.width - 2 * EDGE;
  const school = picture.emphasis.school_urn !== null;
  const legend: { item: LegendItem; x: number; y: number }[] = [];
  ctx.font = `400 12px ${theme.font}`;
  let x = 0;
  let y = EDGE;
  for (const item of legendItems({ school, clusters: !school })) {
    const wide = ctx.measureText(item.label).width + 46;
    if (x > 0 && x + wide > widest) {
      x = 0;
      y += LEGEND_LINE;
    }
    legend.push({ item, x: EDGE + x, y });
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

function drawHead(ctx: CanvasRenderingContext2D, theme: MapTheme, { words, frame }: Picture): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = theme.of.ink;
  ctx.font = `600 20px ${theme.font}`;
  ctx.fillText(words.title, EDGE, 29, frame.width - 2 * EDGE);
  ctx.fillStyle = theme.of['ink-soft'];
  ctx.font = `400 13px ${theme.font}`;
  ctx.fillText(words.subtitle, EDGE, 50, frame.width - 2 * EDGE);
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
    drawMark(ctx, theme, { item, x: x + 11, y: at.top + y });
    ctx.font = `400 12px ${theme.font}`;
    ctx.textAlign = 'left';
    ctx.fillStyle = theme.of.ink;
    ctx.fillText(item.label, x + 27, at.top + y + 0.5);
  }
  ctx.fillStyle = theme.of['ink-soft'];
  ctx.font = `400 11px ${theme.font}`;
  at.foot.source.forEach((line, i) => {
    ctx.fillText(line, EDGE, at.top + at.foot.sourceTop + i * SOURCE_LINE);
  });
}

function drawScale(ctx: CanvasRenderingContext2D, theme: MapTheme, { frame }: Picture): void {
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

function drawMark(
  ctx: CanvasRenderingContext2D,
  theme: MapTheme,
  at: { readonly item: LegendItem; readonly x: number; readonly y: number },
): void {
  const { x, y } = at;
  const { of } = theme;
  const disc = (radius: number, fill: string, stroke: string, width: number): void => {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.strokeStyle = stroke;
    ctx.lineWidth = width;
    ctx.stroke();
  };
  switch (at.item.mark) {
    case 'unallocated':
      disc(6, of.casing, of.danger, 2.2);
      disc(1.2, of.danger, of.danger, 1);
      return;
    case 'in_place':
      disc(3.8, of.home, of.home, 0.5);
      return;
    case 'planned':
      disc(3.8, of.casing, of.planned, 1.8);
      return;
    case 'not_planned':
      ctx.setLineDash([2, 1.5]);
      disc(3.8, of.casing, of.waiting, 1.6);
      ctx.setLineDash([]);
      return;
    case 'cluster':
      ctx.globalAlpha = 0.3;
      disc(7.5, of.cluster, of.cluster, 1);
      ctx.globalAlpha = 1;
      return;
    case 'school':
      ctx.fillStyle = of.school;
      ctx.fillRect(x - 5.5, y - 5.5, 11, 11);
      ctx.strokeStyle = of['school-edge'];
      ctx.lineWidth = 1.5;
      ctx.strokeRect(x - 5.5, y - 5.5, 11, 11);
      return;
    case 'route':
      ctx.beginPath();
      ctx.moveTo(x - 11, y);
      ctx.lineTo(x + 11, y);
      ctx.strokeStyle = of.planned;
      ctx.lineWidth = 2.5;
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x + 5, y);
      ctx.lineTo(x - 3, y + 4.5);
      ctx.lineTo(x - 3, y - 4.5);
      ctx.fillStyle = of.planned;
      ctx.fill();
  }
}
