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
const FOOT = 34;

/** Paints the picture and packs it as .png. Rejects only where the browser cannot make one. */
export async function drawPicture(picture: Picture): Promise<Blob> {
  const theme = readMapTheme(picture.host, 'light');
  const { width, height } = picture.frame;
  const canvas = document.createElement('canvas');
  canvas.width = width * RATIO;
  canvas.height = (height + HEAD + FOOT) * RATIO;
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('No canvas to draw the picture on.');
  ctx.scale(RATIO, RATIO);
  ctx.fillStyle = theme.of.surface;
  ctx.fillRect(0, 0, width, height + HEAD + FOOT);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, HEAD, width, height);
  ctx.clip();
  ctx.translate(0, HEAD);
  paintScene(viewAround(ctx, picture.frame, theme), picture.scene, picture.emphasis);
  drawLegend(ctx, theme, picture);
  drawScale(ctx, theme, picture);
  ctx.restore();
  drawHead(ctx, theme, picture);
  drawFoot(ctx, theme, picture);
  return toBlob(canvas);
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
  ctx.fillText(words.title, 16, 29);
  ctx.fillStyle = theme.of['ink-soft'];
  ctx.font = `400 13px ${theme.font}`;
  ctx.fillText(words.subtitle, 16, 50);
  if (!words.invented) return;
  ctx.font = `600 13px ${theme.font}`;
  const wide = ctx.measureText('Invented data').width + 20;
  ctx.strokeStyle = theme.of.ink;
  ctx.lineWidth = 1;
  ctx.strokeRect(frame.width - wide - 16.5, 18.5, wide, 26);
  ctx.fillStyle = theme.of.ink;
  ctx.textAlign = 'center';
  ctx.fillText('Invented data', frame.width - wide / 2 - 16, 36);
}

function drawFoot(ctx: CanvasRenderingContext2D, theme: MapTheme, { words, frame }: Picture): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = theme.of['ink-soft'];
  ctx.font = `400 11px ${theme.font}`;
  ctx.fillText(words.source, 16, HEAD + frame.height + FOOT / 2, frame.width - 32);
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

function drawLegend(ctx: CanvasRenderingContext2D, theme: MapTheme, picture: Picture): void {
  const school = picture.emphasis.school_urn !== null;
  const items = legendItems({ school, clusters: !school });
  ctx.font = `400 12px ${theme.font}`;
  const wide = Math.max(...items.map(({ label }) => ctx.measureText(label).width)) + 52;
  const high = items.length * 19 + 14;
  const top = picture.frame.height - high - 12;
  ctx.fillStyle = theme.of.surface;
  ctx.strokeStyle = theme.of['land-edge'];
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(12.5, top + 0.5, wide, high, 6);
  ctx.fill();
  ctx.stroke();
  items.forEach((item, i) => {
    const y = top + 17 + i * 19;
    drawMark(ctx, theme, { item, x: 30, y });
    ctx.font = `400 12px ${theme.font}`;
    ctx.fillStyle = theme.of.ink;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillText(item.label, 48, y + 0.5);
  });
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
