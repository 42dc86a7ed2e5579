import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  CONTRACT,
  madeFolder,
  madeStore,
  ON,
  SCHOOL,
} from './made-store.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
  folder.cleanUp();
});
let store: Store;
beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
});

const sentences = (client_id: number | null): readonly string[] =>
  store.history.list({ client_id, limit: 50 }).map((entry) => entry.sentence);

describe('a write', () => {
  it('is rolled back whole when something throws, what is derived too', () => {
    const [id = 0] = addClients(store, [{ ref: 'A1', surname: 'Rhodes' }]);
    const before = { counts: store.read.counts(), states: store.read.states(ON) };
    expect(() =>
      store.write(BY_TEST, () => {
        store.clients.update(id, { surname: 'Changed' });
        store.clients.upsertMany([{ ref: 'A2' }]);
        store.postcodes.upsertMany([
          { postcode: 'ME1 1AA', lat: 51, lon: 0, district_code: '', country_code: '', error_m: 0 },
        ]);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(store.read.counts()).toEqual(before.counts);
    expect(store.read.states(ON)).toEqual(before.states);
    expect(store.clients.get(id)?.surname).toBe('Rhodes');
  });

  it('is the only way to change anything', () => {
    expect(() => store.clients.upsertMany([{ ref: 'A1' }])).toThrow('outside write');
    expect(() => store.prices.upsertWages([])).toThrow('outside write');
    expect(store.clients.count()).toBe(0);
  });

  it('joins the write it stands in', () => {
    expect(() =>
      store.write(BY_TEST, () => {
        store.write(BY_TEST, () => store.clients.upsertMany([{ ref: 'A1' }]));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(store.clients.count()).toBe(0);
  });

  it('is refused by the file where a value breaks a rule', () => {
    const bad = { ref: 'A1', lat: 91, lon: 0, position_source: 'pin' as const };
    expect(() => store.write(BY_TEST, () => store.clients.upsertMany([bad]))).toThrow('CHECK');
    const nowhere = { ref: 'A1', school_urn: 1 };
    expect(() => store.write(BY_TEST, () => store.clients.upsertMany([nowhere]))).toThrow(
      'FOREIGN',
    );
    expect(store.clients.count()).toBe(0);
  });
});

describe('upserting', () => {
  it('counts what came, and the same data again changes nothing', () => {
    const rows = [
      { ref: 'A1', surname: 'Siân', days: ['Mon', 'Tue'] as const, ehcp: true, year_group: 7 },
      { ref: 'A2', not_with: ['A1'], need: 'ASD' as const, sole_occupancy: true },
    ];
    const put = () => store.write(BY_TEST, () => store.clients.upsertMany(rows));
    const first = put();
    expect(first).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 0,
      outcomes: ['added', 'added'],
    });
    const history = sentences(null);
    const counts = store.read.counts();
    const second = put();
    expect(second).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(second.ids).toEqual(first.ids);
    expect(sentences(null)).toEqual(history);
    expect(store.read.counts()).toEqual(counts);
    expect(store.clients.byRef('A1')).toMatchObject({ ...rows[0], notes: '', lat: null });
  });

  it('keeps what a later file does not mention', () => {
    const [id = 0] = addClients(store, [{ ref: 'A1', surname: 'Rhodes', postcode: 'ME14 1XQ' }]);
    store.write(BY_TEST, () => store.clients.upsertMany([{ ref: 'A1', sole_occupancy: true }]));
    expect(store.clients.get(id)).toMatchObject({ surname: 'Rhodes', sole_occupancy: true });
    expect(store.clients.get(id)?.school_urn).toBe(SCHOOL);
  });

  it('counts postcodes by what the table gained', () => {
    const rows = [1, 2, 3].map((number) => ({
      postcode: `ME14 ${number}AA`,
      lat: 51,
      lon: number / 10,
      district_code: 'E07000110',
      country_code: 'E92000001',
      error_m: 10,
    }));
    const put = (list: typeof rows) => store.write(BY_TEST, () => store.postcodes.upsertMany(list));
    expect(put(rows)).toEqual({ added: 3, changed: 0, unchanged: 0 });
    expect(put(rows)).toEqual({ added: 0, changed: 0, unchanged: 3 });
    const [one, ...rest] = rows;
    expect(put([{ ...(one ?? rows[0]), lat: 52 } as (typeof rows)[0], ...rest])).toEqual({
      added: 0,
      changed: 1,
      unchanged: 2,
    });
    expect([...store.postcodes.lookup(['ME14 1AA', 'ME14 9ZZ']).keys()]).toEqual(['ME14 1AA']);
  });
});

describe('history', () => {
  it('keeps each changed field with who, why, from and to', () => {
    const [id = 0] = addClients(store, [{ ref: 'A1', surname: 'Rhodes' }]);
    store.write(
      { who: 'Import', why: 'import of summer.csv', at: '2026-08-11T10:00:00.000Z' },
      () => store.clients.update(id, { school_urn: 119037, mobility: 'walks', surname: 'Rhodes' }),
    );
    const [last, before] = store.history.list({ client_id: id, limit: 2 });
    expect([last?.sentence, before?.sentence]).toEqual([
      'Mobility set to walks by import of summer.csv',
      'School changed from Bower Grove School to École Sainte-Anne by import of summer.csv',
    ]);
    expect(before).toMatchObject({ who: 'Import', at: '2026-08-11T10:00:00.000Z', ref: 'A1' });
    expect(sentences(id)).toContain('Application A1 added by a test');
  });

  it('shows a moved pin as one line', () => {
    const [id = 0] = addClients(store, [{ ref: 'A1' }]);
    store.write(BY_TEST, () =>
      store.clients.update(id, { lat: 51.3, lon: 0.6, position_source: 'pin' }),
    );
    expect(sentences(id).slice(0, 2).toSorted()).toEqual([
      'Position changed from 51.2, 0.5 to 51.3, 0.6 by a test',
      'Source of the position changed from postcode to pin by a test',
    ]);
  });

  it('keeps changes of applications, contracts and seats with the client', () => {
    const [id = 0] = addClients(store, [{ ref: 'A1' }]);
    store.write(BY_TEST, () => {
      store.applications.update('A1', { status: 'awarded' });
      const { ids } = store.contracts.upsertMany([CONTRACT]);
      store.contracts.upsertStops([
        { contract_id: ids[0] ?? 0, client_id: id, stop_order: 1, pick_up_s: null, left_on: null },
      ]);
      store.contracts.release(id, true);
      store.history.note(id, 'A1', 'Rang the school');
    });
    expect(sentences(id).slice(0, 4)).toEqual([
      'Note by a test: Rang the school',
      'Released from the route on contract C1 changed from no to yes by a test',
      'Seat on contract C1 added by a test',
      'Status changed from Received to Awarded by a test',
    ]);
    expect(store.contracts.stopOfClient(id)?.released).toBe(true);
  });

  it('keeps a changed setting', () => {
    const [setting] = store.settings.all();
    if (setting === undefined) throw new Error('no settings');
    store.write(BY_TEST, () => store.settings.upsertMany([{ ...setting, source: 'Another' }]));
    expect(store.history.list({ client_id: null, limit: 1 })[0]?.ref).toBe(setting.key);
  });
});
