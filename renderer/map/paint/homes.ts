/** Homes: clusters far out, small dots near, the unallocated ringed in red above everything. Never a name. */
import type { HitList } from '../hits.ts';
import type { HomeMark } from '../home-index.ts';
import type { LabelPlacer } from '../label-placer.ts';
import type { Emphasis, Scene } from '../scene.ts';
import { isNear, toScreen, type ScreenPoint, type View, viewBounds } from '../view.ts';

const MARGIN = 30;

export interface PlacedHome {
  readonly mark: HomeMark;
  readonly at: ScreenPoint;
  /** Where a cluster's number stands: in its middle, or aside where a school or an unallocated home lies. */
  readonly number: ScreenPoint;
}

/** All homes that have a seat or wait for a plan; with a school chosen, its own homes only and one by one. */
export function layoutHomes(
  view: View,
  scene: Scene,
  emphasis: Emphasis,
  placer: LabelPlacer,
): PlacedHome[] {
  const marks =
    emphasis.school_urn === null
      ? scene.homes.within(viewBounds(view, MARGIN), view.zoom)
      : scene.homes.ofSchool(emphasis.school_urn);
  const out: PlacedHome[] = [];
  for (const mark of marks) {
    if (mark.state === 'unallocated') continue;
    const at = toScreen(view, mark.lat, mark.lon);
    if (!isNear(view, at, MARGIN)) continue;
    const number = mark.client_id === null ? placeNumber(mark, at, placer) : at;
    // Labels keep off the homes of a chosen school, which are what is looked at.
    if (emphasis.school_urn !== null)
      placer.reserve({ x: at.x - 3, y: at.y - 3, width: 6, height: 6 });
    out.push({ mark, at, number });
  }
  return out;
}

/** Directions a number may give way to, as parts of its disc's radius. */
const ASIDE: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -0.6],
  [0, 0.6],
  [-0.55, 0],
  [0.55, 0],
  [-0.5, -0.5],
  [0.5, -0.5],
  [-0.5, 0.5],
  [0.5, 0.5],
  [0, -1.25],
  [0, 1.25],
  [-1.35, 0],
  [1.35, 0],
];

function placeNumber(mark: HomeMark, at: ScreenPoint, placer: LabelPlacer): ScreenPoint {
  const radius = clusterRadius(mark.count);
  const width = String(mark.count).length * 7 + 4;
  const boxAt = (x: number, y: number) => ({ x: x - width / 2, y: y - 7, width, height: 14 });
  for (const [dx, dy] of ASIDE) {
    const x = at.x + dx * radius;
    const y = at.y + dy * radius;
    if (placer.place(boxAt(x, y))) return { x, y };
  }
  placer.reserve(boxAt(at.x, at.y));
  return at;
}

/** The discs of homes that lie together, below everything but the ground. */
export function paintClusters(
  view: View,
  homes: readonly PlacedHome[],
  hits: HitList,
  strength: number,
): void {
  for (const { mark, at } of homes)
    if (mark.client_id === null) paintDisc(view, at, mark, { hits, strength });
}

/** How many each disc holds, above schools, so that it can always be read. */
export function paintClusterNumbers(view: View, homes: readonly PlacedHome[]): void {
  const { ctx, theme } = view;
  ctx.font = `600 11px ${theme.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  for (const { mark, number } of homes) {
    if (mark.client_id !== null) continue;
    ctx.strokeStyle = theme.of.halo;
    ctx.strokeText(String(mark.count), number.x, number.y + 0.5);
    ctx.fillStyle = theme.of.ink;
    ctx.fillText(String(mark.count), number.x, number.y + 0.5);
  }
}

/** Homes one by one; those of the chosen route at full strength. */
export function paintHomes(
  view: View,
  homes: readonly PlacedHome[],
  emphasis: Emphasis,
  { hits, rest }: { readonly hits: HitList; readonly rest: number },
): void {
  const riding = new Set(emphasis.stops.map((stop) => stop.client_id));
  for (const home of homes) {
    const { client_id } = home.mark;
    if (client_id === null) continue;
    const faint = riding.size > 0 && !riding.has(client_id);
    view.ctx.globalAlpha = faint ? 0.4 : rest;
    paintHome(view, home, hits, emphasis.school_urn !== null);
    view.ctx.globalAlpha = 1;
  }
}

function paintDisc(
  view: View,
  at: ScreenPoint,
  mark: HomeMark,
  { hits, strength }: { readonly hits: HitList; readonly strength: number },
): void {
  const { ctx, theme } = view;
  const radius = clusterRadius(mark.count);
  ctx.beginPath();
  ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  ctx.globalAlpha = 0.16 * strength;
  ctx.fillStyle = theme.of.cluster;
  ctx.fill();
  ctx.globalAlpha = 0.55 * strength;
  ctx.strokeStyle = theme.of.cluster;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.globalAlpha = 1;
  hits.spot(at.x, at.y, radius, {
    kind: 'cluster',
    count: mark.count,
    lat: mark.lat,
    lon: mark.lon,
    unallocated: false,
  });
}

/** Area in proportion to the homes, within bounds that keep the number readable. */
/** Radius of the disc of homes that lie together, pixels. */
export function clusterRadius(count: number): number {
  return Math.max(9, Math.min(26, 4 + Math.sqrt(count) * 1.5));
}

/** In place: a full dot. Planned: a dot with a pale heart. No plan yet: a grey ring. */
function paintHome(view: View, { mark, at }: PlacedHome, hits: HitList, alone: boolean): void {
  const { ctx, theme } = view;
  const radius = view.zoom < 11 && !alone ? 2.6 : 3.4;
  ctx.beginPath();
  ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  ctx.lineWidth = 1.6;
  if (mark.state === 'in_place') {
    ctx.fillStyle = theme.of.home;
    ctx.fill();
    ctx.lineWidth = 0.8;
    ctx.strokeStyle = theme.of.casing;
    ctx.stroke();
  } else {
    ctx.fillStyle = theme.of.casing;
    ctx.fill();
    ctx.strokeStyle = mark.state === 'planned' ? theme.of.planned : theme.of.waiting;
    if (mark.state === 'not_planned') ctx.setLineDash([2, 1.5]);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  if (mark.client_id !== null)
    hits.spot(at.x, at.y, 7, { kind: 'home', client_id: mark.client_id, state: mark.state });
}

export interface UrgentMark {
  readonly mark: HomeMark;
  readonly at: ScreenPoint;
  readonly radius: number;
}

/** Where the unallocated stand; labels keep off them. */
export function layoutUnallocated(
  view: View,
  scene: Scene,
  emphasis: Emphasis,
  placer: LabelPlacer,
): UrgentMark[] {
  const marks =
    emphasis.school_urn === null
      ? scene.homes.unallocated(viewBounds(view, MARGIN), view.zoom)
      : scene.homes.ofSchool(emphasis.school_urn).filter(({ state }) => state === 'unallocated');
  const out: UrgentMark[] = [];
  for (const mark of marks) {
    const at = toScreen(view, mark.lat, mark.lon);
    if (!isNear(view, at, MARGIN)) continue;
    const radius = mark.count === 1 ? 6 : 8 + Math.min(6, Math.sqrt(mark.count));
    placer.reserve({ x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius });
    out.push({ mark, at, radius });
  }
  return out;
}

/** Children without a route, above everything else: a red ring each, or with their number where they lie together. */
export function paintUnallocated(view: View, marks: readonly UrgentMark[], hits: HitList): void {
  for (const urgent of marks) {
    const { ctx, theme } = view;
    ctx.beginPath();
    ctx.arc(urgent.at.x, urgent.at.y, urgent.radius, 0, 2 * Math.PI);
    ctx.fillStyle = theme.of.casing;
    ctx.globalAlpha = 0.88;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.lineWidth = 2.2;
    ctx.strokeStyle = theme.of.danger;
    ctx.stroke();
    ctx.fillStyle = theme.of.danger;
    if (urgent.mark.count > 1) paintUrgentCount(view, urgent, hits);
    else paintUrgentHome(view, urgent, hits);
  }
}

function paintUrgentCount(view: View, { mark, at, radius }: UrgentMark, hits: HitList): void {
  const { ctx, theme } = view;
  ctx.font = `600 11px ${theme.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(String(mark.count), at.x, at.y + 0.5);
  hits.spot(at.x, at.y, radius + 2, {
    kind: 'cluster',
    count: mark.count,
    lat: mark.lat,
    lon: mark.lon,
    unallocated: true,
  });
}

function paintUrgentHome(view: View, { mark, at }: UrgentMark, hits: HitList): void {
  view.ctx.beginPath();
  view.ctx.arc(at.x, at.y, 2, 0, 2 * Math.PI);
  view.ctx.fill();
  if (mark.client_id !== null)
    hits.spot(at.x, at.y, 9, { kind: 'home', client_id: mark.client_id, state: mark.state });
}

/** A ring about the chosen client's home. */
export function paintChosenHome(view: View, scene: Scene, emphasis: Emphasis): void {
  const mark = emphasis.client_id === null ? null : scene.homes.one(emphasis.client_id);
  if (mark === null) return;
  const at = toScreen(view, mark.lat, mark.lon);
  view.ctx.beginPath();
  view.ctx.arc(at.x, at.y, 11, 0, 2 * Math.PI);
  view.ctx.lineWidth = 2;
  view.ctx.strokeStyle = view.theme.of.ink;
  view.ctx.stroke();
}
