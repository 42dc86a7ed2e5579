/** Each change has a clock: on stores of the release before, on copies, and where the machine's own was wrong. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { parseClock } from '../../shared/history/clock.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import { addClients, addPlaces, BY_TEST, createdStore, madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

function filledStore(): { readonly store: Store; readonly sql: Database.Database } {
  const path = join(folder.path, `${++made}.kerbside`);
  const store = createdStore(path, 'demo');
  addPlaces(store);
  addClients(store, [{ ref: 'A1' }, { ref: 'A2' }]);
  return { store, sql: new Database(path) };
}

/** A store of the release before, with its schema of version 70. */
const BEFORE_JOURNAL = 120;

describe('a store of the release before', () => {
  it('gets a clock for each change, the same on every copy, never running backwards', () => {
    const clocks = ['a', 'b'].map((name) => {
      const sql = new Database(join(folder.path, `old-${name}.kerbside`));
      sql.pragma('foreign_keys = ON');
      migrate(
        sql,
        MIGRATIONS.filter(({ version }) => version <= BEFORE_JOURNAL),
        () => ok(null),
      );
      const add = sql.prepare('INSERT INTO change (at, who, why) VALUES (?, ?, ?)');
      add.run('2026-08-10T09:00:00.000Z', 'S Clarke', 'hand');
      add.run('2026-08-09T09:00:00.000Z', 'import', 'import of a.csv');
      add.run('2026-08-10T09:00:00.001Z', 'S Clarke', 'hand');
      sql.exec(`INSERT INTO history (change_id, entity, ref, client_id, field, before, after)
        VALUES (1, 'client', 'A1', 1, 'notes', '', 'x'), (3, 'client', 'A1', 1, 'notes', 'x', 'y')`);
      const migrated = migrate(sql, MIGRATIONS, () => ok(null));
      expect(migrated.ok).toBe(true);
      expect(sql.prepare('SELECT id, change_id, after FROM history').raw().all()).toEqual([
        [1, 1, 'x'],
        [2, 3, 'y'],
      ]);
      expect(sql.pragma('foreign_key_check')).toEqual([]);
      const found = sql.prepare('SELECT clock FROM change ORDER BY id').pluck().all() as string[];
      sql.close();
      return found;
    });
    expect(clocks[0]).toEqual([
      '2026-08-10T09:00:00.000Z-0000-000000000000',
      '2026-08-10T09:00:00.000Z-0001-000000000000',
      '2026-08-10T09:00:00.001Z-0000-000000000000',
    ]);
    expect(clocks[1]).toEqual(clocks[0]);
  });
});

describe('two copies of one store', () => {
  it('have a device each, and each clock goes on after what it finds', () => {
    const { store, sql } = filledStore();
    const copy = join(folder.path, `copy-${made}.kerbside`);
    expect(store.copyTo(copy).ok).toBe(true);
    store.close();
    const opened = openStore(copy);
    if (!opened.ok) throw new Error(opened.error.cause);
    opened.value.write(BY_TEST, () => opened.value.clients.update(1, { notes: 'on the copy' }));
    opened.value.close();
    const there = new Database(copy);
    const clocks = there.prepare('SELECT clock FROM change ORDER BY id DESC LIMIT 2').pluck().all();
    const [newer, older] = clocks as string[];
    expect(defined(newer, 'newer') > defined(older, 'older')).toBe(true);
    expect(parseClock(String(newer))?.device).not.toBe(parseClock(String(older))?.device);
    expect(there.prepare('SELECT count(*) FROM device').pluck().get()).toBe(2);
    there.close();
    sql.close();
  });

  it('go on after a change of the far future, were the machine’s clock wrong once', () => {
    const { store, sql } = filledStore();
    sql
      .prepare(`INSERT INTO change (at, who, why, clock) VALUES (?, 'x', 'y', ?)`)
      .run(BY_TEST.at, '2099-01-01T00:00:00.000Z-0003-0000000000ff');
    store.write(BY_TEST, () => store.clients.update(1, { notes: 'later' }));
    const last = sql.prepare('SELECT clock FROM change ORDER BY id DESC LIMIT 1').pluck().get();
    expect(String(last)).toMatch(/^2099-01-01T00:00:00\.000Z-0004-/);
    sql.close();
    store.close();
  });
});
