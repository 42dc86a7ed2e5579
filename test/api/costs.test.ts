import { planningYearOf, previousYear } from '../../shared/calendar/years.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { exportReport } from '../../electron/jobs/export-report.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { summarise, type Summary } from '../../electron/jobs/summary.ts';
import { silent } from '../../electron/jobs/context.ts';
import { nextYear } from '../../shared/pressure/forecast/next-year.ts';
import { SPLIT_DIMENSIONS } from '../../shared/pressure/split/split-by.ts';
import { SPLIT_BARS } from '../../shared/pressure/split/split-sides.ts';
import { lastYearPence } from '../../shared/costing/attribute.ts';
import { CENTRAL } from '../../shared/pressure/forecast/assumptions.ts';
import { meanMoved, yearBases, yearCost } from '../../shared/pressure/forecast/year-cost.ts';
import { DIMENSIONS } from '../../shared/pressure/breakdown.ts';
import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { hasOffice, recalculated } from '../helpers/recalculate.ts';
import { recordBesideCost } from '../helpers/record-beside-cost.ts';
import { serveStore, TEST_DAY, type ServedStore } from '../helpers/served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-costs-'));
const path = join(folder, 'county.kerbside');
let served: ServedStore;
let summary: Summary;
let last_year_pence = 0;
/** Children on each route added up, and how many children have a route or wait for one. */
let places = 0;
let planned = 0;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

/** What a channel answers, as the contract says it. */
async function answer<C extends ChannelName>(channel: C, input: Input<C>): Promise<Output<C>> {
  return value((await served.call(channel, input)) as Result<Output<C>>);
}

async function exported(format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  const made = await exportReport(
    opened.value,
    { report: 'cost-pressure', format, on: TEST_DAY },
    silent,
  );
  opened.value.close();
  return value(made).bytes;
}

beforeAll(async () => {
  value(makeDemo(path, { clients: 500, seed: 11 }, silent));
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  const effort = { school_urn: null, iterations: 50, seconds: null, seed: 1, on: TEST_DAY };
  value(makePlan(store, effort, silent));
  const plan = store.plans.current();
  const riders = (plan?.routes ?? []).map(({ stops }) => new Set(stops.map((stop) => stop.client_id))); // prettier-ignore
  const waiting = (plan?.unallocated ?? []).map(({ client_id }) => client_id);
  places = riders.reduce((sum, each) => sum + each.size, 0);
  planned = new Set([...riders.flatMap((each) => [...each]), ...waiting]).size;
  summary = summarise(store, TEST_DAY);
  last_year_pence = lastYearPence(store.contracts.all(), previousYear(planningYearOf(TEST_DAY)));
  store.close();
  served = await serveStore({ store: path });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the costs screen', () => {
  it('shows the same sums as the summary, and bars that walk from one to the other', async () => {
    const costs = await answer('costs/overview', {});
    expect(costs.cost_day_pence).toBe(summary.cost_day_pence);
    expect(costs.cost_year_pence).toBe(summary.cost_year_pence);
    expect(costs.pressure_pence).toBe(summary.pressure_pence);
    expect(costs.last_year_pence).toBe(last_year_pence);
    const changes = costs.waterfall.filter((bar) => bar.kind === 'change');
    expect(sumPence(changes.map((bar) => bar.pence))).toBe(summary.pressure_pence);
    expect(sumPence(costs.lines.map((line) => line.year_pence))).toBe(summary.cost_year_pence);
    expect(costs.headline).toContain('than 2025/26');
    expect(served.bugs).toEqual([]);
  });

  it.each(DIMENSIONS)('adds up by %s to the penny', async (by) => {
    const rows = await answer('costs/breakdown', { by });
    expect(sumPence(rows.map((row) => row.cost_day_pence))).toBe(summary.cost_day_pence);
    expect(sumPence(rows.map((row) => row.cost_year_pence))).toBe(summary.cost_year_pence);
    expect(sumPence(rows.map((row) => row.last_year_pence))).toBe(last_year_pence);
  });

  it('opens a row to its clients, who add up to it', async () => {
    for (const by of ['school', 'need', 'vehicle'] as const) {
      const row = (await answer('costs/breakdown', { by }))[0];
      if (row === undefined) throw new Error('Nothing is broken down.');
      const clients = await answer('costs/breakdown', {
        by: 'client',
        within: { by, key: row.key },
      });
      expect(sumPence(clients.map((each) => each.cost_year_pence))).toBe(row.cost_year_pence);
      expect(sumPence(clients.map((each) => each.last_year_pence))).toBe(row.last_year_pence);
      expect(sumPence(clients.map((each) => each.clients))).toBe(row.clients);
    }
    expect(await answer('costs/breakdown', { by: 'client', within: { by: 'school', key: 'none' } })).toEqual([]); // prettier-ignore
  });

  it('knows next year as What comes next draws it, and keeps it', async () => {
    const { year, groups, budget } = await answer('costs/forecast-base', {});
    const drawn = nextYear(year, groups, budget);
    expect(drawn?.year).toBe('2027/28');
    expect(await answer('costs/next-year', {})).toEqual(drawn);
    expect(drawn?.p10_pence).toBeLessThan(drawn?.p50_pence ?? 0);
    expect(drawn?.p50_pence).toBeLessThan(drawn?.p90_pence ?? 0);
    expect(nextYear(year, [], null)).toBeNull();
  });

  it('moves with the pump price, in a straight line through the price of the contracts', async () => {
    const { fuel } = await answer('costs/overview', {});
    const at = (diesel: number) => answer('costs/fuel', { diesel });
    expect((await at(fuel.base)).change_year_pence).toBe(0);
    const up = await at(fuel.base + 1000);
    const down = await at(fuel.base - 1000);
    expect(up.change_year_pence).toBeGreaterThan(0);
    expect(Math.abs(up.change_year_pence + down.change_year_pence)).toBeLessThanOrEqual(1);
    expect(up.cost_year_pence).toBe(summary.cost_year_pence + up.change_year_pence);
    expect(up.high_share_pence).toBeGreaterThan(up.low_share_pence);
  });

  it.each(SPLIT_DIMENSIONS)(
    'splits the change by %s, every row and the county to the penny',
    async (by) => {
      const page = await answer('costs/split', { from: null, to: null, by });
      const bars = page.bars.filter((bar) => bar.kind === 'change');
      expect(page.total_pence).toBe(summary.pressure_pence);
      expect(sumPence(bars.map(({ pence }) => pence))).toBe(summary.pressure_pence);
      expect(sumPence(page.rows.map((row) => row.to_pence - row.from_pence))).toBe(
        page.total_pence,
      );
      for (const { from_pence, to_pence, bars: own } of page.rows)
        expect(sumPence(Object.values(own))).toBe(to_pence - from_pence);
      if (by === 'provider') return;
      for (const { key, pence } of bars) {
        const name = SPLIT_BARS.find((known) => known === key) ?? 'days';
        expect(sumPence(page.rows.map((row) => row.bars[name]))).toBe(pence);
      }
    },
  );

  it('opens a bar to the clients behind it: the shares of joiners and leavers are the bar', async () => {
    const { bars } = await answer('costs/split', { from: null, to: null, by: 'school' });
    for (const bar of ['joiners', 'leavers'] as const) {
      const behind = await answer('costs/behind', { from: null, to: null, bar, school_urn: null });
      const shown = bars.find(({ key }) => key === bar);
      expect(behind.count).toBe(shown?.clients);
      expect(behind.rows).toHaveLength(behind.count);
      expect(sumPence(behind.rows.map((row) => row.to_pence - row.from_pence))).toBe(shown?.pence);
    }
    const sharing = await answer('costs/behind', { from: null, to: null, bar: 'sharing', school_urn: null }); // prettier-ignore
    expect(sharing.rows.length).toBeGreaterThan(0);
    for (const { before, after } of sharing.rows)
      expect(`${before}; ${after}`).toMatch(/aboard.*; .*aboard/);
  });

  it('sets months and plans against each other, and says which there are', async () => {
    const months = await answer('costs/split', { from: '2026-09', to: '2027-05', by: 'school' });
    // Most of it is days; clients of two schools whose days differ move a little of the rest.
    const days = months.bars.find(({ key }) => key === 'days')?.pence ?? 0;
    expect(Math.abs(days - months.total_pence)).toBeLessThan(Math.abs(months.total_pence) / 5);
    const unknown = await served.call('costs/split', { from: '2019-20', to: null, by: 'school' });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'no_such_year' } });
  });

  it('lists what of a bar no client makes: the savings tracker’s contracts add up to their bar', async () => {
    const { bars } = await answer('costs/split', { from: null, to: null, by: 'school' });
    const bar = bars.find(({ key }) => key === 'savings');
    const ask = { from: null, to: null, school_urn: null };
    const behind = await answer('costs/behind', { ...ask, bar: 'savings' });
    const retender = await answer('costs/behind', { ...ask, bar: 'retender' });
    expect(behind.parts.length).toBeGreaterThan(0);
    expect(behind.count).toBe(bar?.clients);
    expect(sumPence(behind.parts.map(({ pence }) => pence))).toBe(bar?.pence);
    expect(sumPence(retender.parts.map(({ pence }) => pence))).toBe(-(bar?.pence ?? 0));
    for (const { label, note } of behind.parts)
      expect(`${label} ${note}`).toMatch(/: (Larger vehicles|Second offers).* a day before .*, .* since; [\d.]+ days /); // prettier-ignore
  });

  it('sets a scenario against a year: it costs what the years to come say, to the penny', async () => {
    const { groups } = await answer('costs/forecast-base', {});
    const [base] = yearBases(groups, CENTRAL, 1);
    const year = await answer('costs/split', { from: '2026-27', to: 'central-2027-28', by: 'school' }); // prettier-ignore
    expect(year.bars.at(-1)?.pence).toBe(Math.round(yearCost(defined(base, 'a year'), CENTRAL, meanMoved(CENTRAL, 1)))); // prettier-ignore
    expect(year.to).toMatchObject({ label: 'Central, 2027/28', kind: 'scenario' });
    expect(sumPence(year.rows.map((row) => row.to_pence - row.from_pence))).toBe(year.total_pence);
    const behind = await answer('costs/behind', { from: '2026-27', to: 'central-2027-28', bar: 'joiners', school_urn: null }); // prettier-ignore
    expect(sumPence(behind.parts.map(({ pence }) => pence))).toBe(year.bars.find(({ key }) => key === 'joiners')?.pence); // prettier-ignore
  });

  it('says that there is no plan before it shows a cost', async () => {
    const empty = await serveStore();
    const refused = await empty.call('costs/overview', {});
    expect(refused).toMatchObject({ ok: false, error: { code: 'no_plan' } });
    await empty.close();
  });
});

describe('the workbook', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await exported('xlsx');
  });

  it('has its sheets, its mark, and formulas whose kept values equal the store to the penny', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      'Summary',
      'What comes next',
      'Why by district',
      'By school',
      'By district',
      'By provider',
      'Routes',
      'Placement and fuel',
      'Index clauses',
      'Assumptions and sources',
      'Gaps and estimates',
    ]);
    for (const sheet of workbook.worksheets) {
      const texts = sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : []));
      expect(texts.some((text) => typeof text === 'string' && text.startsWith('Invented'))).toBe(
        true,
      );
      expect(sheet.headerFooter.oddHeader).toContain('Invented data');
    }
    for (const [name, label] of [
      ['By school', 'All'],
      ['Routes', 'All routes'],
    ] as const) {
      const totals = totalsOf(workbook, name, label);
      expect(totals).toContain(summary.cost_day_pence);
      expect(totals).toContain(summary.cost_year_pence);
      expect(totals).toContain(last_year_pence);
      expect(totals).toContain(summary.pressure_pence);
    }
  });

  it('says to LibreOffice, which reckons the formulas anew, what it says to the store', async (context) => {
    if (!hasOffice()) context.skip('LibreOffice is not installed');
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    const rows = await recalculated(workbook, 'Routes', folder);
    const head = defined(
      rows.find((row) => row[0] === 'Route'),
      'the headings',
    );
    const total = defined(
      rows.find((row) => row[0] === 'All routes'),
      'the total',
    );
    const cell = (label: string) => toPence(total[head.indexOf(label)] ?? '');
    expect(cell('£ a day')).toBe(summary.cost_day_pence);
    expect(cell('£ a year')).toBe(summary.cost_year_pence);
    expect(cell('£ last year')).toBe(last_year_pence);
  });
});

/** The kept values of a total line's formulas, in pence. */
function totalsOf(workbook: Workbook, sheet: string, label: string): number[] {
  const page = defined(workbook.getWorksheet(sheet), sheet);
  const totals: number[] = [];
  page.eachRow((row) => {
    if (row.getCell(1).value !== label) return;
    row.eachCell((cell) => {
      const { value } = cell;
      if (typeof value === 'object' && value !== null && 'formula' in value) {
        expect(value.formula).toMatch(/^SUM\(/);
        totals.push(Math.round(Number(value.result) * 100));
      }
    });
  });
  return totals;
}

function toPence(text: string): number {
  return Math.round(Number(text.replaceAll(/[+,]/g, '')) * 100);
}

describe('the table for machines', () => {
  it('has a line a route that adds up to the store, in pence', async () => {
    const bytes = await exported('csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true });
    const sum = (key: string) => sumPence(rows.map((row) => Number(row[key])));
    expect(sum('cost_day_pence')).toBe(summary.cost_day_pence);
    expect(sum('cost_year_pence')).toBe(summary.cost_year_pence);
    expect(sum('last_year_pence')).toBe(last_year_pence);
    // A child of two homes or schools stands on a route of each; every other once.
    expect(sum('clients')).toBe(places);
    expect(planned).toBe(summary.clients);
    expect(new Set(rows.map((row) => row['data']))).toEqual(new Set(['invented']));
    const [head = []]: string[][] = parse(bytes, { bom: true, to: 1 });
    expect(new Set(head).size).toBe(head.length);
    expect(rows[0]).toMatchObject({
      distance_basis: 'estimated',
      plan_distance_basis: 'estimated',
      plan_roads: '',
    });
  });
});

// Last, since it changes the store.
describe('what people record beside the cost', () => {
  recordBesideCost(() => served);
});
