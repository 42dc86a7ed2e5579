/** Edges of the personal transport budget's bands that a home lies close to: a small error changes the sum. */
import { formatMargin } from '../format/distance.ts';
import { METRES_PER_MILE } from '../kernel/units.ts';
import type { Measure } from './measure.ts';
import type { Thresholds } from './thresholds.ts';

/** One edge that is close. */
export interface CliffEdge {
  readonly edge_miles: number;
  /** Straight line less edge, metres. */
  readonly margin_m: number;
  readonly within_error: boolean;
  readonly text: string;
}

/** Edges within the line's error or the marginal share. The bands are by straight line. */
export function cliffEdges(line: Measure | null, thresholds: Thresholds): readonly CliffEdge[] {
  if (line === null) return [];
  return thresholds.ptb_edges_miles.flatMap((edge_miles) => {
    const edge = edge_miles * METRES_PER_MILE;
    const margin = line.distance_m - edge;
    if (Math.abs(margin) > Math.max(line.error_m, edge * thresholds.marginal_share)) return [];
    const side = margin < 0 ? 'below' : 'above';
    return {
      edge_miles,
      margin_m: Math.round(margin * 10) / 10,
      within_error: Math.abs(margin) <= line.error_m,
      text: `Personal transport budget: ${formatMargin(Math.abs(margin))} ${side} the band edge at ${edge_miles} miles, straight line.`,
    };
  });
}
