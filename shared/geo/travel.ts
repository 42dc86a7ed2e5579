/** Where distances and times between homes and schools come from: a road network where one is loaded, else the straight line. */
import { travelTable, type TravelBasis, type TravelTable } from './estimate.ts';
import type { Position } from './position.ts';

/** A table that knows which of its points lie on a road network. */
export interface PlacedTable extends TravelTable {
  /** By point: 1 where it lies on the network. Between two such points the way is by road, between others it is estimated. */
  readonly byRoad: Uint8Array;
}

/** Answers tables; handed in by the host, which alone knows what is loaded. */
export interface Travel {
  /** The network's file and days in words, '' where everything is estimated. */
  readonly source: string;
  readonly table: (points: readonly Position[]) => PlacedTable;
}

/** Everything estimated from straight lines. */
export function estimatedTravel(basis: TravelBasis): Travel {
  return {
    source: '',
    table: (points) => ({
      ...travelTable(points, basis),
      byRoad: new Uint8Array(points.length),
    }),
  };
}
