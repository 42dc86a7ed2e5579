/** Stores of before there were change notices, and of before one could be overridden: what they hold stays, and what came is there to be written. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { ok } from '../../shared/kernel/result.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

const ROWS = `
INSERT INTO change (id, at, who, why) VALUES (1, '2026-08-01T09:00:00.000Z', 'Tester', 'a test');
INSERT INTO school (urn, name, town, postcode, lat, lon, district_code, type_group, status, needs, designation, independent)
  VALUES (7, 'School', '', '', 51.2, 0.5, '', '', 'open', '[]', '', 0);
INSERT INTO client (id, ref, forename, surname, carer_name, carer_relationship, phone, language_or_format, home_address, postcode,
   uprn, second_address, second_postcode, second_days, position_source, district_code, care_status, school_urn, school_given,
   school_urn_given, section_i, low_income_basis, religion_or_belief, social_worker, wheelchair, sole_occupancy, not_with,
   equipment, medical, rescue_medication, handover, days, protected_address, notes)
 VALUES (3, 'A1', '', '', '', '', '', '', '', '', '', '', '', '[]', 'none', '', '', 7, '', '', '', '', '', 0, '', 0, '[]', '', '',
   0, '', '[]', 0, '');
INSERT INTO contract (id, ref, route_ref, provider, vehicle_given, vehicle_class, seats, wheelchairs, price_day_pence, assistant,
  assistant_day_pence, days_a_year, starts_on, ends_on, school_urn, school_given, confirmed)
  VALUES (1, 'C1', 'R1', 'Old Cars', '', 'taxi', 4, 0, 7000, 0, 0, 190, '2023-09-01', '2027-07-31', 7, '', 1);
INSERT INTO carriage (client_id, from_on, plan_id, route_ref, contract_id, provider, vehicle_class, assistant, school_urn, pick_up_s,
  arrive_s, depart_s, drop_off_s, confirmed) VALUES (3, '2026-08-01', 1, 'R1', 1, 'Old Cars', 'taxi', 0, 7, 28800, 31200, 54000, 56400, 1);`;

const EVENT = `
INSERT INTO change_event (id, kind, recorded_on, effective_on, client_id, what, by, change_id)
  VALUES (5, 'change_of_address', '2026-08-10', '2026-09-14', 3, 'Moved.', 'S Clarke', 1);
INSERT INTO change_notice (id, event_id, client_id, who, name, kind, changes, old_route, new_route, as_of, prepared_on, by_on, follows_plan)
  VALUES (6, 5, 3, 'family', '', 'changed', '[]', 'R1', 'R1', 1, '2026-08-10', '2026-09-07', 1);`;

function storeOf(name: string, before: number) {
  const sql = new Database(join(folder.path, name));
  sql.pragma('foreign_keys = ON');
  migrate(sql, MIGRATIONS.filter(({ version }) => version < before), () => ok(null)); // prettier-ignore
  return sql;
}

it('takes a store of before there were notices: how children were carried stays what is known, and notices can be kept', () => {
  const sql = storeOf('before-210.db', 210);
  sql.exec(ROWS);
  expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
  expect(sql.prepare('SELECT client_id, route_ref, confirmed FROM carriage').all()).toEqual([{ client_id: 3, route_ref: 'R1', confirmed: 1 }]); // prettier-ignore
  for (const table of [
    'change_event',
    'change_notice',
    'notice_told',
    'notice_basis',
    'retender_round',
  ])
    expect([table, sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
  sql.exec(EVENT);
  // What was prepared is withdrawn, never taken out; a reason belongs to a withdrawal.
  expect(() => sql.exec('DELETE FROM change_notice')).toThrow(/never taken out/);
  expect(() => sql.exec(`UPDATE change_notice SET withdrawn_on = '2026-08-11'`)).toThrow(/CHECK/);
  expect(sql.pragma('foreign_key_check')).toEqual([]);
  sql.close();
});

it('keeps the notices of a store of before one could be overridden', () => {
  const sql = storeOf('before-280.db', 280);
  sql.exec(ROWS + EVENT);
  const before = sql.prepare('SELECT * FROM change_notice').all();
  expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
  expect(sql.prepare('SELECT * FROM change_notice').all()).toEqual(before);
  const add = `INSERT INTO change_overridden (event_id, overridden_on, by, reason) VALUES (?, '2026-08-11', 'S Clarke', ?)`;
  expect(() => sql.prepare(add).run(5, '')).toThrow(/CHECK/);
  expect(() => sql.prepare(add).run(9, 'Rung.')).toThrow(/FOREIGN KEY/);
  sql.prepare(add).run(5, 'Rung.');
  expect(() => sql.prepare(add).run(5, 'Twice.')).toThrow(/UNIQUE/);
  expect(sql.pragma('foreign_key_check')).toEqual([]);
  sql.close();
});
