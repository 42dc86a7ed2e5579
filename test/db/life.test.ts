import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { life } from '../../db/migrations/0090-life.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { takeBackStep, takeStep } from '../../electron/jobs/life-steps.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { ok } from '../../shared/kernel/result.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  CONTRACT,
  madeFolder,
  madeStore,
  ON,
} from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

function withStore(work: (store: Store, ids: readonly number[]) => void): void {
  const store = madeStore(join(folder.path, `${++made}.kerbside`));
  try {
    addPlaces(store);
    work(store, addClients(store, [{ ref: 'A' }, { ref: 'B' }, { ref: 'C' }]));
  } finally {
    store.close();
  }
}

const step = (
  kind: 'handed_over' | 'in_place' | 'ended',
  refs: readonly string[],
  preview = false,
) => ({
  kind,
  refs,
  preview,
  on: ON,
  signed_by: 'R. Officer',
  note: 'As agreed.',
});
const award = (store: Store, ...refs: readonly string[]) => {
  store.write(BY_TEST, () => {
    for (const ref of refs) store.applications.update(ref, { status: 'awarded' });
  });
};
const carry = (store: Store, client_id: number, confirmed = true) => {
  store.write(BY_TEST, () => {
    const { ids } = store.contracts.upsertMany([{ ...CONTRACT, confirmed }]);
    const contract_id = ids[0] ?? 0;
    store.contracts.upsertStops([
      { contract_id, client_id, stop_order: 1, pick_up_s: null, left_on: null },
    ]);
  });
};

describe('steps after the decision', () => {
  it('are signed on many at once; who cannot take one is named with why, and a preview writes nothing', () => {
    withStore((store, ids) => {
      award(store, 'A', 'B');
      const preview = takeStep(store, step('handed_over', ['A', 'B', 'C', 'X'], true), ON);
      expect(preview.taken).toEqual(['A', 'B']);
      expect(preview.refused.map(({ ref }) => ref)).toEqual(['C', 'X']);
      expect(store.life.steps('A')).toEqual([]);
      const done = takeStep(store, step('handed_over', ['A', 'B', 'C', 'X']), ON);
      expect(done).toEqual(preview);
      const stages = ids.map((id) => store.read.state(id, ON)?.stage);
      expect(stages).toEqual(['handed_over', 'handed_over', 'received']);
      expect(store.applications.get('A')?.status).toBe('awarded');
      expect(store.history.list({ client_id: ids[0] ?? 0, limit: 1 })[0]?.sentence).toContain(
        'Handed to Client Transport on 10 Aug 2026',
      );
      expect(store.drift(ON)).toEqual([]);
    });
  });

  it('put transport in place only while a confirmed contract carries the child, in lists and counts alike', () => {
    withStore((store, ids) => {
      const [id = 0] = ids;
      award(store, 'A');
      takeStep(store, step('handed_over', ['A']), ON);
      expect(takeStep(store, step('in_place', ['A']), ON).taken).toEqual([]);
      carry(store, id);
      expect(takeStep(store, step('in_place', ['A']), ON).taken).toEqual(['A']);
      const inPlace = () =>
        store.read.query(
          {
            filter: { stage: ['in_place'] },
            sort: 'stage',
            descending: false,
            offset: 0,
            limit: 9,
          },
          ON,
        ).total;
      expect(inPlace()).toBe(1);
      carry(store, id, false);
      expect(store.read.state(id, ON)?.stage).toBe('handed_over');
      expect(inPlace()).toBe(0);
      expect(store.drift(ON)).toEqual([]);
    });
  });

  it('end an application, and taken back stay to be seen while it stands as decided again', () => {
    withStore((store, ids) => {
      award(store, 'A');
      takeStep(store, step('ended', ['A']), ON);
      expect(store.applications.get('A')?.status).toBe('ended');
      expect(store.read.state(ids[0] ?? 0, ON)).toMatchObject({ stage: 'ended', active: false });
      const application = store.applications.get('A');
      if (application === null) throw new Error('A is gone');
      const [last] = store.life.steps('A');
      const back = { on: ON, by: 'R. Officer', why: 'Wrong child.' };
      expect(takeBackStep(store, application, { step: last, ...back })).toEqual(ok(null));
      expect(store.applications.get('A')?.status).toBe('awarded');
      expect(store.life.steps('A')).toMatchObject([{ kind: 'ended', taken_back: back }]);
      expect(takeBackStep(store, application, { step: last, ...back })).toMatchObject({
        ok: false,
        error: { code: 'not_last_step' },
      });
      expect(store.drift(ON)).toEqual([]);
    });
  });
});

describe('the list', () => {
  it('has the longest waiting first, with their age; what is decided waits no more', () => {
    withStore((store) => {
      store.write(BY_TEST, () => {
        store.applications.update('A', { received_on: isoDate('2026-08-09') });
        store.applications.update('B', { received_on: isoDate('2026-06-01') });
        store.applications.update('C', { received_on: isoDate('2026-01-01'), status: 'refused' });
      });
      const { rows } = store.read.query(
        { filter: {}, sort: 'age', descending: false, offset: 0, limit: 9 },
        ON,
      );
      expect(rows.map(({ ref, age_days, days_late }) => [ref, age_days, days_late])).toEqual([
        ['B', 70, 0],
        ['A', 1, 8],
        ['C', null, 0],
      ]);
      expect(rows[0]?.decision_days).toBe(42);
    });
  });
});

describe('the migration', () => {
  it('brings a store of the release before with its rows, and works the stages out anew', () => {
    const path = join(folder.path, 'before.kerbside');
    const store = madeStore(path);
    addPlaces(store);
    addClients(store, [{ ref: 'A' }]);
    award(store, 'A');
    store.close();
    // Back to the schema of the release before: what this migration made goes again.
    const sql = new Database(path);
    sql.exec(`DROP INDEX client_state_stage; DROP INDEX client_state_waiting; DROP INDEX appeal_open;
      ALTER TABLE client_state DROP COLUMN stage; ALTER TABLE client_state DROP COLUMN step;
      ALTER TABLE client_state DROP COLUMN days_late; ALTER TABLE client_state DROP COLUMN waiting_since;
      DROP TABLE life_step; DROP TABLE information_request;
      DROP TABLE client_address; DROP TABLE client_placement; DROP TABLE client_care; DROP TABLE client_move;`);
    sql.exec(life.sql);
    sql.close();
    const opened = openStore(path, {});
    if (!opened.ok) throw new Error(opened.error.cause);
    const id = opened.value.clients.byRef('A')?.id ?? 0;
    expect(opened.value.read.state(id, ON)?.stage).toBe('decided');
    expect(opened.value.drift(ON)).toEqual([]);
    opened.value.close();
  });
});
