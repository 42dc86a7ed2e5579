/** What measuring between two points of the map gives. */
import type { Position } from '../../geo/position.ts';

/** The way by car or on foot. */
export interface MeasuredWay {
  /** `road`: along the network; `estimated`: from the straight line. */
  readonly basis: 'road' | 'estimated';
  /** Metres: along the network from the place nearest one point to that nearest the other. */
  readonly distance_m: number;
  /** Seconds: by car outside the morning peak, null where only the peak is known; on foot at the walking speed of the settings. */
  readonly duration_s: number | null;
  /** [lat, lon, lat, lon, ...] from point to point; straight for an estimate. */
  readonly line: readonly number[];
  /** Metres in a straight line from each point to the nearest road that counts; null where no network was asked. */
  readonly reach_m: { readonly from: number; readonly to: number } | null;
}

export interface Measured {
  readonly from: Position;
  readonly to: Position;
  /** What the points are called: a school's name; '' for a place of the map. */
  readonly names: { readonly from: string; readonly to: string };
  /** Metres, great circle. */
  readonly straight_m: number;
  readonly car: MeasuredWay;
  /** Seconds by car in the morning peak. */
  readonly peak_s: number;
  readonly foot: MeasuredWay;
  /** The network's file and days in words, or how the estimate was had. */
  readonly source: string;
  /** How times were had, in a sentence. */
  readonly pace: string;
  /** Points out of reach, roads that lead nowhere, and what else a reader must know: a sentence each. */
  readonly notes: readonly string[];
}
