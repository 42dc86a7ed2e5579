/** Edits, trials and the plan in use, in a real store: what is written, undone and redone exactly. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { readPlanFacts } from '../../electron/jobs/plan-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { makeEdit } from '../../shared/edits/make-edit.ts';
import type { PlanEdit } from '../../shared/edits/edit.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { ON } from '../helpers/cost-facts.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { randomEdit } from '../helpers/random-edits.ts';
import { madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
  folder.cleanUp();
});

const BY_HAND = { who: 'S Clarke', why: 'hand' };

function plannedStore(seed: number, clients = 40): Store {
  const store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  const facts = randomCounty(seed, clients);
  store.write({ who: 'test', why: 'test' }, () => {
    store.schools.upsertMany([...facts.schools.values()]);
    store.clients.upsertMany([...facts.clients.values()].map(({ id: _id, ...client }) => client));
    store.applications.upsertMany([...facts.applications.values()]);
    store.contracts.upsertMany(facts.contracts.map(({ id: _id, ...contract }) => contract));
    store.contracts.upsertStops(facts.stops);
  });
  planAgain(store);
  return store;
}

function planAgain(store: Store): Plan {
  const made = makePlan(
    store,
    { school_urn: null, seconds: null, iterations: 100, seed: 1, on: ON },
    silent,
  );
  if (!made.ok) throw new Error(made.error.cause);
  return made.value;
}

const current = (store: Store): Plan => defined(store.plans.current(), 'the plan in use');

/** Makes an edit and keeps it; null where it was refused. */
function edit(store: Store, plan_id: number, wanted: PlanEdit): Plan | null {
  const before = defined(store.trials.plan(plan_id), 'the plan');
  const made = makeEdit(before, wanted, readPlanFacts(store, ON));
  if (!made.ok) return null;
  const { plan: after, sentence, client_id } = made.value;
  return store.write(BY_HAND, () => store.trials.applyEdit({ before, after, sentence, client_id }));
}

/** The plan as another connection reads it: nothing of it is from memory. */
function readAfresh(store: Store, plan_id: number): Plan {
  const other = openStore(store.path);
  if (!other.ok) throw new Error(other.error.cause);
  const plan = defined(other.value.trials.plan(plan_id), 'the plan');
  other.value.close();
  return plan;
}

function undoLast(store: Store): void {
  const { undo } = store.undo.list(40);
  const done = store.undo.toggle(defined(undo, 'something to undo').change_id, 'S Clarke');
  if (!done.ok) throw new Error(done.error.cause);
}

function redoLast(store: Store): void {
  const { redo } = store.undo.list(40);
  const done = store.undo.toggle(defined(redo, 'something to redo').change_id, 'S Clarke');
  if (!done.ok) throw new Error(done.error.cause);
}

describe('edits in the store', () => {
  it.each([3, 7, 21])('are read back as made, undone and redone exactly (county %i)', (seed) => {
    const store = plannedStore(seed);
    const random = seededRandom(seed);
    const states: Plan[] = [current(store)];
    const id = current(store).id;
    for (let turn = 0; turn < 60 && states.length < 12; turn++) {
      const facts = readPlanFacts(store, ON);
      const made = edit(store, id, randomEdit(current(store), facts, random));
      if (made === null) continue;
      expect(readAfresh(store, id)).toEqual(made);
      expect(store.plans.current()).toEqual(made);
      states.push(made);
    }
    expect(states.length).toBeGreaterThan(6);
    expect(store.drift(ON)).toEqual([]);
    for (const state of states.slice(0, -1).toReversed()) {
      undoLast(store);
      expect(readAfresh(store, id)).toEqual(state);
      expect(store.plans.current()).toEqual(state);
    }
    expect(store.drift(ON)).toEqual([]);
    for (const state of states.slice(1)) {
      redoLast(store);
      expect(readAfresh(store, id)).toEqual(state);
    }
    const whole = auditPlan(current(store), readPlanFacts(store, ON));
    const keys = (of: Plan['audit']) =>
      of.violations.map((each) => JSON.stringify(each)).toSorted();
    expect(keys(current(store).audit)).toEqual(keys(whole));
  });

  it('are told in the history of the child and of the plan, by sentence', () => {
    const store = plannedStore(7);
    const plan = current(store);
    const route = defined(
      plan.routes.find((each) => each.contract_id === null && each.stops.length > 0),
      'a new route',
    );
    const client_id = defined(route.stops[0], 'a stop').client_id;
    edit(store, plan.id, { kind: 'take-off', client_id, reason: 'The family drives.' });
    const [line] = store.history.list({ client_id, limit: 1 });
    expect(line?.sentence).toMatch(/^C-\d+ taken off .*The family drives\. by hand$/);
    expect(store.read.state(client_id, ON)).toMatchObject({
      transport: 'unallocated',
      reason: 'taken_off',
    });
    const carried = () =>
      store.sheets.carriageOn(ON).find((each) => each.client_id === client_id)?.route_ref;
    expect(carried()).toBe('');
    undoLast(store);
    expect(carried()).toBe(route.ref);
    expect(store.read.state(client_id, ON)?.transport).toBe('planned');
  });
});

describe('trials', () => {
  it('are copies that leave the plan in use alone, and take its place when asked', () => {
    const store = plannedStore(7);
    const live = current(store);
    const trial = store.write(BY_HAND, () =>
      store.trials.makeCopy(live.id, { name: 'Fewer taxis', note: 'For the meeting.' }),
    );
    expect(trial.routes.map(({ id: _id, ...route }) => route)).toEqual(
      live.routes.map(({ id: _id, ...route }) => route),
    );
    const random = seededRandom(1);
    for (let turn = 0; turn < 20; turn++) {
      const plan = defined(store.trials.plan(trial.id), 'the trial');
      edit(store, trial.id, randomEdit(plan, readPlanFacts(store, ON), random));
    }
    const edited = defined(store.trials.plan(trial.id), 'the trial');
    expect(edited.routes).not.toEqual(trial.routes);
    expect(readAfresh(store, live.id)).toEqual(live);
    expect(store.trials.list().map(({ kind, trial: of }) => [kind, of?.name ?? ''])).toEqual([
      ['in_use', ''],
      ['trial', 'Fewer taxis'],
    ]);

    store.write(BY_HAND, () => {
      store.trials.putInUse(trial.id, 'Before Fewer taxis');
    });
    expect(current(store)).toEqual({ ...edited, status: 'draft' });
    expect(store.drift(ON)).toEqual([]);
    undoLast(store);
    expect(current(store)).toEqual(live);
    expect(readAfresh(store, trial.id)).toEqual(edited);
    expect(store.drift(ON)).toEqual([]);
    redoLast(store);
    expect(store.trials.list().map(({ kind, trial: of }) => [kind, of?.name ?? ''])).toEqual([
      ['in_use', ''],
      ['trial', 'Before Fewer taxis'],
    ]);
  });

  it('outlive planning again, and come back after they were deleted', () => {
    const store = plannedStore(3, 10);
    const live = current(store);
    const trial = store.write(BY_HAND, () =>
      store.trials.makeCopy(live.id, { name: 'Kept', note: '' }),
    );
    for (let turn = 0; turn < 5; turn++) planAgain(store);
    expect(store.trials.plan(trial.id)).toEqual(trial);
    expect(store.trials.plan(live.id)).toBeNull();
    store.write(BY_HAND, () => {
      store.trials.removeTrial(trial.id);
    });
    expect(store.trials.list().some(({ kind }) => kind === 'trial')).toBe(false);
    undoLast(store);
    expect(store.trials.list().find(({ kind }) => kind === 'trial')?.trial?.name).toBe('Kept');
  });

  it('are never thrown away once approved', () => {
    const store = plannedStore(3, 10);
    const { id } = current(store);
    store.write(BY_HAND, () => store.plans.approve(id, 'M Manager'));
    for (let turn = 0; turn < 5; turn++) planAgain(store);
    expect(store.trials.summary(id)).toMatchObject({
      status: 'superseded',
      approved_by: 'M Manager',
    });
  });
});

describe('a locked route', () => {
  it('is the same after planning again, whatever else changes', () => {
    const store = plannedStore(7);
    const route = defined(
      current(store).routes.find((each) => each.contract_id === null && each.stops.length > 1),
      'a new route with company',
    );
    const ends = route.stops.at(-1)?.client_id ?? 0;
    // Something planning would never do of itself: the last is collected first.
    edit(store, current(store).id, { kind: 'reorder', client_id: ends, position: 0 });
    edit(store, current(store).id, { kind: 'lock', route_id: route.id, locked: true });
    const locked = defined(
      current(store).routes.find((each) => each.locked === true),
      'the locked route',
    );
    const plan = planAgain(store);
    const kept = defined(
      plan.routes.find((each) => each.locked === true),
      'the locked route after planning',
    );
    expect({ ...kept, id: 0 }).toEqual({ ...locked, id: 0 });
    expect(plan.audit.violations.filter(({ code }) => code.startsWith('client_'))).toEqual([]);
    expect(readAfresh(store, plan.id)).toEqual(plan);
  });
});

describe('a frozen plan', () => {
  it('is not planned over', () => {
    const store = plannedStore(3, 10);
    const { id } = current(store);
    store.write(BY_HAND, () => store.plans.approve(id, 'M Manager'));
    store.write(BY_HAND, () => {
      store.trials.markFrozen(id, 'M Manager');
    });
    const again = makePlan(
      store,
      { school_urn: null, seconds: null, iterations: 10, seed: 2, on: ON },
      silent,
    );
    expect(again).toMatchObject({ ok: false, error: { code: 'plan_frozen' } });
    expect(current(store).id).toBe(id);
  });
});

describe('a plan checked again', () => {
  it('takes in what changed since, finding by finding', () => {
    const store = plannedStore(7);
    const plan = current(store);
    const client_id = defined(plan.routes[0]?.stops[0], 'a stop').client_id;
    store.write(BY_HAND, () => store.clients.update(client_id, { lat: 51.3, lon: 0.9 }));
    expect(store.plans.stale()).not.toEqual([]);
    const audit = auditPlan(plan, readPlanFacts(store, ON));
    store.write(BY_HAND, () => {
      store.trials.keepAudit(plan.id, audit);
    });
    expect(store.plans.stale()).toEqual([]);
    expect(current(store).audit.passed).toBe(false);
    expect(readAfresh(store, plan.id)).toEqual(current(store));
    expect(
      current(store)
        .audit.violations.map((each) => each.text)
        .toSorted(),
    ).toEqual(audit.violations.map((each) => each.text).toSorted());
  });
});
