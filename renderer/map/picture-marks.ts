/** The legend's marks on a picture. */
import type { LegendItem } from './legend-items.ts';
import type { MapTheme } from './map-theme.ts';

/** Draws one mark of the legend as the map draws it, about its middle. */
export function drawMark(
  ctx: CanvasRenderingContext2D,
  theme: MapTheme,
  at: { readonly item: LegendItem; readonly x: number; readonly y: number },
): void {
  const { x, y } = at;
  const { of } = theme;
  ctx.globalAlpha = at.item.opacity ?? 1;
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
      return;
    case 'selected':
      disc(3.5, of['school-chosen'], of['school-chosen'], 0.5);
      ctx.beginPath();
      ctx.arc(x, y, 6.5, 0, 2 * Math.PI);
      ctx.lineWidth = 1.4;
      ctx.stroke();
      return;
    case 'desire':
      ctx.beginPath();
      ctx.moveTo(x - 10, y + 4);
      ctx.lineTo(x + 10, y - 4);
      ctx.strokeStyle = of.desire;
      ctx.lineWidth = 1;
      ctx.stroke();
      return;
    case 'reach_45':
    case 'reach_75':
    case 'reach_estimated':
      drawReach(ctx, theme, at);
      return;
    case 'shade':
      ctx.fillStyle = of.shade;
      ctx.fillRect(x - 10, y - 6, 20, 12);
      ctx.globalAlpha = 1;
      return;
    case 'heading':
  }
}

function drawReach(
  ctx: CanvasRenderingContext2D,
  { of }: MapTheme,
  { item, x, y }: { readonly item: LegendItem; readonly x: number; readonly y: number },
): void {
  ctx.beginPath();
  ctx.arc(x, y, 6.5, 0, 2 * Math.PI);
  ctx.globalAlpha = 0.15;
  ctx.fillStyle = of.reach;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.setLineDash(item.mark === 'reach_45' ? [] : item.mark === 'reach_75' ? [4, 2.5] : [1.5, 2.5]);
  ctx.strokeStyle = of.reach;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.setLineDash([]);
}
