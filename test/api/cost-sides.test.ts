import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { readCostFacts } from '../../electron/jobs/cost-facts.ts';
import { costSides, findSide } from '../../electron/jobs/cost-sides.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { pressureBetween } from '../../electron/jobs/pressure.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import { CENTRAL } from '../../shared/pressure/forecast/assumptions.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { TEST_DAY } from '../helpers/served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-sides-'));
const path = join(folder, 'county.kerbside');
let store: Store;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

beforeAll(() => {
  valueOf(makeDemo(path, { clients: 150, seed: 5 }, silent));
  const effort = { school_urn: null, iterations: 20, seconds: null, on: TEST_DAY };
  const first = valueOf(openStore(path));
  for (const seed of [1, 2]) valueOf(makePlan(first, { ...effort, seed }, silent));
  first.close();
  // The plan that was in use a year ago is still kept.
  const sql = new Database(path);
  sql.prepare(`UPDATE plan SET year = '2025/26', made_on = '2025-07-20' WHERE status = 'superseded'`).run(); // prettier-ignore
  sql.close();
  store = valueOf(openStore(path));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the sides that can be compared', () => {
  const choices = () => {
    const facts = valueOf(readCostFacts(store, TEST_DAY));
    return costSides(store, facts, buildLedger(facts));
  };

  it('name a kept plan by the year that it was made for, which lies before the year planned', () => {
    const plan = choices().find(({ kind }) => kind === 'plan');
    expect(plan?.label).toMatch(/^Plan \d+ of 20 Jul(y)? 2025, for 2025\/26$/);
    expect(plan?.make()).toMatchObject({ from_on: '2025-09-01', to_on: '2026-08-31', priced: 'before' }); // prettier-ignore
    const key = plan?.key ?? '';
    const [there, back] = [{ from: key, to: '2026-27' }, { from: '2026-27', to: key }].map((asked) => valueOf(pressureBetween(store, TEST_DAY, asked))); // prettier-ignore
    expect(sumPence(there?.bars.map(({ pence }) => pence) ?? [])).toBe(there?.total_pence);
    expect((there?.total_pence ?? 0) + (back?.total_pence ?? 0)).toBe(0);
  });

  it('hold the central scenario until one of its name is kept, and every kept one for five years', () => {
    const scenarios = () =>
      choices().flatMap(({ kind, key }) => (kind === 'scenario' ? [key] : []));
    expect(scenarios()).toEqual([2027, 2028, 2029, 2030, 2031].map((year) => `central-${year}-${String(year + 1).slice(2)}`)); // prettier-ignore
    const { id } = store.write({ who: 'R. Officer', why: '' }, () => store.scenarios.save({ ...CENTRAL, cpi: { mean_percent: 9, sd_percent: 1 } }, TEST_DAY)); // prettier-ignore
    expect(scenarios()[0]).toBe(`scenario-${id}-2027-28`);
    expect(scenarios()).toHaveLength(5);
  });

  it('say which there are where one is not known', () => {
    const unknown = findSide(choices(), 'next-year');
    expect(unknown).toMatchObject({ ok: false, error: { code: 'no_such_year' } });
    expect(!unknown.ok && unknown.error.action).toMatch(/a scenario such as scenario-\d+-2027-28/);
  });
});
