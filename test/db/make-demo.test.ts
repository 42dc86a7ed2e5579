import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { demoCasework } from '../../shared/demo/casework.ts';
import { demoCounty } from '../../shared/demo/demo-county.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the store of the invented county', () => {
  it('holds every record of the generator, with the ids that the store gave', () => {
    const path = join(folder, 'county.kerbside');
    const made = makeDemo(path, { clients: 400, seed: 3 }, silent);
    expect(made).toEqual({ ok: true, value: { path } });
    const opened = openStore(path);
    if (!opened.ok) throw new Error(opened.error.cause);
    const store = opened.value;
    const county = demoCounty({ clients: 400, seed: 3 });
    expect(store.meta.get()).toMatchObject({
      demo: true,
      own_day: '2026-08-10',
      county: 'Kent (invented)',
    });
    const work = demoCasework(county, 3);
    // Section I is that of the plan in force, where an officer wrote it down.
    const plans = new Map(work.cases.flatMap(({ application, recorded }) => recorded.versions.map(({ given }) => [application.client_id, given.words]))); // prettier-ignore
    const withoutIds = county.clients.map(({ id, ...rest }) => ({
      ...rest,
      section_i: plans.get(id) ?? rest.section_i,
    }));
    const stored = store.clients.all().map(({ id: _id, ...rest }) => rest);
    expect(stored).toEqual(withoutIds);
    expect(plans.size).toBeGreaterThan(10);
    expect([...store.evidence.all().values()].flat()).toHaveLength(
      work.cases.flatMap(({ recorded }) => recorded.evidence).length,
    );
    expect(store.walkingRoutes.all()).toHaveLength(work.routes.length);
    expect(store.decisions.awards().size).toBe(
      work.cases.filter(({ decision }) => decision !== null && decision.given.award !== null)
        .length,
    );
    expect(store.applications.count()).toBe(county.applications.length);
    expect(store.contracts.count()).toBe(county.contracts.length);
    expect(store.contracts.stops()).toHaveLength(county.stops.length);
    expect(store.schools.count()).toBe(county.schools.length);
    expect(store.cohort.count()).toBe(county.cohort.length);
    expect(store.terms.all()).toHaveLength(county.terms.length);
    expect(store.prices.fuel()).toHaveLength(county.fuel.length);
    const refs = new Map(store.clients.all().map(({ id, ref }) => [id, ref]));
    for (const stop of county.stops) {
      const contract = store.contracts.byRef(county.contracts[stop.contract_id - 1]?.ref ?? '');
      const there = store.contracts.stopsOf(contract?.id ?? 0);
      expect(there.map(({ client_id }) => refs.get(client_id))).toContain(
        county.clients[stop.client_id - 1]?.ref,
      );
    }
    expect(store.integrity()).toEqual([]);
    store.close();
  });

  it('never overwrites a file', () => {
    const path = join(folder, 'county.kerbside');
    expect(existsSync(path)).toBe(true);
    const again = makeDemo(path, { clients: 400, seed: 3 }, silent);
    expect(again.ok ? '' : again.error.code).toBe('store_exists');
  });

  it('refuses a size that it cannot make, and writes nothing', () => {
    const path = join(folder, 'none.kerbside');
    for (const clients of [0, 49, 20_001, 400.5]) {
      const made = makeDemo(path, { clients, seed: 1 }, silent);
      expect(made.ok ? '' : made.error.code).toBe('bad_size');
    }
    expect(existsSync(path)).toBe(false);
  });

  it('stops before it writes when it is cancelled', () => {
    const path = join(folder, 'stopped.kerbside');
    const made = makeDemo(path, { clients: 100, seed: 1 }, { ...silent, cancelled: () => true });
    expect(made.ok ? '' : made.error.code).toBe('cancelled');
    expect(existsSync(path)).toBe(false);
  });
});
