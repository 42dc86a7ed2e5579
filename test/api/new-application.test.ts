/** Applications entered by hand, and children who may be taken for one another, on a store. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { Store } from '../../db/store.ts';
import { newApplicationHandlers } from '../../electron/api/handlers/new-application.ts';
import type { Host } from '../../electron/api/handler.ts';
import type { Input } from '../../shared/api/contract.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madeStore,
  ON,
  SCHOOL,
} from '../db/made-store.ts';
import { value } from '../helpers/answers.ts';

const folder = madeFolder();
let store: Store;
let made = 0;
const host = {
  store: () => ({ ok: true, value: store }),
  today: () => ON,
  byHand: () => ({ who: 'R. Officer', why: 'hand' }),
  changed: () => undefined,
} as unknown as Host;
afterAll(folder.cleanUp);
beforeEach(() => {
  store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  addClients(store, [
    { ref: 'A', forename: 'Zoë', surname: 'Rhodes', postcode: 'ME14 1CV' },
    { ref: 'B', forename: 'Zoe', surname: 'Rhodes', postcode: 'CT20 5IC' },
    { ref: 'C', forename: 'Max', surname: 'Rhodes', postcode: 'ME14 1CV' },
  ]);
  store.write(BY_TEST, () => {
    const born = { date_of_birth: isoDate('2014-09-12') };
    store.clients.update(1, born);
    store.clients.update(2, { date_of_birth: isoDate('2015-01-01') });
    store.clients.update(3, born);
  });
});

const CHILD = {
  forename: 'Ünal',
  surname: 'עמית',
  date_of_birth: null,
  home_address: '',
  postcode: '',
  carer_name: '',
  phone: '01632 960001',
  school_urn: SCHOOL,
};
const add = (change: Partial<Input<'applications/add'>> = {}) =>
  newApplicationHandlers['applications/add'](
    { of: { child: CHILD }, type: 'New EHCP', received_on: ON, ref: '', ...change },
    host,
  );
const alike = (change: Partial<Input<'applications/alike'>>) =>
  value(
    newApplicationHandlers['applications/alike'](
      { forename: 'zoe', surname: ' RHODES', date_of_birth: null, postcode: '', ...change },
      host,
    ),
  );

describe('an application entered by hand', () => {
  it('brings a new child with the least that is needed, under a reference of its own', async () => {
    const first = await value(add());
    expect(first.ref).toBe('H26-RO-001');
    expect((await value(add())).ref).toBe('H26-RO-002');
    const page = defined(store.read.casePage(first.client_id, ON), 'page');
    expect(page.client).toMatchObject({ ref: 'H26-RO-001', surname: 'עמית', school_urn: SCHOOL });
    expect(page.application).toMatchObject({ type: 'New EHCP', status: 'received' });
    expect(store.drift(ON)).toEqual([]);
  });

  it('for a child who is here counts from now on, and the earlier one stays with its decision', async () => {
    store.write(BY_TEST, () => {
      store.applications.update('A', { status: 'refused', received_on: isoDate('2026-05-01') });
    });
    const { ref } = await value(add({ of: { client_id: 1 }, type: 'Re-application' }));
    expect(store.applications.ofClient(1)?.ref).toBe(ref);
    expect(store.read.state(1, ON)).toMatchObject({ application_ref: ref, stage: 'received' });
    const own = defined(store.read.casePage(1, ON), 'page').applications;
    expect(own.map((each) => [each.ref, each.status])).toEqual([
      [ref, 'received'],
      ['A', 'refused'],
    ]);
    expect(store.drift(ON)).toEqual([]);
  });

  it('is refused whole where the reference is taken or the postcode cannot be read', async () => {
    const before = store.clients.count();
    expect(await add({ ref: 'A' })).toMatchObject({ error: { code: 'not_complete' } });
    expect(await add({ of: { child: { ...CHILD, postcode: 'nowhere' } } })).toMatchObject({
      error: { code: 'not_complete' },
    });
    expect(await add({ of: { client_id: 99 } })).toMatchObject({ error: { code: 'not_complete' } });
    expect(store.clients.count()).toBe(before);
  });
});

describe('a child who may be here already', () => {
  it('has the same name and date of birth, or the same name and postcode; accents and case forgiven', async () => {
    expect(await alike({})).toEqual([]);
    expect(await alike({ date_of_birth: isoDate('2014-09-12') })).toMatchObject([
      { ref: 'A', why: 'same name and date of birth' },
    ]);
    expect(await alike({ postcode: 'ct205ic' })).toMatchObject([
      { ref: 'B', why: 'same name and postcode' },
    ]);
    expect(await alike({ forename: 'Max', postcode: 'CT20 5IC' })).toEqual([]);
  });

  it('answers no guess at a protected postcode', async () => {
    store.write(BY_TEST, () => store.clients.update(2, { protected_address: true }));
    expect(await alike({ postcode: 'CT20 5IC' })).toEqual([]);
  });
});

describe('children who may be taken for one another', () => {
  it('carry it in the list, with the day of birth that tells them apart', () => {
    const { rows } = store.read.query(
      { filter: {}, sort: 'ref', descending: false, offset: 0, limit: 9 },
      ON,
    );
    expect(rows.map(({ ref, same_name, twins }) => [ref, same_name, twins])).toEqual([
      ['A', 1, 1],
      ['B', 1, 0],
      ['C', 0, 1],
    ]);
    expect(rows[0]?.date_of_birth).toBe('2014-09-12');
  });

  it('and on the case, twins among the family; a protected child is nobody’s twin', () => {
    const page = defined(store.read.casePage(1, ON), 'page');
    expect(page.namesakes.map(({ ref }) => ref)).toEqual(['B']);
    expect(page.siblings).toMatchObject([{ ref: 'C', twin: true }]);
    store.write(BY_TEST, () => store.clients.update(3, { protected_address: true }));
    expect(defined(store.read.casePage(1, ON), 'page').siblings).toEqual([]);
    const { rows } = store.read.query(
      { filter: {}, sort: 'ref', descending: false, offset: 0, limit: 1 },
      ON,
    );
    expect(rows[0]?.twins).toBe(0);
  });

  it('are of one family where they were linked by hand, wherever they live', () => {
    store.write(BY_TEST, () =>
      store.letters.link([
        { kind: 'client', ref: 'A' },
        { kind: 'client', ref: 'B' },
      ]),
    );
    const page = defined(store.read.casePage(1, ON), 'page');
    expect(page.siblings.map(({ ref }) => ref)).toEqual(['B', 'C']);
  });
});
