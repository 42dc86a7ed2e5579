/** Runs that one vehicle could do, ready to draw. Times in seconds, lengths in metres, money in pence. */
import type { ChainRules } from '../../planning/chains/chain-times.ts';
import type { NotARun } from '../../planning/chains/chain-run.ts';

/** One route as a part of a chain. Times of the plan, seconds after midnight. */
export interface ChainRunRow {
  readonly route_id: number;
  readonly ref: string;
  readonly school_urn: number;
  readonly school: string;
  readonly provider: string;
  readonly vehicle: string;
  readonly clients: number;
  readonly is_new: boolean;
  readonly first_pick_up_s: number;
  readonly arrive_s: number;
  readonly depart_s: number;
  readonly home_at_s: number;
}

/** An empty way by the clock. */
export interface ChainHop {
  readonly leaves_s: number;
  readonly reaches_s: number;
  readonly empty_s: number;
  readonly empty_m: number;
}

/** Runs that one vehicle could do, two or more. */
export interface ChainRow {
  readonly id: number;
  /** In the order of the morning. */
  readonly run_ids: readonly number[];
  /** Among those counted: no route stands in two of them. */
  readonly chosen: boolean;
  /** By run: so much later than planned it reaches its school; below 0 earlier. */
  readonly moves_s: readonly number[];
  readonly hops: readonly ChainHop[];
  readonly spare_s: number;
  /** The afternoon: whether the runs go in the order of the morning, else turned round; its empty ways in its own order. */
  readonly same_order: boolean;
  readonly home_hops: readonly ChainHop[];
  readonly home_spare_s: number;
  /** By run, in the order of the morning: how long its children wait at school. */
  readonly waits_s: readonly number[];
  /** All empty ways measured on the road network. */
  readonly by_road: boolean;
  /** Whose vehicle stays: its place among the runs. */
  readonly keeps: number;
  readonly saving_day_pence: number;
  readonly saving_year_pence: number;
  readonly working: readonly { readonly text: string; readonly pence: number }[];
}

/** The whole answer. */
export interface ChainsPage {
  /** False where there is no plan yet. */
  readonly has_plan: boolean;
  readonly rules: ChainRules;
  /** What the setting allows, whatever was asked. */
  readonly setting_earlier_s: number;
  readonly setting_wait_s: number;
  readonly saved_percent: number;
  readonly runs_looked_at: number;
  readonly left_out: Readonly<Record<NotARun, number>>;
  /** Chains that fit in time and save nothing. */
  readonly unpaying: number;
  /** A counted chain spares one vehicle less than it has runs. */
  readonly vehicles_fewer: number;
  /** No choice of runs that follow each other could spare more vehicles than this. */
  readonly at_most: number;
  /** Whether no other choice saves more money; else none better was found. */
  readonly proven: boolean;
  /** There were too many chains to list them all. */
  readonly is_cut: boolean;
  readonly saving_day_pence: number;
  readonly saving_year_pence: number;
  readonly runs: readonly ChainRunRow[];
  /** Largest saving first. */
  readonly chains: readonly ChainRow[];
}
