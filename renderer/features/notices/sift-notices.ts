import type { NoticeRow } from '../../../shared/api/views/notices.ts';
import type { NoticeRecipient } from '../../../shared/model/change-notice.ts';

/** What the list shows: the first is where it opens. */
export const SHOWS = [
  { id: 'open', label: 'To be told' },
  { id: 'overdue', label: 'Overdue' },
  { id: 'unacknowledged', label: 'Told, not acknowledged' },
  { id: 'told', label: 'Told lately' },
  { id: 'all', label: 'All' },
] as const;
export type Show = (typeof SHOWS)[number]['id'];

/** A word of the address; the first where it is none of ours. */
export function showOf(word: string | undefined): Show {
  return SHOWS.find(({ id }) => id === word)?.id ?? 'open';
}

/** Whether a notice belongs to a part of the list. */
export function isShown(row: NoticeRow, show: Show): boolean {
  if (show === 'all') return true;
  if (show === 'overdue') return row.state === 'overdue';
  if (show === 'unacknowledged') return row.state === 'told';
  return show === 'told' ? row.told !== null : row.told === null;
}

/** Notices that fit; their order stays. */
export function siftNotices(
  rows: readonly NoticeRow[],
  by: {
    readonly text: string;
    readonly show: Show;
    readonly who: NoticeRecipient | 'all';
    readonly event_id: number | null;
  },
): readonly NoticeRow[] {
  const words = by.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (!isShown(row, by.show)) return false;
    if (by.who !== 'all' && row.who !== by.who) return false;
    if (by.event_id !== null && row.event_id !== by.event_id) return false;
    if (words.length === 0) return true;
    const routes = row.changes.flatMap(({ field, old, now }) =>
      field === 'route' ? [old, now] : [],
    );
    const line =
      `${row.child} ${row.ref} ${row.recipient} ${row.event} ${routes.join(' ')}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
}
