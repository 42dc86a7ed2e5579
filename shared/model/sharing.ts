/** What the office says of schools that may share a vehicle, and of children who do not. */
import type { IsoDate } from '../calendar/dates.ts';

/** A planner's word on two schools. */
export interface SharingPair {
  /** The lower URN. */
  readonly school_a: number;
  /** The higher. */
  readonly school_b: number;
  /** false: they may not, however near they lie. */
  readonly allowed: boolean;
  readonly reason: string;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
}

/** Why a child travels with children of their own school alone. */
export const APART_GROUNDS = ['medical', 'behaviour', 'other'] as const;
export type ApartGround = (typeof APART_GROUNDS)[number];

/** A child who is not to share a vehicle with children of other schools. */
export interface StaysApart {
  readonly client_id: number;
  readonly ground: ApartGround;
  readonly reason: string;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
}

/** All of both. */
export interface SharingRecords {
  readonly pairs: readonly SharingPair[];
  readonly apart: readonly StaysApart[];
}
