import type { HistoryEntry } from '../../shared/api/views/case.ts';
import type { HistoryStore } from '../history-aggregate.ts';
import { historyFacets } from '../read/history-facets.ts';
import { historyPages } from '../read/history-page.ts';
import { historyWords, positionPair, type HistoryRow } from '../read/history-words.ts';
import type { Session } from '../session.ts';

/** A move of a pin is kept as two numbers and shown as one line. */
function joinPositions(rows: readonly HistoryRow[]): HistoryRow[] {
  const key = (row: HistoryRow): string => `${row.change_id} ${row.entity} ${row.ref}`;
  const lons = new Map<string, HistoryRow>();
  for (const row of rows) if (row.field === 'lon') lons.set(key(row), row);
  const joined: HistoryRow[] = [];
  for (const row of rows) {
    const lon = lons.get(key(row));
    if (row.field === 'lat' && lon !== undefined) {
      const before = positionPair(row.before, lon.before);
      const after = positionPair(row.after, lon.after);
      joined.push({ ...row, field: 'position', before, after });
      lons.delete(key(row));
      continue;
    }
    if (row.field === 'lon' && rows.some((each) => each.field === 'lat' && key(each) === key(row)))
      continue;
    joined.push(row);
  }
  return joined;
}

/** Who changed what, when and why; newest first. `from` and `to` are as stored, the sentence is in words. */
export function historyStore(session: Session): HistoryStore {
  const { sql } = session;
  const columns = `h.id, h.change_id, c.at, c.who, c.why, h.entity, h.ref, h.field, h.before, h.after`;
  const all = sql.prepare(
    `SELECT ${columns} FROM history h JOIN change c ON c.id = h.change_id ORDER BY h.id DESC LIMIT ?`,
  );
  const ofClient = sql.prepare(
    `SELECT ${columns} FROM history h JOIN change c ON c.id = h.change_id
     WHERE h.client_id = ? ORDER BY h.id DESC LIMIT ?`,
  );
  const words = historyWords(sql);
  const toEntry = (row: HistoryRow): HistoryEntry => {
    return {
      id: String(row.id),
      at: row.at,
      who: row.who,
      ref: row.ref,
      field: row.field,
      from: row.before,
      to: row.after,
      sentence: words(row),
    };
  };

  return {
    ...historyPages(sql),
    facets: historyFacets(sql, session.place),
    note: (client_id, ref, text) => {
      session.log({
        entity: 'application',
        ref,
        client_id,
        field: 'note',
        before: '',
        after: text,
      });
    },
    list: ({ client_id, limit }) => {
      const rows = client_id === null ? all.all(limit) : ofClient.all(client_id, limit);
      return joinPositions(rows as HistoryRow[]).map(toEntry);
    },
  };
}
