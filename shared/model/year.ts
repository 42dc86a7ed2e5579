/** What happens while contracts run: who was away, when a provider did not come, and what a run that nobody needs still costs. */
import type { IsoDate } from '../calendar/dates.ts';

export const ABSENCE_KINDS = ['child', 'school', 'provider'] as const;
/** A child away; a school shut at short notice; a provider who did not come. */
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const ABSENCE_LEGS = ['both', 'morning', 'afternoon'] as const;
export type AbsenceLegs = (typeof ABSENCE_LEGS)[number];

/** When the provider was told: a day, and seconds after its midnight. */
export interface ToldAt {
  readonly on: IsoDate;
  readonly s: number;
}

/** Days on which somebody was not there. Exactly one of `client_id`, `urn`, `contract_id`, as its kind says. */
export interface Absence {
  readonly id: number;
  readonly kind: AbsenceKind;
  readonly client_id: number | null;
  readonly urn: number | null;
  readonly contract_id: number | null;
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  readonly legs: AbsenceLegs;
  /** null: not told, or not known. Of a provider who did not come it says nothing. */
  readonly told: ToldAt | null;
  readonly why: string;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
  /** Entered by mistake: kept, and no longer counted. */
  readonly withdrawn: { readonly on: IsoDate; readonly by: string; readonly why: string } | null;
}

/** When a run that nobody needs must be called off, and what is paid for it then. */
export interface StandDownRule {
  /** By when: so many working days before the day itself, and the time of that day, seconds after midnight. */
  readonly days_before: number;
  readonly by_s: number;
  /** Percent of the day's price still paid for a run that was called off in time; one that was not is paid whole. */
  readonly share_percent: number;
}

/** A contract's own rule, where it has one. */
export interface ContractRule extends StandDownRule {
  readonly contract_id: number;
  /** Where it is written: `Contract TC-1042, clause 14`. */
  readonly source: string;
}
