/** What-ifs: tried beside the plan in use, none of it touching it. Money in pence. */
import type { TrialView } from './repairs.ts';

/** Vehicles that one after another could do two runs, before and after. */
export interface ChainsChange {
  readonly vehicles_fewer_before: number;
  readonly vehicles_fewer_after: number;
  readonly saving_day_before_pence: number;
  readonly saving_day_after_pence: number;
  /** Pairs with a route of the school that come or go, by reference. */
  readonly come: readonly string[];
  readonly go: readonly string[];
}

/** Lone routes that could be one. */
export interface LoneGroupView {
  readonly school: string;
  readonly into_ref: string;
  readonly refs: readonly string[];
  readonly children: readonly { readonly ref: string; readonly name: string }[];
  readonly saved_day_pence: number;
  readonly saved_year_pence: number;
  readonly disruption_pence: number;
  /** What changes, a sentence a child. */
  readonly sentences: readonly string[];
  readonly longest_ride_s: number;
}

export type WhatIfView =
  | {
      readonly what: 'retender' | 'bell';
      readonly school: string;
      readonly trial: TrialView;
      /** Only where a bell was moved. */
      readonly chains: ChainsChange | null;
      /** The name of the trial it was kept as, '' where it was not. */
      readonly kept_as: string;
    }
  | {
      readonly what: 'merge';
      readonly school: string;
      readonly lone: number;
      readonly groups: readonly LoneGroupView[];
      readonly stay: readonly {
        readonly ref: string;
        readonly child: string;
        readonly because: string;
      }[];
      readonly saved_day_pence: number;
      readonly saved_year_pence: number;
      readonly kept_as: string;
    };

/** What is asked. `school_urn` null: every school, for merging only. */
export type WhatIfAsked =
  | { readonly what: 'retender'; readonly school_urn: number }
  | { readonly what: 'bell'; readonly school_urn: number; readonly minutes: number }
  | { readonly what: 'merge'; readonly school_urn: number | null };
