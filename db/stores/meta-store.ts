import { defined } from '../../shared/kernel/assert.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Sql } from '../sql.ts';
import type { Meta, MetaStore } from '../store.ts';

/** Writes the facts of a fresh store. */
export function writeMeta(sql: Sql, meta: Meta): void {
  const put = sql.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  put.run('county', meta.county);
  put.run('demo', meta.demo ? '1' : '0');
  put.run('own_day', meta.own_day ?? '');
  put.run('made_at', meta.made_at);
}

/** Facts about the store itself, written when it was made. */
export function metaStore(sql: Sql): MetaStore {
  const one = sql.prepare('SELECT value FROM meta WHERE key = ?').pluck();
  const read = (key: string): string => String(defined(one.get(key), `meta ${key}`));
  return {
    get: () => {
      const ownDay = read('own_day');
      return {
        county: read('county'),
        demo: read('demo') === '1',
        own_day: ownDay === '' ? null : (ownDay as IsoDate),
        made_at: read('made_at'),
      };
    },
  };
}
