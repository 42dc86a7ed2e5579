/** The contact log as the screens show it. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ComplaintStep, Contact, ContactStep } from '../../model/contact.ts';
import type { BeddingInRow } from '../../service/year/bedding-in.ts';

/** An entry with the names it needs in a list. */
export interface ContactRow extends Contact {
  /** The child's reference and name; '' where the entry is about no child. */
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  /** The next day that somebody owes something: a step of a complaint or the follow-up; null for none. */
  readonly due_on: IsoDate | null;
  /** What is owed then. */
  readonly due: ComplaintStep | 'follow_up' | null;
}

/** Who may read safeguarding entries. They are not in the list for anybody else. */
export interface SafeguardingReaders {
  readonly may_read: boolean;
  readonly names: readonly string[];
}

export interface ContactList extends SafeguardingReaders {
  readonly rows: readonly ContactRow[];
}

/** What is written of safeguarding: the entry's own words, and those of what was done about it. */
export interface RestrictedWords {
  readonly what: string;
  readonly told_by: string;
  readonly steps: readonly { readonly step_id: number; readonly words: string }[];
}

export interface ContactEntry {
  readonly row: ContactRow;
  readonly steps: readonly ContactStep[];
  /** Steps of a complaint that may be taken now; empty for anything else. */
  readonly may: readonly ComplaintStep[];
}

/** What was reported since routes began, by school and by provider. */
export interface BeddingInView {
  /** The day from which is counted. */
  readonly since: IsoDate;
  readonly days_since: number;
  /** How long a route beds in, days. */
  readonly bedding_in_days: number;
  readonly reported: number;
  readonly open: number;
  /** Entries by week since the start, of all. */
  readonly weeks: readonly number[];
  readonly schools: readonly BeddingInRow[];
  readonly providers: readonly BeddingInRow[];
  /** Open entries, the oldest first. */
  readonly open_rows: readonly ContactRow[];
}
