/** A store of the version before the council's money keeps every row, and takes a budget and a ledger afterwards. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { ok } from '../../shared/kernel/result.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

it('adds the money beside contracts and invoices, and holds no amount for a line that is held', () => {
  const sql = new Database(join(folder.path, 'before.db'));
  migrate(sql, MIGRATIONS.filter(({ version }) => version < 285), () => ok(null)); // prettier-ignore
  sql.exec(`
    INSERT INTO change (id, at, who, why) VALUES (1, '2026-08-01T09:00:00.000Z', 'Tester', 'a test');
    INSERT INTO contract (id, ref, route_ref, provider, vehicle_given, vehicle_class, seats, wheelchairs, price_day_pence, assistant,
      assistant_day_pence, days_a_year, starts_on, ends_on, school_urn, school_given, confirmed)
      VALUES (1, 'C1', 'R1', 'Weald Cars', '', 'taxi', 4, 0, 7000, 0, 0, 190, '2023-09-01', '2026-07-31', NULL, '', 1);
    INSERT INTO invoice (id, provider, ref, dated_on, file, imported_on) VALUES (1, 'Weald Cars', 'I1', '2026-07-03', 'june.csv', '2026-07-06');
    INSERT INTO import_report (kind, files, on_date, read, added, changed, unchanged, held, refused, warnings)
      VALUES ('invoices', '["june.csv"]', '2026-07-06', 1, 1, 0, 0, 0, 0, 0);`);
  expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
  expect(sql.prepare('SELECT ref FROM contract UNION ALL SELECT ref FROM invoice').pluck().all()).toEqual(['C1', 'I1']); // prettier-ignore
  sql.exec(`
    INSERT INTO import_report (kind, files, on_date, read, added, changed, unchanged, held, refused, warnings)
      VALUES ('ledger', '["l.csv"]', '2026-08-06', 1, 1, 0, 0, 0, 0, 0);
    INSERT INTO cost_code VALUES ('T100', 'pre_16_sen', '');`);
  const book = (period: number, held: string): void => {
    sql.prepare(`INSERT INTO ledger_line (year, period, code, document, provider, contract_ref, invoice_ref, narrative, amount_pence, held, given, nth, file, imported_on)
      VALUES (2026, ?, 'T100', '', '', 'C1', '', '', -50, ?, '', 1, '', '2026-08-06')`).run(period, held); // prettier-ignore
  };
  book(4, '');
  expect(() => {
    book(13, '');
  }).toThrow(/CHECK/u);
  expect(() => {
    book(4, 'formula');
  }).toThrow(/CHECK/u);
  expect(sql.pragma('foreign_key_check')).toEqual([]);
  expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
  sql.close();
});
