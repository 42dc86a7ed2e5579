import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { APPLICATION_ID, migrate, versionOf, type Migration } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;
const fresh = () => new Database(join(folder.path, `${++made}.db`));

const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;
const ADD: Migration = {
  version: NEWEST + 10,
  sql: 'CREATE TABLE added (a TEXT NOT NULL) STRICT;',
};

describe('migrations', () => {
  it('are numbered in tens, or between two of them, upwards', () => {
    const versions = MIGRATIONS.map((each) => each.version);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(versions.every((version) => version % 5 === 0)).toBe(true);
  });

  it('bring a fresh file to the newest schema without a copy', () => {
    const sql = fresh();
    let copies = 0;
    const done = migrate(sql, MIGRATIONS, () => ok((copies += 1)));
    expect(done).toMatchObject({ ok: true, value: { from: 0 } });
    expect(copies).toBe(0);
    expect(versionOf(sql)).toBe(NEWEST);
    expect(sql.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
    sql.close();
  });

  it('make every table strict, so that no text hides in a number', () => {
    const sql = fresh();
    migrate(sql, MIGRATIONS, () => ok(null));
    const tables = sql.prepare('PRAGMA table_list').all() as {
      name: string;
      strict: number;
      type: string;
    }[];
    const own = tables.filter(
      ({ name, type }) =>
        type === 'table' && !name.startsWith('sqlite_') && !name.includes('_text'),
    );
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((table) => table.strict !== 1).map((table) => table.name)).toEqual([]);
    sql.close();
  });

  it('copy an existing file first, keep its rows and stop when the copy fails', () => {
    const sql = fresh();
    migrate(sql, MIGRATIONS, () => ok(null));
    sql.prepare(`INSERT INTO meta (key, value) VALUES ('county', 'Kent')`).run();
    const refused = migrate(sql, [...MIGRATIONS, ADD], () =>
      fail('backup_failed', 'Full.', 'Free.'),
    );
    expect(refused).toMatchObject({ ok: false, error: { code: 'backup_failed' } });
    expect(versionOf(sql)).toBe(NEWEST);
    const copiedFrom: number[] = [];
    migrate(sql, [...MIGRATIONS, ADD], (from) => ok(copiedFrom.push(from)));
    expect(copiedFrom).toEqual([NEWEST]);
    expect(versionOf(sql)).toBe(NEWEST + 10);
    expect(sql.prepare('SELECT value FROM meta').pluck().all()).toEqual(['Kent']);
    sql.close();
  });

  it('leave the file as it was when a step fails', () => {
    const sql = fresh();
    migrate(sql, MIGRATIONS, () => ok(null));
    const bad: Migration = {
      version: NEWEST + 20,
      sql: 'CREATE TABLE half (a TEXT) STRICT; SELECT nothing;',
    };
    expect(() => migrate(sql, [...MIGRATIONS, ADD, bad], () => ok(null))).toThrow('nothing');
    expect(versionOf(sql)).toBe(NEWEST);
    const tables = sql
      .prepare(`SELECT name FROM sqlite_schema WHERE name IN ('added', 'half')`)
      .all();
    expect(tables).toEqual([]);
    sql.close();
  });
});
