/** What a child has beside the record that imports fill: more addresses, settings of education, care, and moves with their day. */
import type { IsoDate, Weekday } from '../calendar/dates.ts';
import type { AwardLegs, AwardPower } from './decision.ts';

export const ADDRESS_KINDS = [
  'home',
  'other_parent',
  'foster',
  'short_break',
  'childcare',
  'residential',
] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** Short breaks and childcare are carried at the council's discretion, never as of right. */
export const DISCRETIONARY: readonly AddressKind[] = ['short_break', 'childcare'];

/** How often the legs are run: each day, or at the ends of weeks or terms for a residential school. */
export const RHYTHMS = ['daily', 'weekly', 'termly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const BUDGETS = ['education', 'social_care', 'other_authority'] as const;
export type Budget = (typeof BUDGETS)[number];

/** A stretch of days, both ends included; no end: it goes on. */
export interface Span {
  readonly from_on: IsoDate;
  readonly to_on: IsoDate | null;
}

/** An address as an officer gives it. A home without an address of its own is the record's. */
export interface AddressGiven extends Span {
  readonly kind: AddressKind;
  readonly address: string;
  readonly postcode: string;
  /** Days of the school week; empty for weekly and termly legs. */
  readonly days: readonly Weekday[];
  readonly legs: AwardLegs;
  readonly rhythm: Rhythm;
  readonly power: AwardPower;
  readonly budget: Budget;
  /** Which other authority pays, or what else there is to say of the budget. */
  readonly budget_note: string;
  readonly protected: boolean;
  readonly note: string;
}

/** A kept address with the position of its postcode, where that is known. */
export interface ClientAddress extends AddressGiven {
  readonly id: number;
  readonly lat: number | null;
  readonly lon: number | null;
}

export const PLACEMENT_KINDS = [
  'school',
  'pru',
  'section_19',
  'eotas',
  'college',
  'independent',
  'out_of_county',
] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** A setting of education beside the school in the record. */
export interface PlacementGiven extends Span {
  readonly kind: PlacementKind;
  /** Null where it is none of the list: a tutor, a provider, a place in another county. */
  readonly school_urn: number | null;
  readonly name: string;
  readonly days: readonly Weekday[];
  readonly note: string;
}
export interface ClientPlacement extends PlacementGiven {
  readonly id: number;
}

/** A child looked after: by whom, and who pays for transport. */
export interface CareGiven extends Span {
  /** The responsible authority. */
  readonly authority: string;
  readonly recharge: boolean;
  readonly note: string;
}
export interface ClientCare extends CareGiven {
  readonly id: number;
}

export const MOVE_KINDS = ['address', 'school'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** What a move makes necessary to look at again. */
export const LOOK_AGAIN = ['eligibility', 'route', 'walking_route'] as const;
export type LookAgain = (typeof LOOK_AGAIN)[number];

/** A change of home or school, with its day; what was before is kept. */
export interface ClientMove {
  readonly id: number;
  readonly kind: MoveKind;
  readonly on: IsoDate;
  readonly signed_by: string;
  readonly note: string;
  readonly before: string;
  readonly after: string;
  /** What goes into the record. */
  readonly home_address: string;
  readonly postcode: string;
  readonly school_urn: number | null;
  /** False while the day lies beyond the first day that is planned for. */
  readonly taken_in: boolean;
  readonly looked_at: readonly {
    readonly what: LookAgain;
    readonly on: IsoDate;
    readonly by: string;
  }[];
}

/** All of it, oldest first. */
export interface Particulars {
  readonly addresses: readonly ClientAddress[];
  readonly placements: readonly ClientPlacement[];
  readonly care: readonly ClientCare[];
  readonly moves: readonly ClientMove[];
}
