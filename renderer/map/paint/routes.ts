/** Routes of the chosen school: casing, colour, dash and an arrow towards the school. */
import type { HitList } from '../hits.ts';
import { LOOKS, routeStyle } from '../route-style.ts';
import type { Emphasis, RouteLine } from '../scene.ts';
import { toScreen, type View } from '../view.ts';
import type { LabelPlacer } from '../label-placer.ts';

type Strength = 'faint' | 'quiet' | 'plain' | 'strong';

/** More lines than these about one school make a star that cannot be read: they fall back until one is pointed at. */
const A_FEW = 12;

/** All lines, quiet where they are many; the one pointed at and the chosen one last, at full strength. */
export function paintRoutes(view: View, emphasis: Emphasis, hits: HitList): void {
  const { routes } = emphasis;
  const isStrong = ({ id }: RouteLine): boolean =>
    id === emphasis.route_id || id === emphasis.pointed_route_id;
  const chosen = routes.some(({ id }) => id === emphasis.route_id);
  const rest: Strength = chosen ? 'faint' : routes.length > A_FEW ? 'quiet' : 'plain';
  routes.forEach((route, index) => {
    if (!isStrong(route)) paintRoute(view, route, index, { strength: rest, hits });
  });
  routes.forEach((route, index) => {
    if (isStrong(route)) paintRoute(view, route, index, { strength: 'strong', hits });
  });
}

const LOOK: Readonly<Record<Strength, { width: number; alpha: number; arrow: number }>> = {
  faint: { width: 1.6, alpha: 0.22, arrow: 0 },
  quiet: { width: 1.6, alpha: 0.55, arrow: 0 },
  plain: { width: 2.5, alpha: 1, arrow: 6 },
  strong: { width: 4.5, alpha: 1, arrow: 8 },
};

function paintRoute(
  view: View,
  route: RouteLine,
  index: number,
  how: { readonly strength: Strength; readonly hits: HitList },
): void {
  const points = linePoints(view, route.line);
  how.hits.path(points, { kind: 'route', id: route.id, ref: route.ref });
  const { ctx, theme } = view;
  const { look } = route;
  const style =
    look === undefined
      ? routeStyle(index, theme.dark)
      : { ...LOOKS[look], colour: theme.of[LOOKS[look].colour] };
  const strength = look !== undefined && look !== 'was' && how.strength === 'quiet' ? 'plain' : how.strength; // prettier-ignore
  const { width, alpha, arrow } = LOOK[strength];
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.globalAlpha = alpha;
  trace(ctx, points);
  ctx.setLineDash([]);
  if (arrow > 0) {
    ctx.strokeStyle = theme.of.casing;
    ctx.lineWidth = width + 2.5;
    ctx.stroke();
  }
  ctx.strokeStyle = style.colour;
  ctx.lineWidth = width;
  ctx.setLineDash([...style.dash]);
  ctx.stroke();
  ctx.setLineDash([]);
  if (arrow > 0) paintArrow(view, points, { colour: style.colour, size: arrow });
  ctx.globalAlpha = 1;
  ctx.lineCap = 'butt';
}

function linePoints(view: View, line: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < line.length; i += 2) {
    const at = toScreen(view, line[i] ?? 0, line[i + 1] ?? 0);
    out.push(at.x, at.y);
  }
  return out;
}

function trace(ctx: CanvasRenderingContext2D, points: readonly number[]): void {
  ctx.beginPath();
  for (let i = 0; i + 1 < points.length; i += 2) {
    if (i === 0) ctx.moveTo(points[0] ?? 0, points[1] ?? 0);
    else ctx.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
  }
}

/** On the middle of the longest leg, where there is room for it; none on legs shorter than 24 pixels. */
function paintArrow(
  view: View,
  points: readonly number[],
  how: { colour: string; size: number },
): void {
  let from = -1;
  let longest = 24;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const length = Math.hypot(
      (points[i + 2] ?? 0) - (points[i] ?? 0),
      (points[i + 3] ?? 0) - (points[i + 1] ?? 0),
    );
    if (length > longest) {
      longest = length;
      from = i;
    }
  }
  if (from < 0) return;
  const x1 = points[from] ?? 0;
  const y1 = points[from + 1] ?? 0;
  const x2 = points[from + 2] ?? 0;
  const y2 = points[from + 3] ?? 0;
  const { ctx, theme } = view;
  ctx.save();
  ctx.translate((x1 + x2) / 2, (y1 + y2) / 2);
  ctx.rotate(Math.atan2(y2 - y1, x2 - x1));
  ctx.beginPath();
  ctx.moveTo(how.size, 0);
  ctx.lineTo(-how.size * 0.7, how.size * 0.75);
  ctx.lineTo(-how.size * 0.7, -how.size * 0.75);
  ctx.closePath();
  ctx.lineWidth = 2;
  ctx.strokeStyle = theme.of.casing;
  ctx.stroke();
  ctx.fillStyle = how.colour;
  ctx.fill();
  ctx.restore();
}

/** The chosen route's stops: numbered in pick-up order, with the time where it fits. */
export function paintStops(
  view: View,
  emphasis: Emphasis,
  { placer, hits }: { readonly placer: LabelPlacer; readonly hits: HitList },
): void {
  const index = emphasis.routes.findIndex((route) => route.id === emphasis.route_id);
  if (index < 0) return;
  const { ctx, theme } = view;
  const { colour } = routeStyle(index, theme.dark);
  for (const stop of emphasis.stops) {
    const at = toScreen(view, stop.lat, stop.lon);
    const { client_id, place, number } = stop;
    hits.spot(at.x, at.y, 9, { kind: 'home', client_id, state: '', stop: { place, number } });
    ctx.beginPath();
    ctx.arc(at.x, at.y, 9, 0, 2 * Math.PI);
    ctx.fillStyle = theme.of.casing;
    ctx.fill();
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = colour;
    ctx.stroke();
    ctx.font = `600 11px ${theme.font}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = theme.of.ink;
    ctx.fillText(String(stop.number), at.x, at.y + 0.5);
    const width = ctx.measureText(stop.label).width + 10;
    const box = { x: at.x + 12, y: at.y - 9, width, height: 18 };
    if (!placer.place(box)) continue;
    ctx.fillStyle = theme.of.surface;
    ctx.beginPath();
    ctx.roundRect(box.x, box.y, box.width, box.height, 4);
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.of['land-edge'];
    ctx.stroke();
    ctx.fillStyle = theme.of.ink;
    ctx.textAlign = 'left';
    ctx.fillText(stop.label, box.x + 5, at.y + 0.5);
  }
}
