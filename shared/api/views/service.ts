/** Who has transport, and the steps of a route to it. Times in seconds after midnight. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { DayMask } from '../../calendar/day-mask.ts';
import type { RouteState, ServiceStep } from '../../model/service.ts';
import type { NotYet, Reason } from '../../service/reasons.ts';
import type { ChildStatus } from '../../service/status.ts';

/** A reason with how many have it as their first. */
export interface ReasonCount {
  readonly code: NotYet;
  readonly label: string;
  readonly count: number;
  /** The first day since which it is so for any of them; null where it is recorded for none. */
  readonly since: IsoDate | null;
}

/** A child's answer to "who collects me, when, and is it confirmed?". */
export interface TransportAnswer extends ChildStatus {
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  readonly school_urn: number | null;
  readonly first_day: IsoDate | null;
  readonly needs: { readonly mornings: DayMask; readonly afternoons: DayMask };
}

/** A window of the list of everyone who is to be carried. */
export interface TransportPage {
  /** Null: each child on the day that counts for them. */
  readonly on: IsoDate | null;
  /** Everyone who is to be carried, and of them in place: whatever the filter. */
  readonly clients: number;
  readonly in_place: number;
  readonly reasons: readonly ReasonCount[];
  readonly schools: readonly { readonly urn: number; readonly name: string; readonly without: number }[]; // prettier-ignore
  /** How many the filter leaves. */
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly TransportAnswer[];
}

/** One child's answer on the day that counts and on a day asked for, with the steps of the routes that carry them. */
export interface ChildTransport {
  /** Null: the child is not to be carried. */
  readonly status: TransportAnswer | null;
  readonly routes: readonly { readonly route_ref: string; readonly steps: readonly ServiceStep[] }[]; // prettier-ignore
}

/** A route between a plan and a vehicle at the door. */
export interface RouteService {
  readonly route_ref: string;
  readonly contract_id: number | null;
  readonly contract_ref: string;
  readonly provider: string;
  readonly state: RouteState;
  readonly since: IsoDate | null;
  /** Latest first. */
  readonly steps: readonly ServiceStep[];
  /** Each child aboard, on the day that counts for them. */
  readonly children: readonly {
    readonly client_id: number;
    readonly ref: string;
    readonly name: string;
    readonly in_place: boolean;
    readonly reasons: readonly Reason[];
  }[];
  /** Why its contract cannot be confirmed now; null where it is not let. */
  readonly confirm_problems: readonly string[] | null;
  /** Nobody and nothing of its provider is assigned: confirming rests on the provider's word alone. */
  readonly nobody_assigned: boolean;
}

/** A contract as it is listed to be confirmed. */
export interface ConfirmRow {
  readonly contract_id: number;
  readonly contract_ref: string;
  readonly route_ref: string;
  readonly provider: string;
  readonly school: string;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  /** Children aboard, and how many of them the provider has not confirmed. */
  readonly children: number;
  readonly not_confirmed: number;
  readonly nobody_assigned: boolean;
  /** Every reason why not; empty: it can be confirmed. */
  readonly problems: readonly string[];
}
