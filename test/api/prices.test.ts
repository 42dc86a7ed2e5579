/** Prices, clauses and accepted prices through the channels, on a small invented county. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { serveStore, TEST_DAY, type ServedStore } from '../helpers/served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-prices-'));
const path = join(folder, 'county.kerbside');
let served: ServedStore;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}
async function ask<C extends ChannelName>(channel: C, input: Input<C>) {
  return (await served.call(channel, input)) as Result<Output<C>>;
}
async function answer<C extends ChannelName>(channel: C, input: Input<C>): Promise<Output<C>> {
  return value(await ask(channel, input));
}

beforeAll(async () => {
  value(makeDemo(path, { clients: 150, seed: 11 }, silent));
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  value(makePlan(opened.value, { school_urn: null, iterations: 5, seconds: null, seed: 1, on: TEST_DAY }, silent)); // prettier-ignore
  opened.value.close();
  served = await serveStore({ store: path });
}, 60_000);
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const clause = {
  ref: '',
  contract_ref: '',
  kind: 'fixed' as const,
  index: 'petrol' as const,
  share_percent: 13,
  fixed_percent: 14,
  base_month: null,
  lag_months: 0,
  cap_percent: null,
  collar_percent: null,
  trigger: 15_000,
  symmetric: false,
  from_on: isoDate('2026-04-01'),
  to_on: null,
  source: 'Norfolk County Council, April 2022',
};

describe('prices over time', () => {
  it('show the published value beside one corrected by hand, and go back to it', async () => {
    const wrong = await ask('prices/correct', { series: 'diesel', at: '2026-05-19', value: -1, reason: '', by: '' }); // prettier-ignore
    expect(wrong).toMatchObject({ ok: false });
    const at = '2026-05-18';
    const page = await answer('prices/correct', { series: 'diesel', at, value: 18_000, reason: 'Misprint.', by: 'S Clarke' }); // prettier-ignore
    const point = page.series[0]?.points.find((each) => each.at === at);
    expect(point).toMatchObject({
      value: 18_000,
      published: 18_656,
      correction: { by: 'S Clarke' },
    });
    expect(page.series[0]?.notes.join(' ')).toContain('weeks are missing in');
    const back = await answer('prices/uncorrect', { series: 'diesel', at, by: 'S Clarke' });
    expect(back.series[0]?.points.at(-1)).toMatchObject({ value: 18_656, correction: null });
    expect(await ask('prices/uncorrect', { series: 'diesel', at, by: 'S Clarke' })).toMatchObject({ ok: false, error: { code: 'no_correction' } }); // prettier-ignore
  });
});

describe('index clauses', () => {
  it('are refused with every problem at once', async () => {
    const refused = await ask('clauses/save', { clause: { ...clause, provider: '', share_percent: 0, trigger: null, source: '' }, by: '' }); // prettier-ignore
    expect(refused.ok ? '' : JSON.stringify(refused.error)).toMatch(/Name the provider.*share.*trigger.*Sign/); // prettier-ignore
  });

  it('give a price that counts once it is signed: a dated variation, from the price before clauses', async () => {
    const contracts = await answer('clauses/list', {});
    const provider = defined(contracts.providers[0], 'a provider');
    for (const { clause: each } of contracts.clauses.filter(
      (row) => row.clause.provider === provider,
    ))
      // prettier-ignore
      await answer('clauses/withdraw', { id: each.id, withdrawn: true, by: 'S Clarke' });
    const page = await answer('clauses/save', { clause: { ...clause, provider }, by: 'S Clarke' });
    const row = defined(page.clauses.find(({ clause: each }) => each.provider === provider), 'the clause'); // prettier-ignore
    expect(row.today.price_pence).toBe(10_182);
    const behind = await answer('clauses/contracts', { clause_id: row.clause.id });
    expect(behind).toHaveLength(row.contracts);
    const one = defined(
      behind.find(({ route_id }) => route_id !== null),
      'a contract on a route',
    );
    expect(one.today.price_pence).toBe(Math.round(one.today.base_pence * 1.0182));
    expect(one.register_pence).toBe(one.today.base_pence);
    const form = { contract_id: one.contract_id, effective_on: TEST_DAY, price_pence: one.today.price_pence, reason: 'Asked for in writing.', by: 'S Clarke' }; // prettier-ignore
    expect(await ask('clauses/accept', { ...form, price_pence: 1 })).toMatchObject({ ok: false, error: { code: 'price_moved' } }); // prettier-ignore
    expect(await ask('clauses/accept', { ...form, reason: '' })).toMatchObject({ ok: false });
    const signed = await answer('clauses/accept', form);
    expect(signed).toMatchObject({ register_pence: one.today.price_pence, accepted: [{ base_pence: one.today.base_pence, signed_by: 'S Clarke' }] }); // prettier-ignore
    // What was accepted is not raised once more.
    expect(signed.today.price_pence).toBe(one.today.price_pence);
    const contract = await answer('contracts/get', { contract_id: one.contract_id });
    expect(contract.contract).toMatchObject({ price_day_pence: one.today.price_pence, last_indexed_on: TEST_DAY }); // prettier-ignore
    expect(contract.events[0]).toMatchObject({ kind: 'variation', effective_on: TEST_DAY });
    expect(contract.events[0]?.signed.reason).toMatch(
      /^Asked for in writing\. .* 14% on a 13% share/,
    );
    const route = await answer('routes/detail', { route_id: one.route_id ?? 0 });
    expect(route.route.cost.find(({ kind }) => kind === 'contract')?.pence).toBe(one.today.price_pence); // prettier-ignore
    expect(await ask('clauses/accept', form)).toMatchObject({ ok: false });
  });
});

describe('what the bill rests on', () => {
  it('opens each line to routes that add up to it, and the year to financial years', async () => {
    const overview = await answer('costs/overview', {});
    for (const line of overview.lines) {
      const { rows, count } = await answer('costs/bill-routes', { kind: line.key });
      expect(rows).toHaveLength(count);
      expect(rows.reduce((sum, row) => sum + row.year_pence, 0)).toBe(line.year_pence);
      expect(rows.some(({ estimated }) => estimated)).toBe(line.estimated);
    }
    const years = await answer('costs/financial-years', {});
    expect(years.parts).toHaveLength(2);
    expect(years.parts.reduce((sum, { pence }) => sum + pence, 0)).toBe(overview.cost_year_pence);
    expect(years.total_pence).toBe(overview.cost_year_pence);
  });

  it('counts litres by class, which are those of the pump price’s slider', async () => {
    const fuel = await answer('prices/fuel-use', {});
    const overview = await answer('costs/overview', {});
    expect(Math.round(fuel.total.litres_year)).toBe(overview.fuel.litres_year);
    const first = defined(fuel.classes[0], 'a class');
    const routes = await answer('prices/fuel-routes', { vehicle_class: first.vehicle_class });
    expect(routes.reduce((sum, { litres_year }) => sum + litres_year, 0)).toBeCloseTo(first.litres_year, 4); // prettier-ignore
    expect(fuel.total.kmh ?? 0).toBeGreaterThan(20);
    expect(fuel.total.kmh ?? 0).toBeLessThan(60);
  });
});
