/** Claims are kept in a store of the version before, beside what it holds. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { openStore } from '../../db/open.ts';
import { ok } from '../../shared/kernel/result.ts';
import { BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

const CLAIM = {
  provider: 'Old Cars',
  contract_ref: '',
  asked: 0.12,
  received_on: ON,
  priced_on: null,
  said: 'Fuel is dearer.',
  weighed: {
    on: ON,
    contracts: 2,
    year_pence: 1_000_000,
    asked_year_pence: 120_000,
    fuel: [0.019, 0.048],
    explained: [0.02, 0.05],
    sentences: ['Old Cars asks for +12.0%.'],
    gaps: [],
  },
  recorded_on: ON,
  recorded_by: 'S Clarke',
} as const;

describe('claims', () => {
  it('come to a store of the version before, whose scenarios stay', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    migrate(sql, MIGRATIONS.filter(({ version }) => version < 260), () => ok(null)); // prettier-ignore
    sql.exec(`INSERT INTO scenario (name, assumptions, saved_on) VALUES ('Dear fuel', '{}', '2026-08-01')`); // prettier-ignore
    expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
    expect(sql.prepare('SELECT name FROM scenario').all()).toEqual([{ name: 'Dear fuel' }]);
    expect(sql.prepare('SELECT count(*) AS n FROM claim').get()).toEqual({ n: 0 });
    const add = (asked: number) => sql.prepare(`INSERT INTO claim (provider, contract_ref, asked, received_on, said, weighed, recorded_on, recorded_by) VALUES ('A', '', ?, '2026-08-01', '', '{}', '2026-08-01', 'S')`).run(asked); // prettier-ignore
    expect(() => add(7)).toThrow();
    expect(add(0.12).changes).toBe(1);
    sql.close();
  });

  it('are read back as they were weighed, with every answer, after the store is opened again', () => {
    const path = join(folder.path, 'claims.kerbside');
    const store = madeStore(path);
    store.write(BY_TEST, () => store.claims.keep(CLAIM));
    const answer = { claim_id: 1, on: ON, by: 'S Clarke', why: 'What fuel explains.' } as const;
    store.write(BY_TEST, () => {
      store.claims.answer({ ...answer, outcome: 'part', agreed: 0.04 });
    });
    store.write(BY_TEST, () => {
      store.claims.answer({ ...answer, outcome: 'accepted', agreed: 0.12, why: 'On appeal.' });
    });
    store.close();
    const opened = openStore(path);
    if (!opened.ok) throw new Error(opened.error.cause);
    const [claim] = opened.value.claims.all();
    expect(claim).toMatchObject(CLAIM);
    expect(claim?.answers.map(({ outcome, agreed, why }) => [outcome, agreed, why])).toEqual([
      ['part', 0.04, 'What fuel explains.'],
      ['accepted', 0.12, 'On appeal.'],
    ]);
    opened.value.close();
  });
});
