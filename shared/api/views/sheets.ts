/** Providers' sheets, rides over their limit, and what changed since a day, as the screens ask for them. Times in seconds. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ClinicalWaiver, GuideReason } from '../../model/ride-record.ts';

/** What is recorded of one child's ride. */
export interface RideRecords {
  readonly client_id: number;
  readonly ref: string;
  /** Null where there is none. */
  readonly clinical_limit_s: number | null;
  /** Oldest first, those withdrawn among them. */
  readonly waivers: readonly ClinicalWaiver[];
  readonly reasons: readonly GuideReason[];
  /** The waiver that counts today; null for none. */
  readonly waiver_in_force: number | null;
  /** The ride of the plan in use; null where it carries the child not at all. */
  readonly ride: {
    readonly route_ref: string;
    readonly direct_s: number;
    readonly planned_s: number;
    readonly limit_s: number;
    readonly limit_kind: 'advisory' | 'clinical';
    /** The reason that covers it; null where none is wanted or none is recorded. */
    readonly reason: number | null;
  } | null;
}

/** One ride over its limit. */
export interface OverLimitRow {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly route_id: number;
  readonly route_ref: string;
  readonly school: string;
  readonly limit_s: number;
  readonly limit_kind: 'advisory' | 'clinical';
  readonly direct_s: number;
  readonly planned_s: number;
  /** The reason or waiver that covers it, in words; '' where one is wanted. */
  readonly covered_by: string;
  readonly covered_on: IsoDate | null;
}

/** Rides of the plan in use that go over their limit, those that want a reason first. */
export interface OverLimitPage {
  readonly wanted: number;
  readonly recorded: number;
  readonly rows: readonly OverLimitRow[];
}
