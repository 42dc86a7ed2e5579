import { ALL_PROSE } from './migrations/0135-search.ts';
import { ALL_CONTACTS } from './migrations/0215-year.ts';
import type { Sql } from './sql.ts';

/** 1 in a store that holds only what its making wrote: the default settings, as its first change. */
export const NOTHING_WRITTEN = `
SELECT NOT EXISTS (SELECT 1 FROM change WHERE id > 1)
  AND NOT EXISTS (SELECT 1 FROM import_report)
  AND NOT EXISTS (SELECT 1 FROM client)
  AND NOT EXISTS (SELECT 1 FROM school)
  AND NOT EXISTS (SELECT 1 FROM postcode)
  AND NOT EXISTS (SELECT 1 FROM plan)
  AND NOT EXISTS (SELECT 1 FROM saved_view)`;

/**
 * Runs the first write of a new store with its journal beside the file, not as a log ahead of it. Nothing is there to be kept, so
 * every page is encrypted and written once; by way of the log it is three times (into it, out of it, into the file). As
 * safe as the log: the write is whole or not there. Where another connection is open, the log stays.
 */
export function journalBeside<T>(sql: Sql, work: () => T): T {
  const left = setJournal(sql, 'DELETE');
  if (!left) return work();
  try {
    return work();
  } finally {
    // Refused only while another connection reads; the next one to open the file sets it.
    setJournal(sql, 'WAL');
  }
}

/** Whether the journal is now of that mode: it cannot change while another connection is open, which is not waited for. */
function setJournal(sql: Sql, mode: 'DELETE' | 'WAL'): boolean {
  const patience = Number(sql.pragma('busy_timeout', { simple: true }));
  sql.pragma('busy_timeout = 0');
  try {
    return String(sql.pragma(`journal_mode = ${mode}`, { simple: true })) === mode.toLowerCase();
  } catch {
    return false;
  } finally {
    sql.pragma(`busy_timeout = ${patience}`);
  }
}

/**
 * Runs the first write's work without the triggers that keep what people wrote searchable, and fills that index once at its end. Each
 * trigger's statement is a savepoint, at which FTS5 writes out what it has gathered: a client costs 24 microseconds so, and 3 at once. In
 * the write's own transaction, so nobody sees the gap.
 */
export function proseAtOnce<T>(sql: Sql, work: () => T): T {
  const triggers = sql
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_prose\\_%' ESCAPE '\\'`,
    )
    .all() as { readonly name: string; readonly sql: string }[];
  for (const { name } of triggers) sql.exec(`DROP TRIGGER "${name}"`);
  const result = work();
  sql.exec(`DELETE FROM note_text; ${ALL_PROSE} ${ALL_CONTACTS}`);
  for (const trigger of triggers) sql.exec(trigger.sql);
  return result;
}
