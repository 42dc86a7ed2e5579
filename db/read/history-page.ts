import type { HistoryFilter, HistoryLineView } from '../../shared/api/views/history.ts';
import { ADDRESS_FIELDS } from '../../shared/casework/protected.ts';
import { fieldsLike } from '../../shared/history/field-labels.ts';
import type { Sql, SqlValue } from '../sql.ts';
import type { HistoryStore } from '../history-aggregate.ts';
import { HIDDEN, historyWords, positionPair, type HistoryRow } from './history-words.ts';

interface PageRow extends HistoryRow {
  readonly clock: string;
  readonly client_id: number | null;
  /** The line's place in its change, from 0. */
  readonly place: number;
  readonly name: string | null;
  /** 1 where the child's address is protected. */
  readonly is_protected: number | null;
  readonly lon_before: string | null;
  readonly lon_after: string | null;
}

/** A filter as SQL over `history h`; values are bound. */
export interface HistoryConditions {
  readonly where: string;
  readonly values: readonly SqlValue[];
}

const like = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Searching for a protected address finds nothing. */
const NOT_HIDDEN = `NOT (h.field IN (${[...ADDRESS_FIELDS].map((field) => `'${field}'`).join(', ')})
  AND h.client_id IN (SELECT id FROM client WHERE protected_address = 1))`;

/** The second line of a moved pin is told with its first. */
const TOLD_ONCE = `NOT (h.field = 'lon' AND EXISTS (SELECT 1 FROM history p
  WHERE p.id = h.id - 1 AND p.change_id = h.change_id AND p.ref = h.ref AND p.field = 'lat'))`;

/** Which changes fit: found first, then the lines are walked downwards; by the index of changes an import of thousands would be sorted. */
function ofChange(filter: HistoryFilter): HistoryConditions | null {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (part: string, value: string | undefined): void => {
    if (value === undefined || value === '') return;
    parts.push(part);
    values.push(value);
  };
  add('who = ?', filter.who);
  add('why = ?', filter.why);
  add('substr(at, 1, 10) >= ?', filter.from_on);
  add('substr(at, 1, 10) <= ?', filter.to_on);
  if (parts.length === 0) return null;
  return { where: `+h.change_id IN (SELECT id FROM change WHERE ${parts.join(' AND ')})`, values };
}

/** Turns a filter into SQL for both the window and its count. */
export function historyConditions(filter: HistoryFilter): HistoryConditions {
  const parts: string[] = [TOLD_ONCE];
  const values: SqlValue[] = [];
  const changes = ofChange(filter);
  if (changes !== null) {
    parts.push(changes.where);
    values.push(...changes.values);
  }
  const { entity, field, client_id, ref = '', text = '' } = filter;
  if (client_id !== undefined) {
    parts.push('h.client_id = ?');
    values.push(client_id);
  }
  if (entity !== undefined && entity !== '') {
    parts.push('h.entity = ?');
    values.push(entity);
  }
  if (field !== undefined && field !== '') {
    parts.push('h.field = ?');
    values.push(field === 'position' ? 'lat' : field);
  }
  if (ref.trim() !== '') {
    parts.push(`(h.ref = ? OR h.client_id IN (SELECT id FROM client
      WHERE ref = ? OR forename || ' ' || surname LIKE ? ESCAPE '\\'))`);
    values.push(ref.trim(), ref.trim(), like(ref.trim()));
  }
  if (text.trim() !== '') {
    const words = like(text.trim());
    const fields = fieldsLike(text.trim());
    const named = fields.length === 0 ? '' : ` OR h.field IN (${fields.map(() => '?').join(', ')})`;
    parts.push(`(h.after LIKE ? ESCAPE '\\' OR h.before LIKE ? ESCAPE '\\'${named})`, NOT_HIDDEN);
    values.push(words, words, ...fields);
  }
  return { where: parts.join(' AND '), values };
}

const LINE = `SELECT h.id, h.change_id, c.at, c.who, c.why, c.clock, h.entity, h.ref, h.client_id, h.field, h.before, h.after,
  h.id - (SELECT min(f.id) FROM history f WHERE f.change_id = h.change_id) AS place,
  (SELECT trim(k.forename || ' ' || k.surname) FROM client k WHERE k.id = h.client_id) AS name,
  (SELECT k.protected_address FROM client k WHERE k.id = h.client_id) AS is_protected,
  CASE WHEN h.field = 'lat' THEN (SELECT l.before FROM history l WHERE l.id = h.id + 1 AND l.field = 'lon') END AS lon_before,
  CASE WHEN h.field = 'lat' THEN (SELECT l.after FROM history l WHERE l.id = h.id + 1 AND l.field = 'lon') END AS lon_after
FROM history h JOIN change c ON c.id = h.change_id`;

/** The numbers of the lines of a window: walked downwards, nothing sorted, nothing joined for those skipped. */
export const historyWindow = (where: string): string =>
  `SELECT h.id FROM history h WHERE ${where} ORDER BY h.id DESC LIMIT ? OFFSET ?`;

/** Windows of the history, and its whole length for files. */
export function historyPages(sql: Sql): Pick<HistoryStore, 'page' | 'each'> {
  const words = historyWords(sql);
  const toView = (row: PageRow, above: number | null): HistoryLineView => {
    const isPosition = row.field === 'lat' && row.lon_after !== null;
    const field = isPosition ? 'position' : row.field;
    const isHidden = row.is_protected === 1 && ADDRESS_FIELDS.has(field);
    const told = (value: string, lon: string | null): string => {
      if (isHidden) return value === '' ? '' : HIDDEN;
      return isPosition ? positionPair(value, lon ?? '?') : value;
    };
    const before = told(row.before, row.lon_before);
    const after = told(row.after, row.lon_after);
    return {
      row: row.id,
      id: `${row.clock}.${row.place}`,
      clock: row.clock,
      at: row.at,
      who: row.who,
      why: row.why,
      entity: row.entity,
      ref: row.ref,
      name: row.name ?? '',
      client_id: row.client_id,
      field,
      from: before,
      to: after,
      sentence: words({ ...row, field, before, after }),
      follows: above === row.change_id,
    };
  };
  const each: HistoryStore['each'] = function* (filter) {
    const { where, values } = historyConditions(filter);
    let above: number | null = null;
    for (const raw of sql.prepare(`${LINE} WHERE ${where} ORDER BY h.id DESC`).iterate(...values)) {
      const row = raw as PageRow;
      yield toView(row, above);
      above = row.change_id;
    }
  };
  return {
    each,
    page: (filter, offset, limit) => {
      const { where, values } = historyConditions(filter);
      // One more above, to know whether the first shown goes on with its change.
      const from = Math.max(0, offset - 1);
      const rows = sql
        .prepare(`${LINE} WHERE h.id IN (${historyWindow(where)}) ORDER BY h.id DESC`)
        .all(...values, limit + offset - from, from) as PageRow[];
      // A window that is not full ends the list: nothing has to be counted.
      const isEnd = rows.length > 0 && rows.length < limit + offset - from;
      const total =
        isEnd || (rows.length === 0 && offset === 0)
          ? from + rows.length
          : Number(
              sql
                .prepare(`SELECT count(*) FROM history h WHERE ${where}`)
                .pluck()
                .get(...values),
            );
      const views = rows.map((row, at) => toView(row, rows[at - 1]?.change_id ?? null));
      return { total, rows: views.slice(offset - from) };
    },
  };
}
