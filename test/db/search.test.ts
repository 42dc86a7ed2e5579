import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import type { SearchHit } from '../../shared/api/views/search.ts';
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
let store: Store;

/** Name and reference are what matters here; the index is the id. */
const CHILDREN = [
  { ref: 'KT26-00001', forename: 'Ada', surname: 'Smith', postcode: 'ME14 1XQ' },
  { ref: 'KT26-00002', forename: 'Smith', surname: 'Abara', postcode: 'ME14 1OI' },
  { ref: 'KT26-00003', forename: 'Ada', surname: 'Smithson', postcode: 'CT1 1AA' },
  { ref: 'KT26-00004', forename: 'Zoë', surname: "O'Brien", postcode: 'CT1 1AB' },
  { ref: 'KT26-00005', forename: 'Seán', surname: 'Johnson', postcode: 'CT1 1AC' },
  { ref: 'KT26-00006', forename: 'Leo', surname: 'Twin', postcode: 'CT1 1AD' },
  { ref: 'KT26-00007', forename: 'Leo', surname: 'Twin', postcode: 'CT1 1AD' },
  {
    ref: 'KT26-00008',
    forename: 'Hidden',
    surname: 'Child',
    postcode: 'TN99 9ZZ',
    home_address: '1 Refuge Lane',
    notes: 'Moved to Refuge Lane near the harbour.',
    protected_address: true,
  },
  { ref: 'KT26-00009', forename: 'محمد', surname: 'علي', postcode: 'CT1 1AE' },
  { ref: 'KT26-00010', forename: 'נועה', surname: 'כהן', postcode: 'CT1 1AF' },
  { ref: 'KT26-00011', forename: '小明', surname: '王', postcode: 'CT1 1AG' },
  { ref: 'KT26-00012', forename: 'Олена', surname: 'Іванова', postcode: 'CT1 1AH' },
  { ref: 'KT26-00013', forename: 'X', surname: 'Æ', postcode: 'CT1 1AJ' },
  { ref: 'KT26-00014', forename: 'A'.repeat(100), surname: 'Longname', postcode: 'CT1 1AK' },
  { ref: 'KT26-00015', forename: 'Łukasz', surname: 'Wójcik-Żak', postcode: 'CT1 1AL' },
] as const;

beforeAll(() => {
  store = madeStore(join(folder.path, 'search.kerbside'));
  addPlaces(store);
  addClients(store, CHILDREN);
  store.write(BY_TEST, () => {
    store.clients.update(6, { date_of_birth: isoDate('2015-03-02') });
    store.clients.update(7, { date_of_birth: isoDate('2015-03-02') });
    store.contracts.upsertMany([CONTRACT]);
  });
});
afterAll(() => {
  store.close();
  folder.cleanUp();
});

const search = (text: string, limit = 12): readonly SearchHit[] =>
  store.read.search(text, limit, ON);
const ids = (text: string): readonly (number | string)[] => search(text).map(({ id }) => id);
const first = (text: string): SearchHit | undefined => search(text)[0];
const list = (text: string) =>
  store.read.query({ filter: { text }, sort: 'name', descending: false, offset: 0, limit: 50 }, ON);

describe('ranking', () => {
  it('puts the surname before the forename before a beginning', () => {
    expect(ids('smith').slice(0, 3)).toEqual([1, 2, 3]);
    expect(
      search('smith')
        .map(({ fit }) => fit)
        .slice(0, 3),
    ).toEqual(['name', 'name', 'beginning']);
    expect(ids('ada smith')[0]).toBe(1);
    expect(ids('smith ada')[0]).toBe(1);
  });

  it('puts a whole reference or postcode first, however it is separated', () => {
    for (const text of ['KT26-00003', 'kt2600003', 'KT26 00003', 'ct1 1aa', 'CT11AA']) {
      expect(first(text)).toMatchObject({ id: 3, fit: 'reference' });
    }
  });

  it('tells twins with one name apart by what is on the line', () => {
    const twins = search('leo twin').filter(({ fit }) => fit === 'name');
    expect(twins.map(({ detail }) => detail)).toEqual([
      'KT26-00006, born 2 Mar 2015, Bower Grove School',
      'KT26-00007, born 2 Mar 2015, Bower Grove School',
    ]);
  });

  it('says why: the name marked, or the line, or a reason', () => {
    expect(first('smi ada')?.marks).toEqual([
      [0, 3],
      [7, 10],
    ]);
    expect(first('ct1 1aa')?.why).toMatchObject({ label: 'Postcode', text: 'CT1 1AA' });
    const bySchool = search('bower').find(({ kind }) => kind === 'client');
    expect(bySchool).toMatchObject({ fit: 'mention', why: null });
    expect(bySchool?.detail_marks).toHaveLength(1);
  });

  it('finds schools and providers in the same box', () => {
    expect(first('bower grove')).toMatchObject({ kind: 'school', fit: 'name' });
    expect(first('beult')).toMatchObject({ kind: 'provider', title: 'Beult Private Hire' });
    expect(first('beutl private')).toMatchObject({ kind: 'provider', fit: 'similar' });
    expect(first('bowr grove')).toMatchObject({ kind: 'school', fit: 'similar' });
  });
});

describe('forgiveness', () => {
  it.each([
    ['jonson', 5],
    ['johnsno', 5],
    ['shaun johnson', 5],
    ['sean jonson', 5],
    ['obrien', 4],
    ['o brien', 4],
    ['zoe obrein', 4],
    ['smithsn', 3],
    ['lukash wojcik', 15],
    ['wojcikzak', 15],
    ['long name', 14],
    ['محمود علي', 9],
    ['олина', 12],
  ])('%s finds child %i', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  it.each([
    ['محمد', 9],
    ['نوعه', 0],
    ['נועה', 10],
    ['王小明', 11],
    ['小明', 11],
    ['王', 11],
    ['іванова', 12],
    ['æ', 13],
    ['x ae', 13],
    ['a'.repeat(100), 14],
    ['lukasz', 15],
    ['zak', 15],
  ])('in every alphabet: %s', (text, id) => {
    if (id === 0) expect(ids(text)).toEqual([]);
    else expect(ids(text)).toContain(id);
  });

  it('reads O for 0 and I for 1, and forgives swapped and missing digits, only where nothing is written so', () => {
    expect(first('kt26-ooo14')).toMatchObject({ id: 14, fit: 'similar' });
    expect(first('ME14 101')).toMatchObject({ id: 2, fit: 'similar' });
    expect(first('kt62-00005')).toMatchObject({ id: 5, fit: 'similar' });
    expect(first('kt26-0005')).toMatchObject({ id: 5, fit: 'similar' });
    expect(first('kt26-00005')).toMatchObject({ id: 5, fit: 'reference' });
    expect(search('kt26-00005')).toHaveLength(1);
  });

  it('marks what is only similar, and stays away where enough is found', () => {
    expect(search('jonson').every(({ fit }) => fit === 'similar')).toBe(true);
    expect(search('ct1').some(({ fit }) => fit === 'similar')).toBe(false);
    expect(search('qqqqqq')).toEqual([]);
  });

  it('is the list’s too: count and rows agree, and it says so', () => {
    expect(list('johnson')).toMatchObject({ total: 1, similar: false });
    const similar = list('jonson');
    expect(similar).toMatchObject({ total: 1, similar: true });
    expect(similar.rows.map(({ ref }) => ref)).toEqual(['KT26-00005']);
    expect(list('qqqqqq')).toMatchObject({ total: 0, similar: false });
    // Somebody is written so, only not in this filter: that is no reason to show others.
    const closed = store.read.query(
      {
        filter: { text: 'johnson', status: ['refused'] },
        sort: 'name',
        descending: false,
        offset: 0,
        limit: 9,
      },
      ON,
    );
    expect(closed).toMatchObject({ total: 0, similar: false });
  });

  it('takes scraps that nobody bears, in a store without anybody too', () => {
    const none = madeStore(join(folder.path, 'nobody.kerbside'));
    for (const text of ['S', 'Sa', 's y', '* :', 'qj xz', '"', '-'])
      for (const each of [none, store]) expect(() => each.read.search(text, 5, ON)).not.toThrow();
    expect(none.read.search('s y', 5, ON)).toEqual([]);
    none.close();
  });

  it('knows a name from the moment it is written, and not one that was taken back', () => {
    expect(ids('wetherbe')).toEqual([]);
    expect(() =>
      store.write(BY_TEST, () => {
        store.clients.update(3, { surname: 'Undone' });
        throw new Error('taken back');
      }),
    ).toThrow('taken back');
    store.write(BY_TEST, () => store.clients.update(3, { surname: 'Wetherby' }));
    expect(ids('wetherbe')).toEqual([3]);
    expect(ids('undome')).toEqual([]);
    store.write(BY_TEST, () => store.clients.update(3, { surname: 'Smithson' }));
    expect(ids('wetherbe')).toEqual([]);
  });
});

describe('what people wrote', () => {
  it('is found by its words with where it stands: notes, the form, a carer, an address, history', () => {
    store.write(BY_TEST, () => {
      store.clients.update(1, {
        notes: 'Grandmother collects on Fridays',
        medical: 'Nut allergy, adrenaline pens',
        equipment: 'Harness, fitted by the school',
        carer_name: 'Philippa Thistledown',
        phone: '01632 960123',
        home_address: '14 Bodkin Lane',
      });
      store.history.note(5, 'KT26-00005', 'Rang about the escort; will ring again.');
    });
    expect(first('grandmother fri')).toMatchObject({ id: 1, fit: 'note', why: { label: 'Notes' } });
    expect(first('adrenaline')?.why).toMatchObject({ label: 'Medical', marks: [[13, 23]] });
    expect(first('harness nut')?.why?.label).toBe('Medical and equipment');
    expect(first('thistledown')?.why?.label).toBe('Parent or carer');
    expect(first('01632960123')?.why?.label).toBe('Telephone');
    expect(first('bodkin lane')?.why?.label).toBe('Home address');
    expect(first('escort rang')).toMatchObject({ id: 5, why: { label: 'Note of 10 Aug 2026' } });
    store.write(BY_TEST, () => store.clients.update(1, { notes: '' }));
    expect(search('grandmother')).toEqual([]);
  });

  it('never shows a protected child by where it lives, not even where somebody wrote it down', () => {
    for (const text of [
      'refuge',
      'refuge lane',
      'TN99 9ZZ',
      'tn999zz',
      'tn99 9z2',
      'harbour refuge',
    ]) {
      expect(ids(text)).not.toContain(8);
    }
    expect(ids('harbour')).toContain(8);
    expect(JSON.stringify(search('harbour'))).not.toContain('Refuge');
    store.write(BY_TEST, () => store.clients.update(1, { protected_address: true }));
    expect(search('bodkin')).toEqual([]);
    store.write(BY_TEST, () => store.clients.update(1, { protected_address: false }));
    expect(first('bodkin')?.id).toBe(1);
  });
});

describe('what stands in tables of its own', () => {
  it('is found too: reasons of decisions, appeals, forms, steps, what was asked', () => {
    const path = join(folder.path, 'tables.kerbside');
    const made = madeStore(path);
    addPlaces(made);
    addClients(made, [
      { ref: 'A', surname: 'Open' },
      { ref: 'B', surname: 'Hidden', protected_address: true },
    ]);
    made.close();
    const sql = new Database(path);
    const change = Number(sql.prepare('SELECT max(id) FROM change').pluck().get());
    sql.exec(`
      INSERT INTO decision (application_ref, client_id, decided_on, outcome, reason, departs, facts, signed_by, change_id)
        VALUES ('A', 1, '2026-08-01', 'refused', 'Walks with a sister', 0, '{}', 'O', ${change});
      INSERT INTO appeal (application_ref, decision_id, stage, grounds, lodged_on, transport_goes_on, note, signed_by,
        result_note, result_by) VALUES ('A', 1, 1, '[]', '2026-08-03', 0, 'Brook floods', 'O', '', '');
      INSERT INTO tif_version (client_id, number, kind, answers, complete, change_id)
        VALUES (1, 1, 'imported', '{"triggers":"Sirens"}', 0, ${change}),
          (1, 2, 'imported', '{"triggers":{"words":"Barking dogs"},"child_met":true}', 0, ${change}),
          (2, 1, 'imported', '{"home":"9 Secret Mews"}', 0, ${change});
      INSERT INTO history (change_id, entity, ref, client_id, field, before, after)
        VALUES (${change}, 'application', 'A', 1, 'note', '', 'Rang twice');
    `);
    sql.close();
    const opened = openStore(path);
    if (!opened.ok) throw new Error(opened.error.cause);
    const found = (text: string) =>
      opened.value.read.search(text, 5, ON).find(({ fit }) => fit === 'note');
    expect(found('sister')?.why?.label).toBe('Decision of 1 Aug 2026');
    expect(found('brook')?.why?.label).toBe('Appeal of 3 Aug 2026');
    expect(found('barking')?.why).toMatchObject({ label: 'TIF', text: 'Barking dogs' });
    expect(found('twice')?.id).toBe(1);
    expect(found('sirens')).toBeUndefined();
    expect(found('secret mews')).toBeUndefined();
    opened.value.close();
  });
});

describe('a store of the version before', () => {
  it('is searched by name, school and note after the migration', () => {
    const path = join(folder.path, 'old.kerbside');
    const made = madeStore(path);
    addPlaces(made);
    addClients(made, [{ ref: 'KT26-1', forename: 'Noor', surname: 'Whitcombe' }]);
    made.write(BY_TEST, () => {
      made.clients.update(1, { notes: 'Needs a ramp' });
      made.history.note(1, 'KT26-1', 'Waiting for the panel');
    });
    made.close();
    // The rows of this store, put under the schema before: all of it but what the migration made.
    const old = join(folder.path, 'before.kerbside');
    const sql = new Database(old);
    migrate(
      sql,
      MIGRATIONS.filter(({ version }) => version < 135),
      () => ok(null),
    );
    sql.prepare('ATTACH ? AS made').run(path);
    for (const table of [
      'meta',
      'setting',
      'change',
      'history',
      'district',
      'school',
      'client',
      'application',
    ]) {
      sql.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM made.${table}`);
    }
    sql.exec(`INSERT INTO school_text (rowid, words) SELECT urn, name || ' ' || town FROM school`);
    sql.close();
    const opened = openStore(old);
    if (!opened.ok) throw new Error(opened.error.cause);
    const found = (text: string) => opened.value.read.search(text, 5, ON)[0];
    expect(found('whitcomb')).toMatchObject({ id: 1, fit: 'beginning' });
    expect(found('witcombe')).toMatchObject({ id: 1, fit: 'similar' });
    expect(found('ramp')).toMatchObject({ id: 1, fit: 'note' });
    expect(found('panel')).toMatchObject({ id: 1, fit: 'note' });
    expect(found('bowr grove')).toMatchObject({ kind: 'school', fit: 'similar' });
    expect(opened.value.integrity()).toEqual([]);
    opened.value.close();
  });
});
