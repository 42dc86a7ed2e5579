/** The history of the whole store: its lines, what they can be filtered by, and the last changes that can be undone. */
import type { IsoDate } from '../../calendar/dates.ts';

/** Which lines are asked for; what is left out asks for all. Dates are whole days, `YYYY-MM-DD`, both included. */
export interface HistoryFilter {
  readonly who?: string | undefined;
  /** Kind of record: `client`, `setting`. */
  readonly entity?: string | undefined;
  /** A field by its stored name. */
  readonly field?: string | undefined;
  readonly from_on?: IsoDate | undefined;
  readonly to_on?: IsoDate | undefined;
  /** The change's reason, word for word. */
  readonly why?: string | undefined;
  /** A child's name or reference, or a record's own reference. */
  readonly ref?: string | undefined;
  readonly client_id?: number | undefined;
  /** Words of a value, or of a field's label. */
  readonly text?: string | undefined;
}

/** One field of one record, changed once. */
export interface HistoryLineView {
  readonly row: number;
  /** Unique on every copy of the store: the change's clock and the line's place in it. */
  readonly id: string;
  /** The change's hybrid logical clock: sorts as the changes came. */
  readonly clock: string;
  readonly at: string;
  readonly who: string;
  readonly why: string;
  readonly entity: string;
  readonly ref: string;
  /** The child's name where the record is a child's; '' otherwise. */
  readonly name: string;
  readonly client_id: number | null;
  readonly field: string;
  /** As the store shows a value before and after. */
  readonly from: string;
  readonly to: string;
  readonly sentence: string;
  /** Whether the line above it in the list is of the same change. */
  readonly follows: boolean;
}

export interface HistoryPage {
  readonly total: number;
  readonly rows: readonly HistoryLineView[];
}

/** One choice of a filter. */
export interface HistoryChoice {
  readonly id: string;
  readonly label: string;
}

export interface HistoryFacets {
  readonly people: readonly HistoryChoice[];
  readonly entities: readonly HistoryChoice[];
  readonly fields: readonly HistoryChoice[];
  readonly reasons: readonly HistoryChoice[];
  /** What another copy of the store wrote since this one last did, as a sentence; '' for nothing. */
  readonly elsewhere: string;
}

/** A change made by hand, and whether it can be undone or, being undone, redone. */
export interface UndoItem {
  readonly change_id: number;
  readonly at: string;
  readonly who: string;
  /** Its first line, with how many more: `Notes set to x by hand, and 3 more fields`. */
  readonly sentence: string;
  /** The child or record that it is about. */
  readonly about: string;
  readonly client_id: number | null;
  /** Whether the corner tells of it as it is done. */
  readonly is_told: boolean;
  readonly isUndone: boolean;
  /** '' where it can be undone (or redone); else why not, as a sentence. */
  readonly why_not: string;
}

/** What stands undone or redone, newest first. */
export interface UndoList {
  readonly items: readonly UndoItem[];
  /** The newest change that can be undone, and redone; null for none. */
  readonly undo: UndoItem | null;
  readonly redo: UndoItem | null;
}
