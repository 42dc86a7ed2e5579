import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { ok } from '../../shared/kernel/result.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

describe('the step to plans edited by hand', () => {
  it('keeps the plan in use, its routes and who is unallocated, of a store of the version before', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    migrate(
      sql,
      MIGRATIONS.filter(({ version }) => version < 160),
      () => ok(null),
    );
    sql.exec(`
INSERT INTO change (at, who, why, clock) VALUES ('2026-08-10T09:00:00.000Z', 'Kerbside', 'planning', 'c1');
INSERT INTO school (urn, name, town, postcode, district_code, type_group, status, needs, designation, independent)
  VALUES (1, 'Meadowfield School', '', '', '', '', 'open', '[]', '', 0);
INSERT INTO plan (made_on, year, seed, status, distance_basis, audit_passed, checked_routes, checked_clients, change_id, history_id, approved_by)
  VALUES ('2026-08-10', '2026/27', 1, 'draft', 'estimated', 1, 1, 1, 1, 0, '');
INSERT INTO plan_route (plan_id, ref, school_urn, vehicle_class, seats, wheelchairs, assistant, provider, confirmed, distance_m, duration_s, arrive_s, depart_s, cost_day_pence, days_a_year, cost_year_pence)
  VALUES (1, 'MEA-001', 1, 'taxi', 4, 0, 0, '', 0, 9000, 900, 31800, 54900, 7000, 190, 1330000);`);
    const client = clientOf(sql);
    sql
      .prepare(`INSERT INTO plan_unallocated VALUES (1, ?, 'no_vehicle', 'No vehicle.')`)
      .run(client);
    const done = migrate(sql, MIGRATIONS, () => ok(null));
    expect(done.ok).toBe(true);
    expect(sql.prepare('SELECT ref, locked FROM plan_route').all()).toEqual([
      { ref: 'MEA-001', locked: 0 },
    ]);
    expect(sql.prepare('SELECT snapshot, frozen_by, frozen_at FROM plan').all()).toEqual([
      { snapshot: '', frozen_by: '', frozen_at: null },
    ]);
    sql
      .prepare(
        `UPDATE plan_unallocated SET reason = 'taken_off', detail = 'Asked.' WHERE client_id = ?`,
      )
      .run(client);
    expect(sql.prepare('SELECT plan_id, reason FROM plan_unallocated').all()).toEqual([
      { plan_id: 1, reason: 'taken_off' },
    ]);
    expect(() => sql.exec(`UPDATE plan_unallocated SET reason = ''`)).toThrow('CHECK');
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
    sql.close();
  });
});

/** A client with '' in every text and 0 in every number that must be given. */
function clientOf(sql: Database.Database): number {
  const columns = sql
    .prepare(
      `SELECT name, type FROM pragma_table_info('client') WHERE "notnull" = 1 AND dflt_value IS NULL AND pk = 0`,
    )
    .all() as { readonly name: string; readonly type: string }[];
  const given: Readonly<Record<string, string | number>> = {
    ref: 'A1',
    position_source: 'none',
    tif_signed: 'none',
  };
  const values = columns.map(
    ({ name, type }) =>
      given[name] ??
      (type === 'TEXT' ? (name.endsWith('days') || name === 'not_with' ? '[]' : '') : 0),
  );
  const { lastInsertRowid } = sql
    .prepare(
      `INSERT INTO client (${columns.map(({ name }) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    .run(...values);
  return Number(lastInsertRowid);
}
