/** Dated events that change how children are carried, and the notices that tell each person concerned. */
import type { IsoDate } from '../calendar/dates.ts';

/** Whom a change concerns besides the child. */
export const NOTICE_RECIPIENTS = ['family', 'school', 'old_provider', 'new_provider', 'assistant', 'social_worker'] as const; // prettier-ignore
export type NoticeRecipient = (typeof NOTICE_RECIPIENTS)[number];

/** What happened. */
export const EVENT_KINDS = [
  'hand_back',
  'provider_failure',
  'contract_ended',
  'change_of_address',
  'change_of_school',
  'suspension',
  'timetable',
  'crew',
  'award',
  'plan_approved',
  'plan_in_use',
  'plan_edit',
  'undone',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What an event is about; all null where it is about the plan as a whole. */
export interface EventSubject {
  readonly contract_id: number | null;
  readonly route_ref: string | null;
  readonly client_id: number | null;
  readonly school_urn: number | null;
  readonly plan_id: number | null;
  readonly round_id: number | null;
}

/** An event as it is recorded. */
export interface EventGiven extends EventSubject {
  readonly kind: EventKind;
  /** The first day on which children are carried in the new way; null: the next school day. */
  readonly effective_on: IsoDate | null;
  /** In the officer's own words; for the office alone, never on a notice. */
  readonly what: string;
  /** Why it went live before everybody was told; '' where nobody was left to tell, or it waits. */
  readonly override_reason: string;
}

/** An event on record. */
export interface ChangeEvent extends Omit<EventGiven, 'effective_on'> {
  readonly id: number;
  readonly recorded_on: IsoDate;
  readonly effective_on: IsoDate;
  readonly by: string;
  /** False while its notices are only prepared for a trial that is not in use yet. */
  readonly live: boolean;
  readonly taken_back: {
    readonly on: IsoDate;
    readonly by: string;
    readonly reason: string;
  } | null;
}

/** One value that reads differently, by the field's key; '' where there was or is none. */
export interface NoticeChange {
  readonly field: string;
  readonly old: string;
  readonly now: string;
}

/** Ways of telling somebody. */
export const TOLD_HOW = ['telephone', 'email', 'letter', 'in_person', 'portal'] as const;
export type ToldHow = (typeof TOLD_HOW)[number];

/** That somebody was told: by whom, when, how. */
export interface NoticeTold {
  readonly on: IsoDate;
  readonly how: ToldHow;
  readonly by: string;
  /** What was said, as it stood that day. */
  readonly text: string;
}

/** One person or office to be told of one child's change. */
export interface ChangeNotice {
  readonly id: number;
  readonly event_id: number;
  readonly client_id: number;
  readonly who: NoticeRecipient;
  /** The school or provider, or the routes of an assistant; '' for family and social worker. */
  readonly name: string;
  /** `joined`: not carried before; `lost`: not carried any more; else `changed`. */
  readonly kind: 'joined' | 'lost' | 'changed';
  readonly changes: readonly NoticeChange[];
  /** The last row of how children are carried that it tells of; what a recipient knows is read from it. */
  readonly as_of: number;
  readonly prepared_on: IsoDate;
  /** The last day on which telling is in time. */
  readonly by_on: IsoDate;
  readonly told: NoticeTold | null;
  /** That the recipient said they have it. */
  readonly acknowledged: { readonly on: IsoDate; readonly by: string; readonly recorded_by: string } | null; // prettier-ignore
  /** The change was taken back, or a later one tells it instead. */
  readonly withdrawn: { readonly on: IsoDate; readonly reason: string } | null;
}
