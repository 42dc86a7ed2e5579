import type { HistoryLine, Session } from './session.ts';
import type { SqlValue, Statement } from './sql.ts';
import type { Outcome } from './store.ts';

/** How a field lies in its column: `flag` 0 or 1, `list` JSON text; null stays null. */
export type FieldKind = 'text' | 'number' | 'flag' | 'list';

/** Every field of a record, each with its kind: a field that is forgotten does not compile. */
export type Fields<T> = { readonly [K in keyof T]-?: FieldKind };

/** A row as SQLite gives it. */
export type Row = Record<string, SqlValue>;

export interface RecordTableOptions<T extends object> {
  readonly table: string;
  /** The column that names a record: a council's reference, a URN, a code. */
  readonly key: keyof T & string;
  readonly fields: Fields<T>;
  /** What a new record holds where nothing was given. */
  readonly blank: Omit<T, 'id'>;
  /** Keeps field-level history under this name; null: reference data, its import report is its history. */
  readonly entity: HistoryLine['entity'] | null;
  /** The client a record belongs to, for the client's own history. */
  readonly clientOf?: (row: Row) => number | null;
  /** Whether a new record makes a line in the history too. */
  readonly logAdded?: boolean;
}

export interface Upserted {
  readonly outcome: Outcome;
  /** SQLite's own number of a new row; of no meaning on tables without one. */
  readonly rowid: number;
  /** The row as it was, null for a new one. */
  readonly before: Row | null;
}

/** Reading and upserting the records of one table whose columns are named as the record's fields. */
export interface RecordTable<T extends object> {
  readonly decode: (row: unknown) => T;
  /** The columns in order, for `SELECT`. */
  readonly columns: string;
  readonly all: (order: string) => T[];
  readonly get: (key: SqlValue) => T | null;
  readonly count: () => number;
  readonly upsert: (patch: Readonly<Partial<T>>) => Upserted;
}

/** Update statements kept a table. */
const KEPT_UPDATES = 200;

const listCache = new Map<string, readonly string[]>();

function decodeList(text: string): readonly string[] {
  const known = listCache.get(text);
  if (known !== undefined) return known;
  const list = Object.freeze(JSON.parse(text) as string[]);
  if (listCache.size > 5000) listCache.clear();
  listCache.set(text, list);
  return list;
}

/** A value as its column holds it. */
export function encode(value: unknown, kind: FieldKind): SqlValue {
  if (value === null || value === undefined) return null;
  if (kind === 'flag') return value === true ? 1 : 0;
  if (kind === 'list') return JSON.stringify(value);
  return value as SqlValue;
}

/** A column's value as the history shows it. */
function shown(value: SqlValue | undefined, kind: FieldKind): string {
  if (value === null || value === undefined) return '';
  if (kind === 'flag') return value === 1 ? 'yes' : 'no';
  if (kind === 'list') return decodeList(String(value)).join(', ');
  return String(value);
}

/**
 * Binds a table to its record type. The statements are put together once from the field names, which are
 * constants of the code; values are always bound.
 */
export function recordTable<T extends object>(
  session: Session,
  options: RecordTableOptions<T>,
): RecordTable<T> {
  const { sql } = session;
  const { table, key, fields, blank, entity } = options;
  const names = Object.keys(fields) as (keyof T & string)[];
  const kinds = new Map<string, FieldKind>(names.map((name) => [name, fields[name]]));
  const stored = names.filter((name) => name !== 'id');
  const flags = names.filter((name) => fields[name] === 'flag');
  const lists = names.filter((name) => fields[name] === 'list');
  const quoted = (list: readonly string[]): string => list.map((name) => `"${name}"`).join(', ');
  const columns = quoted(names);
  const byKey = sql.prepare(`SELECT ${columns} FROM ${table} WHERE "${key}" = ?`);
  const counting = sql.prepare(`SELECT count(*) FROM ${table}`).pluck();
  const insert = sql.prepare(
    `INSERT INTO ${table} (${quoted(stored)}) VALUES (${stored.map(() => '?').join(', ')})`,
  );
  // One statement for each set of columns that change together: what is not changed costs nothing, here and in the journal.
  const updates = new Map<string, Statement>();
  const updateOf = (changed: readonly string[]): Statement => {
    const set = changed.map((name) => `"${name}" = ?`).join(', ');
    let statement = updates.get(set);
    if (statement === undefined) {
      if (updates.size >= KEPT_UPDATES) updates.clear();
      statement = sql.prepare(`UPDATE ${table} SET ${set} WHERE "${key}" = ?`);
      updates.set(set, statement);
    }
    return statement;
  };
  const storedKinds = stored.map((name) => fields[name]);
  const blanks = stored.map((name) =>
    encode((blank as Record<string, unknown>)[name], fields[name]),
  );
  const ordered = new Map<string, Statement>();

  const decode = (raw: unknown): T => {
    const row = raw as Record<string, unknown>;
    for (const name of flags) {
      const value = row[name];
      row[name] = value === null ? null : value === 1;
    }
    for (const name of lists) row[name] = decodeList(row[name] as string);
    return row as T;
  };

  const add = (patch: Readonly<Partial<T>>): Upserted => {
    const given = patch as Record<string, unknown>;
    const values = stored.map((name, at) => {
      const value = given[name];
      if (value === undefined || value === null) return blanks[at] ?? null;
      return encode(value, storedKinds[at] ?? 'text');
    });
    const rowid = Number(insert.run(...values).lastInsertRowid);
    if (entity !== null && options.logAdded === true) {
      const row: Row = { id: rowid };
      stored.forEach((name, index) => {
        row[name] = values[index] ?? null;
      });
      session.log({
        entity,
        ref: String(given[key]),
        client_id: options.clientOf?.(row) ?? null,
        field: '',
        before: '',
        after: 'added',
      });
    }
    return { outcome: 'added', rowid, before: null };
  };

  const change = (row: Row, patch: Readonly<Partial<T>>): Upserted => {
    const changed: string[] = [];
    const values: SqlValue[] = [];
    for (const name in patch) {
      if (name === key || name === 'id' || patch[name] === undefined) continue;
      const kind = kinds.get(name);
      if (kind === undefined) continue;
      const value = encode(patch[name], kind);
      if (value === row[name]) continue;
      changed.push(name);
      values.push(value);
      if (entity !== null) {
        session.log({
          entity,
          ref: String(row[key]),
          client_id: options.clientOf?.(row) ?? null,
          field: name,
          before: shown(row[name], kind),
          after: shown(value, kind),
        });
      }
    }
    if (changed.length === 0) return { outcome: 'unchanged', rowid: 0, before: row };
    updateOf(changed).run(...values, row[key] ?? null);
    return { outcome: 'changed', rowid: 0, before: row };
  };

  return {
    decode,
    columns,
    all: (order) => {
      let statement = ordered.get(order);
      if (statement === undefined) {
        statement = sql.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${order}`);
        ordered.set(order, statement);
      }
      return statement.all().map(decode);
    },
    get: (value) => {
      const row = byKey.get(value);
      return row === undefined ? null : decode(row);
    },
    count: () => Number(counting.get()),
    upsert: (patch) => {
      session.mustWrite();
      const row = byKey.get(patch[key] as SqlValue) as Row | undefined;
      return row === undefined ? add(patch) : change(row, patch);
    },
  };
}

/** Counts outcomes while rows are upserted. */
export function tally<Id>() {
  const outcomes: Outcome[] = [];
  const ids: Id[] = [];
  const counts = { added: 0, changed: 0, unchanged: 0 };
  return {
    note: (outcome: Outcome, id: Id): void => {
      outcomes.push(outcome);
      ids.push(id);
      counts[outcome] += 1;
    },
    result: () => ({ ...counts, outcomes, ids }),
  };
}
