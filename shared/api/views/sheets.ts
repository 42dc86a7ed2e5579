/** Providers' sheets, rides over their limit, and what changed since a day, as the screens ask for them. Times in seconds. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ClinicalWaiver, GuideReason } from '../../model/ride-record.ts';
import type { IssuedSheet, StopField } from '../../model/route-sheet.ts';
import type { StaleReason } from '../../service/papers/stale.ts';
import type { ChildChange } from '../../service/changes.ts';

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

/** One child of the change list. */
export interface ChangeRow extends ChildChange {
  readonly ref: string;
  readonly name: string;
}

/** What changed for whom between the end of a day and now. */
export interface ChangesPage {
  readonly asked: IsoDate;
  /** The day asked for, or the first one of which anything is known. */
  readonly since: IsoDate;
  /** The first day compared of stops made on some days: later than `since` where they were not yet noted. */
  readonly parts_since: IsoDate;
  readonly on: IsoDate;
  /** The weightiest first. */
  readonly rows: readonly ChangeRow[];
}

/**
 * Where a route's sheet stands: `unlet` no provider to give it to; `none` never given out, or withdrawn; `changed` no longer as it
 * was given out; `current`.
 */
export type SheetState = 'unlet' | 'none' | 'changed' | 'current';

/** One route of the plan in use with its sheet. */
export interface SheetRow {
  readonly route_id: number;
  readonly route_ref: string;
  readonly school: string;
  readonly provider: string;
  readonly clients: number;
  readonly state: SheetState;
  /** The version in force, null where there is none. */
  readonly version: number | null;
  readonly issued_on: IsoDate | null;
  /** Things printed on it that must be known before driving. */
  readonly warnings: number;
  /** Why the sheet in force is no longer so; empty where there is none or it stands. */
  readonly why: readonly StaleReason[];
  /** Fields held back because of what their words say. */
  readonly held: number;
}

/** Every route of the plan in use with its sheet. */
export interface SheetsPage {
  /** Why no sheet can be made at all; null where they can. */
  readonly problem: string | null;
  readonly plan: { readonly id: number; readonly made_on: IsoDate; readonly draft: boolean } | null;
  readonly rows: readonly SheetRow[];
}

/** A sheet as it would be given out now, and what was given out before. */
export interface SheetPreview {
  readonly route_ref: string;
  readonly state: SheetState;
  readonly version: number;
  /** The paper itself; '' where there is none. */
  readonly html: string;
  /** Why the one in force is no longer so. */
  readonly why: readonly StaleReason[];
  /** Why there is none. */
  readonly why_not: string;
  readonly held: readonly {
    readonly ref: string;
    readonly field: StopField;
    readonly says: readonly string[];
  }[];
  /** Children aboard with a protected address, by reference; shown: their address stands on it. */
  readonly protected_addresses: readonly { readonly ref: string; readonly shown: boolean }[];
  /** The latest first; their content is not sent. */
  readonly issued: readonly Omit<IssuedSheet, 'content'>[];
}

/** How many families can be told. */
export interface FamilyDetailsPage {
  readonly ready: number;
  readonly protected_addresses: number;
  readonly lacking: readonly {
    readonly client_id: number;
    readonly ref: string;
    readonly name: string;
    readonly lacks: readonly string[];
  }[];
}
