import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { ok } from '../../shared/kernel/result.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

it('keeps contracts, reports of imports and their rows when the register comes, and takes reports of a new kind', () => {
  const sql = new Database(join(folder.path, 'before.db'));
  sql.pragma('foreign_keys = ON');
  const before = MIGRATIONS.filter(({ version }) => version < 200);
  migrate(sql, before, () => ok(null));
  sql.exec(`
INSERT INTO contract (ref, route_ref, provider, vehicle_given, vehicle_class, seats, wheelchairs, price_day_pence, assistant, assistant_day_pence,
  days_a_year, starts_on, ends_on, school_given, confirmed)
  VALUES ('C1', '1001-001', 'Beult', 'Minibus', 'minibus', 12, 0, 10000, 0, 0, 190, '2024-09-01', '2027-07-31', 'Foxwood', 1);
INSERT INTO import_report (id, kind, files, on_date, read, added, changed, unchanged, held, refused, warnings)
  VALUES (7, 'contracts', '["a.csv"]', '2026-08-10', 1, 0, 0, 0, 0, 1, 0);
INSERT INTO import_row (report_id, row_order, line, "column", value, outcome, code, reason, remedy)
  VALUES (7, 1, 2, 'Price', 'x', 'refused', 'number', 'No number.', 'Correct it.');`);
  migrate(sql, MIGRATIONS, () => ok(null));
  expect(sql.prepare('SELECT ref FROM contract').pluck().all()).toEqual(['C1']);
  expect(sql.prepare('SELECT id, kind, refused FROM import_report').all()).toEqual([
    { id: 7, kind: 'contracts', refused: 1 },
  ]);
  expect(sql.prepare('SELECT report_id, code FROM import_row').all()).toEqual([
    { report_id: 7, code: 'number' },
  ]);
  sql.exec(`INSERT INTO import_report (kind, files, on_date, read, added, changed, unchanged, held, refused, warnings)
    VALUES ('register', '[]', '2026-08-10', 0, 0, 0, 0, 0, 0, 0)`);
  // Rows go with their report, as before.
  sql.exec('DELETE FROM import_report WHERE id = 7');
  expect(sql.prepare('SELECT count(*) FROM import_row').pluck().get()).toBe(0);
  sql.exec(`INSERT INTO worker (ref, name, provider, role) VALUES ('P1', 'Jo', 'Beult', 'driver');
    INSERT INTO assignment (contract_id, role, worker_id, from_on) VALUES (1, 'driver', 1, '2026-09-01')`);
  expect(() => sql.exec(`INSERT INTO assignment (contract_id, role, from_on) VALUES (1, 'driver', '2026-09-01')`)).toThrow(/CHECK/); // prettier-ignore
  expect(sql.pragma('foreign_key_check')).toEqual([]);
  sql.close();
});
