/** Decisions are kept as they were signed: nothing changes them, nothing takes them out, and a file does not undo them. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { DecisionGiven } from '../../shared/model/decision.ts';
import { decideCase } from '../helpers/eligibility-case.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
const open: Store[] = [];
let store: Store;
let path: string;
beforeEach(() => {
  path = join(folder.path, `${open.length}.kerbside`);
  store = madeStore(path);
  open.push(store);
  addPlaces(store);
  addClients(store, [{ ref: 'A1', surname: 'Rhodes' }]);
});
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});

const REFUSED: DecisionGiven = {
  outcome: 'refused',
  award: null,
  reason: 'Walks with a parent.',
  signed_by: 'R. Officer',
};
const AWARDED: DecisionGiven = {
  ...REFUSED,
  outcome: 'awarded',
  award: {
    power: 's508B',
    mode: 'seat',
    legs: 'both',
    days: ['Mon'],
    starts_on: ON,
    ends_on: null,
    review_on: ON,
    consent_on: null,
    consent_by: '',
  },
};
const facts = decideCase();
const application = () => defined(store.applications.get('A1'), 'A1');
const sign = (given: DecisionGiven) =>
  store.write({ who: given.signed_by, why: given.signed_by }, () =>
    store.decisions.sign({
      application: application(),
      decided_on: ON,
      given,
      departs: true,
      facts,
    }),
  );

describe('a signed decision', () => {
  it('is kept with the facts as they stood, and the state follows', () => {
    const signed = sign(AWARDED);
    expect(store.decisions.record(application()).decisions).toEqual([signed]);
    expect(signed).toMatchObject({ ...AWARDED, decided_on: ON, departs: true, supersedes: null });
    expect(signed.facts).toEqual(structuredClone(JSON.parse(JSON.stringify(facts))));
    expect(store.read.state(1, ON)?.status).toBe('awarded');
    expect(store.drift(ON)).toEqual([]);
  });

  it('is superseded by a later one and stays beside it', () => {
    const first = sign(REFUSED);
    expect(store.read.state(1, ON)?.transport).toBe('closed');
    const second = sign(AWARDED);
    expect(second.supersedes).toBe(first.id);
    const kept = store.decisions.record(application()).decisions;
    expect(kept.map(({ outcome }) => outcome)).toEqual(['refused', 'awarded']);
    expect(store.read.state(1, ON)?.transport).toBe('not_planned');
  });

  it('stands in the history in the name of who signed it', () => {
    sign(REFUSED);
    sign(AWARDED);
    const sentences = store.history.list({ client_id: 1, limit: 4 }).map((each) => each.sentence);
    expect(sentences).toEqual([
      'Status changed from Refused to Awarded by R. Officer',
      'Decision changed from Refused to Awarded, seat in a vehicle by R. Officer',
      'Status changed from Received to Refused by R. Officer',
      'Decision set to Refused by R. Officer',
    ]);
    // Its own change of state is the decision's; one set by hand is a step of its own.
    store.write(BY_TEST, () => store.applications.update('A1', { status: 'ended' }));
    const { moves } = store.decisions.record(application());
    expect(moves).toEqual([{ to: 'ended', on: '2026-08-10', by: 'Tester' }]);
  });

  it('is not undone by a file that was made before it', () => {
    sign(AWARDED);
    const again = store.write(BY_TEST, () =>
      store.applications.upsertMany([
        { ref: 'A1', client_id: 1, status: 'received', type: 'Renewal' },
      ]),
    );
    expect(again.unchanged).toBe(1);
    expect(application().status).toBe('awarded');
  });

  it('cannot be changed or taken out, whoever asks', () => {
    sign(AWARDED);
    const sql = new Database(path);
    const run = (text: string) => () => sql.exec(text);
    expect(run(`UPDATE decision SET signed_by = 'Another'`)).toThrow('never changed');
    expect(run('DELETE FROM decision')).toThrow('never taken out');
    sql.close();
  });

  it('is written whole or not at all, and only within a write', () => {
    expect(() => sign({ ...REFUSED, signed_by: '' })).toThrow('CHECK');
    expect(() => sign({ ...REFUSED, award: AWARDED.award })).toThrow('CHECK');
    expect(() => sign({ ...REFUSED, reason: '' })).toThrow('CHECK');
    expect(application().status).toBe('received');
    expect(() =>
      store.decisions.sign({
        application: application(),
        decided_on: ON,
        given: REFUSED,
        departs: false,
        facts,
      }),
    ).toThrow('outside write');
  });
});

describe('an appeal', () => {
  it('is lodged once a stage, ends once, and stands in the history', () => {
    const { id } = sign(REFUSED);
    const lodged = {
      stage: 1,
      grounds: ['distance', 'route_safety'],
      lodged_on: ON,
      transport_goes_on: true,
      note: 'The lane floods.',
      signed_by: 'R. Officer',
    } as const;
    const lodge = () => {
      store.write(BY_TEST, () => {
        store.decisions.lodge(id, lodged);
      });
    };
    lodge();
    expect(lodge).toThrow('UNIQUE');
    const appealNow = () => defined(store.decisions.record(application()).appeals[0], 'appeal');
    expect(appealNow()).toMatchObject({ ...lodged, end: null });
    const given = { result: 'part', on: ON, note: 'One leg.', signed_by: 'P. Chair' } as const;
    const end = () => {
      store.write(BY_TEST, () => {
        store.decisions.end(appealNow(), given);
      });
    };
    end();
    expect(appealNow().end).toEqual(given);
    expect(end).toThrow('once');
    expect(store.history.list({ client_id: 1, limit: 2 }).map((each) => each.sentence)).toEqual([
      'Appeal by a test: stage 1, upheld in part on 10 Aug 2026',
      'Appeal by a test: stage 1, lodged on 10 Aug 2026',
    ]);
  });
});

describe('a store from before decisions', () => {
  it('keeps its applications', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    migrate(
      sql,
      MIGRATIONS.filter(({ version }) => version < 60),
      () => ok(null),
    );
    sql.exec(
      `INSERT INTO district VALUES ('E07000110', 'Maidstone', 1, 51.27, 0.52, '');
       INSERT INTO change VALUES (1, '2026-08-01', 'Import', 'import of summer.csv');`,
    );
    const migrated = migrate(sql, MIGRATIONS, () => ok(null));
    expect(migrated.ok).toBe(true);
    expect(sql.prepare('SELECT name FROM district').pluck().all()).toEqual(['Maidstone']);
    expect(sql.prepare('SELECT count(*) FROM decision').pluck().get()).toBe(0);
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    sql.close();
  });
});
