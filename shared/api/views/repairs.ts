/** What a hand-back comes to, as the screens show it. Money in pence, times in seconds. */
import type { HandBack } from '../../model/bedding-in.ts';
import type { Violation } from '../../model/plan.ts';
import type { Rehomed } from '../../planning/repair.ts';

/** A route that differs. */
export interface ChangedRoute {
  readonly ref: string;
  readonly change: 'new' | 'ends' | 'changed';
  readonly provider: string;
  readonly vehicle: string;
  readonly clients_before: number;
  readonly clients_after: number;
  readonly day_before_pence: number;
  readonly day_after_pence: number;
}

/** One child for whom something changes. */
export interface ChangedChild {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  /** What changes, without the child's own reference before it. */
  readonly sentence: string;
  readonly pence: number;
}

/** A plan tried beside the one in use. */
export interface TrialView {
  readonly routes: readonly ChangedRoute[];
  readonly children: readonly ChangedChild[];
  /** Children settled for whom nothing at all changes. */
  readonly unaffected: number;
  readonly settled: number;
  readonly unallocated_more: number;
  readonly added_day_pence: number;
  readonly added_year_pence: number;
  readonly disruption_pence: number;
  readonly violations: readonly Violation[];
}

export interface RepairView {
  readonly contract_id: number;
  readonly contract_ref: string;
  readonly provider: string;
  readonly ends_on: string;
  readonly rehomed: readonly (Rehomed & {
    readonly ref: string;
    readonly name: string;
    readonly sentence: string;
  })[];
  /** The children of the contract are not among its children. */
  readonly trial: TrialView;
  /** Earlier hand-backs of this contract, the latest first. */
  readonly hand_backs: readonly HandBack[];
  readonly approved: boolean;
}

export interface RepairTaken {
  readonly sentence: string;
}
