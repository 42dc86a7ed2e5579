/** Schools that may share a vehicle, and children who do not. */
import type { SharingPair, SharingRecords, StaysApart } from '../shared/model/sharing.ts';

export interface SharingStore {
  /** Pairs by URN, children by id. */
  readonly records: () => SharingRecords;
  /** A planner's word on two schools, instead of any before. */
  readonly setPair: (pair: SharingPair) => void;
  /** Takes it back: how near they lie decides. */
  readonly clearPair: (pair: SharingPair) => void;
  readonly setApart: (apart: StaysApart) => void;
  readonly clearApart: (apart: StaysApart) => void;
}
