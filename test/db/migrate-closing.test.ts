/** A store of the version before periods were closed keeps its books, and takes one closing a period at a time. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { ok } from '../../shared/kernel/result.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

it('adds closings beside the budget and the ledger, one that stands a period', () => {
  const sql = new Database(join(folder.path, 'before.db'));
  migrate(sql, MIGRATIONS.filter(({ version }) => version < 305), () => ok(null)); // prettier-ignore
  sql.exec(`
    INSERT INTO cost_code VALUES ('T100', 'pre_16_sen', '');
    INSERT INTO budget_entry VALUES (2026, 'T100', 1000);
    INSERT INTO virement (year, code, pence, "on", reason, by) VALUES (2026, 'T100', 5, '2026-06-01', 'More', 'T');
    INSERT INTO ledger_line (year, period, code, document, provider, contract_ref, invoice_ref, narrative, amount_pence, held, given, nth, file, imported_on)
      VALUES (2026, 3, 'T100', '', '', 'C1', '', '', 70, '', '', 1, '', '2026-07-06');`);
  expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
  expect(sql.prepare('SELECT amount_pence FROM budget_entry UNION ALL SELECT pence FROM virement UNION ALL SELECT amount_pence FROM ledger_line').pluck().all()).toEqual([1000, 5, 70]); // prettier-ignore
  const close = sql.prepare(`INSERT INTO period_closing (year, period, known_on, closed_on, closed_by, reason, last_ledger_id, prices)
    VALUES (2026, 3, '2026-07-20', '2026-07-20', 'P', 'Signed off', 1, '{}')`); // prettier-ignore
  close.run();
  expect(() => close.run()).toThrow(/UNIQUE/u);
  expect(() => sql.exec(`UPDATE period_closing SET reopened_on = '2026-08-01'`)).toThrow(/CHECK/u);
  sql.exec(
    `UPDATE period_closing SET reopened_on = '2026-08-01', reopened_by = 'P', reopened_reason = 'A late posting'`,
  );
  close.run();
  const chosen = (basis: string, pence: number | null) => sql.prepare(`INSERT INTO line_forecast (year, line, basis, pence, "on", by, reason) VALUES (2026, 'mileage', ?, ?, '2026-08-01', 'P', 'r')`).run(basis, pence); // prettier-ignore
  chosen('run_rate', null);
  expect(() => chosen('typed', null)).toThrow(/CHECK/u);
  expect(sql.pragma('foreign_key_check')).toEqual([]);
  sql.close();
});
