import { schoolWords } from './stores/schools-store.ts';
import type { Session } from './session.ts';
import type { Sql, SqlValue, Statement } from './sql.ts';
import { tracedTables, type TracedTable } from './traces.ts';

/** One kept change of one field or row. */
export interface JournalRow {
  readonly id: number;
  readonly record: string;
  readonly key: string;
  /** '' for a whole row that came (`after` not null) or was taken out. */
  readonly field: string;
  readonly before: SqlValue;
  readonly after: SqlValue;
}

/** Why a kept change cannot be taken back: a later change stands on it, or the row may not be undone. */
export type Obstacle =
  | { readonly kind: 'later'; readonly change_id: number | null; readonly row: JournalRow }
  | { readonly kind: 'stays'; readonly because: string };

/** Takes kept changes back by their exact values, which never leave SQLite. */
export interface Reverter {
  readonly rows: (change_id: number) => readonly JournalRow[];
  /** What stands in the way, null for nothing. */
  readonly obstacle: (rows: readonly JournalRow[]) => Obstacle | null;
  /** Within a write, after `obstacle` answered null. */
  readonly apply: (rows: readonly JournalRow[]) => void;
}

/** Statements made once for each table and column. */
class Statements {
  private readonly kept = new Map<string, Statement>();
  private readonly sql: Sql;
  constructor(sql: Sql) {
    this.sql = sql;
  }
  get(text: string): Statement {
    let statement = this.kept.get(text);
    if (statement === undefined) {
      statement = this.sql.prepare(text);
      this.kept.set(text, statement);
    }
    return statement;
  }
}

const whereKey = (table: TracedTable): string =>
  table.key.map((name) => `"${name}" = ?`).join(' AND ');
const keyValues = (row: JournalRow): SqlValue[] => JSON.parse(row.key) as SqlValue[];

/** Notes what an undone row bears on, so that what is derived from it is worked out again before commit. */
function touch(session: Session, make: Statements, table: TracedTable, row: JournalRow): void {
  const { touched } = session;
  const client =
    table.table === 'client' ? 'id' : table.columns.includes('client_id') ? 'client_id' : null;
  if (table.rests === 'everybody') touched.allClients = true;
  if (table.rests === 'transport' || table.rests === 'plan') touched.transport = true;
  if (table.rests === 'plan') touched.carriage = true;
  if (table.table === 'contract' && row.field === 'confirmed') touched.marked = true;
  const source =
    client !== null
      ? `SELECT "${client}" AS id FROM "${table.table}" WHERE ${whereKey(table)}`
      : table.columns.includes('application_ref')
        ? `SELECT client_id AS id FROM application WHERE ref IN
             (SELECT application_ref FROM "${table.table}" WHERE ${whereKey(table)})`
        : null;
  if (source === null) return;
  const found = make.get(source).get(...keyValues(row)) as { readonly id: number } | undefined;
  if (typeof found?.id === 'number') touched.clients.add(found.id);
}

/** The last write of each field and row in a change: what must still stand. */
function lastOf(rows: readonly JournalRow[]): readonly JournalRow[] {
  const last = new Map<string, JournalRow>();
  for (const row of rows) last.set(`${row.record} ${row.key} ${row.field}`, row);
  return [...last.values()];
}

/**
 * Changed fields that one statement set, taken back by one as well: a rule over several columns holds before and after it, not between
 * them. Newest first; a whole row stands alone.
 */
function together(rows: readonly JournalRow[]): readonly (readonly JournalRow[])[] {
  const groups: JournalRow[][] = [];
  for (const row of [...rows].reverse()) {
    const group = groups.at(-1);
    const isSame =
      row.field !== '' &&
      group?.[0]?.record === row.record &&
      group[0].key === row.key &&
      group.every((each) => each.field !== '' && each.field !== row.field);
    if (group !== undefined && isSame) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Prepares the taking back of changes. */
export function reverter(session: Session): Reverter {
  const { sql } = session;
  const make = new Statements(sql);
  const words = schoolWords(sql);
  const tables = new Map(tracedTables(sql).map((table) => [table.table, table]));
  const kept = sql.prepare(
    'SELECT id, record, key, field, before, after FROM row_change WHERE change_id = ? ORDER BY id',
  );
  const later = sql
    .prepare(
      `SELECT change_id FROM row_change WHERE id > ? AND record = ? AND key = ? AND (? = '' OR field IN (?, '')) ORDER BY id DESC LIMIT 1`,
    )
    .pluck();
  const since = sql.prepare(
    `SELECT field, before, after FROM row_change WHERE id > ? AND record = ? AND key = ? ORDER BY id DESC`,
  );
  const blame = (row: JournalRow): Obstacle => {
    const found = later.get(row.id, row.record, row.key, row.field, row.field);
    return { kind: 'later', change_id: typeof found === 'number' ? found : null, row };
  };
  /** Whether a column holds now what a kept change says, before or after it. */
  const holds = (table: TracedTable, row: JournalRow, field: string, side: 'before' | 'after') =>
    make
      .get(
        `SELECT "${field}" IS (SELECT ${side} FROM row_change WHERE id = ?) FROM "${table.table}" WHERE ${whereKey(table)}`,
      )
      .pluck()
      .get(row.id, ...keyValues(row)) === 1;

  const inTheWay = (table: TracedTable, row: JournalRow, last: number): Obstacle | null => {
    if (row.field !== '') return holds(table, row, row.field, 'after') ? null : blame(row);
    if (row.after === null) return null;
    // A row that came must be now as it was when its change ended: later ones taken back one by one come to the same.
    const now = make
      .get(`SELECT * FROM "${table.table}" WHERE ${whereKey(table)}`)
      .get(...keyValues(row)) as Record<string, SqlValue> | undefined;
    let then = now;
    for (const raw of since.all(last, row.record, row.key)) {
      const each = raw as Pick<JournalRow, 'field' | 'before' | 'after'>;
      if (each.field !== '') then = { ...then, [each.field]: each.before };
      else if (each.after !== null) then = undefined;
      else then = JSON.parse(String(each.before)) as Record<string, SqlValue>;
    }
    const isSame =
      now !== undefined &&
      then !== undefined &&
      table.columns.every((column) => now[column] === then?.[column]);
    return isSame ? null : blame({ ...row, id: last });
  };

  const takeBack = (table: TracedTable, rows: readonly JournalRow[], row: JournalRow): void => {
    const { table: name, columns } = table;
    if (row.field !== '') {
      const set = rows.map(
        ({ field }) => `"${field}" = (SELECT before FROM row_change WHERE id = ?)`,
      );
      make
        .get(`UPDATE "${name}" SET ${set.join(', ')} WHERE ${whereKey(table)}`)
        .run(...rows.map(({ id }) => id), ...keyValues(row));
    } else if (row.after !== null) {
      touch(session, make, table, row);
      make.get(`DELETE FROM "${name}" WHERE ${whereKey(table)}`).run(...keyValues(row));
    } else {
      const held = JSON.parse(String(row.before)) as Readonly<Record<string, SqlValue>>;
      const given = columns.filter((column) => held[column] !== undefined);
      make
        .get(
          `INSERT INTO "${name}" (${given.map((column) => `"${column}"`).join(', ')})
           VALUES (${given.map(() => '?').join(', ')})`,
        )
        .run(...given.map((column) => held[column] ?? null));
    }
    touch(session, make, table, row);
    // Words of schools are kept by their store, not by a trigger.
    if (name === 'school') words.renew(Number(keyValues(row)[0]));
  };

  return {
    rows: (change_id) => kept.all(change_id) as JournalRow[],
    obstacle: (rows) => {
      const last = rows.at(-1)?.id ?? 0;
      for (const { record, field } of rows) {
        const { stays: because, staysAt } = tables.get(record) ?? {};
        if (because === undefined) continue;
        if (staysAt === undefined || staysAt.includes(field)) return { kind: 'stays', because };
      }
      const final = lastOf(rows);
      const gone = new Set(
        final.filter(({ field }) => field === '').map(({ record, key }) => `${record} ${key}`),
      );
      for (const row of final) {
        const table = tables.get(row.record);
        if (table === undefined) {
          return { kind: 'stays', because: `${row.record} is not kept any more.` };
        }
        // Fields of a row that came or went in the same change go with the row.
        if (row.field !== '' && gone.has(`${row.record} ${row.key}`)) continue;
        const found = inTheWay(table, row, last);
        if (found !== null) return found;
      }
      return null;
    },
    apply: (rows) => {
      for (const group of together(rows)) {
        const [row] = group;
        const table = row === undefined ? undefined : tables.get(row.record);
        if (row !== undefined && table !== undefined) takeBack(table, group, row);
      }
    },
  };
}
