/** Lots in a real store: what the schema itself holds to, whoever writes. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import { bidOf } from '../helpers/tender-of.ts';
import { putAward, putBid, putTender } from './lots-writes.ts';
import { addClients, addPlaces, BY_TEST, CONTRACT, madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

function filled(): { readonly store: Store; readonly path: string } {
  const path = join(folder.path, `${++made}.kerbside`);
  const store = madeStore(path);
  addPlaces(store);
  addClients(store, [{ ref: 'A1' }]);
  store.write(BY_TEST, () => {
    store.contracts.upsertMany([CONTRACT, { ...CONTRACT, ref: 'C2' }]);
    putTender(store);
    putBid(store);
    putBid(store, { provider: 'Medway Cars' });
  });
  return { store, path };
}

describe('lots in a store', () => {
  it('come back as they were put', () => {
    const { store } = filled();
    const tender = defined(store.lots.tenderByRef('T2026-01'), 'the tender');
    expect(store.lots.lotsOf(tender.id)).toHaveLength(1);
    expect(store.lots.lot(1)?.specification.stops[1]?.area).toBe('On award');
    expect(store.lots.bidsOf(tender.id)[0]).toEqual(bidOf());
    expect(store.lots.invitationsOf(tender.id)[0]?.handed).toBeNull();
    store.close();
  });

  it('are awarded once, by the schema; after an award is taken back once more', () => {
    const { store, path } = filled();
    store.write(BY_TEST, () => putAward(store));
    const second = { provider: 'Medway Cars', bid_id: 2, contract_id: 2 };
    expect(() => store.write(BY_TEST, () => putAward(store, second))).toThrow(/UNIQUE/);
    expect(store.lots.awards()).toHaveLength(1);
    const award = defined(store.lots.award(1), 'the award');
    store.write(BY_TEST, () => {
      store.lots.withdrawAward(award, award.signed);
    });
    expect(() => { store.write(BY_TEST, () => { store.lots.withdrawAward(award, award.signed); }); }).toThrow(/withdrawn once/); // prettier-ignore
    store.write(BY_TEST, () => putAward(store, second));
    expect(store.lots.awards().filter((each) => each.withdrawn === null)).toHaveLength(1);
    store.close();
    const sql = new Database(path);
    expect(() => sql.exec('DELETE FROM award')).toThrow(/never taken out/);
    expect(() => sql.exec('DELETE FROM bid')).toThrow(/never taken out/);
    expect(() => sql.exec('UPDATE bid SET price_day_pence = 1')).toThrow(/never changed/);
    expect(() => sql.exec('UPDATE award SET price_day_pence = 1')).toThrow(/never changed/);
    sql.close();
  });

  it('are given only to a bid for that very lot, of that very provider', () => {
    const { store } = filled();
    for (const wrong of [{ bid_id: 2 }, { route_ref: 'R9' }, { provider: 'Nobody' }])
      expect(() => store.write(BY_TEST, () => putAward(store, wrong))).toThrow(/that very lot/);
    store.close();
  });

  it('take no bid without a price that is not held', () => {
    const { store } = filled();
    const none = { price_day_pence: null };
    expect(() => store.write(BY_TEST, () => putBid(store, none))).toThrow(/CHECK/);
    const held = store.write(BY_TEST, () => putBid(store, { ...none, problems: ['formula'] }));
    expect(held.problems).toEqual(['formula']);
    store.close();
  });

  it('are there in a store of the release before, whose rows stay', () => {
    const path = join(folder.path, 'before.kerbside');
    const sql = new Database(path);
    const before = MIGRATIONS.filter(({ version }) => version < 205);
    migrate(sql, before, () => ok(null));
    sql.exec(`INSERT INTO contract (ref, route_ref, provider, vehicle_given, vehicle_class, seats, wheelchairs, price_day_pence,
      assistant, assistant_day_pence, days_a_year, starts_on, ends_on, school_given, confirmed)
      VALUES ('C1', 'R1', 'Beult', 'Taxi', 'taxi', 3, 0, 9000, 0, 0, 190, '2025-09-01', '2026-07-31', '', 1)`);
    migrate(sql, MIGRATIONS, () => ok(null));
    expect(sql.prepare('SELECT ref, provider FROM contract').get()).toEqual({ ref: 'C1', provider: 'Beult' }); // prettier-ignore
    expect(sql.prepare('SELECT count(*) FROM award').pluck().get()).toBe(0);
    sql.close();
  });

  it('say how many assistants a contract of a store of before supplies: as its lot asked, of others nobody counted', () => {
    const sql = new Database(join(folder.path, 'uncounted.kerbside'));
    migrate(sql, MIGRATIONS.filter(({ version }) => version < 300), () => ok(null)); // prettier-ignore
    sql.pragma('foreign_keys = OFF');
    const triggers = sql.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'award'`).pluck().all() as string[]; // prettier-ignore
    for (const name of triggers) sql.exec(`DROP TRIGGER ${name}`);
    for (const [at, assistant] of [1, 1, 0].entries())
      sql.exec(`INSERT INTO contract (ref, route_ref, provider, vehicle_given, vehicle_class, seats, wheelchairs, price_day_pence,
        assistant, assistant_day_pence, days_a_year, starts_on, ends_on, school_given, confirmed)
        VALUES ('C${at}', 'R${at}', 'Beult', 'Taxi', 'taxi', 3, 0, 9000, ${assistant}, 0, 190, '2025-09-01', '2026-07-31', '', 1)`);
    sql.exec(`INSERT INTO lot (tender_id, ref, route_ref, plan_id, specification, model_day_pence) VALUES (1, 'L1', 'R0', 1, '{"assistants":2}', 0);
      INSERT INTO award (lot_id, bid_id, route_ref, contract_id, provider, price_day_pence, assistant_day_pence, starts_on, ends_on, notice_days,
        signed_on, signed_by, signed_reason)
        VALUES (1, 1, 'R0', 1, 'Beult', 9000, 0, '2025-09-01', '2026-07-31', 28, '2025-07-01', 'S Clarke', 'First.')`);
    migrate(sql, MIGRATIONS, () => ok(null));
    expect(sql.prepare('SELECT assistants FROM contract ORDER BY id').pluck().all()).toEqual([2, null, null]); // prettier-ignore
    sql.close();
  });
});
