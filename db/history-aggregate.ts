import type { HistoryEntry } from '../shared/api/views/case.ts';
import type {
  HistoryFacets,
  HistoryFilter,
  HistoryLineView,
  HistoryPage,
  UndoList,
} from '../shared/api/views/history.ts';
import type { Result } from '../shared/kernel/result.ts';

export interface HistoryStore {
  /** Keeps a person's own words with a client's history. */
  readonly note: (client_id: number, ref: string, text: string) => void;
  /** Newest first; of one client, or of all with null. */
  readonly list: (options: {
    readonly client_id: number | null;
    readonly limit: number;
  }) => readonly HistoryEntry[];
  /** A window of the lines that fit, newest first, with how many fit in all. */
  readonly page: (filter: HistoryFilter, offset: number, limit: number) => HistoryPage;
  /** Every line that fits, newest first, one by one: for files of any length. */
  readonly each: (filter: HistoryFilter) => IterableIterator<HistoryLineView>;
  readonly facets: () => HistoryFacets;
}

/** The last changes made by hand, undone and redone by their exact values. */
export interface UndoStore {
  /** Newest first. Says of each whether it can be undone now, and why not. */
  readonly list: (limit: number) => UndoList;
  /** Whether undoing or redoing a change writes where a child with a protected address lives, or takes the protection away. */
  readonly touchesProtected: (change_id: number) => boolean;
  /**
   * Undoes a change, or redoes one that is undone; itself a change of the history. Refused as a whole where a later change stands on
   * it, or where it may not be undone. Opens its own write.
   */
  readonly toggle: (change_id: number, who: string) => Result<{ readonly sentence: string }>;
}
