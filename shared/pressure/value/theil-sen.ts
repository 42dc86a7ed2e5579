/** A straight line through points that a few wild ones do not bend. */
import { median } from '../../casework/work/workload.ts';

/** `y = base + slope * x`. */
export interface Line {
  readonly base: number;
  readonly slope: number;
}

/**
 * Theil (1950) and Sen (1968): the slope is the median of the slopes between all pairs, the base the median of what is then left. Up to
 * 29% of the points may be anything. Points all at one place give a level line through the median; no points, null. A falling line
 * is made level: longer routes are not cheaper.
 */
export function theilSen(
  points: readonly { readonly x: number; readonly y: number }[],
): Line | null {
  if (points.length === 0) return null;
  const slopes: number[] = [];
  points.forEach((a, at) => {
    for (let other = at + 1; other < points.length; other++) {
      const b = points[other];
      if (b !== undefined && b.x !== a.x) slopes.push((b.y - a.y) / (b.x - a.x));
    }
  });
  const slope = Math.max(0, median(slopes) ?? 0);
  const base = median(points.map(({ x, y }) => y - slope * x)) ?? 0;
  return { base, slope };
}
