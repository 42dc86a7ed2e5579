/** The list of applications and clients: filter, rows, choices. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { QueueName } from '../../casework/work/queues.ts';
import type { Client, Need, Phase } from '../../model/client.ts';
import type { Stage } from '../../model/life.ts';

export const TRANSPORT_STATES = [
  'in_place',
  'planned',
  'unallocated',
  'not_planned',
  'closed',
] as const;

export type TransportState = (typeof TRANSPORT_STATES)[number];

export interface ApplicationFilter {
  readonly text?: string | undefined;
  readonly status?: readonly string[] | undefined;
  /** Stages of `shared/model/life.ts`. */
  readonly stage?: readonly Stage[] | undefined;
  readonly transport?: readonly TransportState[] | undefined;
  /** Not in_place and not closed. */
  readonly without_transport?: boolean | undefined;
  readonly reason?: string | undefined;
  /** no_position, no_school, no_tif, tif_incomplete, tif_asked, tif_complete, questions, school_no_position */
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
  readonly phase?: Phase | undefined;
  readonly first_day?: string | undefined;
  /** The officer it is assigned to; '' for nobody. */
  readonly officer?: string | undefined;
  /** A queue of the team's work, and one part of it, such as a risk of those at risk. */
  readonly queue?: QueueName | undefined;
  readonly part?: string | undefined;
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
  'stage',
  'age',
  'officer',
  'next',
] as const;

export type ApplicationSort = (typeof APPLICATION_SORTS)[number];

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
  /** Days after the deadline of its kind; 0 on time. */
  readonly days_late: number;
  /** Days since receipt while it waits for its decision, null for all others. */
  readonly age_days: number | null;
  /** The days advertised for a decision. */
  readonly decision_days: number;
  /** Where the request is; '' for a client already carried. */
  readonly stage: Stage | '';
  /** '' for a client already carried, with no request this summer. */
  readonly status: string;
  readonly tif: 'complete' | 'incomplete' | 'none' | 'not_needed';
  readonly position_source: Client['position_source'];
  readonly district: string;
  readonly transport: TransportState;
  readonly reason: string;
  /** Unallocated on some days of their week, on a route on the others. */
  readonly partly: boolean;
  readonly first_day: IsoDate | null;
  readonly held: boolean;
  /** What a person has to decide, a sentence; '' where nothing is held. */
  readonly held_reason: string;
  readonly protected_address: boolean;
  /** Other children of the very same name, and twins at the same address: the day of birth tells them apart. */
  readonly same_name: number;
  readonly twins: number;
  readonly date_of_birth: IsoDate | null;
  /** '' for nobody. */
  readonly assigned_to: string;
  /** In a queue: why it stands there and what comes next. */
  readonly why?: string;
}

export interface ApplicationPage {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly ApplicationRow[];
  /** Nobody is written as the text searched for, in the whole store: these are similar names. */
  readonly similar: boolean;
}

export interface ApplicationFacets {
  readonly stages: readonly {
    readonly value: Stage;
    readonly label: string;
    readonly count: number;
  }[];
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
