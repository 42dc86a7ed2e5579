import type { Sql } from './sql.ts';
import type { TracedTable } from './traces.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The row's key as JSON: `["KT26-0001"]`. */
function keyOf(table: TracedTable, row: 'OLD' | 'NEW'): string {
  return `json_array(${table.key.map((name) => `${row}."${name}"`).join(', ')})`;
}

function triggersOf(table: TracedTable): string {
  const { table: name, columns } = table;
  const into = 'INSERT INTO row_change (change_id, record, key, field, before, after)';
  // One trigger a table, whatever the statement sets: one a column costs six times as much to make, and no less to run.
  const fields = columns
    .map(
      (column) =>
        `SELECT ${quote(column)} AS field, OLD."${column}" AS was, NEW."${column}" AS now`,
    )
    .join('\n  UNION ALL ');
  const each = `
CREATE TEMP TRIGGER IF NOT EXISTS journal_${name}_set AFTER UPDATE ON main."${name}" BEGIN
  ${into} SELECT change_id, ${quote(name)}, ${keyOf(table, 'OLD')}, field, was, now FROM writing, (${fields})
  WHERE was COLLATE BINARY IS NOT now;
END;`;
  const whole = columns.map((column) => `${quote(column)}, OLD."${column}"`).join(', ');
  const came = `
CREATE TEMP TRIGGER IF NOT EXISTS journal_${name}_came AFTER INSERT ON main."${name}" BEGIN
  ${into} SELECT change_id, ${quote(name)}, ${keyOf(table, 'NEW')}, '', NULL, 'added' FROM writing;
END;`;
  return `${table.kind === 'overwrites' ? '' : came}${each}
CREATE TEMP TRIGGER IF NOT EXISTS journal_${name}_went AFTER DELETE ON main."${name}" BEGIN
  ${into} SELECT change_id, ${quote(name)}, ${keyOf(table, 'OLD')}, '', json_object(${whole}), NULL FROM writing;
END;`;
}

export interface Journal {
  /** Makes it keep what is written from now on. Outside a transaction, which would take it back with itself; once is enough. */
  readonly ready: () => void;
  /** Says which change is being written, or with null that none is. */
  readonly tell: (change_id: number | null) => void;
}

/**
 * Keeps what every statement on this connection changes, whichever store ran it: the exact value of each field before and after, a whole
 * row that was taken out, the key of a row that came. Triggers of the connection, not of the file: they follow the schema as it is. They
 * are made before the first write, three a table, in some 8 ms: most connections only read.
 */
export function startJournal(sql: Sql, tables: readonly TracedTable[]): Journal {
  sql.exec('CREATE TEMP TABLE writing (change_id INTEGER NOT NULL)');
  let isReady = false;
  const ready = (): void => {
    if (isReady) return;
    if (sql.inTransaction) throw new Error('The journal must be ready before a transaction begins');
    for (const table of tables) sql.exec(triggersOf(table));
    isReady = true;
  };
  const clear = sql.prepare('DELETE FROM writing');
  const set = sql.prepare('INSERT INTO writing (change_id) VALUES (?)');
  return {
    ready,
    tell: (change_id) => {
      if (change_id !== null) ready();
      clear.run();
      if (change_id !== null) set.run(change_id);
    },
  };
}
