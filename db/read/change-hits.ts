import type { SearchHit } from '../../shared/api/views/search.ts';
import { formatDate } from '../../shared/format/date.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { joined } from '../../shared/search/fold.ts';
import { marksOf } from '../../shared/search/marks.ts';
import type { EventKind } from '../../shared/model/change-notice.ts';
import { EVENT_KIND_WORDS } from '../../shared/service/notices/event-kinds.ts';
import type { Sql } from '../sql.ts';

interface ChangeRow {
  readonly id: number;
  readonly kind: EventKind;
  readonly route_ref: string;
  readonly effective_on: IsoDate;
}

/** Changes that were recorded of a route, by the beginning of its reference, the latest first; those taken back are not found. */
export function changeHits(sql: Sql) {
  const found = sql.prepare(
    String.raw`SELECT e.id, e.kind, e.route_ref, e.effective_on FROM change_event e
     WHERE replace(replace(e.route_ref, '-', ''), ' ', '') LIKE ? ESCAPE '\'
       AND NOT EXISTS (SELECT 1 FROM change_taken_back b WHERE b.event_id = e.id)
     ORDER BY e.effective_on DESC, e.id DESC LIMIT ?`,
  );
  return (typed: string, limit: number): readonly SearchHit[] => {
    const start = joined(typed);
    if (start === '') return [];
    const rows = found.all(`${start.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`, limit) as ChangeRow[]; // prettier-ignore
    return rows.map((row) => ({
      kind: 'change',
      id: row.id,
      title: `${row.route_ref}: ${EVENT_KIND_WORDS[row.kind].label.toLowerCase()}`,
      marks: marksOf(row.route_ref, [start]),
      detail: `from ${formatDate(row.effective_on)}`,
      detail_marks: [],
      fit: 'mention',
      why: null,
    }));
  };
}
