import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madePlan,
  madeRoute,
  madeStore,
  ON,
} from './made-store.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
  folder.cleanUp();
});
let store: Store;
let ids: readonly number[];
beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
  ids = addClients(store, [{ ref: 'A1' }, { ref: 'A2' }, { ref: 'A3' }]);
});

const planOf = (clients: readonly number[], left: readonly number[]) =>
  madePlan(
    [madeRoute('R1', clients)],
    left.map((client_id) => ({ client_id, reason: 'no_vehicle' as const, detail: 'No vehicle.' })),
  );

describe('plans', () => {
  it('come back as they were saved', () => {
    expect(store.plans.current()).toBeNull();
    const plan = planOf(ids.slice(0, 2), ids.slice(2));
    const saved = store.write(BY_TEST, () => store.plans.save(plan));
    expect(saved.routes[0]?.id).toBeGreaterThan(0);
    const other = openStore(store.path);
    if (!other.ok) throw new Error(other.error.cause);
    expect(other.value.plans.current()).toEqual(saved);
    other.value.close();
    const { routes, ...rest } = saved;
    expect(rest).toEqual({ ...plan, id: saved.id, status: 'draft', routes: undefined });
    expect(routes.map((route) => ({ ...route, id: 0 }))).toEqual(plan.routes);
  });

  it('have one in use; a new one supersedes it, and the old ones are thinned out', () => {
    for (let turn = 0; turn < 6; turn++) {
      store.write(BY_TEST, () => store.plans.save(planOf(ids, [])));
    }
    expect(store.read.counts()).toMatchObject({ plan: 4, plan_route: 4, plan_stop: 12 });
    expect(store.plans.current()?.status).toBe('draft');
  });

  it('are seen by another connection at once', () => {
    const other = openStore(store.path);
    if (!other.ok) throw new Error(other.error.cause);
    expect(other.value.plans.current()).toBeNull();
    const first = store.write(BY_TEST, () => store.plans.save(planOf(ids, [])));
    expect(other.value.plans.current()?.id).toBe(first.id);
    store.write(BY_TEST, () => store.plans.approve(first.id, 'A. Manager'));
    expect(other.value.plans.current()?.status).toBe('approved');
    other.value.close();
  });

  it('are not kept in memory when the write was taken back', () => {
    expect(() =>
      store.write(BY_TEST, () => {
        store.plans.save(planOf(ids, []));
        expect(store.plans.current()?.routes.length).toBe(1);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(store.plans.current()).toBeNull();
    expect(store.plans.summary()).toBeNull();
  });

  it('are summed up, and say what changed since', () => {
    store.write(BY_TEST, () => store.plans.save(planOf(ids.slice(0, 2), ids.slice(2))));
    expect(store.plans.summary()).toMatchObject({
      routes: 1,
      new_routes: 1,
      clients: 2,
      unallocated: 1,
      provisional: 1,
      over_guide: 0,
      cost_day_pence: 7810,
      cost_year_pence: 7810 * 190,
      stale: [],
    });
    store.write(BY_TEST, () => store.clients.update(ids[0] ?? 0, { notes: 'x' }));
    addClients(store, [{ ref: 'A4' }]);
    expect(store.plans.stale()).toEqual([
      '1 application changed since the plan was made.',
      '1 client changed since the plan was made.',
    ]);
  });

  it('decide the states of clients', () => {
    store.write(BY_TEST, () => store.plans.save(planOf(ids.slice(0, 2), ids.slice(2))));
    addClients(store, [{ ref: 'A4' }]);
    const states = store.read.states(ON);
    expect(states.map((state) => [state.transport, state.reason])).toEqual([
      ['planned', ''],
      ['planned', ''],
      ['unallocated', 'no_vehicle'],
      ['not_planned', 'new_since_plan'],
    ]);
    const page = store.read.casePage(ids[0] ?? 0, ON);
    expect(page).toMatchObject({ distance_m: 8000, cost_day_pence: 3905, transport: 'planned' });
    expect(page?.route).toEqual(store.plans.current()?.routes[0]);
    expect(store.read.casePage(ids[2] ?? 0, ON)?.reason?.detail).toBe('No vehicle.');
  });
});
