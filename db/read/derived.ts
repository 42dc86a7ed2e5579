import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Sql } from '../sql.ts';
import type { ReadStore } from '../read-aggregate.ts';

/**
 * Keeps what is dear to work out. Its basis names the last change of a table that it reads (one without any trace counts as such), the last
 * import, the road network beside the store, and the schema, since a newer Kerbside may work the same records out otherwise: what they do not
 * tell apart changed neither records nor distances. Keeping is a convenience, so a store that somebody else is writing to is not waited for.
 */
export function derivedReader(sql: Sql): Pick<ReadStore, 'basis' | 'derived' | 'kept'> {
  const basis = sql
    .prepare(
      `SELECT coalesce((SELECT id FROM change AS c
           WHERE NOT EXISTS (SELECT 1 FROM row_change AS r WHERE r.change_id = c.id)
              OR EXISTS (SELECT 1 FROM row_change AS r WHERE r.change_id = c.id
                 AND r.record NOT IN (SELECT value FROM json_each(?)))
           ORDER BY id DESC LIMIT 1), 0) || ' ' ||
         coalesce((SELECT max(id) FROM import_report), 0) || ' ' ||
         coalesce((SELECT value FROM meta WHERE key = 'beside_roads'), '') || ' ' ||
         (SELECT user_version FROM pragma_user_version)`,
    )
    .pluck();
  const read = sql.prepare('SELECT value FROM derived WHERE key = ? AND basis = ?').pluck();
  const write = sql.prepare(
    `INSERT INTO derived (key, basis, value) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET basis = excluded.basis, value = excluded.value`,
  );
  const keep = (key: string, now: string, value: string): void => {
    const patience = Number(sql.pragma('busy_timeout', { simple: true }));
    sql.pragma('busy_timeout = 0');
    try {
      write.run(key, now, value);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code !== 'SQLITE_BUSY' && code !== 'SQLITE_BUSY_SNAPSHOT') throw error;
    } finally {
      sql.pragma(`busy_timeout = ${patience}`);
    }
  };
  const at = (on: IsoDate, unread: readonly string[]): string =>
    `${String(basis.get(JSON.stringify(unread)))} ${on}`;
  const kept: ReadStore['kept'] = (key, on, unread = []) => {
    const known = read.get(key, at(on, unread));
    return typeof known === 'string' ? known : null;
  };
  return {
    basis: (on) => at(on, []),
    kept,
    derived: (key, on, compute, unread = []) => {
      const known = kept(key, on, unread);
      if (known !== null) return known;
      const now = at(on, unread);
      const value = compute();
      keep(key, now, value);
      return value;
    },
  };
}
