import { defined } from '../../shared/kernel/assert.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Session } from '../session.ts';
import type { Sql } from '../sql.ts';
import type { BesideKind, Meta, MetaStore } from '../store.ts';

/** Writes the facts of a fresh store. */
export function writeMeta(sql: Sql, meta: Meta): void {
  const put = sql.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  put.run('county', meta.county);
  put.run('demo', meta.demo ? '1' : '0');
  put.run('own_day', meta.own_day ?? '');
  put.run('made_at', meta.made_at);
}

const besideKey = (kind: BesideKind): string => `beside_${kind}`;

/** Facts about the store itself, written when it was made, and what lies beside it. */
export function metaStore({ sql, mustWrite }: Pick<Session, 'sql' | 'mustWrite'>): MetaStore {
  const one = sql.prepare('SELECT value FROM meta WHERE key = ?').pluck();
  const put = sql.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
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
    beside: (kind) => {
      const value = one.get(besideKey(kind));
      return typeof value === 'string' ? value : '';
    },
    rememberBeside: (kind, made_from) => {
      mustWrite();
      put.run(besideKey(kind), made_from);
    },
  };
}
