import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { lastYearDayPence } from '../../shared/costing/attribute.ts';
import type { Contract } from '../../shared/model/contract.ts';
import type { Plan } from '../../shared/model/plan.ts';

/** Cost a SEND pupil, England 2023-24: National Audit Office, October 2025. */
const PER_HEAD_PENCE = 811_600;

const folder = mkdtempSync(join(tmpdir(), 'kerbside-demo-cost-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let plan: Plan;
let contracts: readonly Contract[];

beforeAll(() => {
  const path = join(folder, 'county.kerbside');
  makeDemo(path, { clients: null, seed: 1 }, silent);
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  const on = isoDate('2026-08-10');
  const effort = { seconds: null, iterations: 500 };
  const made = makePlan(opened.value, { school_urn: null, ...effort, seed: 1, on }, silent);
  if (!made.ok) throw new Error(made.error.cause);
  plan = made.value;
  contracts = opened.value.contracts.all();
  opened.value.close();
});

describe('the invented county, planned', () => {
  it('costs within 5% of the published mean a head', () => {
    const year = plan.routes.reduce((sum, route) => sum + route.cost_year_pence, 0);
    const clients = plan.routes.reduce((sum, route) => sum + route.stops.length, 0);
    expect(year / clients / PER_HEAD_PENCE).toBeGreaterThan(0.95);
    expect(year / clients / PER_HEAD_PENCE).toBeLessThan(1.05);
  });

  it('costs some tenth more than the year before, not half as much again', () => {
    const year = plan.routes.reduce((sum, route) => sum + route.cost_year_pence, 0);
    const before = contracts.reduce(
      (sum, each) => sum + lastYearDayPence(each) * each.days_a_year,
      0,
    );
    expect(year / before).toBeGreaterThan(1.06);
    expect(year / before).toBeLessThan(1.18);
  });

  it('breaks no rule, and keeps most rides within the guide', () => {
    expect(plan.audit.passed).toBe(true);
    const stops = plan.routes.flatMap((route) => route.stops);
    const over = stops.filter(({ ride_s, limit_s }) => ride_s > limit_s);
    expect(over.length).toBeGreaterThan(0);
    expect(over.length / stops.length).toBeLessThan(0.06);
  });

  it('leaves only those without transport whom nobody could place, each with the reason', () => {
    const reasons = new Map<string, number>();
    for (const { reason } of plan.unallocated) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    expect(new Set(reasons.keys())).toEqual(
      new Set(['no_school', 'no_position', 'held', 'clinical_limit']),
    );
    expect(plan.unallocated.length).toBeLessThan(100);
  });
});
