import type { Sql } from './sql.ts';

/** The newest change of a store: what tells a file from an older copy of it. */
export interface LastWrite {
  readonly change_id: number;
  /** ISO date and time. */
  readonly at: string;
}

/** Reads the newest change, and whether a change once seen is still there. */
export function lastWriteReader(sql: Sql): {
  readonly lastWrite: () => LastWrite | null;
  readonly holdsWrite: (write: LastWrite) => boolean;
} {
  const newest = sql.prepare('SELECT id AS change_id, at FROM change ORDER BY id DESC LIMIT 1');
  const one = sql.prepare('SELECT count(*) FROM change WHERE id = ? AND at = ?').pluck();
  return {
    lastWrite: () => (newest.get() as LastWrite | undefined) ?? null,
    holdsWrite: ({ change_id, at }) => one.get(change_id, at) === 1,
  };
}
