/** Which schools may share a vehicle, and which children stay apart, as the screen lists them. */
import type { SharingPair, StaysApart } from '../../model/sharing.ts';

export interface SharingPairRow extends SharingPair {
  readonly name_a: string;
  readonly name_b: string;
  /** Straight line, metres; null where one of them has no position. */
  readonly apart_m: number | null;
  /** Routes of the plan in use that serve both. */
  readonly routes: number;
}

export interface ApartRow extends StaysApart {
  readonly ref: string;
  readonly name: string;
}

export interface SharingPage {
  readonly pairs: readonly SharingPairRow[];
  readonly apart: readonly ApartRow[];
  /** Schools so near may share without a planner's word; 0: none. */
  readonly within_m: number;
  /** Shared routes of the plan in use. */
  readonly routes: number;
}
