/** Runs that one vehicle could do, ready to draw. Times in seconds, lengths in metres, money in pence. */
import type { ChainRules } from '../../planning/chains/chain-times.ts';
import type { NotARun } from '../../planning/chains/chain-run.ts';

/** One route as half of a pair. Times of the plan, seconds after midnight. */
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

/** Two runs that one vehicle could do: `first` before `second` in the morning. */
export interface ChainRow {
  readonly id: number;
  readonly first_id: number;
  readonly second_id: number;
  /** Among those counted: no route stands in two of them. */
  readonly chosen: boolean;
  /** The first run so much earlier, the second so much later than planned. */
  readonly earlier_s: number;
  readonly later_s: number;
  readonly leaves_s: number;
  readonly reaches_s: number;
  readonly empty_s: number;
  readonly empty_m: number;
  readonly spare_s: number;
  /** The afternoon: whether `first` goes first again, the empty way to the other school, and how long its children wait. */
  readonly same_order: boolean;
  readonly home_leaves_s: number;
  readonly home_reaches_s: number;
  readonly home_empty_s: number;
  readonly home_empty_m: number;
  readonly home_spare_s: number;
  readonly wait_s: number;
  /** Both empty ways measured on the road network. */
  readonly by_road: boolean;
  readonly keeps: 'first' | 'second';
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
  /** Pairs that fit in time and save nothing. */
  readonly unpaying: number;
  /** Each counted pair is one vehicle fewer. */
  readonly vehicles_fewer: number;
  readonly saving_day_pence: number;
  readonly saving_year_pence: number;
  readonly runs: readonly ChainRunRow[];
  /** Largest saving first. */
  readonly pairs: readonly ChainRow[];
}
