import type { IsoDate, Weekday } from '../calendar/dates.ts';
import type { TifSigned } from './tif.ts';

/** SEN primary need codes as the Department for Education publishes them (SEN statistics, 2025). */
export const NEEDS = [
  'ASD',
  'HI',
  'MLD',
  'MSI',
  'OTH',
  'PD',
  'PMLD',
  'SEMH',
  'SLCN',
  'SLD',
  'SPLD',
  'VI',
] as const;
export type Need = (typeof NEEDS)[number];

export const MOBILITIES = [
  'walks',
  'walks_with_aid',
  'wheelchair_transfers',
  'wheelchair_travels',
] as const;
export type Mobility = (typeof MOBILITIES)[number];

/** `none` travels without one; `shared` may share one; `own` one for this client alone; `medical` medically trained. */
export const ASSISTANTS = ['none', 'shared', 'own', 'medical'] as const;
export type Assistant = (typeof ASSISTANTS)[number];

/** How the home's position is known. `none`: not known. */
export const POSITION_SOURCES = ['none', 'postcode', 'coordinates', 'pin'] as const;
export type PositionSource = (typeof POSITION_SOURCES)[number];

export const PHASES = ['early_years', 'primary', 'secondary', 'sixth_form', 'adult'] as const;
export type Phase = (typeof PHASES)[number];

/** Whether a ride limit is the guide of journey times or a limit set by a clinician in the TIF. */
export type RideLimitKind = 'advisory' | 'clinical';

/** The child or young person carried. One record a child; facts not known are null, never guessed. */
export interface Client {
  readonly id: number;
  /** The council's own reference, unique in the store. */
  readonly ref: string;
  readonly forename: string;
  readonly surname: string;
  readonly date_of_birth: IsoDate | null;
  /** National curriculum year in the year planned: 0 is reception, -1 nursery, 12 to 14 sixth form. */
  readonly year_group: number | null;
  readonly carer_name: string;
  readonly carer_relationship: string;
  readonly phone: string;
  readonly language_or_format: string;
  readonly home_address: string;
  /** Upper case with one space, or '' where not given. */
  readonly postcode: string;
  readonly uprn: string;
  readonly second_address: string;
  readonly second_postcode: string;
  readonly second_days: readonly Weekday[];
  readonly lat: number | null;
  readonly lon: number | null;
  readonly position_source: PositionSource;
  /** How far the true home may lie from the position, metres. */
  readonly position_error_m: number | null;
  /** District code (ONS), '' where not known. */
  readonly district_code: string;
  readonly care_status: string;
  readonly school_urn: number | null;
  /** The school's name as the file gave it. */
  readonly school_given: string;
  /** The URN as the file gave it, '' for none. */
  readonly school_urn_given: string;
  readonly ehcp: boolean | null;
  readonly section_i: string;
  readonly need: Need | null;
  readonly low_income_basis: string;
  readonly religion_or_belief: string;
  readonly social_worker: boolean;
  readonly mobility: Mobility | null;
  readonly wheelchair: string;
  readonly occupied_weight_kg: number | null;
  readonly sole_occupancy: boolean;
  readonly sole_until: IsoDate | null;
  readonly assistant: Assistant | null;
  /** References of clients who may not travel with this one; holds both ways. */
  readonly not_with: readonly string[];
  readonly equipment: string;
  readonly medical: string;
  readonly rescue_medication: boolean;
  readonly risk_assessment_on: IsoDate | null;
  readonly handover: string;
  readonly days: readonly Weekday[];
  /** A ride limit from the TIF in seconds; null: the advisory guide by phase. */
  readonly clinical_limit_s: number | null;
  /** The first day this client needs transport; null: the school's first day. */
  readonly transport_start_on: IsoDate | null;
  /** Protected address (refuge, adoption, looked-after): hidden on maps, lists and exports. */
  readonly protected_address: boolean;
  readonly notes: string;
  /** Whether the last form signed in Kerbside is complete; `none`: none was signed. */
  readonly tif_signed: TifSigned;
  /** The calendar year in which the last academic year starts that the form was signed or confirmed for. */
  readonly tif_year: number | null;
}

export const APPLICATION_STATUSES = [
  'received',
  'checking',
  'more_information',
  'awarded',
  'part_awarded',
  'refused',
  'withdrawn',
  'not_ours',
  'ended',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Statuses after which nobody plans for the application. */
export const CLOSED_STATUSES: readonly ApplicationStatus[] = [
  'refused',
  'withdrawn',
  'not_ours',
  'ended',
];

/** One request for transport by or for a client. */
export interface Application {
  readonly ref: string;
  readonly client_id: number;
  /** As the council words it: Secondary transfer, Renewal, New EHCP, Post-16, Change of school, Change of address. */
  readonly type: string;
  readonly received_on: IsoDate | null;
  readonly status: ApplicationStatus;
  readonly tif_received_on: IsoDate | null;
  /** The council's claim that the TIF is complete; Kerbside's own completeness stands beside it. */
  readonly tif_claimed_complete: boolean;
  readonly reminder_1_on: IsoDate | null;
  readonly reminder_2_on: IsoDate | null;
  readonly reminder_3_on: IsoDate | null;
  /** Kept but not used until a person decides; '' where not held. A sentence with the reason. */
  readonly held_reason: string;
  /** The held reason that a person looked at and accepted: the same one does not hold again. '' for none. */
  readonly held_accepted: string;
  /** Warnings and questions from the import, each a sentence. */
  readonly questions: readonly string[];
  /** The officer whose work it is; '' for nobody. */
  readonly assigned_to: string;
  /** Since when it is theirs. */
  readonly assigned_on: IsoDate | null;
  /** The day of the first decision by the council's own record, null where that does not say; Kerbside's signed decisions stand apart. */
  readonly decided_on: IsoDate | null;
}
