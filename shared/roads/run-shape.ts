import type { Position } from '../geo/position.ts';
import type { RoadNetwork } from './network.ts';
import { UNITS_A_DEGREE } from './road-input.ts';
import { segmentLength } from './segment-length.ts';

/** Part of a run: from one place to another, both in millimetres from the road's first junction; backwards where `to` is less. */
export interface RunPart {
  readonly run: number;
  readonly from: number;
  readonly to: number;
}

/** The points of part of a run, first and last included, in the order in which it is travelled. */
export function shapeOfRun(network: RoadNetwork, { run, from, to }: RunPart): Position[] {
  const road = run >> 1;
  const { shapeStart, shapeLat, shapeLon } = network;
  const first = shapeStart[road] as number;
  const last = (shapeStart[road + 1] as number) - 1;
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const points: Position[] = [];
  let gone = 0;
  for (let i = first; i < last; i++) {
    const [latA, lonA] = [shapeLat[i] as number, shapeLon[i] as number];
    const [latB, lonB] = [shapeLat[i + 1] as number, shapeLon[i + 1] as number];
    const length = segmentLength(latA, lonA, latB, lonB);
    const at = (mm: number): Position => {
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, (mm - gone) / length));
      return degrees(latA + (latB - latA) * share, lonA + (lonB - lonA) * share);
    };
    const isLast = i === last - 1;
    if (points.length === 0 && (low < gone + length || isLast)) points.push(at(low));
    if (points.length > 0) {
      const ends = high <= gone + length || isLast;
      points.push(ends ? at(high) : degrees(latB, lonB));
      if (ends) break;
    }
    gone += length;
  }
  return (run & 1) === 1 ? points.reverse() : points;
}

/** Degrees rounded to seven decimals, as they were read. */
function degrees(lat: number, lon: number): Position {
  return { lat: Math.round(lat) / UNITS_A_DEGREE, lon: Math.round(lon) / UNITS_A_DEGREE };
}
