/** Schools: squares sized by clients, named where there is room, the largest first. */
import type { MapSchool } from '../../../shared/api/views/map.ts';
import type { HitList } from '../hits.ts';
import type { LabelPlacer } from '../label-placer.ts';
import type { Emphasis, Scene } from '../scene.ts';
import { isNear, toScreen, type ScreenPoint, type View } from '../view.ts';
import { type Label, measureLabel, placeLabel } from './label.ts';

export interface SchoolMark {
  readonly school: MapSchool;
  readonly at: ScreenPoint;
  readonly side: number;
}

/** Side of the square in pixels: area in proportion to clients, or to the roll, which is some ten times as large. */
export function schoolSide(school: MapSchool, by: 'clients' | 'roll'): number {
  const size = by === 'clients' ? school.clients : (school.roll ?? 0) / 10;
  return Math.max(5, Math.min(22, 4 + Math.sqrt(size) * 1.05));
}

/** Up to here the county is looked at as a whole: squares are smaller, and none lies on another. */
const FAR = 10.5;
/** From here on schools that no client goes to are drawn too. */
const NEAR = 12;

/** Squares; small schools come in only when near. Each keeps other labels off itself. */
export function layoutSchools(
  view: View,
  scene: Scene,
  emphasis: Emphasis,
  how: { readonly placer: LabelPlacer; readonly by: 'clients' | 'roll' },
): SchoolMark[] {
  const { placer, by } = how;
  const most = mostSchools(view.zoom);
  const anyClients = (scene.schools[0]?.clients ?? 0) > 0;
  const scale = emphasis.school_urn !== null ? 0.5 : view.zoom < FAR ? 0.65 : 1;
  const marks: SchoolMark[] = [];
  for (const [rank, school] of scene.schools.entries()) {
    const chosen = isChosen(school, emphasis);
    const idle = school.clients === 0 && anyClients && view.zoom < NEAR;
    if (!chosen && (rank >= most || idle)) continue;
    const at = toScreen(view, school.lat, school.lon);
    if (!isNear(view, at, 60)) continue;
    const side = chosen ? schoolSide(school, by) + 3 : schoolSide(school, by) * scale;
    const covered = marks.some(
      (other) =>
        Math.abs(other.at.x - at.x) < (other.side + side) / 2 + 1 &&
        Math.abs(other.at.y - at.y) < (other.side + side) / 2 + 1,
    );
    // The larger came first: the smaller beside it waits until the map is nearer.
    if (covered && !chosen && view.zoom < FAR) continue;
    placer.reserve({ x: at.x - side / 2, y: at.y - side / 2, width: side, height: side });
    marks.push({ school, at, side });
  }
  return marks;
}

/** How many schools are drawn, the largest first: a county of any size stays calm. */
function mostSchools(zoom: number): number {
  if (zoom < 9) return 30;
  if (zoom < FAR) return 50;
  return Infinity;
}

/** Clients a school needs to be named. */
function leastNamed(zoom: number): number {
  if (zoom < 9.5) return Infinity;
  if (zoom < 10.5) return 100;
  if (zoom < 12) return 12;
  return 0;
}

/** Whether a school is named at a zoom where there is room. */
export function isNamed({ clients }: MapSchool, zoom: number): boolean {
  return clients >= leastNamed(zoom);
}

/** Names of schools, the largest first; with a school chosen, its name alone and in any case. */
export function layoutSchoolNames(
  view: View,
  marks: readonly SchoolMark[],
  emphasis: Emphasis,
  placer: LabelPlacer,
): Label[] {
  return marks.flatMap(({ school, at, side }) => {
    const chosen = isChosen(school, emphasis);
    if (!chosen && (emphasis.school_urn !== null || !isNamed(school, view.zoom))) return [];
    const wish = {
      text: school.name,
      ...at,
      size: chosen ? 13 : 11.5,
      weight: 600 as const,
      anchor: 'left' as const,
      spacing: 0,
      colour: view.theme.of['school-ink'],
      halo: view.theme.of.halo,
    };
    const off = side / 2 + 5;
    const label = placeLabel(view, placer, wish, [
      { dx: off, dy: 0 },
      { dx: -off, dy: 0, end: true },
      { dx: -side / 2, dy: -off - 5 },
      { dx: -side / 2, dy: off + 5 },
    ]);
    if (label !== null) return [label];
    return chosen ? [measureLabel(view, { ...wish, x: at.x + off })] : [];
  });
}

/** Draws the squares, the largest last. */
export function paintSchools(
  view: View,
  marks: readonly SchoolMark[],
  emphasis: Emphasis,
  hits: HitList,
): void {
  const { ctx, theme } = view;
  for (const { school, at, side } of marks.toReversed()) {
    const chosen = isChosen(school, emphasis);
    ctx.globalAlpha = emphasis.school_urn === null || chosen ? 1 : 0.3;
    ctx.beginPath();
    ctx.rect(at.x - side / 2, at.y - side / 2, side, side);
    ctx.fillStyle = chosen ? theme.of['school-chosen'] : theme.of.school;
    ctx.fill();
    ctx.lineWidth = chosen ? 2 : 1.5;
    ctx.strokeStyle = theme.of['school-edge'];
    ctx.stroke();
    ctx.globalAlpha = 1;
    hits.spot(at.x, at.y, Math.max(9, side * 0.75), { kind: 'school', urn: school.urn });
  }
}

/** The chosen school, and those at which the chosen route calls as well. */
function isChosen({ urn }: MapSchool, { school_urn, called = [] }: Emphasis): boolean {
  return urn === school_urn || called.includes(urn);
}
