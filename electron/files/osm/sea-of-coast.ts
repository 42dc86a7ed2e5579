/**
 * The sea that a coast tells of: so far from it and no farther. Beyond lies what the extract does not hold, a far shore as likely as open
 * water, and the built-in map shows through.
 */
import { clipRing } from './clip-things.ts';
import type { Box } from './land-of-coast.ts';
import type { Point } from './map-things.ts';

/** Metres from the coast that are sea: more than the built-in coast is out by (about a kilometre), less than a broad river [A]. */
const REACH_M = 1500;
/** Metres that the coast may be drawn straighter by for this: the land is drawn over it from the coast as it is. */
const STRAIGHTER_M = 250;
const METRES_A_DEGREE = 111_195;
/** Points of a round end. */
const ROUND = 6;

/** Overlapping polygons about every part of the coast within reach of the box, on both its sides: the land is drawn over them. */
export function seaAlong(
  coast: readonly (readonly Point[])[],
  box: Box,
): readonly (readonly Point[])[] {
  const wide = Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180);
  const flat = (line: readonly Point[]): readonly Point[] =>
    line.map(([lon, lat]) => [lon * wide * METRES_A_DEGREE, lat * METRES_A_DEGREE]);
  const pieces: (readonly Point[])[] = [];
  for (const line of coast) {
    const points = straightened(flat(line));
    for (let at = 1; at < points.length; at++) {
      const [a, b] = [points[at - 1], points[at]];
      if (a === undefined || b === undefined) continue;
      const ring = about(a, b).map(([x, y]): Point => [
        x / wide / METRES_A_DEGREE,
        y / METRES_A_DEGREE,
      ]);
      const within = clipRing(ring, box);
      if (within.length > 0) pieces.push(within);
    }
  }
  return pieces;
}

/** All points within reach of a segment, as a closed ring. */
function about([ax, ay]: Point, [bx, by]: Point): readonly Point[] {
  const heading = Math.atan2(by - ay, bx - ax);
  const end = (x: number, y: number, from: number): readonly Point[] =>
    Array.from({ length: ROUND + 1 }, (_, i): Point => {
      const turn = from + (Math.PI * i) / ROUND;
      return [x + REACH_M * Math.cos(turn), y + REACH_M * Math.sin(turn)];
    });
  const ring = [...end(bx, by, heading - Math.PI / 2), ...end(ax, ay, heading + Math.PI / 2)];
  const [first] = ring;
  return first === undefined ? [] : [...ring, first];
}

/** A line with fewer points, none of those left out farther than allowed from what is drawn (Douglas and Peucker, 1973). */
function straightened(line: readonly Point[]): readonly Point[] {
  const kept = new Uint8Array(line.length);
  const waiting: (readonly [number, number])[] = [[0, line.length - 1]];
  // A ring begins and ends at one point: its farthest is kept first.
  for (let span = waiting.pop(); span !== undefined; span = waiting.pop()) {
    const [from, to] = span;
    const [a, b] = [line[from], line[to]];
    if (a === undefined || b === undefined) continue;
    kept[from] = kept[to] = 1;
    let [worst, far] = [-1, STRAIGHTER_M];
    for (let at = from + 1; at < to; at++) {
      const point = line[at];
      if (point === undefined) continue;
      const off = farFrom(point, a, b);
      if (off > far) [worst, far] = [at, off];
    }
    if (worst >= 0) waiting.push([from, worst], [worst, to]);
  }
  return line.filter((_, at) => kept[at] === 1);
}

function farFrom([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const share = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
