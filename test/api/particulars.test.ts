/** Addresses, settings, care and moves through the handlers, on a store. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { Store } from '../../db/store.ts';
import { particularsHandlers } from '../../electron/api/handlers/particulars.ts';
import type { Host } from '../../electron/api/handler.ts';
import type { Input } from '../../shared/api/contract.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madePlan,
  madeRoute,
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
  addClients(store, [{ ref: 'A', surname: 'Rhodes', postcode: 'ME14 1CV' }]);
  store.write(BY_TEST, () => {
    store.clients.update(1, {
      home_address: '12 Pennywort Rise',
      lat: 51.27,
      lon: 0.52,
      position_source: 'pin',
    });
    store.postcodes.upsertMany([
      {
        postcode: 'ME15 2KM',
        lat: 51.25,
        lon: 0.55,
        district_code: 'E07000110',
        country_code: 'E92000001',
        error_m: 60,
      },
    ]);
  });
});

const ADDRESS: Input<'particulars/save-address'>['address'] = {
  kind: 'other_parent',
  address: '3 Bramble Way',
  postcode: 'me152km',
  days: ['Mon'],
  legs: 'both',
  rhythm: 'daily',
  power: 's508B',
  budget: 'education',
  budget_note: '',
  from_on: ON,
  to_on: null,
  protected: false,
  note: '',
};
const save = (change: Partial<typeof ADDRESS> = {}, id: number | null = null) =>
  particularsHandlers['particulars/save-address'](
    { client_id: 1, id, address: { ...ADDRESS, ...change } },
    host,
  );
const history = () =>
  store.history.list({ client_id: 1, limit: 5 }).map(({ sentence }) => sentence);

describe('more addresses', () => {
  it('are kept with the position of their postcode, changed with a trace, and taken out with one', async () => {
    const page = await value(save());
    const [kept] = page.addresses;
    expect(kept).toMatchObject({ postcode: 'ME15 2KM', lat: 51.25, days: ['Mon'] });
    expect(page.distances[kept?.id ?? 0]).toBeGreaterThan(1000);
    expect(page.planner[0]).toContain('planned as a stop of its own on Mon');
    await value(save({ days: ['Mon', 'Fri'] }, kept?.id ?? null));
    expect(history()[0]).toContain('Address changed from Other parent: 3 Bramble Way');
    const id = kept?.id ?? 0;
    const out = await value(
      particularsHandlers['particulars/take-out']({ client_id: 1, what: 'address', id }, host),
    );
    expect(out.addresses).toEqual([]);
    expect(history()[0]).toContain('Address cleared');
    expect(store.clients.get(1)?.home_address).toBe('12 Pennywort Rise');
  });

  it('of a child who is carried are a change that waits for the plan; of anybody else, and a note alone, they are none', async () => {
    const events = () => store.notices.events().map(({ kind, effective_on, client_id }) => ({ kind, effective_on, client_id })); // prettier-ignore
    await value(save());
    expect(events()).toEqual([]);
    store.write(BY_TEST, () => {
      store.plans.save(madePlan([madeRoute('R1', [1])]));
    });
    const id = store.particulars.of(1).addresses[0]?.id ?? 0;
    await value(save({ note: 'Ring first.' }, id));
    expect(events()).toEqual([]);
    const event = { kind: 'change_of_address', effective_on: isoDate('2026-09-14'), client_id: 1 };
    await value(save({ kind: 'childcare', power: 's508C', from_on: isoDate('2026-09-14') }, id));
    expect(events()).toEqual([event]);
    await value(
      particularsHandlers['particulars/take-out']({ client_id: 1, what: 'address', id }, host),
    );
    expect(events()).toContainEqual({ ...event, effective_on: ON });
  });

  it('outside the county say so, with the district where it is known', async () => {
    store.write(BY_TEST, () => {
      store.postcodes.upsertMany([
        {
          postcode: 'ME7 1CV',
          lat: 51.39,
          lon: 0.54,
          district_code: 'E06000035',
          country_code: 'E92000001',
          error_m: 60,
        },
      ]);
      store.districts.upsertMany([
        { code: 'E06000035', name: 'Medway', own: false, lat: 51.4, lon: 0.55, boundary: '' },
      ]);
    });
    const page = await value(save({ postcode: 'ME7 1CV' }));
    expect(page.warnings).toEqual([
      'Other parent lies outside the county, in Medway: ask which authority pays.',
    ]);
  });

  it('are refused with every reason, and nothing is kept', async () => {
    const refused = await save({ postcode: 'nowhere', days: [], kind: 'short_break' });
    expect(refused).toMatchObject({
      error: { code: 'not_complete', details: { problems: { length: 3 } } },
    });
    expect(store.particulars.of(1).addresses).toEqual([]);
  });

  it('that are protected are not in the page, and saved again without them they stay', async () => {
    const page = await value(save({ protected: true }));
    expect(JSON.stringify(page)).not.toContain('Bramble');
    const like = store.settings.all().find(({ key }) => key === 'protected_address_officers');
    const id = page.addresses[0]?.id ?? 0;
    expect(await save({ protected: true }, id)).toMatchObject({
      error: { code: 'protected_address' },
    });
    if (like === undefined) throw new Error('no setting');
    store.write(BY_TEST, () => store.settings.upsertMany([{ ...like, value: 'R. Officer' }]));
    await value(save({ protected: true, address: '', postcode: '', days: ['Fri'] }, id));
    expect(store.particulars.of(1).addresses).toMatchObject([
      { address: '3 Bramble Way', postcode: 'ME15 2KM', days: ['Fri'] },
    ]);
    expect(history().join(' ')).not.toContain('Bramble');
  });
});

describe('a move', () => {
  const move = (on: string, to: Input<'particulars/move'>['to']) =>
    particularsHandlers['particulars/move'](
      { client_id: 1, on: isoDate(on), signed_by: 'R. Officer', note: '', to },
      host,
    );

  it('by the first day planned for goes into the record, places the home anew, and keeps the old one', async () => {
    const page = await value(
      move('2026-08-28', { kind: 'address', home_address: '3 Bramble Way', postcode: 'ME15 2KM' }),
    );
    expect(page.moves).toMatchObject([
      {
        before: '12 Pennywort Rise, ME14 1CV',
        after: '3 Bramble Way, ME15 2KM',
        taken_in: true,
        looked_at: [],
      },
    ]);
    // The pin of the old home is gone; the postcode of the new one places it.
    expect(store.clients.get(1)).toMatchObject({ lat: 51.25, position_source: 'postcode' });
    expect(store.drift(ON)).toEqual([]);
  });

  it('after it waits until it is taken in, and what was looked at again is kept once', async () => {
    const page = await value(move('2026-11-02', { kind: 'school', school_urn: 119037 }));
    expect(store.clients.get(1)?.school_urn).toBe(SCHOOL);
    expect(page.planner[0]).toContain('The move on 2 Nov 2026');
    const after = (what: 'take_in' | 'route') =>
      particularsHandlers['particulars/after-move'](
        { client_id: 1, move_id: page.moves[0]?.id ?? 0, signed_by: 'R. Officer', what },
        host,
      );
    await value(after('route'));
    const twice = await value(after('route'));
    expect(twice.moves[0]?.looked_at).toEqual([{ what: 'route', on: ON, by: 'R. Officer' }]);
    await value(after('take_in'));
    expect(store.clients.get(1)?.school_urn).toBe(119037);
    expect(await after('take_in')).toMatchObject({ error: { code: 'not_there' } });
  });

  it('to the school that is there, or to nowhere, is refused', async () => {
    expect(await move('2026-08-28', { kind: 'school', school_urn: SCHOOL })).toMatchObject({
      error: { code: 'not_complete' },
    });
    expect(
      await move('2026-08-28', { kind: 'address', home_address: ' ', postcode: '' }),
    ).toMatchObject({ error: { code: 'not_complete' } });
    expect(store.particulars.of(1).moves).toEqual([]);
  });
});
