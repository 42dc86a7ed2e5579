/** What is done to many applications at once, and what it would change. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ApplicationStatus } from '../../model/client.ts';

export type BulkAction =
  | { readonly kind: 'assign'; readonly officer: string }
  /** Evenly by open work; children of one home stay together. */
  | { readonly kind: 'share'; readonly officers: readonly string[] }
  | { readonly kind: 'set_status'; readonly status: ApplicationStatus; readonly note: string }
  | {
      readonly kind: 'ask';
      readonly asked_for: string;
      readonly asked_of: string;
      readonly chase_on: IsoDate;
      readonly signed_by: string;
    }
  /** What the rules propose, where nothing has to be looked at; each keeps its own facts. */
  | { readonly kind: 'sign'; readonly signed_by: string }
  | { readonly kind: 'hand_over'; readonly signed_by: string; readonly note: string }
  /** Renewals of children who are carried, at the same school and home. */
  | { readonly kind: 'renew'; readonly received_on: IsoDate; readonly signed_by: string }
  /** Says of signed TIFs that nothing changed for the year planned, as the families told. */
  | { readonly kind: 'confirm_tif'; readonly signed_by: string }
  /** Puts children who begin a new phase among those who are reminded to apply. */
  | { readonly kind: 'expect'; readonly told_on: IsoDate }
  /** Year groups of the year before become those of the year planned: one up, out of year kept. */
  | { readonly kind: 'roll_years' }
  | { readonly kind: 'held'; readonly accept: boolean; readonly reason: string };

/** One application that changes. */
export interface BulkChange {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Why it changes so, a sentence; '' where the action says it. */
  readonly why: string;
}

export interface BulkPreview {
  readonly asked: number;
  readonly changes: number;
  /** From what to what, most first. */
  readonly kinds: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly samples: readonly BulkChange[];
  /** Who is left out and why, most first. */
  readonly left_out: readonly {
    readonly reason: string;
    readonly count: number;
    readonly client_ids: readonly number[];
  }[];
  /** What keeps the whole action from being done, each a sentence. */
  readonly problems: readonly string[];
  /** Stands for exactly these changes: another one means that the records changed meanwhile. */
  readonly digest: string;
}
