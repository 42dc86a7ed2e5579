import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { code, value } from '../helpers/answers.ts';
import { serveStore, TEST_DAY, type ServedStore } from '../helpers/served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-chains-'));
let served: ServedStore;
const ask = (earlier_s: number | null, wait_s: number | null = null) =>
  value(served.call('routes/chains', { earlier_s, wait_s }));

beforeAll(async () => {
  const path = join(folder, 'county.kerbside');
  await value(makeDemo(path, { clients: 700, seed: 5 }, silent));
  const store = await value(openStore(path));
  const asked = { school_urn: null, iterations: 30, seconds: null, seed: 1, on: TEST_DAY };
  await value(makePlan(store, asked, silent));
  store.close();
  served = await serveStore({ store: path });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('runs that one vehicle could do', () => {
  it('are found in the plan in use, which stays as it is', async () => {
    const before = await value(served.call('routes/query', { school_urn: null }));
    const page = await ask(null);
    expect(page.has_plan).toBe(true);
    expect(page.runs_looked_at).toBe(before.length);
    const counted = page.chains.filter(({ chosen }) => chosen);
    expect(counted.length).toBeGreaterThan(0);
    expect(page.vehicles_fewer).toBe(
      counted.reduce((sum, { run_ids }) => sum + run_ids.length - 1, 0),
    );
    expect(page.at_most).toBeGreaterThanOrEqual(page.vehicles_fewer);
    expect(page.saving_day_pence).toBe(
      counted.reduce((sum, pair) => sum + pair.saving_day_pence, 0),
    );
    const routes = new Map(before.map((row) => [row.id, row]));
    for (const run of page.runs) {
      expect(routes.get(run.route_id)).toMatchObject({ ref: run.ref, school: run.school });
    }
    for (const { run_ids } of page.chains)
      for (const id of run_ids)
        expect(page.runs.some(({ route_id }) => route_id === id)).toBe(true);
    expect(await value(served.call('routes/query', { school_urn: null }))).toEqual(before);
  });

  it('are more, the earlier the first may arrive', async () => {
    const pages = [await ask(0), await ask(900), await ask(1800)];
    const fewer = pages.map(({ saving_day_pence }) => saving_day_pence);
    expect(fewer).toEqual(fewer.toSorted((a, b) => a - b));
    expect(pages[0]?.chains.every(({ moves_s }) => moves_s.every((by) => by >= 0))).toBe(true);
    expect(pages[1]).toEqual(await ask(null));
    const waiting = await ask(1800, 1800);
    expect(waiting.rules).toMatchObject({ earlier_s: 1800, wait_s: 1800 });
    expect(waiting.chains.length).toBeGreaterThan(pages[2]?.chains.length ?? 0);
  });

  it('follow a setting from the day it changes', async () => {
    const change = (percent: number) =>
      served.call('settings/set', {
        key: 'chain_saved_percent',
        from_on: isoDate('2026-08-01'),
        value: percent,
        source: 'A quotation',
      });
    const before = await ask(null);
    await value(change(50));
    const half = await ask(null);
    expect(half.saved_percent).toBe(50);
    expect(half.saving_day_pence).toBeLessThan(before.saving_day_pence);
    await value(change(100));
    expect(await code(change(101))).toBe('bad_setting');
  });

  it('are exported without a child’s name', async () => {
    const page = await ask(900);
    for (const list of ['counted', 'all'] as const) {
      const file = await value(
        served.call('routes/chains-export', { earlier_s: 900, wait_s: null, list }),
      );
      const answer = await served.post(`/files/${file.file_id}`, '');
      const rows: Record<string, string>[] = parse(await answer.text(), {
        columns: true,
        bom: true,
      });
      const chains = page.chains.filter(({ chosen }) => list === 'all' || chosen);
      expect(rows).toHaveLength(chains.reduce((sum, { run_ids }) => sum + run_ids.length, 0));
      expect(rows[0]).toMatchObject({
        route: page.runs.find(({ route_id }) => route_id === chains[0]?.run_ids[0])?.ref,
        chain_saving_day_pence_est: String(chains[0]?.saving_day_pence),
      });
    }
  });

  it('are none in a store without a plan', async () => {
    const empty = await serveStore();
    const page = await value(empty.call('routes/chains', { earlier_s: null, wait_s: null }));
    expect(page).toMatchObject({ has_plan: false, vehicles_fewer: 0, chains: [] });
    await empty.close();
  });
});
