/** Tests of a claim and of value, as the screens ask for them. Money in whole pence, lengths in metres. */
import type { Claim } from '../../pressure/claim.ts';
import type { PriceComparison, PriceGroup } from '../../pressure/value/out-of-line.ts';
import type { Alternative, WholeRoute } from '../../pressure/value/alternatives.ts';
import type { Training } from '../../pressure/value/training.ts';
import type { ClaimRecord, ClaimWeighed } from '../../model/claim.ts';
import type { LoneShareKind } from '../../planning/what-if/lone-shares.ts';

/** Claims so far, and what one can be made on. */
export interface ClaimsPage {
  readonly claims: readonly ClaimRecord[];
  readonly contracts: readonly {
    readonly ref: string;
    readonly provider: string;
    readonly route_ref: string;
    readonly school: string;
  }[];
  readonly providers: readonly { readonly name: string; readonly contracts: number }[];
}

/** Routes alike beside a contract: for officers, never for the provider's reply. */
export interface AlikeView {
  readonly sentences: readonly string[];
  readonly per_mile_pence: number | null;
  readonly median_per_mile_pence: number | null;
  readonly routes: readonly {
    readonly route_ref: string;
    readonly day_pence: number;
    readonly children: number;
    readonly both_ways_m: number;
    readonly per_mile_pence: number;
  }[];
}

/** A claim weighed. */
export interface ClaimView {
  readonly provider: string;
  readonly contract_ref: string;
  readonly weighed: ClaimWeighed;
  /** Each contract with what explains it; of one contract the only one. */
  readonly contracts: readonly (Claim & { readonly route_ref: string; readonly school: string })[];
  /** Of one contract alone. */
  readonly alike: AlikeView | null;
  /** Claims of the provider before, the latest first. */
  readonly before: readonly ClaimRecord[];
}

/** Prices beside routes alike; groups without their routes, which `value/peers` gives. */
export interface PricesPage extends Omit<PriceComparison, 'groups' | 'rows'> {
  readonly rows: readonly (PriceComparison['rows'][number] & { readonly school: string })[];
  readonly groups: number;
  readonly sources: readonly string[];
}

/** A group with its routes. */
export interface PeersPage extends Omit<PriceGroup, 'routes'> {
  readonly routes: readonly (PriceGroup['routes'][number] & { readonly school: string })[];
}

/** A child, named for an officer. */
export interface NamedChild {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
}

/** Routes that could be one. */
export interface LoneShareView {
  readonly kind: LoneShareKind;
  readonly school: string;
  readonly into_ref: string;
  readonly refs: readonly string[];
  readonly children: readonly NamedChild[];
  readonly saved_day_pence: number;
  readonly saved_year_pence: number;
  readonly longest_ride_s: number;
  readonly sentences: readonly string[];
  /** Someone leaves a contract: its notice runs first. */
  readonly releases: number;
}

/** A child who goes on alone, and why. */
export interface LoneView extends NamedChild {
  readonly route_ref: string;
  readonly school: string;
  readonly because: string;
  readonly cost_year_pence: number;
}

/** Lone taxis. `ready` false: they have to be looked at first. */
export interface LonePage {
  readonly ready: boolean;
  readonly lone: number;
  readonly lone_year_pence: number;
  readonly shares: readonly LoneShareView[];
  readonly saved_year_pence: number;
  readonly stay: readonly LoneView[];
  /** Authorised to travel alone until a day that has passed, or with no day. */
  readonly review_past: readonly (LoneView & { readonly until: string })[];
}

/** A seat beside other ways, with names. Lengths and mileage are null where the address is protected. */
export type AlternativeView = Omit<Alternative, 'straight_m' | 'way_m' | 'mileage'> &
  NamedChild & {
    readonly school: string;
    readonly straight_m: number | null;
    readonly way_m: number | null;
    readonly mileage: Alternative['mileage'] | null;
  };

/** What a .csv of value may hold. */
export const VALUE_EXPORTS = ['prices', 'lone', 'seats', 'training', 'candidates'] as const;
export type ValueExport = (typeof VALUE_EXPORTS)[number];

/** Which list of alternatives: by what a PTB or mileage is set beside. */
export const SEAT_LISTS = ['saves', 'share', 'mileage', 'cliffs', 'consents', 'training'] as const;
export type SeatList = (typeof SEAT_LISTS)[number];

/** PTB, mileage and training beside seats. `ready` false: what routes would save has to be worked out first. */
export interface SeatsPage {
  readonly ready: boolean;
  readonly clients: number;
  readonly counts: Readonly<Record<SeatList, number>>;
  /** Added up over the list `saves`: what the routes save less the budgets; and over `share`. */
  readonly saves_pence: number;
  readonly share_pence: number;
  /** A hundred at most, from `offset` on. */
  readonly rows: readonly AlternativeView[];
  readonly offset: number;
  readonly whole_routes: readonly (WholeRoute & { readonly school: string })[];
  readonly whole_pence: number;
  readonly cannot_tell: readonly { readonly because: string; readonly clients: number }[];
  readonly training: Training | null;
  readonly sources: readonly {
    readonly label: string;
    readonly value: string;
    readonly from_on: string;
    readonly source: string;
    readonly estimated: boolean;
  }[];
}
