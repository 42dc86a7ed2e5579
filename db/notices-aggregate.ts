/** Events that change how children are carried, notices of them, and retender rounds. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import type {
  ChangeEvent,
  ChangeNotice,
  EventGiven,
  NoticeChange,
  NoticeRecipient,
  NoticeTold,
} from '../shared/model/change-notice.ts';
import type { Recorded } from './evidence-store.ts';
import type { RetenderRound, RoundGiven, RoundSignature } from '../shared/model/retender-round.ts';

/** What a write says of itself to those who must be told, and who looks at the notices that it opens. */
export interface ChangeNotices {
  readonly event: EventGiven;
  /** Before commit: the notices that this write opens and of which nobody was told. What it throws takes the write back. */
  readonly gate: (opened: readonly ChangeNotice[]) => void;
}

/** A notice that comes without a change of the plan: another driver, days away. */
export interface NoticeGiven {
  readonly client_id: number;
  readonly who: NoticeRecipient;
  readonly name: string;
  readonly changes: readonly NoticeChange[];
  readonly route_ref: string;
}

/** What tells the recipients of one notice, or takes the telling back. */
export interface TellingGiven extends Omit<NoticeTold, 'text'> {
  readonly texts: ReadonlyMap<number, string>;
}

export interface NoticesStore {
  /** Within a write: what this write is, for the notices that its change of the plan opens. */
  readonly announce: (event: EventGiven, recorded?: Recorded) => ChangeEvent;
  /** Within a write that announced an event: notices of what no plan shows. */
  readonly tellBesides: (event: ChangeEvent, notices: readonly NoticeGiven[]) => void;
  /** Keeps notices of a trial, found by trying it, under an event that is not live. Those kept for it before are withdrawn. */
  readonly prepareFor: (
    event: EventGiven & { readonly plan_id: number },
    found: readonly ChangeNotice[],
  ) => ChangeEvent;
  /** The latest first. */
  readonly events: () => readonly ChangeEvent[];
  readonly event: (id: number) => ChangeEvent | null;
  /** Every notice that is neither told nor withdrawn, of events that are live; the soonest due first. */
  readonly standing: () => readonly ChangeNotice[];
  /** Open, told or acknowledged since a day, withdrawn ones left out; the soonest due first. */
  readonly noticesSince: (since: IsoDate) => readonly ChangeNotice[];
  readonly countOpen: (on: IsoDate) => { readonly open: number; readonly overdue: number };
  readonly noticesOfEvent: (event_id: number) => readonly ChangeNotice[];
  readonly noticesOfClient: (client_id: number) => readonly ChangeNotice[];
  readonly noticesOf: (ids: readonly number[]) => readonly ChangeNotice[];
  /** Open notices of live events that a route is part of, before the change or after it. */
  readonly standingOnRoute: (route_ref: string) => readonly ChangeNotice[];
  readonly standingOfClient: (client_id: number) => readonly ChangeNotice[];
  /** Open notices by route reference, for lists. */
  readonly standingByRoute: () => ReadonlyMap<string, number>;
  readonly markTold: (notices: readonly ChangeNotice[], given: TellingGiven) => void;
  readonly markAcknowledged: (
    notices: readonly ChangeNotice[],
    given: { readonly on: IsoDate; readonly by: string; readonly recorded_by: string },
  ) => void;
  /** A telling that was marked by mistake. */
  readonly removeTold: (notices: readonly ChangeNotice[]) => void;
  /** That an event counts though somebody is still to be told of it. Within a write; once an event. */
  readonly override: (
    event: ChangeEvent,
    given: { readonly on: IsoDate; readonly by: string; readonly reason: string },
  ) => void;
  /** Says of an event recorded by hand that it does not come; its open notices are withdrawn. */
  readonly withdrawEvent: (
    event: ChangeEvent,
    given: { readonly on: IsoDate; readonly by: string; readonly reason: string },
  ) => void;

  /** The latest first. */
  readonly rounds: () => readonly RetenderRound[];
  readonly round: (id: number) => RetenderRound | null;
  readonly saveRound: (id: number | null, given: RoundGiven) => number;
  readonly deleteRound: (id: number) => void;
  readonly signRound: (id: number, given: RoundSignature) => void;
  readonly removeSignatures: (id: number) => void;
  readonly closeRound: (id: number, on: IsoDate | null) => void;
}
