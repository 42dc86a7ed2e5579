import type { StopPlace } from './stop-place.ts';
import type { RideLimitKind } from './client.ts';
import type { DayMask } from '../calendar/day-mask.ts';
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';

export const UNALLOCATED_REASONS = [
  'no_position',
  'no_school',
  'school_no_position',
  'clinical_limit',
  'no_vehicle',
  'conflict',
  'held',
  /** By a person, with their reason. */
  'taken_off',
  'too_heavy',
  'no_access',
  'contradiction',
  'unreachable',
] as const;
export type UnallocatedReason = (typeof UNALLOCATED_REASONS)[number];

export interface Unallocated {
  readonly client_id: number;
  readonly reason: UnallocatedReason;
  /** A sentence: what stands in the way and what would mend it. */
  readonly detail: string;
  /** The days without a vehicle, where the client is on a route on others; absent: all their days. */
  readonly days?: DayMask;
}

/** A school at which a shared route calls. */
export interface SchoolCall {
  readonly school_urn: number;
  /** Seconds after midnight. */
  readonly arrive_s: number;
  /** When it leaves this school in the afternoon. */
  readonly depart_s: number;
  /** Its place among the calls of the afternoon: 1 is the first. */
  readonly home_order: number;
  /** A planner put the calls of the morning, or those of the afternoon, in this order: it stays whatever bells and rides say. Of all calls or none. */
  readonly there_by_hand?: true;
  readonly home_by_hand?: true;
}

export interface PlannedStop {
  readonly client_id: number;
  /** The school that the client goes to, on a route that serves several; absent: the route's. */
  readonly school_urn?: number;
  /** Which address: `home` of the record, or another on some days. */
  readonly place: StopPlace;
  /** Days on which the client is collected here, and on which they are brought here. Times are those of the fullest of these days. */
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
  /** Seconds after midnight when the vehicle stands at the home. */
  readonly pick_up_s: number;
  /** From the end of this client's boarding to arrival, seconds. */
  readonly ride_s: number;
  readonly limit_s: number;
  readonly limit_kind: RideLimitKind;
  /** Direct travel time home to school, seconds. */
  readonly direct_s: number;
  readonly direct_m: number;
  /** Place in the order of the afternoon: 1 is let off first. */
  readonly drop_off_order: number;
  /** Seconds after midnight when the vehicle is back at the home. */
  readonly drop_off_s: number;
  /** From leaving the school to the home, seconds. */
  readonly home_ride_s: number;
  /** Direct travel time school to home, seconds. */
  readonly home_direct_s: number;
  /** On this stop already by a running contract. */
  readonly fixed: boolean;
  /** No decision or no complete TIF yet. */
  readonly provisional: boolean;
}

/** What a line of a route's cost is for: of a running contract the first three, of a new route by the rate card the others. */
export type CostKind =
  | 'contract'
  | 'contract_assistant'
  | 'variation'
  | 'fixed'
  | 'distance'
  | 'dead_mileage'
  | 'time'
  | 'minimum'
  | 'assistant';

/** One line of what a route costs a day. The lines add up to the route's cost. */
export interface CostLine {
  readonly kind: CostKind;
  readonly label: string;
  /** How it was reckoned, in words with its numbers. */
  readonly working: string;
  readonly pence: number;
  readonly estimated: boolean;
}

export interface PlannedRoute {
  readonly id: number;
  /** Shown to people: the contract's route reference, or `MEA-014` for a new route. */
  readonly ref: string;
  /** Null where the contract's school is not among the schools: it runs all the same. Of several schools the last of the morning. */
  readonly school_urn: number | null;
  /** The schools of a shared route in the order of the morning's calls, two at least; absent where it serves one. */
  readonly calls?: readonly SchoolCall[];
  readonly vehicle_class: string;
  /** Seats and wheelchair spaces of the layout used. */
  readonly seats: number;
  readonly wheelchairs: number;
  readonly assistant: boolean;
  /** The running contract this route goes on from; null for a new route. */
  readonly contract_id: number | null;
  readonly provider: string;
  /** A contract confirmed for its clients' first day. */
  readonly confirmed: boolean;
  /** First pick-up to school, metres. */
  readonly distance_m: number;
  /** `road` where the whole way is measured on a road network; absent or `estimated` where any part is not. */
  readonly distance_basis?: 'estimated' | 'road';
  readonly duration_s: number;
  /** School to the last home in the afternoon: metres, and seconds with everyone's alighting. The price rests on the morning. */
  readonly home_m: number;
  readonly home_duration_s: number;
  /** At the school in the morning, seconds after midnight. */
  readonly arrive_s: number;
  /** Leaves the school in the afternoon, seconds after midnight. */
  readonly depart_s: number;
  /** True where neither planning nor an edit may change it; absent otherwise. */
  readonly locked?: boolean;
  /** In pick-up order. */
  readonly stops: readonly PlannedStop[];
  readonly cost: readonly CostLine[];
  readonly cost_day_pence: number;
  readonly days_a_year: number;
  /** cost_day_pence x days_a_year. */
  readonly cost_year_pence: number;
}

/** A finding of the independent audit. */
export interface Violation {
  readonly code: string;
  readonly severity: 'broken' | 'notice';
  readonly route_ref: string;
  readonly client_id: number | null;
  /** A sentence. */
  readonly text: string;
}

export interface AuditReport {
  readonly passed: boolean;
  readonly checked_routes: number;
  readonly checked_clients: number;
  readonly violations: readonly Violation[];
}

export interface Plan {
  readonly id: number;
  readonly made_on: IsoDate;
  readonly year: AcademicYear;
  readonly seed: number;
  readonly status: 'draft' | 'approved' | 'superseded';
  /** How distances were had: `estimated` (straight line x factor) throughout, or `road` where the network reaches. */
  readonly distance_basis: 'estimated' | 'road';
  /** The road network's file and days in words; absent or '' where distances are estimated. */
  readonly roads?: string;
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  readonly audit: AuditReport;
}
