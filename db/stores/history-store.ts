import { historySentence } from '../../shared/history/sentence.ts';
import { valueInWords } from '../../shared/history/value-words.ts';
import type { HistoryEntry } from '../../shared/api/views/case.ts';
import type { Session } from '../session.ts';
import type { HistoryStore } from '../store.ts';

interface HistoryRow {
  readonly id: number;
  readonly change_id: number;
  readonly at: string;
  readonly who: string;
  readonly why: string;
  readonly entity: string;
  readonly ref: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A move of a pin is kept as two numbers and shown as one line. */
function joinPositions(rows: readonly HistoryRow[]): HistoryRow[] {
  const key = (row: HistoryRow): string => `${row.change_id} ${row.entity} ${row.ref}`;
  const lons = new Map<string, HistoryRow>();
  for (const row of rows) if (row.field === 'lon') lons.set(key(row), row);
  const pair = (lat: string, lon: string | undefined): string =>
    lat === '' ? '' : `${lat}, ${lon ?? '?'}`;
  const joined: HistoryRow[] = [];
  for (const row of rows) {
    const lon = lons.get(key(row));
    if (row.field === 'lat' && lon !== undefined) {
      const before = pair(row.before, lon.before);
      const after = pair(row.after, lon.after);
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
  const schoolName = sql.prepare('SELECT name FROM school WHERE urn = ?').pluck();
  const districtName = sql.prepare('SELECT name FROM district WHERE code = ?').pluck();

  const named = (field: string, value: string): string => {
    if (value === '') return '';
    if (field === 'school_urn')
      return (schoolName.get(Number(value)) as string | undefined) ?? value;
    if (field === 'district_code') return (districtName.get(value) as string | undefined) ?? value;
    return valueInWords(field, value);
  };
  const toEntry = (row: HistoryRow): HistoryEntry => {
    const before = named(row.field, row.before);
    const after = named(row.field, row.after);
    return {
      id: String(row.id),
      at: row.at,
      who: row.who,
      ref: row.ref,
      field: row.field,
      from: row.before,
      to: row.after,
      sentence: historySentence({ ...row, before, after }),
    };
  };

  return {
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
