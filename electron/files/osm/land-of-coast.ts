/** Land within a box from a coast drawn as lines with the land on their left (OpenStreetMap's rule for `natural=coastline`). */
import { mendCoast } from './loose-coast.ts';
import type { Point } from './map-things.ts';

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Polygons, the first ring of each its outline, the others its holes. Without any coast the whole box is land. */
export function landWithin(
  coast: readonly (readonly Point[])[],
  box: Box,
): readonly (readonly Point[])[][] {
  const rings: (readonly Point[])[] = [];
  const runs: (readonly Point[])[] = [];
  for (const line of mendCoast(coast, box)) {
    if (isRing(line) && line.every((point) => isInside(point, box))) rings.push(line);
    else runs.push(...clipRuns(isRing(line) ? fromOutside(line, box) : line, box));
  }
  const islands = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  const main = runs.length > 0 ? closeAlongBox(runs, box) : [];
  const whole = runs.length === 0 && islands.length === 0 ? [boxRing(box)] : main;
  const outlines = [...whole, ...islands];
  return outlines.map((outline) => [
    outline,
    ...holes.filter(([first]) => first !== undefined && holds(outline, first)),
  ]);
}

function isRing(line: readonly Point[]): boolean {
  const [first, last] = [line[0], line.at(-1)];
  return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** Whether a point lies within a box or on its edge. */
export function isInside([lon, lat]: Point, [west, south, east, north]: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** A ring that leaves the box, begun anew at a point outside it, so that no run is cut in two. */
function fromOutside(ring: readonly Point[], box: Box): readonly Point[] {
  const at = ring.findIndex((point) => !isInside(point, box));
  return at <= 0 ? ring : [...ring.slice(at), ...ring.slice(1, at + 1)];
}

/** Twice the area, positive where the ring runs counter-clockwise. */
function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

/** Whether a point lies within a ring. */
export function holds(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** The parts of a line within a box. */
export function clipLine(line: readonly Point[], box: Box): readonly (readonly Point[])[] {
  if (line.every((point) => isInside(point, box))) return [line];
  const runs: Point[][] = [];
  let run: Point[] | null = null;
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1], line[at]];
    const cut = from === undefined || to === undefined ? null : clipSegment(from, to, box);
    if (cut === null || to === undefined) continue;
    run ??= [cut[0]];
    run.push(cut[1]);
    if (isInside(to, box)) continue;
    runs.push(run);
    run = null;
  }
  if (run !== null) runs.push(run);
  return runs;
}

/** The parts of a line within the box. A part that begins or ends inside is led straight to the nearest edge. */
function clipRuns(line: readonly Point[], box: Box): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  let run: Point[] | null = null;
  const [first, last] = [line[0], line.at(-1)];
  if (first !== undefined && isInside(first, box)) run = [nearestEdge(first, box), first];
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1], line[at]];
    if (from === undefined || to === undefined) continue;
    const cut = clipSegment(from, to, box);
    if (cut === null) continue;
    run ??= [cut[0]];
    run.push(cut[1]);
    if (!isInside(to, box)) {
      runs.push(run);
      run = null;
    }
  }
  if (run !== null && last !== undefined) runs.push([...run, nearestEdge(last, box)]);
  return runs.filter((each) => each.length > 1);
}

/** The part of a segment within the box (Liang and Barsky, 1984); null where there is none. */
function clipSegment(
  a: Point,
  b: Point,
  [west, south, east, north]: Box,
): readonly [Point, Point] | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let [from, to] = [0, 1];
  for (const [p, q] of [
    [-dx, a[0] - west],
    [dx, east - a[0]],
    [-dy, a[1] - south],
    [dy, north - a[1]],
  ] as const) {
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  if (from > to) return null;
  const at = (share: number): Point => [a[0] + share * dx, a[1] + share * dy];
  return [from === 0 ? a : at(from), to === 1 ? b : at(to)];
}

function nearestEdge([lon, lat]: Point, [west, south, east, north]: Box): Point {
  const ways: readonly (readonly [number, Point])[] = [
    [lon - west, [west, lat]],
    [east - lon, [east, lat]],
    [lat - south, [lon, south]],
    [north - lat, [lon, north]],
  ];
  return ways.reduce((best, way) => (way[0] < best[0] ? way : best))[1];
}

/** How far along the edge of the box a point lies, counter-clockwise from its south-west corner: 0 to 4. */
function along([lon, lat]: Point, [west, south, east, north]: Box): number {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
  if (near(lat, south)) return (lon - west) / (east - west);
  if (near(lon, east)) return 1 + (lat - south) / (north - south);
  if (near(lat, north)) return 2 + (east - lon) / (east - west);
  return 3 + (north - lat) / (north - south);
}

function corners([west, south, east, north]: Box): readonly Point[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function boxRing(box: Box): readonly Point[] {
  const [first, ...rest] = corners(box);
  return first === undefined ? [] : [first, ...rest, first];
}

/** Follows the coast with the land on the left, and the edge of the box counter-clockwise from where a run leaves to where the next begins. */
function closeAlongBox(runs: readonly (readonly Point[])[], box: Box): readonly Point[][] {
  const left = new Set(runs);
  const start = (run: readonly Point[]): number => along(run[0] ?? [0, 0], box);
  const polygons: Point[][] = [];
  for (const first of runs) {
    if (!left.has(first)) continue;
    const ring: Point[] = [];
    let run: readonly Point[] | undefined = first;
    while (run !== undefined && left.has(run)) {
      left.delete(run);
      ring.push(...run);
      const from = along(run.at(-1) ?? [0, 0], box);
      const ahead = (other: readonly Point[]): number => (start(other) - from + 4) % 4 || 1e-12;
      const next: readonly Point[] = [first, ...left].reduce((a, b) =>
        ahead(b) < ahead(a) ? b : a,
      );
      ring.push(...cornersBetween(from, ahead(next), box));
      run = next === first ? undefined : next;
    }
    const [begin] = ring;
    if (begin !== undefined) polygons.push([...ring, begin]);
  }
  return polygons;
}

function cornersBetween(from: number, length: number, box: Box): readonly Point[] {
  const passed: Point[] = [];
  for (let corner = Math.floor(from) + 1; corner < from + length; corner++) {
    const point = corners(box)[corner % 4];
    if (point !== undefined) passed.push(point);
  }
  return passed;
}
