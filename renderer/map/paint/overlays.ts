/** Layers between the ground and the marks: shaded districts, reach, desire lines, the lines of a selection. */
import { metresPerPixel } from '../mercator.ts';
import { shadeOpacity, type Layers } from '../layers.ts';
import type { Ring } from '../rings.ts';
import type { Emphasis, Scene } from '../scene.ts';
import { isNear, toScreen, type View } from '../view.ts';
import { DISTRICT_RADIUS_M } from './ground.ts';

/** Districts in one hue, the deeper the more. Those without a figure stay as they are. */
export function paintShades(view: View, scene: Scene, { shades }: Layers): void {
  if (shades === null) return;
  const { ctx, theme } = view;
  const steps = shades.steps.upTo.length;
  ctx.fillStyle = theme.of.shade;
  for (const { district, rings } of scene.districts) {
    const step = shades.steps.stepOf.get(district.code) ?? null;
    if (step === null) continue;
    ctx.globalAlpha = shadeOpacity(step, steps);
    ctx.beginPath();
    for (const ring of rings) traceRing(view, ring);
    if (rings.length === 0) {
      // Without a boundary the dotted circle about its middle stands for the district.
      const at = toScreen(view, district.lat, district.lon);
      const radius = DISTRICT_RADIUS_M / metresPerPixel(district.lat, view.zoom);
      ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    }
    ctx.fill('evenodd');
  }
  ctx.globalAlpha = 1;
}

function traceRing(view: View, { points }: Ring): void {
  for (let i = 0; i < points.length; i += 2) {
    const x = (points[i] ?? 0) * view.size - view.left;
    const y = (points[i + 1] ?? 0) * view.size - view.top;
    if (i === 0) view.ctx.moveTo(x, y);
    else view.ctx.lineTo(x, y);
  }
  view.ctx.closePath();
}

/** From where a school is reached: 75 minutes dashed, 45 minutes whole; an estimate is dotted. No line where the network ends. */
export function paintReach(view: View, { reach }: Layers): void {
  if (reach === null) return;
  const { ctx, theme } = view;
  ctx.strokeStyle = theme.of.reach;
  ctx.fillStyle = theme.of.reach;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  for (const { minutes, lines } of reach.bands) {
    ctx.beginPath();
    for (const line of lines) traceReach(view, line, null);
    ctx.globalAlpha = 0.07;
    ctx.fill('evenodd');
    ctx.beginPath();
    for (const line of lines) traceReach(view, line, reach.edge);
    ctx.globalAlpha = 0.9;
    ctx.lineWidth = minutes <= 45 ? 1.8 : 1.4;
    ctx.setLineDash(reach.basis === 'estimated' ? [1.5, 4] : minutes <= 45 ? [] : [7, 4]);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
  ctx.globalAlpha = 1;
}

/** A closed line; the pen is lifted along an edge. */
function traceReach(
  view: View,
  line: readonly number[],
  edge: NonNullable<Layers['reach']>['edge'],
): void {
  const isBeyond = (lat: number, lon: number): boolean =>
    edge !== null &&
    (lat <= edge.south || lat >= edge.north || lon <= edge.west || lon >= edge.east);
  let [lat, lon] = [line.at(-2) ?? 0, line.at(-1) ?? 0];
  let was = isBeyond(lat, lon);
  const start = toScreen(view, lat, lon);
  view.ctx.moveTo(start.x, start.y);
  for (let i = 0; i + 1 < line.length; i += 2) {
    [lat, lon] = [line[i] ?? 0, line[i + 1] ?? 0];
    const at = toScreen(view, lat, lon);
    const is = isBeyond(lat, lon);
    if (was && is) view.ctx.moveTo(at.x, at.y);
    else view.ctx.lineTo(at.x, at.y);
    was = is;
  }
}

/** More lines than these are drawn fainter, so that where they lie thick can be seen. */
const MANY = 150;

/** Thin straight lines from homes to their schools: of the selection, else of the chosen school. */
export function paintDesire(
  view: View,
  scene: Scene,
  emphasis: Emphasis,
  { desire, selected, outside }: Layers,
): void {
  if (!desire || outside) return;
  const { ctx, theme } = view;
  const schools = new Map(scene.schools.map((school) => [school.urn, school]));
  const homes =
    selected === null
      ? emphasis.school_urn === null
        ? []
        : scene.homes.ofSchool(emphasis.school_urn)
      : [...selected].flatMap((id) => scene.homes.one(id) ?? []);
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.of.desire;
  ctx.globalAlpha = homes.length > MANY ? 0.35 : 0.7;
  ctx.beginPath();
  for (const home of homes) {
    const school = schools.get(home.school_urn);
    if (school === undefined) continue;
    const from = toScreen(view, home.lat, home.lon);
    const to = toScreen(view, school.lat, school.lon);
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(to.x, to.y);
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** Selected homes, each in a ring of the accent; the unallocated keep their red ring above. */
export function paintSelected(view: View, scene: Scene, { selected, outside }: Layers): void {
  if (selected === null || outside) return;
  const { ctx, theme } = view;
  const large = view.zoom >= 11 || selected.size < 200;
  for (const id of selected) {
    const home = scene.homes.one(id);
    if (home === null) continue;
    const at = toScreen(view, home.lat, home.lon);
    if (!isNear(view, at, 12)) continue;
    ctx.beginPath();
    ctx.arc(at.x, at.y, large ? 4 : 3, 0, 2 * Math.PI);
    ctx.fillStyle = theme.of['school-chosen'];
    ctx.fill();
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = theme.of.casing;
    ctx.stroke();
    if (!large) continue;
    ctx.beginPath();
    ctx.arc(at.x, at.y, 7, 0, 2 * Math.PI);
    ctx.lineWidth = 1.4;
    ctx.strokeStyle = theme.of['school-chosen'];
    ctx.stroke();
  }
}
