import type { IsoDate } from '../calendar/dates.ts';

/** How a claim was answered. */
export const CLAIM_OUTCOMES = ['accepted', 'part', 'refused'] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** Words of each. */
export const CLAIM_OUTCOME_WORDS: Readonly<Record<ClaimOutcome, string>> = {
  accepted: 'Accepted',
  part: 'Accepted in part',
  refused: 'Refused',
};

/** What a claim was weighed at when it was recorded: kept as it was, though prices and settings move on. Fractions and pence. */
export interface ClaimWeighed {
  readonly on: IsoDate;
  readonly contracts: number;
  readonly year_pence: number;
  readonly asked_year_pence: number;
  readonly fuel: readonly [number, number];
  readonly explained: readonly [number, number];
  readonly sentences: readonly string[];
  readonly gaps: readonly string[];
}

/** A rise that a provider asks for, on one contract or on all of its own. */
export interface ClaimGivenIn {
  readonly provider: string;
  /** '' for every contract of the provider. */
  readonly contract_ref: string;
  /** A fraction: 0.12 is +12%. */
  readonly asked: number;
  readonly received_on: IsoDate;
  /** When the price was set, where the claim says it; null: by the contracts. */
  readonly priced_on: IsoDate | null;
  /** What the provider says, in its words or shortly. */
  readonly said: string;
  readonly weighed: ClaimWeighed;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
}

/** An answer to a claim. The latest counts; those before stay. */
export interface ClaimAnswer {
  readonly id: number;
  readonly claim_id: number;
  readonly outcome: ClaimOutcome;
  /** What was agreed, a fraction: the rise asked for where accepted, 0 where refused. */
  readonly agreed: number;
  readonly on: IsoDate;
  readonly by: string;
  readonly why: string;
}

/** A claim with its answers, oldest first. */
export interface ClaimRecord extends ClaimGivenIn {
  readonly id: number;
  readonly answers: readonly ClaimAnswer[];
}
