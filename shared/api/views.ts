/** What the host tells the screens: read models, ready to draw. Money in pence, lengths in metres, times in seconds. */
import type { Application, Client, Need, Phase } from '../model/client.ts';
import type { Contract } from '../model/contract.ts';
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import type { ImportKind, ImportReport } from '../model/import.ts';
import type { AuditReport, Plan, PlannedRoute, Unallocated } from '../model/plan.ts';
import type { School } from '../model/school.ts';
import type { Failure } from '../kernel/result.ts';

export interface AppInfo {
  readonly version: string;
  /** null while no store is open. */
  readonly store: StoreInfo | null;
  /** Stores seen before, newest first. */
  readonly recent: readonly {
    readonly path: string;
    readonly name: string;
    readonly encrypted: boolean;
  }[];
  readonly shell: 'electron' | 'browser';
}

export interface StoreInfo {
  readonly path: string;
  readonly name: string;
  readonly demo: boolean;
  readonly encrypted: boolean;
  readonly county: string;
  /** The day the screens count from: the invented county's own day, else today. */
  readonly today: IsoDate;
  readonly year: AcademicYear;
  /** Deadline for letters, 1 August unless set otherwise. */
  readonly deadline_on: IsoDate;
  readonly last_backup: IsoDate | null;
}

/** A number that opens its list: the filter to give to `applications/query`. */
export interface Count {
  readonly count: number;
  readonly of: number;
  readonly filter: ApplicationFilter;
}

export interface Today {
  readonly clients: number;
  readonly applications: number;
  readonly without_transport: Count;
  readonly unallocated: Count;
  readonly planned_unconfirmed: Count;
  readonly unallocated_by_reason: readonly {
    readonly reason: string;
    readonly label: string;
    readonly count: number;
    readonly filter: ApplicationFilter;
  }[];
  /** Negative after it. */
  readonly days_to_deadline: number;
  readonly deadline_on: IsoDate;
  /** Clients by their own first day, soonest first. */
  readonly first_days: readonly {
    readonly on: IsoDate;
    readonly days: number;
    readonly clients: number;
    readonly without_transport: number;
    readonly filter: ApplicationFilter;
  }[];
  readonly late: Count;
  readonly gaps: readonly { readonly key: string; readonly label: string; readonly count: Count }[];
  readonly tif_complete: Count;
  /** Kerbside's own completeness, beside the council's claim. */
  readonly tif_complete_checked: Count;
  readonly provisional: Count;
  readonly held: Count;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
  readonly pressure_pence: number;
  /** One sentence: what the change is mostly made of. */
  readonly pressure_sentence: string;
  readonly plan: PlanSummary | null;
}

export interface PlanSummary {
  readonly id: number;
  readonly made_on: IsoDate;
  readonly status: Plan['status'];
  readonly distance_basis: Plan['distance_basis'];
  readonly seed: number;
  readonly routes: number;
  readonly new_routes: number;
  readonly clients: number;
  readonly unallocated: number;
  readonly provisional: number;
  readonly over_guide: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly audit: AuditReport;
  /** Data changed since the plan was made: what, as sentences; empty when current. */
  readonly stale: readonly string[];
}

export const TRANSPORT_STATES = [
  'in_place',
  'planned',
  'unallocated',
  'not_planned',
  'closed',
] as const;
/** `in_place`: a confirmed contract carries the client; `planned`: on a route without one; `not_planned`: no plan made yet. */
export type TransportState = (typeof TRANSPORT_STATES)[number];

/** Every part is optional and all given parts must hold. */
export interface ApplicationFilter {
  readonly text?: string | undefined;
  readonly status?: readonly string[] | undefined;
  readonly transport?: readonly TransportState[] | undefined;
  /** Not in_place and not closed. */
  readonly without_transport?: boolean | undefined;
  readonly reason?: string | undefined;
  /** no_position, no_school, no_tif, tif_incomplete, questions, school_no_position */
  readonly gap?: string | undefined;
  readonly held?: boolean | undefined;
  readonly late?: boolean | undefined;
  readonly provisional?: boolean | undefined;
  /** Only summer requests (true) or only clients already carried (false). */
  readonly has_application?: boolean | undefined;
  readonly tif?: 'complete' | 'incomplete' | 'checked_complete' | 'none' | undefined;
  readonly school_urn?: number | undefined;
  readonly district?: string | undefined;
  readonly need?: string | undefined;
  readonly type?: string | undefined;
  readonly first_day?: string | undefined;
  readonly ids?: readonly number[] | undefined;
}

export const APPLICATION_SORTS = [
  'ref',
  'name',
  'school',
  'received',
  'status',
  'need',
  'tif',
  'transport',
  'first_day',
  'district',
] as const;
export type ApplicationSort = (typeof APPLICATION_SORTS)[number];

/** A row of the list. */
export interface ApplicationRow {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  readonly school_urn: number | null;
  readonly need: Need | null;
  readonly year_group: number | null;
  readonly type: string;
  readonly received_on: IsoDate | null;
  readonly late: boolean;
  /** '' for a client already carried, with no request this summer. */
  readonly status: string;
  readonly tif: 'complete' | 'incomplete' | 'none' | 'not_needed';
  readonly position_source: Client['position_source'];
  readonly district: string;
  readonly transport: TransportState;
  readonly reason: string;
  readonly first_day: IsoDate | null;
  readonly held: boolean;
  readonly protected_address: boolean;
}

export interface ApplicationPage {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly ApplicationRow[];
}

/** Choices for the filters, with how many of each. */
export interface ApplicationFacets {
  readonly statuses: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
  }[];
  readonly types: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
  }[];
  readonly needs: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
  }[];
  readonly schools: readonly {
    readonly value: number;
    readonly label: string;
    readonly count: number;
  }[];
  readonly districts: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
  }[];
}

export interface SavedView {
  readonly id: number;
  readonly name: string;
  readonly filter: ApplicationFilter;
  readonly sort: ApplicationSort;
  readonly descending: boolean;
}

export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly ref: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** 'School changed from X to Y by import of summer.csv' */
  readonly sentence: string;
}

export interface TifSection {
  readonly key: string;
  readonly label: string;
  readonly complete: boolean;
  /** Missing answers, each named. */
  readonly missing: readonly string[];
}

export interface CasePage {
  readonly client: Client;
  readonly application: Application | null;
  readonly school: School | null;
  readonly district_name: string;
  readonly phase: Phase | null;
  readonly transport: TransportState;
  readonly reason: Unallocated | null;
  readonly route: PlannedRoute | null;
  readonly contract: Contract | null;
  readonly tif_sections: readonly TifSection[];
  /** Estimated or measured, home to school. */
  readonly straight_line_m: number | null;
  readonly distance_m: number | null;
  readonly distance_basis: 'estimated' | 'road' | 'unknown';
  readonly cost_day_pence: number | null;
  readonly late: boolean;
  readonly siblings: readonly {
    readonly client_id: number;
    readonly ref: string;
    readonly name: string;
  }[];
  readonly history: readonly HistoryEntry[];
  readonly previous_ref: string | null;
  readonly next_ref: string | null;
}

export interface MapData {
  /** Parallel arrays, one entry a client with a position. Names never travel with them. */
  readonly homes: {
    readonly client_id: readonly number[];
    readonly lat: readonly number[];
    readonly lon: readonly number[];
    readonly school_urn: readonly number[];
    /** Index into TRANSPORT_STATES. */
    readonly state: readonly number[];
  };
  readonly schools: readonly MapSchool[];
  readonly districts: readonly MapDistrict[];
  readonly protected_hidden: number;
}

export interface MapSchool {
  readonly urn: number;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly type_group: string;
  readonly clients: number;
  readonly routes: number;
  readonly unallocated: number;
  readonly cost_day_pence: number;
}

export interface MapDistrict {
  readonly code: string;
  readonly name: string;
  readonly own: boolean;
  readonly lat: number;
  readonly lon: number;
  /** Parsed geometry, null where no boundary was imported: draw a labelled circle. */
  readonly geometry: {
    readonly type: 'MultiPolygon';
    readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
  } | null;
  readonly clients: number;
}

/** The built-in map: land rings as [lon, lat] and places, cut to the county's surroundings. */
export interface BaseMap {
  readonly land: MapDistrict['geometry'];
  readonly places: readonly {
    readonly name: string;
    readonly lat: number;
    readonly lon: number;
    readonly population: number;
  }[];
  readonly sources: string;
}

export interface RouteRow {
  readonly id: number;
  readonly ref: string;
  readonly school_urn: number;
  readonly school: string;
  readonly provider: string;
  readonly vehicle: string;
  readonly clients: number;
  readonly seats: number;
  readonly wheelchairs: number;
  readonly assistant: boolean;
  readonly fixed: boolean;
  readonly confirmed: boolean;
  readonly distance_m: number;
  readonly duration_s: number;
  readonly longest_ride_s: number;
  readonly over_guide: number;
  readonly provisional: number;
  readonly violations: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
}

export interface RouteDetail {
  readonly route: PlannedRoute;
  readonly row: RouteRow;
  readonly school: School | null;
  readonly vehicle_name: string;
  readonly stops: readonly {
    readonly client_id: number;
    readonly ref: string;
    /** First name and surname; for officers only, never on a provider's sheet. */
    readonly name: string;
    readonly postcode: string;
    readonly lat: number;
    readonly lon: number;
    readonly protected_address: boolean;
    readonly wheelchair: boolean;
    readonly needs_assistant: boolean;
    readonly cost_day_pence: number;
  }[];
  readonly violations: AuditReport['violations'];
  readonly contract: Contract | null;
}

export const BREAKDOWNS = [
  'school',
  'district',
  'need',
  'phase',
  'provider',
  'client',
  'vehicle',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** One row of a breakdown; rows add up to the plan's cost to the penny. */
export interface CostRow {
  readonly key: string;
  readonly label: string;
  readonly clients: number;
  readonly routes: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
  /** Year's cost a client, pence. */
  readonly per_client_pence: number;
  readonly mean_distance_m: number | null;
}

export interface WaterfallBar {
  readonly key: string;
  readonly label: string;
  readonly pence: number;
  /** total: stands on zero; change: floats. */
  readonly kind: 'total' | 'change';
  /** How it was reckoned and what it assumes. */
  readonly note: string;
  readonly estimated: boolean;
}

export interface CostOverview {
  readonly year: AcademicYear;
  readonly last_year: AcademicYear;
  readonly lines: readonly {
    readonly key: string;
    readonly label: string;
    readonly day_pence: number;
    readonly year_pence: number;
    readonly estimated: boolean;
  }[];
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
  readonly pressure_pence: number;
  readonly clients: number;
  readonly per_client_pence: number;
  readonly waterfall: readonly WaterfallBar[];
  readonly headline: string;
  readonly placement: PlacementCost;
  readonly fuel: FuelBasis;
  readonly assumptions: readonly Assumption[];
  readonly distance_basis: 'estimated' | 'road';
}

/** The part of the cost due to placement beyond the nearest suitable school. */
export interface PlacementCost {
  readonly excess_year_pence: number;
  readonly clients_beyond: number;
  readonly clients_nearest: number;
  readonly cannot_tell: number;
  readonly excess_distance_m: number;
  readonly rows: readonly {
    readonly school_urn: number;
    readonly school: string;
    readonly clients: number;
    readonly excess_year_pence: number;
    readonly mean_excess_m: number;
  }[];
  readonly note: string;
}

export interface FuelBasis {
  /** Hundredths of a penny a litre, diesel. */
  readonly base: number;
  readonly base_label: string;
  readonly today: number | null;
  readonly today_on: IsoDate | null;
  readonly share_low: number;
  readonly share_high: number;
  /** Pence of the year's cost that moves with the pump price at the base price. */
  readonly fuel_year_pence: number;
  readonly litres_year: number;
  readonly note: string;
  readonly history: readonly { readonly on: IsoDate; readonly diesel: number }[];
}

export interface FuelEffect {
  readonly diesel: number;
  readonly change_year_pence: number;
  readonly cost_year_pence: number;
  readonly change_percent: number;
  readonly low_pence: number;
  readonly high_pence: number;
  readonly sentence: string;
}

export interface Assumption {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly from_on: IsoDate;
  readonly source: string;
  readonly estimated: boolean;
}

export type JobState = 'running' | 'done' | 'failed' | 'cancelled';

/** Long work: its stage, how far it is (0 to 1, null where unknown), and its end. */
export interface Job {
  readonly id: string;
  readonly kind: 'import' | 'plan' | 'export' | 'demo' | 'backup' | 'restore';
  readonly label: string;
  readonly state: JobState;
  readonly stage: string;
  readonly progress: number | null;
  readonly error: Failure | null;
  readonly result: JobResult | null;
}

export type JobResult =
  | { readonly kind: 'import'; readonly report: ImportReport }
  | { readonly kind: 'plan'; readonly plan_id: number }
  | {
      readonly kind: 'export';
      readonly file_id: string;
      readonly name: string;
      readonly bytes: number;
    }
  | { readonly kind: 'demo'; readonly path: string }
  | { readonly kind: 'backup'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'restore'; readonly path: string };

/** Sent to every screen as it happens. */
export type HostEvent =
  | { readonly type: 'job'; readonly job: Job }
  | {
      readonly type: 'changed';
      readonly areas: readonly ('store' | 'applications' | 'plan' | 'data' | 'settings')[];
    };

export interface DataOverview {
  readonly kinds: readonly {
    readonly kind: ImportKind;
    readonly label: string;
    readonly explains: string;
    readonly rows: number;
    readonly last: ImportReport | null;
    readonly source: string;
  }[];
  readonly reports: readonly Omit<ImportReport, 'rows'>[];
  readonly held: readonly ApplicationRow[];
  readonly backups: readonly BackupInfo[];
}

export interface BackupInfo {
  readonly path: string;
  readonly name: string;
  readonly made_at: string;
  readonly bytes: number;
  readonly verified: boolean;
  /** before import, daily, by hand */
  readonly reason: string;
}

export interface SearchHit {
  readonly kind: 'client' | 'school' | 'route' | 'provider';
  readonly id: number | string;
  readonly title: string;
  readonly detail: string;
}
