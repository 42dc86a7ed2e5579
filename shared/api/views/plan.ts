/** The current plan, its routes and one route whole. Money in pence, lengths in metres, times in seconds. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { StreetLimit } from '../../casework/street-access.ts';
import type { Contract } from '../../model/contract.ts';
import type { RouteState } from '../../model/service.ts';
import type { AuditReport, Plan, PlannedRoute, SchoolCall } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';

export interface PlanSummary {
  readonly id: number;
  readonly made_on: IsoDate;
  readonly year: Plan['year'];
  readonly status: Plan['status'];
  readonly distance_basis: Plan['distance_basis'];
  readonly seed: number;
  readonly routes: number;
  readonly new_routes: number;
  readonly locked_routes: number;
  readonly clients: number;
  readonly unallocated: number;
  readonly provisional: number;
  readonly over_guide: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly audit: AuditReport;
  /** Data or road network changed since the plan was made: what, as sentences, the network first; empty when current. */
  readonly stale: readonly string[];
  /** Null where the plan is no trial. */
  readonly trial: { readonly name: string; readonly note: string } | null;
  /** Who approved it; '' for nobody. */
  readonly approved_by: string;
  /** Nothing changes a frozen plan but a new copy. */
  readonly frozen: { readonly by: string; readonly at: string } | null;
}

export interface RouteRow {
  readonly id: number;
  readonly ref: string;
  /** Null where the contract's school is not among the schools. */
  readonly school_urn: number | null;
  /** Of a shared route all of them: `Meadowfield and Harbour`. */
  readonly school: string;
  /** URNs in the order of the morning's calls. */
  readonly schools: readonly number[];
  readonly provider: string;
  readonly vehicle: string;
  readonly clients: number;
  readonly seats: number;
  readonly wheelchairs: number;
  readonly assistant: boolean;
  readonly fixed: boolean;
  readonly locked: boolean;
  /** Where it stands between a plan and a vehicle at the door, and since when; null where nobody recorded it. */
  readonly state: RouteState;
  readonly state_since: IsoDate | null;
  /** Children aboard without transport on their own first day; 0 in a trial, which is nobody's transport. */
  readonly without_transport: number;
  readonly distance_m: number;
  /** `road` where all of its way is measured by road. */
  readonly distance_basis: 'estimated' | 'road';
  readonly duration_s: number;
  /** Of either leg. */
  readonly longest_ride_s: number;
  readonly over_guide: number;
  readonly provisional: number;
  readonly violations: number;
  /** Open ones, reported while the route beds in. */
  readonly problems: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
}

export interface RouteDetail {
  readonly route: PlannedRoute;
  readonly row: RouteRow;
  readonly school: School | null;
  /** The calls of a shared route in the order of the morning; empty where it serves one school. */
  readonly calls: readonly (SchoolCall & { readonly school: string })[];
  readonly vehicle_name: string;
  /** What the crew must be trained in, by the needs of those aboard. */
  readonly competences: readonly string[];
  readonly stops: readonly {
    readonly client_id: number;
    readonly ref: string;
    /** First name and surname; for officers only, never on a provider's sheet. */
    readonly name: string;
    /** Who meets them at home, as the form says; '' where it does not. */
    readonly handover: string;
    /** `Other parent`, `Second address`; '' for the home of the record. */
    readonly address_words: string;
    readonly postcode: string;
    readonly lat: number;
    readonly lon: number;
    readonly protected_address: boolean;
    readonly wheelchair: boolean;
    /** Wheelchair and client together, of whoever travels in it; null where not known. */
    readonly weight_kg: number | null;
    /** What the street of the home keeps away, by the form; null: nothing. */
    readonly street: StreetLimit | null;
    readonly needs_assistant: boolean;
    /** Seats that equipment takes besides their own [A]. */
    readonly equipment_seats: number;
    /** Their school, on a route that several share; '' else. */
    readonly school: string;
    /** Taken off the contract by a person: the next plan may place them anew. */
    readonly released: boolean;
    readonly cost_day_pence: number;
  }[];
  readonly violations: AuditReport['violations'];
  readonly contract: Contract | null;
}
