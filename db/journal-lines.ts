import { formatCount } from '../shared/format/number.ts';
import type { HistoryLine } from './session.ts';
import type { Sql, SqlValue, Statement } from './sql.ts';
import type { TracedTable } from './traces.ts';

/** New records of one kind in one change that get a line each; more get one line together. The journal names each. */
const LISTED = 20;

interface JournalRow {
  readonly record: string;
  readonly key: string;
  readonly field: string;
  readonly before: SqlValue;
  readonly after: SqlValue;
}

const shown = (value: SqlValue): string => (value === null ? '' : String(value));

/** A key as a person may read it: `KT26-0001`, `0 term 2026-09-01 Autumn term`; without what is empty at its end. */
export function shownKey(key: string): string {
  return (JSON.parse(key) as readonly SqlValue[]).map(shown).join(' ').trimEnd();
}

/** Finds the client that a record is of, for the client's own history. */
function clientFinder(sql: Sql, tables: readonly TracedTable[]) {
  const statements = new Map<string, Statement>();
  for (const { table, key, columns } of tables) {
    const column = table === 'client' ? 'id' : columns.includes('client_id') ? 'client_id' : null;
    if (column === null) continue;
    const where = key.map((name) => `"${name}" = ?`).join(' AND ');
    statements.set(table, sql.prepare(`SELECT "${column}" FROM "${table}" WHERE ${where}`).pluck());
  }
  return ({ record, key }: JournalRow): number | null => {
    const found = statements.get(record)?.get(...(JSON.parse(key) as SqlValue[]));
    return typeof found === 'number' ? found : null;
  };
}

/** Makes the lines of the history that no store wrote, from what the journal kept of the change. */
export type MakeLines = (
  change_id: number,
  hasLines: boolean,
  log: (line: HistoryLine) => void,
) => void;

/**
 * Prepares the lines. Tables that write their own are left out, but for the coming of records where that is left to the journal. A table
 * nobody declared gets lines where the change would have none at all.
 */
export function lineMaker(sql: Sql, tables: readonly TracedTable[]): MakeLines {
  const byName = new Map(tables.map((table) => [table.table, table]));
  const quiet = tables.filter(({ kind, addedByJournal }) => kind === 'logged' && !addedByJournal);
  const rows = sql.prepare(
    `SELECT record, key, field, before, after FROM row_change
     WHERE change_id = ? AND record NOT IN (${quiet.map(({ table }) => `'${table}'`).join(', ')}) ORDER BY id`,
  );
  const clientOf = clientFinder(sql, tables);

  const logOne = (row: JournalRow, entity: string, log: (line: HistoryLine) => void): void => {
    const isWhole = row.field === '';
    log({
      entity,
      ref: shownKey(row.key),
      client_id: clientOf(row),
      field: row.field,
      before: isWhole ? '' : shown(row.before),
      after: !isWhole ? shown(row.after) : row.after === null ? 'taken out' : 'added',
    });
  };
  return (change_id, hasLines, log) => {
    const came = new Map<string, JournalRow[]>();
    const others: { readonly row: JournalRow; readonly entity: string }[] = [];
    for (const row of rows.all(change_id) as JournalRow[]) {
      const table = byName.get(row.record);
      if (table === undefined || table.kind === 'overwrites') continue;
      if (!table.isDeclared && hasLines) continue;
      if (row.field === '' && row.after !== null) {
        const list = came.get(row.record);
        if (list === undefined) came.set(row.record, [row]);
        else list.push(row);
      } else if (table.kind === 'lines') others.push({ row, entity: table.entity });
    }
    for (const [record, list] of came) {
      const entity = byName.get(record)?.entity ?? record;
      if (list.length <= LISTED) for (const row of list) logOne(row, entity, log);
      else {
        const after = `${formatCount(list.length)} added`;
        log({ entity, ref: '', client_id: null, field: '', before: '', after });
      }
    }
    for (const { row, entity } of others) logOne(row, entity, log);
  };
}
