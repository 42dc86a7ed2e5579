import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import type { ApplicationFilter } from '../../shared/api/views/applications.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
let store: Store;
beforeAll(() => {
  store = madeStore(join(folder.path, 'read.kerbside'));
  addPlaces(store);
  addClients(store, [
    { ref: 'KT26-00001', forename: 'Siân', surname: 'Rhodes', postcode: 'ME14 1XQ' },
    { ref: 'KT26-00002', forename: 'Finn', surname: "O'Connor-Dixon", postcode: 'TN12 9RN' },
    {
      ref: 'KT26-00003',
      forename: 'Zoë',
      surname: 'Ábel',
      postcode: 'CT1 1AA',
      protected_address: true,
    },
    { ref: 'KT26-00014', forename: 'Finn', surname: 'Rhodes', postcode: 'ME14 1XQ' },
  ]);
  store.write(BY_TEST, () => {
    store.applications.update('KT26-00002', {
      status: 'refused',
      received_on: isoDate('2026-08-05'),
    });
    store.applications.update('KT26-00014', {
      held_reason: 'Out of year.',
      tif_claimed_complete: true,
    });
  });
});
afterAll(() => {
  store.close();
  folder.cleanUp();
});

const list = (filter: ApplicationFilter, descending = false): readonly string[] =>
  store.read
    .query({ filter, sort: 'name', descending, offset: 0, limit: 100 }, ON)
    .rows.map((row) => row.ref.slice(-2));
const find = (text: string): readonly string[] => list({ text });

describe('the list', () => {
  it('searches by the beginning of any word, forgiving case, accents and separators', () => {
    expect(find('sian')).toEqual(['01']);
    expect(find('RHO')).toEqual(['14', '01']);
    expect(find('rho fin')).toEqual(['14']);
    expect(find('dixon')).toEqual(['02']);
    expect(find("o'conn")).toEqual(['02']);
    expect(find('abel')).toEqual(['03']);
    expect(find('ecole')).toEqual([]);
    expect(find('bower')).toHaveLength(4);
  });

  it('finds references and postcodes with or without their separators', () => {
    expect(find('KT26-00014')).toEqual(['14']);
    expect(find('kt2600014')).toEqual(['14']);
    expect(find('00014')).toEqual(['14']);
    expect(find('me14 1xq')).toEqual(['14', '01']);
    expect(find('ME141X')).toEqual(['14', '01']);
  });

  it('takes no character as an operator', () => {
    for (const text of ['"', '*', 'a OR b', 'NEAR(', "';--", '-', '(', 'rhodes"*']) {
      expect(() => find(text)).not.toThrow();
    }
    expect(find('"')).toEqual([]);
    expect(find('rhodes"*')).toEqual(['14', '01']);
  });

  it('hides a protected address: no district, not found by postcode, the page marks it', () => {
    expect(find('ct1 1aa')).toEqual([]);
    const row = store.read
      .query({ filter: { text: 'abel' }, sort: 'name', descending: false, offset: 0, limit: 1 }, ON)
      .rows.at(0);
    expect(row).toMatchObject({ district: '', protected_address: true });
    expect(list({ district: 'E07000110' })).toEqual(['02', '14', '01']);
    const page = store.read.casePage(row?.client_id ?? 0, ON);
    expect(page?.client).toMatchObject({ postcode: 'CT1 1AA', protected_address: true });
    expect(JSON.stringify(store.read.search('ct1 1aa', 10, ON))).not.toContain('KT26-00003');
  });

  it('filters, sorts by names without accents, and windows', () => {
    expect(list({})).toEqual(['03', '02', '14', '01']);
    expect(list({}, true)).toEqual(['01', '14', '02', '03']);
    expect(list({ status: ['refused'] })).toEqual(['02']);
    expect(list({ held: true })).toEqual(['14']);
    const reasons = store.read
      .query({ filter: {}, sort: 'name', descending: false, offset: 0, limit: 9 }, ON)
      .rows.map((row) => row.held_reason);
    expect(reasons).toEqual(['', '', 'Out of year.', '']);
    expect(list({ late: true })).toEqual(['02']);
    expect(list({ tif: 'complete' })).toEqual(['14']);
    expect(list({ transport: ['closed'] })).toEqual(['02']);
    expect(list({ without_transport: true })).toEqual(['03', '14', '01']);
    expect(list({ gap: 'nonsense' })).toEqual([]);
    expect(list({ ids: [1, 4] })).toEqual(['14', '01']);
    const page = store.read.query(
      { filter: {}, sort: 'name', descending: false, offset: 1, limit: 2 },
      ON,
    );
    expect([page.total, page.offset, page.rows.length]).toEqual([4, 1, 2]);
  });

  it('knows brothers and sisters, and the neighbours in the list of references', () => {
    const page = store.read.casePage(1, ON);
    expect(page?.siblings.map((each) => each.ref)).toEqual(['KT26-00014']);
    expect([page?.previous_ref, page?.next_ref]).toEqual([null, 'KT26-00002']);
    expect(page?.district_name).toBe('Maidstone');
    expect(page?.distance_basis).toBe('estimated');
    expect(store.read.casePage(99, ON)).toBeNull();
  });
});

describe('the one search box', () => {
  it('finds clients and schools, a whole reference first', () => {
    expect(store.read.search('KT26-00002', 5, ON)[0]).toMatchObject({ kind: 'client', id: 2 });
    const hits = store.read.search('ecole', 5, ON);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({
      kind: 'school',
      id: 119037,
      title: 'École Sainte-Anne',
      detail: 'Dover, 119037',
      marks: [[0, 5]],
    });
    expect(store.read.search('  ', 5, ON)).toEqual([]);
    expect(store.read.search('%', 5, ON)).toEqual([]);
  });

  it('gives every kind its turn, the likelier first', () => {
    const kinds = store.read.search('b', 2, ON).map((hit) => hit.kind);
    expect(kinds).toEqual(['school', 'client']);
  });
});

describe('saved views', () => {
  it('are kept by name and come back whole', () => {
    const view = { name: 'Late', filter: { late: true }, sort: 'name', descending: true } as const;
    const saved = store.write(BY_TEST, () => store.views.save(view));
    store.write(BY_TEST, () => store.views.save({ ...view, descending: false }));
    expect(store.views.list()).toEqual([{ ...view, id: saved.id, descending: false }]);
    expect(store.write(BY_TEST, () => store.views.delete(saved.id))).toBe(true);
    expect(store.write(BY_TEST, () => store.views.delete(saved.id))).toBe(false);
  });
});
