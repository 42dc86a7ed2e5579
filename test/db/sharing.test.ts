import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defined } from '../../shared/kernel/assert.ts';
import type { SchoolCall } from '../../shared/model/plan.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madePlan,
  madeRoute,
  madeStore,
  ON,
  SCHOOL,
} from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;
const SAID = { reason: 'One road', recorded_on: ON, recorded_by: 'S Clarke' };

function filled() {
  const store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  addClients(store, [{ ref: 'A1' }, { ref: 'A2' }]);
  store.write(BY_TEST, () => {
    const school = defined(store.schools.get(SCHOOL), 'the school');
    store.schools.upsertMany([{ ...school, urn: SCHOOL + 1, name: 'Harbour School' }]);
  });
  return store;
}

describe('what is said of schools that share', () => {
  it('is kept, said anew and taken back, with its lines in the history', () => {
    const store = filled();
    const pair = { school_a: SCHOOL, school_b: SCHOOL + 1, allowed: true, ...SAID };
    store.write(BY_TEST, () => store.sharing.setPair(pair));
    store.write(BY_TEST, () =>
      store.sharing.setPair({ ...pair, allowed: false, reason: 'Fights' }),
    );
    const apart = { client_id: 1, ground: 'behaviour', ...SAID } as const;
    store.write(BY_TEST, () => store.sharing.setApart(apart));
    expect(store.sharing.records()).toEqual({
      pairs: [{ ...pair, allowed: false, reason: 'Fights' }],
      apart: [apart],
    });
    store.write(BY_TEST, () => {
      store.sharing.clearPair(pair);
      store.sharing.clearApart(apart);
    });
    expect(store.sharing.records()).toEqual({ pairs: [], apart: [] });
    const lines = store.history
      .list({ client_id: null, limit: 20 })
      .map(({ sentence }) => sentence);
    expect(lines.join(' ')).toContain('may not share a vehicle: Fights');
    store.close();
  });

  it('refuses a pair the wrong way round, and a school that is not there', () => {
    const store = filled();
    const pair = { school_a: SCHOOL + 1, school_b: SCHOOL, allowed: true, ...SAID };
    expect(() => store.write(BY_TEST, () => store.sharing.setPair(pair))).toThrow(/CHECK/);
    const lost = { ...pair, school_a: SCHOOL, school_b: 999_999_999 };
    expect(() => store.write(BY_TEST, () => store.sharing.setPair(lost))).toThrow(/FOREIGN/);
    store.close();
  });
});

describe('a shared route of a plan', () => {
  it('comes back from the store as it was written, and one of one school without calls', () => {
    const store = filled();
    const calls: SchoolCall[] = [
      { school_urn: SCHOOL, arrive_s: 31_000, depart_s: 55_000, home_order: 2 },
      { school_urn: SCHOOL + 1, arrive_s: 31_500, depart_s: 54_500, home_order: 1 },
    ];
    const plain = madeRoute('MEA-001', [1]);
    const [stop] = plain.stops;
    const shared = {
      ...madeRoute('MEA-002', [2]),
      calls,
      stops: [{ ...defined(stop, 'stop'), client_id: 2, school_urn: SCHOOL + 1 }],
    };
    const plan = store.write(BY_TEST, () => store.plans.save(madePlan([plain, shared])));
    const [one, two] = defined(store.plans.current(), 'the plan').routes;
    expect(plan.routes).toHaveLength(2);
    expect(one).not.toHaveProperty('calls');
    expect(one?.stops[0]).not.toHaveProperty('school_urn');
    expect(two?.calls).toEqual(calls);
    expect(two?.stops[0]?.school_urn).toBe(SCHOOL + 1);
    store.close();
  });
});
