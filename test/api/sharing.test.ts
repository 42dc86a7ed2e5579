import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { reckonValue, VALUE_KEPT, VALUE_UNREAD } from '../../electron/jobs/value/reckon-value.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { isShared, schoolsOfRoute } from '../../shared/model/route-schools.ts';
import { code, value } from '../helpers/answers.ts';
import { serveStore, TEST_DAY, type ServedStore } from '../helpers/served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-sharing-'));
const path = join(folder, 'county.kerbside');
const asked = { school_urn: null, iterations: 30, seconds: null, seed: 1, on: TEST_DAY };
let served: ServedStore;

beforeAll(async () => {
  await value(makeDemo(path, { clients: 500, seed: 5 }, silent));
  served = await serveStore({ store: path });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened<T>(work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = await value(openStore(path));
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Schools so near may share without a word. */
function shareWithin(metres: number): Promise<void> {
  return opened((store) => {
    const settings = store.settings.all();
    const near = defined(settings.find(({ key }) => key === 'sharing_within_m'), 'the setting'); // prettier-ignore
    store.write({ who: 'test', why: 'hand' }, () => {
      store.settings.upsertMany([{ ...near, value: metres }]);
    });
  });
}

describe('who may share', () => {
  it('is said with a reason and a name, of two schools that are there, in either order', async () => {
    const [a = 0, b = 0] = await opened((store) => store.schools.all().map(({ urn }) => urn));
    const said = { school_a: Math.max(a, b), school_b: Math.min(a, b), allowed: true, reason: 'One drive', by: 'A. Planner' }; // prettier-ignore
    expect(await code(served.call('sharing/say-pair', { ...said, reason: ' ' }))).toBe('reason_needed'); // prettier-ignore
    expect(await code(served.call('sharing/say-pair', { ...said, school_b: 999_999_999 }))).toBe('unknown_school'); // prettier-ignore
    expect(await code(served.call('sharing/say-pair', { ...said, school_b: said.school_a }))).toBe('same_school'); // prettier-ignore
    const page = await value(served.call('sharing/say-pair', said));
    expect(page.pairs).toMatchObject([{ school_a: Math.min(a, b), allowed: true, routes: 0 }]);
    const { school_a, school_b } = defined(page.pairs[0], 'the pair');
    expect((await value(served.call('sharing/forget-pair', { school_a, school_b }))).pairs).toEqual([]); // prettier-ignore
    expect(await code(served.call('sharing/forget-pair', { school_a, school_b }))).toBe('nothing_said'); // prettier-ignore
  });

  it('names a child by reference, and lets them share again', async () => {
    const child = await opened((store) => defined(store.clients.all()[0], 'a child'));
    const said = {
      ref: child.ref,
      ground: 'medical',
      reason: 'Seizures',
      by: 'A. Planner',
    } as const;
    expect(await code(served.call('sharing/say-apart', { ...said, ref: 'nobody' }))).toBe('no_client'); // prettier-ignore
    const page = await value(served.call('sharing/say-apart', said));
    expect(page.apart).toMatchObject([{ client_id: child.id, ref: child.ref, reason: 'Seizures' }]);
    const after = await value(served.call('sharing/forget-apart', { client_id: child.id }));
    expect(after.apart).toEqual([]);
  });

  it('makes routes one in the next plan, which passes, is kept and is told of by school', async () => {
    await shareWithin(8000);
    const plan = await opened((store) => value(makePlan(store, asked, silent)));
    expect(plan.audit.violations.filter(({ severity }) => severity === 'broken')).toEqual([]);
    const shared = plan.routes.filter(isShared);
    expect(shared.length).toBeGreaterThan(0);
    const kept = await opened((store) => defined(store.plans.current(), 'the plan'));
    expect(kept.routes).toEqual(plan.routes);
    const [one] = shared;
    for (const urn of schoolsOfRoute(defined(one, 'a shared route'))) {
      const rows = await value(served.call('routes/query', { school_urn: urn }));
      expect(rows.map((row) => row.ref)).toContain(one?.ref);
    }
    // Whoever is on it is offered other places, reckoned without them.
    const { client_id } = defined(one?.stops[0], 'a stop');
    const found = await value(served.call('offers/find', { client_id }));
    expect(found.on_ref).toBe(one?.ref);
    expect(found.offers.length).toBeGreaterThan(0);
    // Planning one of its schools again plans the others with it; a school that shares nothing leaves all as it is.
    const [urn = 0] = schoolsOfRoute(defined(one, 'a shared route'));
    const again = await opened((store) => value(makePlan(store, { ...asked, school_urn: urn }, silent))); // prettier-ignore
    expect(again.audit.violations.filter(({ severity }) => severity === 'broken')).toEqual([]);
    expect(again.routes.reduce((n, r) => n + r.stops.length, 0)).toBe(plan.routes.reduce((n, r) => n + r.stops.length, 0)); // prettier-ignore
    expect((await value(served.call('sharing/list', {}))).routes).toBe(again.routes.filter(isShared).length); // prettier-ignore
  });

  it('proposes routes that could be one once they were looked for, and not before', async () => {
    expect(await value(served.call('sharing/as-one', {}))).toMatchObject({ ready: false, rows: [] }); // prettier-ignore
    await shareWithin(2000);
    await opened(async (store) => {
      await value(reckonValue(store, { what: 'as_one', on: TEST_DAY }, silent));
      const text = store.read.kept(VALUE_KEPT.as_one, TEST_DAY, VALUE_UNREAD);
      expect(JSON.parse(text ?? '[]')).not.toEqual([]);
    });
  });
});
