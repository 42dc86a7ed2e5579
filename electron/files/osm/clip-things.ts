/** What an extract draws, cut to the box of its map: ways that an extract holds whole run on far beyond it. */
import { clipLine, isInside, type Box } from './land-of-coast.ts';
import type { MapThings, Point } from './map-things.ts';

/** Lines, areas and places within a box. The coast stays whole: what is land is told from all of it. */
export function clipThings(things: Omit<MapThings, 'box'>, box: Box): MapThings {
  return {
    coast: things.coast,
    box,
    lines: things.lines.flatMap(({ kind, line }) =>
      clipLine(line, box).map((part) => ({ kind, line: part })),
    ),
    areas: things.areas.flatMap(({ kind, rings }) => {
      const [outline, ...holes] = rings.map((ring) => clipRing(ring, box));
      if (outline === undefined || outline.length === 0) return [];
      return [{ kind, rings: [outline, ...holes.filter((hole) => hole.length > 0)] }];
    }),
    places: things.places.filter(({ at }) => isInside(at, box)),
  };
}

/** A ring cut to a box edge by edge (Sutherland and Hodgman, CACM 17, 1974); no point at all where none of it lies within. */
export function clipRing(ring: readonly Point[], box: Box): readonly Point[] {
  if (ring.every((point) => isInside(point, box))) return ring;
  const [west, south, east, north] = box;
  let points: readonly Point[] = ring.slice(0, -1);
  points = cutAt(points, 0, west, 1);
  points = cutAt(points, 0, east, -1);
  points = cutAt(points, 1, south, 1);
  points = cutAt(points, 1, north, -1);
  const [first] = points;
  return first === undefined || points.length < 3 ? [] : [...points, first];
}

/** Keeps what lies where coordinate `axis` (0 longitude, 1 latitude) is at least `at`, or at most with `side` -1. */
function cutAt(points: readonly Point[], axis: 0 | 1, at: number, side: 1 | -1): readonly Point[] {
  const out: Point[] = [];
  const keeps = (point: Point): boolean => side * (point[axis] - at) >= 0;
  let before = points.at(-1);
  for (const point of points) {
    if (before !== undefined && keeps(before) !== keeps(point)) {
      const share = (at - before[axis]) / (point[axis] - before[axis]);
      const [x, y] = [
        before[0] + share * (point[0] - before[0]),
        before[1] + share * (point[1] - before[1]),
      ];
      out.push(axis === 0 ? [at, y] : [x, at]);
    }
    if (keeps(point)) out.push(point);
    before = point;
  }
  return out;
}
