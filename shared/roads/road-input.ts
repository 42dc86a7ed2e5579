/** What a reader of OpenStreetMap hands over: ways, the nodes they use, and the rules of turning. */
import type { TurnRule } from './turn-rules.ts';
import type { WayUse } from './way-rules.ts';

/** Degrees are kept as whole ten-millionths, OpenStreetMap's own precision (11 mm). */
export const UNITS_A_DEGREE = 1e7;

/** Ways and nodes of an extract, in flat arrays. */
export interface RoadInput {
  /** OpenStreetMap's numbers of the ways, in the file's order. */
  readonly wayIds: Float64Array;
  /** What each way allows. */
  readonly uses: readonly WayUse[];
  /** Where each way's nodes begin in `wayNodes`; one more at the end. */
  readonly wayStart: Int32Array;
  /** Positions in the node arrays, way by way. */
  readonly wayNodes: Int32Array;
  /** OpenStreetMap's numbers of the nodes, ascending. */
  readonly nodeIds: Float64Array;
  /** Ten-millionths of a degree; `NO_PLACE` where the extract lacks the node. */
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  /** `STOPS_CAR` and `STOPS_FOOT` by node. */
  readonly stops: Uint8Array;
  readonly turns: readonly TurnRule[];
}

/** Stands for the latitude of a node that the extract does not hold, or that lies outside the clip. */
export const NO_PLACE = 0x7fffffff;

/** The first position in a sorted list whose number is not below `wanted`; the list's length where all are. */
export function firstNotBelow(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a sorted list holds a number; -1 where it does not. */
export function positionIn(sorted: Float64Array, wanted: number): number {
  const at = firstNotBelow(sorted, wanted);
  return sorted[at] === wanted ? at : -1;
}
