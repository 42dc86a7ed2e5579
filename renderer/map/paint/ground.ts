/** Land, water and districts: the sheet everything else lies on. */
import type { Scene } from '../scene.ts';
import type { Ring } from '../rings.ts';
import { isNear, toScreen, type Bounds, type View } from '../view.ts';
import { faded } from '../map-theme.ts';
import { metresPerPixel } from '../mercator.ts';
import type { LabelPlacer } from '../label-placer.ts';
import { drawLabel, type Label, placeLabel } from './label.ts';

/** Water everywhere, land on it, a soft shore. Beyond the bounds of a map that lies over it the land is fainter: nothing is known of it there. */
export function paintGround(view: View, scene: Scene, mapped: Bounds | null = null): void {
  const { ctx, theme } = view;
  // Until the coast is read the sheet is blank paper: nobody's home stands in the sea.
  ctx.fillStyle = scene.land.length === 0 ? theme.of.land : theme.of.water;
  ctx.fillRect(0, 0, view.width, view.height);
  const rings = scene.land.filter((ring) => onCanvas(view, ring));
  ctx.lineJoin = 'round';
  ctx.beginPath();
  for (const ring of rings) trace(view, ring);
  ctx.fillStyle = mapped === null ? theme.of.land : theme.of.beyond;
  ctx.fill('evenodd');
  if (mapped !== null) fillWithin(view, mapped);
  const edge = edgesOf(scene.land);
  ctx.beginPath();
  for (const ring of rings) traceOpen(view, ring, edge);
  ctx.strokeStyle = theme.of['land-edge'];
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** The same land at full strength within bounds; the path is still there. */
function fillWithin(view: View, { south, west, north, east }: Bounds): void {
  const { ctx, theme } = view;
  const land = ctx.fillStyle;
  ctx.save();
  const [a, b] = [toScreen(view, north, west), toScreen(view, south, east)];
  const frame = new Path2D();
  frame.rect(a.x, a.y, b.x - a.x, b.y - a.y);
  ctx.clip(frame);
  ctx.fillStyle = theme.of.land;
  ctx.fill('evenodd');
  ctx.restore();
  ctx.fillStyle = land;
}

/** District outlines where boundaries were imported, a dotted circle about the centre where not. */
export function paintDistricts(view: View, scene: Scene): void {
  const { ctx, theme } = view;
  ctx.strokeStyle = theme.of.district;
  for (const { district, rings } of scene.districts) {
    ctx.lineWidth = district.own ? 1.2 : 0.8;
    // A dotted circle says only about where a district lies, so it stays quieter than a boundary.
    ctx.globalAlpha = (district.own ? 1 : 0.6) * (rings.length > 0 ? 1 : 0.6);
    ctx.beginPath();
    if (rings.length > 0) {
      ctx.setLineDash([]);
      for (const ring of rings) if (onCanvas(view, ring)) trace(view, ring);
    } else if (view.zoom < 13) {
      ctx.setLineDash([1, 5]);
      ctx.lineCap = 'round';
      const at = toScreen(view, district.lat, district.lon);
      const radius = DISTRICT_RADIUS_M / metresPerPixel(district.lat, view.zoom);
      ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.lineCap = 'butt';
  ctx.setLineDash([]);
}

/** About the radius of a district of Kent's mean area (3,738 km2 in twelve), so that circles nearly fill the county. */
export const DISTRICT_RADIUS_M = 7_500;

/** Names of districts, spaced capitals, in the middle of each or at its rim. */
export function layoutDistricts(view: View, scene: Scene, placer: LabelPlacer): Label[] {
  if (view.zoom < 8.5 || view.zoom > 13) return [];
  return scene.districts.flatMap(({ district, rings }) => {
    const at = toScreen(view, district.lat, district.lon);
    const usual = DISTRICT_RADIUS_M / metresPerPixel(district.lat, view.zoom);
    const rim = Math.min(usual, halfHeight(rings) * view.size);
    const wish = {
      text: district.name.toUpperCase(),
      ...at,
      size: view.zoom < 10 ? 10 : 11,
      weight: 600 as const,
      anchor: 'middle' as const,
      spacing: 1.2,
      colour: faded(view.theme.of.place, district.own ? 0.85 : 0.65),
      halo: view.theme.of.halo,
    };
    const offsets = ASIDE_IN_DISTRICT.map(([dx, dy]) => ({ dx: rim * dx, dy: rim * dy }));
    const label = placeLabel(view, placer, wish, offsets);
    return label === null ? [] : [label];
  });
}

/** Where in a district its name may stand, from its middle, as parts of the way to its rim. */
const ASIDE_IN_DISTRICT = [[0, 0], [0, -0.25], [0, 0.25], [0, -0.5], [0, 0.5], [-0.4, -0.2], [0.4, -0.2], [-0.4, 0.2], [0.4, 0.2], [0, -0.75], [0, 0.75], [0, -0.9], [0, 0.9]] as const; // prettier-ignore

/** Half of a district's height by its boundary, as part of the world's; Infinity without one. */
function halfHeight(rings: readonly Ring[]): number {
  if (rings.length === 0) return Infinity;
  const top = Math.min(...rings.map(({ minY }) => minY));
  return (Math.max(...rings.map(({ maxY }) => maxY)) - top) / 2;
}

/** Population a place needs to be named at a zoom: few names far out, more near. */
function leastPopulation(zoom: number): number {
  if (zoom < 9) return 50_000;
  if (zoom < 10) return 24_000;
  if (zoom < 11) return 9_000;
  if (zoom < 12) return 3_000;
  return 0;
}

const ABOUT_A_PLACE = [
  { dx: 0, dy: 0 },
  { dx: 0, dy: -15 },
  { dx: 0, dy: 15 },
  { dx: 0, dy: -26 },
  { dx: 0, dy: 26 },
] as const;

/** Names of places by population, the larger first. */
export function layoutPlaces(view: View, scene: Scene, placer: LabelPlacer): Label[] {
  const least = leastPopulation(view.zoom);
  const out: Label[] = [];
  for (const place of scene.places) {
    if (place.population < least) break;
    const at = toScreen(view, place.lat, place.lon);
    if (!isNear(view, at, 20)) continue;
    const large = place.population >= 60_000;
    const wish = {
      text: place.name,
      ...at,
      size: large ? 13 : 11.5,
      weight: large ? (600 as const) : (400 as const),
      anchor: 'middle' as const,
      spacing: 0,
      colour: view.theme.of.place,
      halo: view.theme.of.halo,
    };
    const label = placeLabel(view, placer, wish, ABOUT_A_PLACE);
    if (label !== null) out.push(label);
  }
  return out;
}

/** Draws labels that were laid out. */
export function paintLabels(view: View, labels: readonly Label[]): void {
  for (const label of labels) drawLabel(view, label);
}

function onCanvas(view: View, ring: Ring): boolean {
  return (
    ring.maxX * view.size > view.left &&
    ring.minX * view.size < view.left + view.width &&
    ring.maxY * view.size > view.top &&
    ring.minY * view.size < view.top + view.height
  );
}

function trace(view: View, ring: Ring): void {
  const { points } = ring;
  for (let i = 0; i < points.length; i += 2) {
    const x = (points[i] ?? 0) * view.size - view.left;
    const y = (points[i + 1] ?? 0) * view.size - view.top;
    if (i === 0) view.ctx.moveTo(x, y);
    else view.ctx.lineTo(x, y);
  }
  view.ctx.closePath();
}

interface Edge {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The frame the land was cut by: its straight cuts are no shore and are not drawn. */
function edgesOf(rings: readonly Ring[]): Edge {
  return {
    minX: Math.min(...rings.map((ring) => ring.minX)),
    minY: Math.min(...rings.map((ring) => ring.minY)),
    maxX: Math.max(...rings.map((ring) => ring.maxX)),
    maxY: Math.max(...rings.map((ring) => ring.maxY)),
  };
}

function traceOpen(view: View, ring: Ring, edge: Edge): void {
  const { points } = ring;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
  let pen = false;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const x1 = points[i] ?? 0;
    const y1 = points[i + 1] ?? 0;
    const x2 = points[i + 2] ?? 0;
    const y2 = points[i + 3] ?? 0;
    const cut =
      (near(x1, x2) && (near(x1, edge.minX) || near(x1, edge.maxX))) ||
      (near(y1, y2) && (near(y1, edge.minY) || near(y1, edge.maxY)));
    if (cut) {
      pen = false;
      continue;
    }
    if (!pen) view.ctx.moveTo(x1 * view.size - view.left, y1 * view.size - view.top);
    view.ctx.lineTo(x2 * view.size - view.left, y2 * view.size - view.top);
    pen = true;
  }
}
