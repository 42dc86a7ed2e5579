/** Actions on many applications: what the preview shows is what is done, all of it or nothing, with one change id. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { planBulk, previewOf } from '../../electron/jobs/bulk/plan-bulk.ts';
import { runBulk } from '../../electron/jobs/bulk/run-bulk.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { renewalsView } from '../../electron/jobs/renewals.ts';
import type { BulkAction } from '../../shared/api/views/bulk.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { planningYearOf, yearGroupByAge } from '../../shared/calendar/years.ts';
import type { Client } from '../../shared/model/client.ts';
import { BY_TEST, madeFolder, ON } from './made-store.ts';

const folder = madeFolder();
let store: Store;
let made = 0;
const open: Store[] = [];
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});
const original = join(folder.path, 'county.kerbside');
beforeAll(() => {
  const done = makeDemo(original, { clients: 400, seed: 1 }, silent);
  if (!done.ok) throw new Error(done.error.cause);
});
beforeEach(() => {
  const path = join(folder.path, `${(made += 1)}.kerbside`);
  copyFileSync(original, path);
  const opened = openStore(path, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  store = opened.value;
  open.push(store);
  store.write(BY_TEST, () => {
    const [first] = store.applications.all();
    store.applications.update(first?.ref ?? '', { held_reason: 'Born twice.' });
  });
});

const all = (): readonly number[] =>
  store.read.ids(
    { filter: { has_application: true }, sort: 'ref', descending: false, offset: 0, limit: 1 },
    ON,
  );
const preview = (action: BulkAction, client_ids = all()) =>
  previewOf(planBulk(store, { action, client_ids, on: ON }));
const run = (action: BulkAction, digest: string, client_ids = all(), ctx = silent) =>
  runBulk(store, { action, client_ids, on: ON, digest, change: BY_TEST }, ctx);
const newest = () => store.history.list({ client_id: null, limit: 1000 });

const ACTIONS: readonly BulkAction[] = [
  { kind: 'assign', officer: 'Ann' },
  { kind: 'share', officers: ['Ann', 'Bea'] },
  { kind: 'set_status', status: 'checking', note: 'Looked at' },
  {
    kind: 'ask',
    asked_for: 'The plan',
    asked_of: 'Parent',
    chase_on: isoDate('2026-08-20'),
    signed_by: 'Ann',
  },
  { kind: 'sign', signed_by: 'Ann' },
  { kind: 'hand_over', signed_by: 'Ann', note: '' },
  { kind: 'held', accept: true, reason: 'Looked at' },
];

describe('an action on many', () => {
  it.each(ACTIONS.map((action) => [action.kind, action] as const))(
    '%s does what its preview shows, and then has nothing left to do',
    (_kind, action) => {
      const before = preview(action);
      expect(before.problems).toEqual([]);
      expect(before.changes).toBeGreaterThan(0);
      expect(before.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(before.changes);
      const left = before.left_out.reduce((sum, { count }) => sum + count, 0);
      expect(before.changes + left).toBe(before.asked);
      const done = run(action, before.digest);
      expect(done).toEqual({ ok: true, value: { changed: before.changes, left_out: left } });
      expect(preview(action).changes).toBe(0);
      expect(store.drift(ON)).toEqual([]);
    },
  );

  it('is one change of the history, however many it changes', () => {
    const action: BulkAction = { kind: 'assign', officer: 'Ann' };
    run(action, preview(action).digest);
    const given = newest().filter(({ field, to }) => field === 'assigned_to' && to === 'Ann');
    expect(given.length).toBeGreaterThan(90);
    expect(new Set(given.map(({ at, who }) => `${at} ${who}`)).size).toBe(1);
  });

  it('is refused where the records changed since the preview, and changes nothing', () => {
    const action: BulkAction = { kind: 'assign', officer: 'Ann' };
    const { digest } = preview(action);
    const [first = 0] = all();
    const ref = store.applications.ofClient(first)?.ref ?? '';
    store.write(BY_TEST, () => store.applications.update(ref, { assigned_to: 'Ann' }));
    const refused = run(action, digest);
    expect(refused).toMatchObject({ ok: false, error: { code: 'changed_meanwhile' } });
    expect(store.applications.all().filter((each) => each.assigned_to === 'Ann')).toHaveLength(1);
  });

  it('that is cancelled half way is taken back whole', () => {
    const action: BulkAction = { kind: 'assign', officer: 'Ann' };
    let asked = 0;
    const stopped = run(action, preview(action).digest, all(), {
      stage: () => undefined,
      cancelled: () => (asked += 1) > 1,
    });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(store.applications.all().some((each) => each.assigned_to === 'Ann')).toBe(false);
  });

  it('leaves out a child without an application, and says so', () => {
    const [carried = 0] = store.read.ids(
      { filter: { has_application: false }, sort: 'ref', descending: false, offset: 0, limit: 1 },
      ON,
    );
    expect(preview({ kind: 'assign', officer: 'Ann' }, [carried, carried]).left_out).toEqual([
      { reason: 'There is no application this year.', count: 1, client_ids: [carried] },
    ]);
  });
});

describe('signing what the rules propose', () => {
  it('signs nothing that the rules cannot tell, that is marginal, held or decided; each keeps its own facts', () => {
    const action: BulkAction = { kind: 'sign', signed_by: 'Ann' };
    const before = preview(action);
    expect(before.left_out.map(({ reason }) => reason)).toContain('The rules cannot tell yet.');
    run(action, before.digest);
    const signed = store.applications.all().flatMap((each) =>
      store.decisions
        .record(each)
        .decisions.filter(({ signed_by }) => signed_by === 'Ann')
        .map((decision) => ({ each, decision })),
    );
    expect(signed).toHaveLength(before.changes);
    for (const { each, decision } of signed) {
      const { facts } = decision;
      expect(facts.ref).toBe(each.ref);
      expect(facts.proposal).not.toBe('cannot_tell');
      expect([facts.marginal, facts.notes, facts.cliff_edges]).toEqual([[], [], []]);
      expect(decision).toMatchObject({ departs: false, signed_by: 'Ann', decided_on: ON });
      expect(each.status).toBe(decision.outcome);
      expect(decision.award === null).toBe(facts.proposal !== 'met');
      if (decision.award !== null) expect(decision.award.power).toBe(facts.power.name);
    }
  });

  it('and handing over need a name', () => {
    expect(preview({ kind: 'sign', signed_by: ' ' }).problems).toEqual(['Sign with your name.']);
    const action: BulkAction = { kind: 'hand_over', signed_by: '', note: '' };
    const { problems, digest, changes: count } = preview(action);
    expect(problems).toEqual(['Sign with your name.']);
    expect(count).toBeGreaterThan(0);
    expect(run(action, digest)).toMatchObject({ ok: false, error: { code: 'not_complete' } });
  });
});

describe('the new year', () => {
  const groupOf = (name: string): readonly number[] =>
    renewalsView(store, ON).groups.find(({ group }) => group === name)?.client_ids ?? [];
  const renew: BulkAction = { kind: 'renew', received_on: isoDate('2026-07-01'), signed_by: 'Ann' };

  it('puts every child who is carried into one group', () => {
    const view = renewalsView(store, ON);
    const ids = view.groups.flatMap(({ client_ids }) => client_ids);
    expect(ids).toHaveLength(view.carried);
    expect(new Set(ids).size).toBe(view.carried);
    expect(groupOf('renewal').length).toBeGreaterThan(50);
    const transfers = view.groups.find(({ group }) => group === 'phase_transfer');
    const received = (transfers?.schools ?? []).reduce(
      (sum, each) => sum + each.client_ids.length,
      0,
    );
    expect(received).toBe(transfers?.client_ids.length);
  });

  it('renews a child once, under one reference, and leaves out who needs something else', () => {
    const [mine, moving] = [groupOf('renewal'), groupOf('phase_transfer')];
    const before = preview(renew, [...mine, ...moving]);
    expect(before.changes).toBe(mine.length);
    run(renew, before.digest, [...mine, ...moving]);
    const made = store.applications
      .all()
      .filter(({ type, ref }) => type === 'Renewal' && ref.startsWith('RN26-'));
    expect(made).toHaveLength(mine.length);
    expect(
      made.every(
        ({ status, received_on }) => status === 'received' && received_on === '2026-07-01',
      ),
    ).toBe(true);
    expect(groupOf('renewal')).toEqual([]);
    expect(preview(renew, mine).changes).toBe(0);
    expect(store.drift(ON)).toEqual([]);
  });

  it('carries over an award where the rules answer as before, signed and with its reason', () => {
    run(renew, preview(renew, groupOf('renewal')).digest, groupOf('renewal'));
    const sign: BulkAction = { kind: 'sign', signed_by: 'Bea' };
    const ids = store.applications
      .all()
      .flatMap(({ ref, client_id }) => (ref.startsWith('RN26-') ? [client_id] : []));
    const signed = preview(sign, ids);
    expect(signed.changes).toBeGreaterThan(5);
    run(sign, signed.digest, ids);
    // A year on: the same homes and schools, everybody a year group further; their contracts run on.
    const later = isoDate('2027-06-01');
    store.write(BY_TEST, () => {
      for (const { id, year_group } of store.clients.all())
        if (year_group !== null) store.clients.update(id, { year_group: year_group + 1 });
    });
    const next = renewalsView(store, later).groups.find(({ group }) => group === 'renewal');
    const again: BulkAction = { kind: 'renew', received_on: later, signed_by: 'Cal' };
    const request = { action: again, client_ids: next?.client_ids ?? [], on: later };
    const { digest } = previewOf(planBulk(store, request));
    const done = runBulk(store, { ...request, digest, change: BY_TEST }, silent);
    expect(done.ok).toBe(true);
    const carried = store.applications
      .all()
      .filter(({ ref }) => ref.startsWith('RN27-'))
      .flatMap((each) => store.decisions.record(each).decisions);
    expect(carried.length).toBeGreaterThan(0);
    for (const decision of carried) {
      expect(decision).toMatchObject({ outcome: 'awarded', signed_by: 'Cal', decided_on: later });
      expect(decision.reason).toMatch(/^Carried over from the award on (RN|KT)26-/);
      expect(decision.facts.proposal).toBe('met');
    }
  });

  it('rolls year groups on once, out of year kept, and takes all of it back as one', () => {
    const roll: BulkAction = { kind: 'roll_years' };
    const year = planningYearOf(ON);
    const of = () => store.clients.all().filter(({ year_group, date_of_birth }) => year_group !== null && date_of_birth !== null); // prettier-ignore
    const ids = of().map(({ id }) => id);
    // The records of this year are left alone; as they were a year ago they are a year behind.
    expect(preview(roll, ids).problems).toHaveLength(1);
    store.write(BY_TEST, () => {
      for (const { id, year_group } of of()) if ((year_group ?? 0) > 0) store.clients.update(id, { year_group: (year_group ?? 0) - 1 }); // prettier-ignore
    });
    const behind = new Map(of().map(({ id, year_group }) => [id, year_group]));
    expect(renewalsView(store, ON).years_behind.length).toBeGreaterThan(100);
    const before = preview(roll, ids);
    expect(before.problems).toEqual([]);
    run(roll, before.digest, ids);
    const offBy = ({ date_of_birth, year_group }: Client) => (year_group ?? 0) - yearGroupByAge(date_of_birth ?? ON, year); // prettier-ignore
    const risen = of().filter(({ id, year_group }) => year_group !== behind.get(id));
    expect(risen).toHaveLength(before.changes);
    expect(risen.every(({ id, year_group }) => year_group === (behind.get(id) ?? 0) + 1)).toBe(true); // prettier-ignore
    expect(risen.filter((each) => offBy(each) === 0).length).toBeGreaterThan(risen.length / 2);
    expect(preview(roll, ids).problems).toHaveLength(1);
    expect(renewalsView(store, ON).years_behind).toEqual([]);
    expect(store.undo.toggle(store.undo.list(1).undo?.change_id ?? 0, 'Tester').ok).toBe(true);
    expect(new Map(of().map(({ id, year_group }) => [id, year_group]))).toEqual(behind);
  });

  it('expects those who begin a new phase to apply, once', () => {
    const expect_: BulkAction = { kind: 'expect', told_on: ON };
    const ids = groupOf('phase_transfer');
    const before = preview(expect_, ids);
    expect(before.changes).toBe(ids.length);
    const cohort = store.cohort.count();
    run(expect_, before.digest, ids);
    expect(store.cohort.count()).toBe(cohort + ids.length);
    expect(preview(expect_, ids).left_out).toEqual([
      { reason: 'The family is expected to apply already.', count: ids.length, client_ids: ids },
    ]);
  });
});
