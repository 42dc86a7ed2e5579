/** Homes so close to the edge of a PTB band that a few metres decide a thousand pounds or more. */
import type { PtbPolicy } from '../../costing/value-settings-at.ts';
import { METRES_PER_MILE } from '../../kernel/units.ts';
import { ptbYear, type PtbCase } from './ptb.ts';

/** One edge that a home is close to. */
export interface PtbCliff {
  readonly edge_miles: number;
  /** Straight line less edge, metres to a tenth: below nothing on the near side. */
  readonly margin_m: number;
  /** A year's sum as the home lies, and just on the other side. */
  readonly here_pence: number;
  readonly there_pence: number;
}

/** The edges within the margin, on either side alike; the margin itself is within. */
export function ptbCliffs(policy: PtbPolicy, given: PtbCase): readonly PtbCliff[] {
  return policy.bands[given.group].flatMap(({ under_miles: edge }): readonly PtbCliff[] => {
    if (edge === null) return [];
    const edge_m = edge * METRES_PER_MILE;
    const margin = given.straight_m - edge_m;
    if (Math.abs(margin) > policy.cliff_margin_m) return [];
    const here = ptbYear(policy, given).year_pence;
    // A metre on either side: which of them the edge itself belongs to does not matter.
    const sides = [edge_m - 1, edge_m + 1].map((straight_m) => ptbYear(policy, { ...given, straight_m }).year_pence); // prettier-ignore
    const there = sides.find((pence) => pence !== here) ?? here;
    return [
      {
        edge_miles: edge,
        margin_m: Math.round(margin * 10) / 10,
        here_pence: here,
        there_pence: there,
      },
    ];
  });
}
