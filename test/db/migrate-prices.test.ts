/** A store of the version before prices had histories keeps its lines of cost, its index and every price. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { ok } from '../../shared/kernel/result.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

describe('a store of the version before', () => {
  it('keeps every line of cost, takes lines of new kinds, and knows the base of its index', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    migrate(sql, MIGRATIONS.filter(({ version }) => version < 290), () => ok(null)); // prettier-ignore
    sql.pragma('foreign_keys = OFF');
    sql.exec(`
      INSERT INTO plan_cost (route_id, line_order, kind, label, working, pence, estimated)
        VALUES (1, 1, 'fixed', 'Taxi, fixed price', 'by the card', 7000, 1), (1, 2, 'contract', 'Contract C1', 'by the register', 9000, 0);
      INSERT INTO cpi_month (month, "index") VALUES ('2026-01', 139.5), ('2026-02', 140.1);
      INSERT INTO fuel_price (week_on, petrol, diesel) VALUES ('2026-05-18', 15739, 18656);
    `);
    const before = sql.prepare('SELECT * FROM plan_cost ORDER BY line_order').all();
    expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
    expect(sql.prepare('SELECT * FROM plan_cost ORDER BY line_order').all()).toEqual(before);
    sql.exec("INSERT INTO plan_cost VALUES (1, 3, 'minimum', 'Up to the minimum', 'why', 500, 1)");
    expect(() => sql.exec("INSERT INTO plan_cost VALUES (1, 4, '', '', '', 1, 1)")).toThrow(
      'CHECK',
    );
    expect(sql.prepare('SELECT series, base_year FROM price_series').all()).toEqual([
      { series: 'cpi', base_year: 2015 },
    ]);
    expect(sql.prepare('SELECT count(*) FROM cpi_month').pluck().get()).toBe(2);
    expect(sql.prepare('SELECT diesel FROM fuel_price').pluck().get()).toBe(18_656);
    sql.close();
  });

  it('says nothing of a base where there is no index', () => {
    const sql = new Database(join(folder.path, 'empty.db'));
    migrate(sql, MIGRATIONS.filter(({ version }) => version < 290), () => ok(null)); // prettier-ignore
    migrate(sql, MIGRATIONS, () => ok(null));
    expect(sql.prepare('SELECT count(*) FROM price_series').pluck().get()).toBe(0);
    sql.close();
  });
});
