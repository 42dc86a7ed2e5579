/** What a placement costs at one school, and a provision that is thought of. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Position } from '../geo/position.ts';
import type { Need, Phase } from './client.ts';

/** Which fee of a school it is: one of each of these. */
export interface PlacementFeeKey {
  readonly school_urn: number;
  readonly from_on: IsoDate;
  /** null: of every need, or of every phase. */
  readonly need: Need | null;
  readonly phase: Phase | null;
}

/** A school's own fee from a day on: goes before the fee of its type. */
export interface PlacementFee extends PlacementFeeKey {
  /** Whole pence a year. */
  readonly fee_pence: number;
  readonly source: string;
}

/** The most that a year's placement may be said to cost, pence: a million pounds. */
export const MOST_FEE_PENCE = 100_000_000;

/** Whether a value is a year's fee: whole pence. */
export function isFee(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_FEE_PENCE
  );
}

/** `distance`: places go to whom they save the most miles; `saving`: to whom they save the most pounds of transport. */
export const PROVISION_RULES = ['distance', 'saving'] as const;
export type ProvisionRule = (typeof PROVISION_RULES)[number];

/** A provision that might be opened: what it would take, and where. */
export interface NewProvision extends Position {
  readonly name: string;
  readonly needs: readonly Need[];
  /** None: every phase that its ages hold. */
  readonly phases: readonly Phase[];
  /** Ages on 1 September, both included. */
  readonly age_from: number;
  readonly age_to: number;
  readonly places: number;
  readonly opens_on: IsoDate;
  readonly rule: ProvisionRule;
}

/** A provision as it was saved under its name. */
export interface SavedProvision {
  readonly id: number;
  readonly saved_on: IsoDate;
  readonly provision: NewProvision;
}
