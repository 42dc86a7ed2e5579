/** What the plan in use carries on some days is known of a store of the version before, and from which day. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { ok } from '../../shared/kernel/result.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

/** A store of the version before with a client, and what is executed then. */
function before(name: string, records: string): Database.Database {
  const sql = new Database(join(folder.path, name));
  const older = MIGRATIONS.filter(({ version }) => version < 275);
  migrate(sql, older, () => ok(null));
  const columns = sql
    .prepare(
      `SELECT name, type FROM pragma_table_info('client') WHERE "notnull" = 1 AND dflt_value IS NULL AND pk = 0`,
    ) // prettier-ignore
    .all() as { readonly name: string; readonly type: string }[];
  const given: Readonly<Record<string, string>> = { ref: 'A1', position_source: 'none', tif_signed: 'none' }; // prettier-ignore
  const values = columns.map(({ name: column, type }) => given[column] ?? (type === 'TEXT' ? (column.endsWith('days') || column === 'not_with' ? '[]' : '') : 0)); // prettier-ignore
  sql
    .prepare(
      `INSERT INTO client (${columns.map((each) => each.name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ) // prettier-ignore
    .run(...values);
  sql.exec(records);
  expect(migrate(sql, MIGRATIONS, () => ok(null)).ok).toBe(true);
  return sql;
}

const PLAN = `
INSERT INTO change (at, who, why, clock) VALUES ('2026-08-10T09:00:00.000Z', 'Kerbside', 'planning', 'c1');
INSERT INTO school (urn, name, town, postcode, district_code, type_group, status, needs, designation, independent)
  VALUES (1, 'Meadowfield School', '', '', '', '', 'open', '[]', '', 0), (2, 'Harbour School', '', '', '', '', 'open', '[]', '', 0);
INSERT INTO plan (made_on, year, seed, status, distance_basis, audit_passed, checked_routes, checked_clients, change_id, history_id, approved_by)
  VALUES ('2026-08-01', '2026/27', 1, 'superseded', 'estimated', 1, 1, 1, 1, 0, ''),
    ('2026-08-10', '2026/27', 1, 'draft', 'estimated', 1, 1, 1, 1, 0, '');
INSERT INTO plan_route (plan_id, ref, school_urn, vehicle_class, seats, wheelchairs, assistant, provider, confirmed, distance_m, duration_s, arrive_s, depart_s, cost_day_pence, days_a_year, cost_year_pence, calls)
  VALUES (1, 'OLD-001', 1, 'taxi', 4, 0, 0, '', 0, 9000, 900, 31800, 54900, 7000, 190, 1330000, NULL),
    (2, 'HAR-001', 2, 'taxi', 4, 0, 0, '', 0, 9000, 900, 31800, 54900, 7000, 190, 1330000,
      '[{"school_urn":1,"arrive_s":31000,"depart_s":54000,"home_order":1},{"school_urn":2,"arrive_s":31800,"depart_s":54900,"home_order":2}]');
INSERT INTO plan_stop (route_id, stop_order, client_id, place, mornings, afternoons, school_urn, pick_up_s, ride_s, limit_s, limit_kind, direct_s, direct_m, fixed, provisional)
  VALUES (1, 1, 1, 'second', 3, 3, NULL, 30000, 600, 2700, 'advisory', 600, 5000, 0, 0),
    (2, 1, 1, 'home', 7, 31, 1, 30100, 600, 2700, 'advisory', 600, 5000, 0, 0),
    (2, 2, 1, 'second', 24, 0, NULL, 30200, 600, 2700, 'advisory', 600, 5000, 0, 0);`;

describe('a store of the version before stops of some days were noted', () => {
  it('knows those of the plan in use from its day on, each at its own school', () => {
    const sql = before('plan.db', PLAN);
    const rows = sql
      .prepare(
        'SELECT place, from_on, route_ref, school_urn, mornings, arrive_s, depart_s FROM part_carriage ORDER BY place',
      ) // prettier-ignore
      .all();
    expect(rows).toEqual([
      { place: 'home', from_on: '2026-08-10', route_ref: 'HAR-001', school_urn: 1, mornings: 7, arrive_s: 31_000, depart_s: 54_000 },
      { place: 'second', from_on: '2026-08-10', route_ref: 'HAR-001', school_urn: 2, mornings: 24, arrive_s: 31_800, depart_s: 54_900 },
    ]); // prettier-ignore
    expect(sql.prepare('SELECT from_on FROM part_carriage_since').pluck().get()).toBe('2026-08-10');
    expect(() => sql.exec('DELETE FROM part_carriage')).toThrow('never taken out');
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    sql.close();
  });

  it('knows everything where no plan was there', () => {
    const sql = before('empty.db', '');
    expect(sql.prepare('SELECT count(*) FROM part_carriage_since').pluck().get()).toBe(0);
    sql.close();
  });
});
