/** Which schools may share a vehicle, and which children stay apart, as the screen lists them. */
import type { RoutesAsOne } from '../../edits/routes-as-one.ts';
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

/** Two routes that could be one, with the names of the schools that it would then call at. */
export interface AsOneRow extends RoutesAsOne {
  readonly schools: readonly string[];
}

/** Proposals as they were worked out last. */
export interface AsOnePage {
  /** They were tried, and nothing that they rest on has changed since. */
  readonly ready: boolean;
  readonly rows: readonly AsOneRow[];
  /** All of them together. */
  readonly saved_day_pence: number;
  readonly saved_year_pence: number;
}
