/** The team's work on real files: queues and lists agree, trails are read from decisions, appeals and history. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { assignTo } from '../../electron/jobs/assign.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { workOverview } from '../../electron/jobs/work.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Proposal } from '../../shared/eligibility/decide.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  CONTRACT,
  madeFolder,
  madePlan,
  madeRoute,
  madeStore,
  ON,
} from './made-store.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});
function fresh(): Store {
  const store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
  return store;
}
const list = (store: Store, filter: Parameters<Store['read']['query']>[0]['filter'], limit = 50) =>
  store.read.query({ filter, sort: 'next', descending: false, offset: 0, limit }, ON);

describe('the invented county’s work', () => {
  let county: Store;
  beforeAll(() => {
    const path = join(folder.path, 'county.kerbside');
    const made = makeDemo(path, { clients: 600, seed: 1 }, silent);
    if (!made.ok) throw new Error(made.error.cause);
    const opened = openStore(path, {});
    if (!opened.ok) throw new Error(opened.error.cause);
    county = opened.value;
    open.push(county);
  });

  it('opens behind every number the list that it counts', () => {
    const officer = county.read.work.officers()[0] ?? '';
    const { mine, unassigned, queues, lacks, applications } = workOverview(county, ON, officer);
    expect(applications).toBe(county.applications.count());
    expect(mine.count).toBeGreaterThan(5);
    const counted = [mine, unassigned, ...queues, ...lacks].flatMap((each) => [
      each,
      ...each.parts,
    ]);
    expect(counted.length).toBeGreaterThan(20);
    for (const { filter, count } of counted) {
      const page = list(county, filter, 1000);
      expect([filter, page.total, page.rows.length]).toEqual([filter, count, count]);
      for (const row of page.rows) expect(row.why).toMatch(/\.$/);
      const ids = county.read.ids(
        { filter, sort: 'next', descending: false, offset: 0, limit: 1 },
        ON,
      );
      expect(ids).toEqual(page.rows.map(({ client_id }) => client_id));
    }
    const done = queues.find(({ name }) => name === 'done')?.count ?? 0;
    expect(done + (queues.find(({ name }) => name === 'open')?.count ?? 0)).toBe(applications);
  });

  it('is narrowed further by the filters of any list, in windows and by any column', () => {
    const all = list(county, { queue: 'open', status: ['received'] }, 1000);
    expect(all.total).toBeGreaterThan(3);
    expect(all.rows.every(({ status }) => status === 'received')).toBe(true);
    const input = { filter: { queue: 'open', status: ['received'] }, limit: 2, offset: 1 } as const;
    const window = county.read.query({ ...input, sort: 'next', descending: false }, ON);
    expect(window.rows).toEqual(all.rows.slice(1, 3));
    const byName = county.read.query(
      { ...input, sort: 'name', descending: true, offset: 0, limit: 1000 },
      ON,
    );
    const names = byName.rows.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted((a, b) => b.localeCompare(a)));
    expect(byName.rows.every(({ why }) => why !== undefined)).toBe(true);
  });

  it('has officers, and a day for every decision, none on a day off', () => {
    expect(county.read.work.officers()).toHaveLength(7);
    const cases = county.read.work.cases(ON);
    const decided = cases.filter(({ decided_on }) => decided_on !== null);
    expect(decided.length).toBeGreaterThan(80);
    for (const { received_on, decided_on, assigned_to } of decided) {
      expect(assigned_to).not.toBe('');
      expect((decided_on ?? '') >= (received_on ?? '9') && (decided_on ?? '9') <= ON).toBe(true);
      expect([0, 6]).not.toContain(new Date(`${decided_on}T00:00:00Z`).getUTCDay());
    }
  });
});

describe('a case of work', () => {
  it('knows since when more is asked, who decided, and an appeal that runs and is won', () => {
    const store = fresh();
    const [first = 0] = addClients(store, [{ ref: 'A1' }, { ref: 'A2' }]);
    const one = () =>
      defined(
        store.read.work.cases(ON).find(({ ref }) => ref === 'A1'),
        'A1',
      );
    expect(one()).toMatchObject({ client_id: first, status: 'received', asked_on: null });
    store.write({ ...BY_TEST, at: '2026-08-04T08:00:00.000Z' }, () =>
      store.applications.update('A1', { status: 'more_information' }),
    );
    expect(one().asked_on).toBe('2026-08-04');
    const decision = store.write(BY_TEST, () =>
      store.decisions.sign({
        application: defined(store.applications.get('A1'), 'A1'),
        decided_on: isoDate('2026-08-05'),
        given: { outcome: 'refused', award: null, reason: 'Near.', signed_by: 'Ann' },
        departs: false,
        facts: { reason: '', school: {} } as unknown as Proposal,
      }),
    );
    expect(one()).toMatchObject({ decided_on: '2026-08-05', decided_by: 'Ann', appeal: null });
    store.write(BY_TEST, () =>
      store.decisions.lodge(decision.id, {
        stage: 1,
        grounds: ['distance'],
        lodged_on: isoDate('2026-08-06'),
        transport_goes_on: false,
        note: '',
        signed_by: 'Ann',
      }),
    );
    // 20 working days after Thursday 6 August, the bank holiday of 31 August left out.
    expect(one().appeal).toEqual({ stage: 1, lodged_on: '2026-08-06', due_on: '2026-09-04' });
    const record = store.decisions.record(defined(store.applications.get('A1'), 'A1'));
    store.write(BY_TEST, () =>
      store.decisions.end(defined(record.appeals[0], 'appeal'), {
        result: 'upheld',
        on: isoDate('2026-08-10'),
        note: 'Measured anew.',
        signed_by: 'Bea',
      }),
    );
    expect(one()).toMatchObject({ appeal: null, won_on: '2026-08-10' });
    expect(list(store, { queue: 'to_decide' }).rows.map(({ ref }) => ref)).toEqual(['A2', 'A1']);
  });

  it('is given to an officer and back, once, and the history says so', () => {
    const store = fresh();
    const ids = addClients(store, [{ ref: 'A1' }, { ref: 'A2' }]);
    const give = (officer: string) =>
      store.write(BY_TEST, () => assignTo(store, ids, { officer, on: ON }));
    expect([give('Ann'), give('Ann')]).toEqual([2, 0]);
    expect(list(store, { queue: 'open', officer: 'Ann' }).total).toBe(2);
    expect(store.applications.get('A2')).toMatchObject({ assigned_to: 'Ann', assigned_on: ON });
    expect(give('')).toBe(2);
    expect(list(store, { queue: 'open', officer: '' }).total).toBe(2);
    const said = store.history
      .list({ client_id: ids[0] ?? 0, limit: 9 })
      .map((each) => each.sentence);
    expect(said).toContain('Assigned to set to Ann by a test');
    expect(said).toContain('Assigned to cleared (was Ann) by a test');
  });

  it('counts what is planned and in place on each day that changed it', () => {
    const store = fresh();
    const ids = addClients(store, [{ ref: 'A1' }, { ref: 'A2' }, { ref: 'A3' }]);
    store.write(BY_TEST, () => {
      store.applications.update('A2', { received_on: isoDate('2026-08-04') });
      store.plans.save(madePlan([madeRoute('R1', ids.slice(0, 2))]));
    });
    expect(store.read.work.transportDays()).toEqual([
      { on: ON, planned: 2, in_place: 0, planned_late: 1, in_place_late: 0 },
    ]);
    store.write(BY_TEST, () => {
      const { ids: contracts } = store.contracts.upsertMany([CONTRACT]);
      store.contracts.upsertStops([
        {
          contract_id: contracts[0] ?? 0,
          client_id: ids[2] ?? 0,
          stop_order: 1,
          pick_up_s: null,
          left_on: null,
        },
      ]);
    });
    expect(store.read.work.transportDays()).toEqual([
      { on: ON, planned: 3, in_place: 1, planned_late: 1, in_place_late: 0 },
    ]);
  });
});

describe('a store of the version before', () => {
  it('keeps its applications, which are nobody’s', () => {
    const sql = new Database(join(folder.path, 'old.db'));
    const before = MIGRATIONS.filter(({ version }) => version < 120);
    migrate(sql, before, () => ok(null));
    sql.exec(`INSERT INTO client (id, ref, forename, surname, carer_name, carer_relationship, phone, language_or_format,
      home_address, postcode, uprn, second_address, second_postcode, second_days, position_source, district_code,
      care_status, school_given, school_urn_given, section_i, low_income_basis, religion_or_belief, social_worker,
      wheelchair, sole_occupancy, not_with, equipment, medical, rescue_medication, handover, days, protected_address, notes)
      VALUES (1, 'A1', '', '', '', '', '', '', '', '', '', '', '', '[]', 'none', '', '', '', '', '', '', '', 0, '', 0,
        '[]', '', '', 0, '', '[]', 0, '')`);
    sql.exec(`INSERT INTO application (ref, client_id, type, status, tif_claimed_complete, held_reason, held_accepted,
      questions) VALUES ('A1', 1, 'Renewal', 'awarded', 0, '', '', '[]')`);
    migrate(sql, MIGRATIONS, () => ok(null));
    expect(
      sql
        .prepare('SELECT ref, status, assigned_to, assigned_on, decided_on FROM application')
        .all(),
    ).toEqual([
      { ref: 'A1', status: 'awarded', assigned_to: '', assigned_on: null, decided_on: null },
    ]);
    sql.close();
  });
});
