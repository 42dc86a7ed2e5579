/** Schools: squares sized by clients, labelled where there is room, the largest first. */
import type { MapSchool } from '../../../shared/api/views.ts';
import type { HitList } from '../hits.ts';
import type { LabelPlacer } from '../label-placer.ts';
import type { Emphasis, Scene } from '../scene.ts';
import { isNear, toScreen, type ScreenPoint, type View } from '../view.ts';
import { drawLabel, type Label, measureLabel } from './label.ts';

export interface SchoolMark {
  readonly school: MapSchool;
  readonly at: ScreenPoint;
  readonly side: number;
  readonly label: Label | null;
}

/** Side of the square in pixels: area in proportion to clients. */
export function schoolSide(clients: number): number {
  return Math.max(5, Math.min(22, 4 + Math.sqrt(clients) * 1.05));
}

/** Squares and their labels; small schools come in only when near. */
export function layoutSchools(
  view: View,
  scene: Scene,
  emphasis: Emphasis,
  placer: LabelPlacer,
): SchoolMark[] {
  const least = leastClients(view.zoom);
  const marks: { school: MapSchool; at: ScreenPoint; side: number }[] = [];
  for (const school of scene.schools) {
    const chosen = school.urn === emphasis.school_urn;
    if (!chosen && school.clients < least) continue;
    const at = toScreen(view, school.lat, school.lon);
    if (!isNear(view, at, 60)) continue;
    const side = schoolSide(school.clients) + (chosen ? 3 : 0);
    placer.reserve({ x: at.x - side / 2, y: at.y - side / 2, width: side, height: side });
    marks.push({ school, at, side });
  }
  // The chosen school's name has the first choice of room.
  marks.sort((a, b) => rank(b.school, emphasis) - rank(a.school, emphasis));
  return marks.map((mark) => ({ ...mark, label: nameLabel(view, mark, emphasis, placer) }));
}

function rank(school: MapSchool, emphasis: Emphasis): number {
  return school.urn === emphasis.school_urn ? Infinity : school.clients;
}

/** Clients a school needs to be drawn: every school from zoom 11, those with 3 or more before. */
function leastClients(zoom: number): number {
  if (zoom < 9) return 12;
  if (zoom < 11) return 3;
  return 1;
}

function nameLabel(
  view: View,
  mark: { school: MapSchool; at: ScreenPoint; side: number },
  emphasis: Emphasis,
  placer: LabelPlacer,
): Label | null {
  const chosen = mark.school.urn === emphasis.school_urn;
  if (!chosen && emphasis.school_urn !== null) return null;
  if (!chosen && mark.school.clients < (view.zoom < 10 ? 60 : view.zoom < 12 ? 12 : 1)) return null;
  const label = measureLabel(view, {
    text: mark.school.name,
    x: mark.at.x + mark.side / 2 + 5,
    y: mark.at.y,
    size: chosen ? 13 : 11.5,
    weight: 600,
    anchor: 'left',
    spacing: 0,
    colour: view.theme.of['school-ink'],
    halo: view.theme.of.halo,
  });
  return placer.place(label.box) || chosen ? label : null;
}

/** Draws squares, then their names. */
export function paintSchools(
  view: View,
  marks: readonly SchoolMark[],
  emphasis: Emphasis,
  hits: HitList,
): void {
  const { ctx, theme } = view;
  for (const { school, at, side } of marks.toReversed()) {
    const chosen = school.urn === emphasis.school_urn;
    ctx.globalAlpha = emphasis.school_urn === null || chosen ? 1 : 0.4;
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
  for (const { label } of marks) if (label !== null) drawLabel(view, label);
}
