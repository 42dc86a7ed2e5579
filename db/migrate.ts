import { fail, ok, type Result } from '../shared/kernel/result.ts';
import type { Sql } from './sql.ts';

/** One step of the schema. `version` goes to the file's `user_version`. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** What stands in the file's header: `KERB`. Tells a store from any other SQLite file. */
export const APPLICATION_ID = 0x4b455242;

/** The schema version of an open file; 0 for a fresh one. */
export function versionOf(sql: Sql): number {
  return Number(sql.pragma('user_version', { simple: true }));
}

/**
 * Brings an open file to the newest schema: all steps in one transaction, so that a failed step leaves the
 * file as it was. `copyFirst` is called before anything changes in a file that already holds a schema. A
 * file from a newer app is refused: its rules are not known here.
 */
export function migrate(
  sql: Sql,
  migrations: readonly Migration[],
  copyFirst: (from: number) => Result<unknown>,
): Result<{ readonly from: number; readonly to: number }> {
  const from = versionOf(sql);
  const to = migrations.at(-1)?.version ?? 0;
  if (from > to) {
    return fail(
      'store_too_new',
      `The store was made by a newer Kerbside (its schema is ${from}, this one knows ${to}).`,
      'Open it with the newer Kerbside, or restore an older back-up.',
      { found: from, known: to },
    );
  }
  const steps = migrations.filter((step) => step.version > from);
  if (steps.length === 0) return ok({ from, to });
  if (from > 0) {
    const copied = copyFirst(from);
    if (!copied.ok) return copied;
  }
  sql.exec('BEGIN EXCLUSIVE');
  try {
    for (const step of steps) {
      sql.exec(step.sql);
      sql.pragma(`user_version = ${step.version}`);
    }
    sql.pragma(`application_id = ${APPLICATION_ID}`);
    sql.exec('COMMIT');
  } catch (error) {
    if (sql.inTransaction) sql.exec('ROLLBACK');
    throw error;
  }
  return ok({ from, to });
}
