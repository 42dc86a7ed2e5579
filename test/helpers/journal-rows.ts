/** Earlier states of a store, from its rows and its journal alone. */
import type Database from 'better-sqlite3';
import { tracedTables } from '../../db/traces.ts';

/** A row as the file holds it. */
type Row = Readonly<Record<string, string | number | null>>;
/** Rows by table and key. */
export type Rows = Map<string, Row>;

/** Every row whose changes are kept, as the file holds it, by table and key. */
export function rowsNow(sql: Database.Database): Rows {
  const rows: Rows = new Map();
  for (const { table, key, kind } of tracedTables(sql)) {
    if (kind === 'overwrites') continue;
    for (const row of sql.prepare(`SELECT * FROM "${table}"`).all() as Row[]) {
      rows.set(`${table} ${JSON.stringify(key.map((name) => row[name]))}`, row);
    }
  }
  return rows;
}

/** Takes one change back out of the rows, by nothing but the journal. */
export function takeBack(rows: Rows, sql: Database.Database, change_id: number): void {
  const lines = sql
    .prepare(
      'SELECT record, key, field, before, after FROM row_change WHERE change_id = ? ORDER BY id DESC',
    )
    .all(change_id) as {
    record: string;
    key: string;
    field: string;
    before: string | number | null;
    after: string | number | null;
  }[];
  for (const { record, key, field, before, after } of lines) {
    const name = `${record} ${key}`;
    if (field === '' && after === null) rows.set(name, JSON.parse(String(before)) as Row);
    else if (field === '') rows.delete(name);
    else rows.set(name, { ...rows.get(name), [field]: before });
  }
}
