/** Every write method leaves a line in the history and its exact values in the journal; a method that is not in this table fails it. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { startSession } from '../../db/session.ts';
import type { Store } from '../../db/store.ts';
import { TABLE_TRACES, tracedTables } from '../../db/traces.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { LetterContent } from '../../shared/model/letter.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { TIF_WRITES } from '../helpers/tif-writes.ts';
import { decideCase } from '../helpers/eligibility-case.ts';

import { EVIDENCE_WRITES } from './evidence-writes.ts';
import { NAMED_WRITES } from './named-writes.ts';
import { PRICES_WRITES } from './prices-writes.ts';
import { PARTICULARS_WRITES } from './particulars-writes.ts';
import { RUNNING_WRITES } from './running-writes.ts';
import { SHEETS_WRITES } from './sheets-writes.ts';
import { TRIALS_WRITES } from './trials-writes.ts';
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
  SCHOOL,
} from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

const application = (store: Store) => defined(store.applications.get('A1'), 'A1');
const given = {
  outcome: 'refused',
  award: null,
  reason: 'Too near.',
  signed_by: 'S Clarke',
} as const;
const sign = (store: Store) =>
  store.decisions.sign({
    application: application(store),
    decided_on: ON,
    given,
    departs: false,
    facts: decideCase(),
  });
function step(store: Store): void {
  store.life.sign(application(store), {
    kind: 'handed_over',
    on: ON,
    signed_by: 'S Clarke',
    note: '',
  });
}
function ask(store: Store): void {
  store.life.ask(application(store), {
    asked_for: 'the EHCP',
    asked_of: 'the family',
    asked_on: ON,
    chase_on: ON,
    signed_by: 'S Clarke',
  });
}
const appeal = {
  stage: 1,
  grounds: ['distance'],
  lodged_on: ON,
  transport_goes_on: true,
  note: '',
  signed_by: 'S Clarke',
} as const;
const stop = { contract_id: 1, client_id: 1, stop_order: 1, pick_up_s: null, left_on: null };
const member = { kind: 'client', ref: 'A1' } as const;
const other = { kind: 'client', ref: 'A2' } as const;
const letter = {
  kind: 'refused',
  number: 0,
  ref: 'A1',
  client_id: 1,
  issued_on: ON,
  family: 'f',
  addressee: 'Parent',
  reason: '',
  about: 'decision 1',
  content: {} as LetterContent,
} as const;

type Work = (store: Store) => unknown;

/** Each way to write: what it does, and what must be there first. `reference`: the import that brings it makes its line. */
const WRITES: Readonly<
  Record<string, { readonly run: Work; readonly first?: Work; readonly reference?: true }>
> = {
  'settings.upsertMany': {
    run: (store) =>
      store.settings.upsertMany([{ ...defined(DEFAULT_SETTINGS[0], 'one'), value: 7 }]),
  },
  'clients.upsertMany': { run: (store) => store.clients.upsertMany([{ ref: 'NEW' }]) },
  'clients.update': { run: (store) => store.clients.update(1, { notes: 'New' }) },
  'applications.upsertMany': {
    run: (store) => store.applications.upsertMany([{ ref: 'NEW', client_id: 1 }]),
  },
  'applications.update': {
    run: (store) => store.applications.update('A1', { status: 'checking' }),
  },
  'decisions.sign': { run: sign },
  'decisions.lodge': {
    first: sign,
    run: (store) => {
      store.decisions.lodge(1, appeal);
    },
  },
  'decisions.end': {
    first: (store) => {
      sign(store);
      store.decisions.lodge(1, appeal);
    },
    run: (store) => {
      const [lodged] = store.decisions.record(application(store)).appeals;
      store.decisions.end(defined(lodged, 'the appeal'), {
        result: 'upheld',
        on: ON,
        note: '',
        signed_by: 'S Clarke',
      });
    },
  },
  ...EVIDENCE_WRITES,
  ...PARTICULARS_WRITES,
  ...SHEETS_WRITES,
  ...RUNNING_WRITES,
  'life.sign': { run: step },
  'life.takeBack': {
    first: step,
    run: (store) => {
      const [signed] = store.life.steps('A1');
      store.life.takeBack(application(store), defined(signed, 'the step'), {
        on: ON,
        by: 'S Clarke',
        why: 'Wrong child.',
      });
    },
  },
  'life.ask': { run: ask },
  'life.chase': {
    first: ask,
    run: (store) => {
      const [asked] = store.life.information('A1');
      store.life.chase(application(store), defined(asked, 'what was asked'), {
        on: ON,
        chase_on: ON,
      });
    },
  },
  'life.answer': {
    first: ask,
    run: (store) => {
      const [asked] = store.life.information('A1');
      const answered = { on: ON, by: 'S Clarke', note: 'Came.' };
      store.life.answer(application(store), defined(asked, 'what was asked'), answered);
    },
  },
  'schools.upsertMany': { run: (store) => store.schools.upsertMany([{ urn: SCHOOL, places: 9 }]) },
  'postcodes.upsertMany': {
    first: (store) => store.postcodes.upsertMany([postcode(51)]),
    run: (store) => store.postcodes.upsertMany([postcode(52)]),
    reference: true,
  },
  'districts.upsertMany': {
    run: (store) =>
      store.districts.upsertMany([
        { code: 'E07000110', name: 'Renamed', own: true, lat: 51.27, lon: 0.52, boundary: '' },
      ]),
  },
  'terms.upsertMany': { run: (store) => store.terms.upsertMany([term]) },
  'terms.removeOf': {
    first: (store) => store.terms.upsertMany([term]),
    run: (store) => store.terms.removeOf([0]),
  },
  'cohort.upsertMany': { run: (store) => store.cohort.upsertMany([cohortMember]) },
  'contracts.upsertMany': {
    run: (store) => store.contracts.upsertMany([{ ...CONTRACT, ref: 'C2' }]),
  },
  'contracts.upsertStops': { run: (store) => store.contracts.upsertStops([stop]) },
  'contracts.release': {
    first: (store) => store.contracts.upsertStops([stop]),
    run: (store) => store.contracts.release(1, true),
  },
  'prices.upsertFuel': {
    run: (store) => store.prices.upsertFuel([{ week_on: ON, petrol: 1, diesel: 2 }]),
  },
  'prices.upsertCpi': { run: (store) => store.prices.upsertCpi([{ month: '2026-08', index: 1 }]) },
  'prices.upsertWages': {
    run: (store) =>
      store.prices.upsertWages([{ from_on: ON, min_age: 21, max_age: 99, pence_an_hour: 1300 }]),
  },
  'plans.save': { run: (store) => store.plans.save(madePlan([madeRoute('R1', [1])])) },
  'plans.approve': {
    first: (store) => store.plans.save(madePlan([madeRoute('R1', [1])])),
    run: (store) => store.plans.approve(1, 'S Clarke'),
  },
  ...TRIALS_WRITES,
  'imports.save': {
    run: (store) =>
      store.imports.save({
        kind: 'cohort',
        files: ['cohort.csv'],
        on: ON,
        read: 0,
        added: 0,
        changed: 0,
        unchanged: 0,
        held: 0,
        refused: 0,
        warnings: 0,
        rows: [],
      }),
  },
  'imports.rememberMapping': {
    run: (store) => {
      store.imports.rememberMapping('cohort', 'a|b', { a: 'ref' });
    },
  },
  'history.note': {
    run: (store) => {
      store.history.note(1, 'A1', 'Rang the school.');
    },
  },
  'letters.issue': { run: (store) => store.letters.issue([letter]) },
  'letters.withdraw': {
    first: (store) => store.letters.issue([letter]),
    run: (store) =>
      store.letters.withdraw([1], { on: ON, by: 'S Clarke', reason: 'Typed wrongly.' }),
  },
  'letters.setReason': {
    run: (store) => {
      store.letters.setReason({ kind: 'refused', ref: 'A1', about: '', text: 'Too near.' });
    },
  },
  'letters.link': { run: (store) => store.letters.link([member, other]) },
  'letters.unlink': {
    first: (store) => store.letters.link([member, other]),
    run: (store) => store.letters.unlink(member),
  },
  ...TIF_WRITES,
  ...NAMED_WRITES,
  ...PRICES_WRITES,
};

const term = {
  urn: 0,
  kind: 'term',
  from_on: isoDate('2026-09-01'),
  to_on: isoDate('2026-12-18'),
  label: 'Autumn',
} as const;
const cohortMember = {
  ref: 'U1',
  forename: 'Ann',
  surname: 'Rhodes',
  date_of_birth: null,
  postcode: '',
  school_urn: null,
  school_given: '',
  carer_name: '',
  application_ref: '',
  home_address: '',
  told_on: null,
} as const;
function postcode(lat: number) {
  return { postcode: 'ME1 1AA', lat, lon: 0, district_code: '', country_code: '', error_m: 0 };
}

/** Reads are named by what they give; whatever begins with a verb of doing writes. */
const DOES =
  /^(upsert|ask(?!ed)|chase(?!s)|update|set|put|add|save|delete|remove|release|sign|lodge|end|approve|issue|withdraw(?!al)|link(?!s)|unlink|note|remember|assign(?!ed|ment)|answer|give|take|close|open|start|mark|move(?!s)|change|clear|keep|make|record[A-Z]|confirm|register|merge|undo|redo|apply|write|insert|replace|restore)/;
/** Not aggregates, or read models. */
const APART = new Set(['read', 'meta']);

function filledStore(): { readonly store: Store; readonly sql: Database.Database } {
  const path = join(folder.path, `${++made}.kerbside`);
  const store = madeStore(path);
  addPlaces(store);
  addClients(store, [{ ref: 'A1' }, { ref: 'A2' }]);
  store.write(BY_TEST, () => store.contracts.upsertMany([CONTRACT]));
  return { store, sql: new Database(path) };
}

describe('what is kept of a change', () => {
  it('is tried here for every method that writes', () => {
    const { store, sql } = filledStore();
    const methods = Object.entries(store).flatMap(([aggregate, methodsOf]: [string, unknown]) =>
      typeof methodsOf === 'object' && methodsOf !== null && !APART.has(aggregate)
        ? Object.keys(methodsOf)
            .filter((name) => DOES.test(name))
            .map((name) => `${aggregate}.${name}`)
        : [],
    );
    expect(methods.length).toBeGreaterThan(25);
    expect(methods.filter((name) => WRITES[name] === undefined)).toEqual([]);
    sql.close();
    store.close();
  });

  it.each(Object.keys(WRITES))('%s leaves a line and the exact values', (name) => {
    const { run, first, reference } = defined(WRITES[name], name);
    const { store, sql } = filledStore();
    if (first !== undefined) store.write(BY_TEST, () => first(store));
    const before = Number(sql.prepare('SELECT max(id) FROM change').pluck().get());
    store.write({ who: 'S Clarke', why: 'hand' }, () => run(store));
    const change = sql.prepare('SELECT id, who, clock FROM change WHERE id > ?').all(before) as {
      id: number;
      who: string;
      clock: string;
    }[];
    expect(change).toHaveLength(1);
    expect(change[0]?.who).toBe('S Clarke');
    const lines = store.history
      .list({ client_id: null, limit: 5 })
      .filter((line) => line.who === 'S Clarke');
    if (reference === undefined) expect(lines.length).toBeGreaterThan(0);
    for (const { sentence } of lines) expect(sentence).toMatch(/^[A-Z].*by hand|by hand:/);
    const kept = sql
      .prepare('SELECT count(*) FROM row_change WHERE change_id = ?')
      .pluck()
      .get(change[0]?.id);
    if (!/^history\.note|lookAt/.test(name)) expect(kept).toBeGreaterThan(0);
    sql.close();
    store.close();
  });

  it('is declared for every table of the store', () => {
    const { store, sql } = filledStore();
    const tables = Object.keys(store.read.counts());
    expect(tables.length).toBeGreaterThan(25);
    expect(tables.filter((table) => TABLE_TRACES[table] === undefined)).toEqual([]);
    expect(tracedTables(sql).map(({ table }) => table)).toContain('client');
    sql.close();
    store.close();
  });

  it('gets its line even from a table nobody declared, and none twice', () => {
    const sql = new Database(':memory:');
    sql.exec(`
CREATE TABLE change (id INTEGER PRIMARY KEY, at TEXT, who TEXT, why TEXT, clock TEXT, undoes INTEGER) STRICT;
CREATE TABLE device (id TEXT, machine TEXT, path TEXT, since TEXT) STRICT;
CREATE TABLE history (id INTEGER PRIMARY KEY, change_id INTEGER, entity TEXT, ref TEXT, client_id INTEGER, field TEXT, before TEXT, after TEXT) STRICT;
CREATE TABLE row_change (id INTEGER PRIMARY KEY, change_id INTEGER, record TEXT, key TEXT, field TEXT, before ANY, after ANY) STRICT;
CREATE TABLE school_visit (ref TEXT PRIMARY KEY, client_id INTEGER, seen TEXT) STRICT;`);
    const session = startSession(sql, { machine: 'here', path: 'store' });
    const add = sql.prepare(`INSERT INTO school_visit VALUES (?, 7, NULL)`);
    const lines = sql.prepare(
      'SELECT entity, ref, client_id, field, before, after FROM history ORDER BY id',
    );
    session.begin(BY_TEST);
    add.run('V1');
    session.finish();
    session.end();
    const added = {
      entity: 'school_visit',
      ref: 'V1',
      client_id: 7,
      field: '',
      before: '',
      after: 'added',
    };
    expect(lines.all()).toEqual([added]);
    session.begin(BY_TEST);
    add.run('V2');
    session.log({ ...added, entity: 'client', after: 'seen at school' });
    session.finish();
    session.end();
    expect(lines.all()).toHaveLength(2);
    session.begin(BY_TEST);
    session.finish();
    session.end();
    expect(sql.prepare('SELECT count(*) FROM change').pluck().get()).toBe(2);
    sql.close();
  });

  it('is one line together where very many records came at once', () => {
    const { store, sql } = filledStore();
    const refs = Array.from({ length: 30 }, (_, at) => ({ ref: `M${at}` }));
    store.write({ who: 'import', why: 'import of many.csv' }, () => store.clients.upsertMany(refs));
    const [line] = store.history.list({ client_id: null, limit: 1 });
    expect(line?.sentence).toBe('Clients: 30 added by import of many.csv');
    sql.close();
    store.close();
  });
});
