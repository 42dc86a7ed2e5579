import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { approvePlan } from '../../electron/api/approve-plan.ts';
import { routeDetail, routeRows } from '../../electron/api/plan-views.ts';
import { routeWays } from '../../electron/api/route-ways.ts';
import { checkStore } from '../../electron/jobs/check-store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makePlan, type PlanRequest } from '../../electron/jobs/make-plan.ts';
import { STREET_QUESTION } from '../../shared/casework/street-access.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { ON } from '../helpers/cost-facts.ts';
import { randomCounty } from '../helpers/random-county.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-plan-'));
const stores: Store[] = [];
const change = { who: 'test', why: 'test' };

/** A store that holds an invented county. */
function storeOf(seed: number, clients: number): Store {
  const path = join(folder, `${stores.length}.kerbside`);
  const made = createStore(path, { county: 'Test', demo: true, own_day: ON });
  if (!made.ok) throw new Error(made.error.cause);
  const store = made.value;
  stores.push(store);
  const facts = randomCounty(seed, clients);
  store.write(change, () => {
    store.schools.upsertMany([...facts.schools.values()]);
    store.clients.upsertMany([...facts.clients.values()].map(({ id: _id, ...client }) => client));
    store.applications.upsertMany([...facts.applications.values()]);
    store.contracts.upsertMany(facts.contracts.map(({ id: _id, ...contract }) => contract));
    store.contracts.upsertStops(facts.stops);
  });
  return store;
}

const request: PlanRequest = { school_urn: null, seconds: null, iterations: 200, seed: 1, on: ON };

function planned(store: Store, given: Partial<PlanRequest> = {}) {
  const made = makePlan(store, { ...request, ...given }, silent);
  if (!made.ok) throw new Error(made.error.cause);
  return made.value;
}

const shape = (plan: Plan, urn?: number) =>
  plan.routes
    .filter((route) => urn === undefined || route.school_urn === urn)
    .map((route) => [route.ref, route.cost_day_pence, route.stops.map((stop) => stop.client_id)]);

afterAll(() => {
  for (const store of stores) store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a plan in the store', () => {
  let store: Store;
  let plan: Plan;
  beforeAll(() => {
    store = storeOf(7, 60);
    plan = planned(store);
  });

  it('is saved whole, passes its audit and leaves nothing for check to find', () => {
    expect(plan.routes.length).toBeGreaterThan(3);
    expect(plan.audit.passed).toBe(true);
    expect(store.plans.current()).toEqual(plan);
    expect(checkStore(store, ON)).toEqual([]);
  });

  it('knows the state of every client that the store counts as active', () => {
    const states = store.read.states(ON).filter((state) => state.active);
    const routed = new Set(plan.routes.flatMap((route) => route.stops.map((s) => s.client_id)));
    for (const state of states) {
      const expected = routed.has(state.client_id) ? /planned|in_place/ : /unallocated/;
      expect(state.transport).toMatch(expected);
    }
    expect(states).toHaveLength(routed.size + plan.unallocated.length);
  });

  it('has its routes drawn: rows add up, shares add up, lines end at the school', () => {
    const rows = routeRows(store, { plan: store.plans.current(), urn: null }, ON);
    const sum = (list: readonly { readonly cost_day_pence: number }[]) =>
      list.reduce((total, each) => total + each.cost_day_pence, 0);
    expect(sum(rows)).toBe(sum(plan.routes));
    for (const { id, cost_day_pence } of rows) {
      const detail = defined(routeDetail(store, id, ON), 'route');
      expect(sum(detail.stops)).toBe(cost_day_pence);
    }
    const lines = routeWays(store, { plan: store.plans.current(), urn: 1 }, ON);
    expect(lines.length).toBeGreaterThan(0);
    for (const { line } of lines) expect(line.slice(-2)).toEqual([51.25, 0.55]);
    expect(routeDetail(store, 999_999, ON)).toBeNull();
  });

  it('shows on the stop what the street keeps away, by the last form signed', () => {
    const route = defined(plan.routes[0], 'route');
    const { client_id } = defined(route.stops[0], 'stop');
    const shown = () => routeDetail(store, route.id, ON)?.stops[0]?.street;
    expect(shown()).toBeNull();
    const signature = {
      signed_by: 'A Carer',
      signer: 'parent_or_carer',
      relationship: 'Mother',
      signed_on: ON,
      received_on: ON,
      entered_by: 'An Officer',
    } as const;
    store.write(change, () =>
      store.tif.sign({
        client_id,
        answers: { [STREET_QUESTION]: 'taxi' },
        signature,
        complete: false,
        year: store.year(ON),
      }),
    );
    expect(shown()).toBe('taxi');
  });

  it('never shows where a protected address is', () => {
    const route = defined(
      plan.routes.find((each) => each.school_urn === 1),
      'route',
    );
    const hidden = defined(route.stops[0], 'stop').client_id;
    const before = defined(store.clients.get(hidden), 'client');
    store.write(change, () => store.clients.update(hidden, { protected_address: true }));
    const stop = routeDetail(store, route.id, ON)?.stops[0];
    expect(stop).toMatchObject({ postcode: '', lat: 51.25, lon: 0.55, protected_address: true });
    const line = routeWays(store, { plan: store.plans.current(), urn: 1 }, ON).find(
      (each) => each.id === route.id,
    )?.line;
    expect(line).not.toContain(before.lat);
    store.write(change, () => store.clients.update(hidden, { protected_address: false }));
  });

  it('plans one school anew and leaves the others as they are', () => {
    const other = planned(store, { school_urn: 1, iterations: 900 });
    expect(shape(other, 2)).toEqual(shape(plan, 2));
    expect(other.audit.passed).toBe(true);
    expect(checkStore(store, ON)).toEqual([]);
  });

  it('is the same again for the same seed', () => {
    expect(shape(planned(store))).toEqual(shape(plan));
  });

  it('stays when the next one is cancelled', () => {
    const current = store.plans.current();
    const stopped = makePlan(store, request, { stage: () => undefined, cancelled: () => true });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(store.plans.current()).toEqual(current);
  });

  it('settles: rounds make it cheaper, and one that is stopped after the first is kept', () => {
    const effort = { iterations: null, settle: true };
    const cost = (of: Plan) => of.routes.reduce((sum, route) => sum + route.cost_day_pence, 0);
    let rounds = 0;
    const watched = (cancelled: () => boolean) => ({
      stage: (text: string) => {
        rounds = Math.max(rounds, Number(/^Round (\d+)/.exec(text)?.[1] ?? 0));
      },
      cancelled,
    });
    const stopped = makePlan(store, { ...request, ...effort }, watched(() => rounds > 1)); // prettier-ignore
    expect(stopped).toMatchObject({ ok: true, value: { audit: { passed: true } } });
    expect(rounds).toBe(2);
    const settled = makePlan(store, { ...request, ...effort }, watched(() => false)); // prettier-ignore
    if (!stopped.ok || !settled.ok) throw new Error('not planned');
    expect(settled.value.audit.passed).toBe(true);
    expect(cost(settled.value)).toBeLessThanOrEqual(cost(stopped.value));
    expect(settled.value.unallocated).toHaveLength(stopped.value.unallocated.length);
    expect(checkStore(store, ON)).toEqual([]);
  });

  it('places a released client anew', () => {
    const seat = defined(
      plan.routes.find((route) => route.contract_id !== null && route.stops.length > 1),
      'running route',
    );
    const { client_id } = defined(
      seat.stops.find((stop) => stop.fixed),
      'fixed stop',
    );
    const current = defined(
      store.plans.current()?.routes.find(({ ref }) => ref === seat.ref),
      'the same route now',
    );
    const shown = () =>
      routeDetail(store, current.id, ON)?.stops.find((each) => each.client_id === client_id);
    expect(shown()).toMatchObject({ released: false });
    store.write(change, () => store.contracts.release(client_id, true));
    expect(shown()).toMatchObject({ released: true });
    const next = planned(store);
    const stops = next.routes.flatMap((route) => route.stops);
    const stop = stops.find((each) => each.client_id === client_id);
    const left = next.unallocated.find((each) => each.client_id === client_id);
    expect(stop === undefined ? left !== undefined : !stop.fixed).toBe(true);
    expect(next.audit.passed).toBe(true);
  });

  it('leaves a reference of which something was signed to the route of most of the same children, and gives it to no other', () => {
    const before = planned(store).routes.filter(({ contract_id }) => contract_id === null);
    const own = (stops: Plan['routes'][number]['stops']) => new Set(stops.map(({ client_id }) => client_id)); // prettier-ignore
    store.write(change, () => {
      for (const { ref } of before) store.service.step({ route_ref: ref, contract_id: null, state: 'drafted', on: ON, by: 'S Clarke', why: '' }); // prettier-ignore
    });
    const after = planned(store, { seed: 2, iterations: 20 });
    let kept = 0;
    for (const old of before) {
      const now = after.routes.find(({ ref }) => ref === old.ref);
      if (now === undefined) continue;
      kept++;
      const aboard = own(old.stops);
      expect(2 * [...own(now.stops)].filter((id) => aboard.has(id)).length).toBeGreaterThan(aboard.size); // prettier-ignore
    }
    expect(kept).toBeGreaterThan(0);
  });

  it('says what cannot be planned', () => {
    const unknown = makePlan(store, { ...request, school_urn: 99 }, silent);
    expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown_school' } });
  });
});

describe('approval', () => {
  it('is refused while clients are provisional, and given once nothing stands against it', () => {
    const store = storeOf(3, 12);
    const plan = planned(store);
    const ask = { plan_id: plan.id, by: 'A. Manager', on: ON };
    expect(approvePlan(store, ask)).toMatchObject({
      ok: false,
      error: { code: 'provisional_clients' },
    });
    expect(approvePlan(store, { ...ask, plan_id: plan.id + 1 })).toMatchObject({
      ok: false,
      error: { code: 'not_current_plan' },
    });
    store.write(change, () => {
      for (const client of store.clients.all()) {
        store.clients.update(client.id, {
          postcode: 'ME14 1CV',
          carer_name: 'Ada',
          phone: '01632 960000',
          handover: 'Parent',
          mobility: 'walks',
          assistant: 'none',
          rescue_medication: false,
          sole_occupancy: false,
          equipment: '',
          school_urn: client.school_urn ?? 1,
        });
      }
      for (const { ref } of store.applications.all())
        store.applications.update(ref, { status: 'awarded', tif_received_on: ON, held_reason: '' });
    });
    const sound = planned(store);
    const approved = approvePlan(store, { ...ask, plan_id: sound.id });
    expect(approved).toMatchObject({ ok: true, value: { status: 'approved' } });
    expect(approvePlan(store, { ...ask, plan_id: sound.id })).toMatchObject({
      ok: false,
      error: { code: 'already_approved' },
    });
  });

  it('is refused while a rule is broken by the records of today', () => {
    const store = storeOf(5, 0);
    const plan = planned(store);
    expect(plan.routes).toEqual([]);
    store.write(change, () => {
      store.clients.upsertMany([
        { ref: 'C-1', school_urn: 1, lat: 51.2, lon: 0.5, position_source: 'pin' },
      ]);
      const client_id = defined(store.clients.byRef('C-1'), 'client').id;
      store.applications.upsertMany([{ ref: 'A-1', client_id, status: 'awarded' }]);
    });
    const refused = approvePlan(store, { plan_id: plan.id, by: 'A. Manager', on: ON });
    expect(refused).toMatchObject({ ok: false, error: { code: 'broken_rules' } });
  });
});
