/** What is laid over the ground beside homes, schools and routes. */
import type { SchoolReach } from '../../shared/api/views/map.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { Measure, Shades } from '../../shared/figures/district-measures.ts';

/** What is measured: [lat, lon, ...] by way; null where there is none by the network. */
export interface MeasuredLines {
  readonly car: readonly number[] | null;
  readonly foot: readonly number[] | null;
  /** Straight, for what is estimated. */
  readonly estimated: readonly number[] | null;
  /** None to two. */
  readonly ends: readonly Position[];
}

export interface Layers {
  /** Homes that are not unallocated; those are always drawn, and on top. */
  readonly homes: boolean;
  readonly schools_by: 'clients' | 'roll';
  /** Straight lines from home to school: of the chosen school, or of the selection. */
  readonly desire: boolean;
  readonly shades: { readonly measure: Measure; readonly steps: Shades } | null;
  readonly reach: SchoolReach | null;
  /** Clients that stand out while all others fall back; null where nothing is selected. */
  readonly selected: ReadonlySet<number> | null;
  readonly measured: MeasuredLines | null;
  /** Two plans are held against each other: routes are drawn by what became of them, selected are those who move. */
  readonly differences: boolean;
  /** A picture for outside the council: no single home, no count of 1 to 4. */
  readonly outside: boolean;
}

export const NO_LAYERS: Layers = {
  homes: true,
  schools_by: 'clients',
  desire: false,
  shades: null,
  reach: null,
  selected: null,
  measured: null,
  differences: false,
  outside: false,
};

/** Opacity of a step of the ramp, the palest first; fewer steps keep the ends of the ramp. */
export function shadeOpacity(step: number, steps: number): number {
  return steps < 2 ? 0.4 : 0.12 + (0.6 * step) / (steps - 1);
}
