/** Change notices and the events they tell of, as the screens ask for them. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ChangeEvent, ChangeNotice } from '../../model/change-notice.ts';
import type { Consequence } from '../../service/notices/event-kinds.ts';
import type { NoticeText } from '../../service/notices/notice-text.ts';
import type { NoticeState } from '../../service/notices/open-notices.ts';

/** One notice of a list. */
export interface NoticeRow extends ChangeNotice {
  readonly ref: string;
  /** `Hill, Ada`; '' where the record has no name. */
  readonly child: string;
  /** `School Bower Grove School`. */
  readonly recipient: string;
  readonly state: NoticeState;
  readonly event: string;
  readonly effective_on: IsoDate;
}

/** One event of a list, with how far its notices are. */
export interface EventRow extends ChangeEvent {
  readonly label: string;
  /** What it is about: `contract KT-C-104 of Apex`, `Ada Hill`; '' for the plan as a whole. */
  readonly about: string;
  readonly children: number;
  readonly notices: number;
  readonly open: number;
  readonly overdue: number;
  readonly told: number;
}

/** How many notices are to be told, and of these too late. */
export interface NoticeCounts {
  readonly open: number;
  readonly overdue: number;
}

/** Every open notice, the soonest due first, those told in the last weeks, and the events they belong to. */
export interface NoticesPage {
  readonly on: IsoDate;
  readonly open: number;
  readonly overdue: number;
  readonly due_today: number;
  /** Told and not acknowledged yet. */
  readonly unacknowledged: number;
  readonly rows: readonly NoticeRow[];
  readonly events: readonly EventRow[];
}

/** One thing that must be done, with its day. */
export interface ConsequenceRow extends Consequence {
  readonly by_on: IsoDate;
}

/** One child of an event: what reads differently, and who is told. */
export interface EventChild {
  readonly client_id: number;
  readonly ref: string;
  readonly child: string;
  /** The fullest of the child's notices: every value, old and new. */
  readonly changes: readonly { readonly label: string; readonly old: string; readonly now: string }[]; // prettier-ignore
  readonly kind: ChangeNotice['kind'];
  readonly notices: readonly (NoticeRow & { readonly text: NoticeText })[];
}

/** One event in full. */
export interface EventPage {
  readonly event: EventRow;
  readonly consequences: readonly ConsequenceRow[];
  readonly children: readonly EventChild[];
}

/** What an officer says at the gate. */
export interface GateGiven {
  /** Why it goes live before everybody is told. */
  readonly reason: string;
  /** The first day in the new way; null: the next school day. */
  readonly effective_on: IsoDate | null;
}

/** What would be open if a change went live now: the details of the failure `notices_open`. */
export interface OpenedNotices {
  readonly count: number;
  /** `3 to families, 2 to providers`. */
  readonly counts: string;
  readonly children: number;
  /** The soonest due first; the first few hundred. */
  readonly listed: readonly {
    readonly client_id: number;
    readonly ref: string;
    readonly name: string;
    readonly recipient: string;
    readonly by_on: IsoDate;
  }[];
}
