/** What is measured: the way by car solid, on foot dashed, an estimate dotted and straight, and its two ends. */
import type { Layers, MeasuredLines } from '../layers.ts';
import { toScreen, type View } from '../view.ts';

/** Drawn over routes and schools, under children without a route. Nothing of it goes outside the council. */
export function paintMeasured(view: View, { measured, outside }: Layers): void {
  if (measured === null || outside) return;
  const { ctx, theme } = view;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  if (measured.estimated !== null)
    stroke(view, measured.estimated, { colour: theme.of.ink, width: 2.5, dash: [1, 5] });
  if (measured.car !== null)
    stroke(view, measured.car, { colour: theme.of['school-chosen'], width: 4.5, dash: [] });
  if (measured.foot !== null)
    stroke(view, measured.foot, { colour: theme.of.shade, width: 3, dash: [7, 6] });
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
  measured.ends.forEach((end, i) => {
    paintEnd(view, end, i === 0 ? 'A' : 'B');
  });
}

function stroke(
  view: View,
  line: readonly number[],
  how: { readonly colour: string; readonly width: number; readonly dash: readonly number[] },
): void {
  const { ctx } = view;
  ctx.beginPath();
  for (let i = 0; i + 1 < line.length; i += 2) {
    const at = toScreen(view, line[i] ?? 0, line[i + 1] ?? 0);
    if (i === 0) ctx.moveTo(at.x, at.y);
    else ctx.lineTo(at.x, at.y);
  }
  // The casing of a dashed line has the same gaps, so that what it lies on shows through them.
  ctx.setLineDash([...how.dash]);
  ctx.strokeStyle = view.theme.of.casing;
  ctx.lineWidth = how.width + 3;
  ctx.stroke();
  ctx.strokeStyle = how.colour;
  ctx.lineWidth = how.width;
  ctx.stroke();
}

function paintEnd(view: View, end: MeasuredLines['ends'][number], letter: string): void {
  const { ctx, theme } = view;
  const at = toScreen(view, end.lat, end.lon);
  ctx.beginPath();
  ctx.arc(at.x, at.y, 9, 0, 2 * Math.PI);
  ctx.fillStyle = theme.of.ink;
  ctx.fill();
  ctx.lineWidth = 2;
  ctx.strokeStyle = theme.of.casing;
  ctx.stroke();
  ctx.fillStyle = theme.of.surface;
  ctx.font = `600 11px ${theme.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(letter, at.x, at.y + 0.5);
  ctx.textAlign = 'start';
  ctx.textBaseline = 'alphabetic';
}
