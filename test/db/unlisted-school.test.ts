import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { routeRows } from '../../electron/api/plan-views.ts';
import { checkStore } from '../../electron/jobs/check-store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { exportReport } from '../../electron/jobs/export-report.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { summarise } from '../../electron/jobs/summary.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import { csvFile, fixture, importInto } from '../helpers/imports.ts';
import { madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let store: Store;
let made = 0;
beforeEach(async () => {
  store = madeStore(join(folder.path, `${made++}.kerbside`));
  await importInto(store, 'contracts', [fixture('contracts-2025-26-sample.csv')]);
});
afterEach(() => store.close());

const plan = (school_urn: number | null = null) => {
  const done = makePlan(
    store,
    { school_urn, seconds: null, iterations: 50, seed: 1, on: ON },
    silent,
  );
  if (!done.ok) throw new Error(done.error.cause);
  return done.value;
};

/** GBP 8,617.83 and 2,699.31 a day: the sample's own sums. */
const DAY = 861_783 + 269_931;

it('a register alone is planned whole: nobody loses a seat, and the bill is the register’s', () => {
  const { routes, unallocated, audit } = plan();
  expect(routes).toHaveLength(79);
  expect(unallocated).toEqual([]);
  expect(audit.passed).toBe(true);
  expect(new Set(audit.violations.map((each) => each.code))).toContain('school_not_listed');
  expect(sumPence(routes.map((each) => each.cost_day_pence))).toBe(DAY);
  expect(summarise(store, ON)).toMatchObject({
    clients: 179,
    unallocated: 0,
    routes: 79,
    cost_day_pence: DAY,
  });
  expect(checkStore(store, ON)).toEqual([]);
  expect(routeRows(store, { plan: store.plans.current(), urn: null }, ON)[0]?.school).toBe(
    'Bradstow School',
  );
  expect(store.read.search('1095-001', 5, ON).map((hit) => hit.kind)).toContain('route');
});

it('a school that is imported afterwards takes its own contracts, and the bill stays', async () => {
  plan();
  await importInto(store, 'schools', [
    csvFile('s.csv', 'URN,Name,Lat,Lon', '101095,Bradstow School,51.3528,1.4373'),
  ]);
  const { routes, audit } = plan(101_095);
  expect(audit.passed).toBe(true);
  expect(routes.filter((each) => each.school_urn === 101_095).length).toBeGreaterThan(1);
  expect(routes.some((each) => each.school_urn === null)).toBe(true);
  expect(sumPence(routes.map((each) => each.cost_day_pence))).toBe(DAY);
  expect(checkStore(store, ON)).toEqual([]);
});

it('the report counts it, under the name of the register', async () => {
  plan();
  const report = await exportReport(
    store,
    { report: 'cost-pressure', format: 'csv', on: ON },
    silent,
  );
  if (!report.ok) throw new Error(report.error.cause);
  const text = Buffer.from(report.value.bytes).toString('utf8');
  expect(text).toContain('Bradstow School');
  expect(text).not.toContain('null');
});
