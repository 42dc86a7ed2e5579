/**
 * A coast whose lines end within the box, as where an extract stops in an estuary. An end is joined to where the next line begins, if that
 * is nearer than the edge of the box; else it is led to the edge ahead of it or on the sea's side. So the sea ends where nothing is known
 * of it, and never runs over land that the extract does hold.
 */
import type { Box } from './land-of-coast.ts';
import type { Point } from './map-things.ts';

/** Points back from an end by which its heading is taken. */
const BACK = 6;

/** Joins and leads loose ends. Rings, and lines that begin and end outside, stay as they are. */
export function mendCoast(
  coast: readonly (readonly Point[])[],
  box: Box,
): readonly (readonly Point[])[] {
  const whole = coast.filter((line) => !isLoose(line, box));
  const loose = coast.filter((line) => isLoose(line, box)).map((line) => [...line]);
  joinNearest(loose, box);
  return [...whole, ...loose.map((line) => (isClosed(line) ? line : ledOut(line, box)))];
}

function isLoose(line: readonly Point[], box: Box): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 2 || isClosed(line)) return false;
  return isWithin(first, box) || isWithin(last, box);
}

function isClosed(line: readonly Point[]): boolean {
  const [first, last] = [line[0], line.at(-1)];
  return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** Within, and not on the edge. */
function isWithin([lon, lat]: Point, [west, south, east, north]: Box): boolean {
  return lon > west && lon < east && lat > south && lat < north;
}

/** Degrees apart, a degree of longitude as long as it is on the ground. */
function apart(a: Point, b: Point): number {
  const wide = Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return Math.hypot((a[0] - b[0]) * wide, a[1] - b[1]);
}

/** Joins the nearest end and beginning, again and again, until each that is left is nearer to the edge. Changes the list. */
function joinNearest(lines: Point[][], box: Box): void {
  for (;;) {
    let best = { gap: Infinity, from: -1, to: -1 };
    lines.forEach((line, from) => {
      const end = line.at(-1);
      if (end === undefined || !isWithin(end, box) || isClosed(line)) return;
      const edge = apart(end, wayOut(line, box));
      lines.forEach((other, to) => {
        const [start] = other;
        if (start === undefined || !isWithin(start, box) || isClosed(other)) return;
        if (to === from && line.length < 4) return;
        const gap = apart(end, start);
        if (gap < edge && gap < best.gap) best = { gap, from, to };
      });
    });
    const [line, next] = [lines[best.from], lines[best.to]];
    if (line === undefined || next === undefined) return;
    if (line === next) line.push(...line.slice(0, 1));
    else {
      line.push(...next);
      lines.splice(best.to, 1);
    }
  }
}

function ledOut(line: readonly Point[], box: Box): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  const before = first !== undefined && isWithin(first, box) ? [wayIn(line, box)] : [];
  const after = last !== undefined && isWithin(last, box) ? [wayOut(line, box)] : [];
  return [...before, ...line, ...after];
}

type Heading = readonly [east: number, north: number];

/** Where a line that ends within leaves the box: ahead, or to its right, where the sea is. */
function wayOut(line: readonly Point[], box: Box): Point {
  const last = line.at(-1) ?? [0, 0];
  const [lon, lat] = line[Math.max(0, line.length - 1 - BACK)] ?? last;
  return nearestAllowed(last, box, [last[0] - lon, last[1] - lat], 1);
}

/** Where a line that begins within comes from: behind, or from its right. */
function wayIn(line: readonly Point[], box: Box): Point {
  const first = line[0] ?? [0, 0];
  const [lon, lat] = line[Math.min(line.length - 1, BACK)] ?? first;
  return nearestAllowed(first, box, [lon - first[0], lat - first[1]], -1);
}

/** The nearest edge that is not on the land's side; `sense` 1 ahead, -1 behind. */
function nearestAllowed(
  from: Point,
  [west, south, east, north]: Box,
  [dx, dy]: Heading,
  sense: 1 | -1,
): Point {
  const [lon, lat] = from;
  const edges: readonly (readonly [Heading, Point])[] = [
    [[-1, 0], [west, lat]],
    [[1, 0], [east, lat]],
    [[0, -1], [lon, south]],
    [[0, 1], [lon, north]],
  ]; // prettier-ignore
  const allowed = edges.filter(
    ([[x, y]]) => dx * y - dy * x <= 0 && sense * (dx * x + dy * y) >= 0,
  );
  const places = (allowed.length > 0 ? allowed : edges).map(([, place]) => place);
  return places.reduce((best, place) => (apart(from, place) < apart(from, best) ? place : best));
}
