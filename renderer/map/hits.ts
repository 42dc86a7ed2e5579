/** What lies under the pointer: filled while painting, read when the mouse moves or clicks. */

export type Hit =
  | { readonly kind: 'school'; readonly urn: number }
  | { readonly kind: 'route'; readonly id: number; readonly ref: string }
  | {
      readonly kind: 'home';
      readonly client_id: number;
      readonly state: string;
      /** Of a stop of the chosen route: which of the child's addresses, and its place in the order, from 1. */
      readonly stop?: { readonly place: string; readonly number: number };
    }
  | {
      readonly kind: 'cluster';
      readonly count: number;
      readonly lat: number;
      readonly lon: number;
      readonly unallocated: boolean;
    };

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly hit: Hit;
}
interface Path {
  /** Canvas pixels, [x, y, ...]. */
  readonly points: readonly number[];
  readonly hit: Hit;
}

export interface HitList {
  readonly spot: (x: number, y: number, radius: number, hit: Hit) => void;
  readonly path: (points: readonly number[], hit: Hit) => void;
  /** The topmost thing at a pixel: spots before lines, later before earlier. */
  readonly at: (x: number, y: number) => Hit | null;
}

/** How far from a line still counts as on it, pixels. */
const REACH = 6;

/** An empty list for one painting. */
export function createHitList(): HitList {
  const spots: Spot[] = [];
  const paths: Path[] = [];
  return {
    spot: (x, y, radius, hit) => spots.push({ x, y, radius, hit }),
    path: (points, hit) => paths.push({ points, hit }),
    at: (x, y) => {
      for (let i = spots.length - 1; i >= 0; i--) {
        const spot = spots[i];
        if (spot && Math.hypot(spot.x - x, spot.y - y) <= spot.radius) return spot.hit;
      }
      let best: Hit | null = null;
      let least = REACH;
      for (const path of paths) {
        const distance = distanceToPath(path.points, x, y);
        if (distance <= least) {
          least = distance;
          best = path.hit;
        }
      }
      return best;
    },
  };
}

function distanceToPath(points: readonly number[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const x1 = points[i] ?? 0;
    const y1 = points[i + 1] ?? 0;
    const dx = (points[i + 2] ?? 0) - x1;
    const dy = (points[i + 3] ?? 0) - y1;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
    least = Math.min(least, Math.hypot(x - (x1 + t * dx), y - (y1 + t * dy)));
  }
  return least;
}
