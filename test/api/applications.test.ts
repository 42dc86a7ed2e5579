/** What a person may change on a case page, through the handlers, against a store. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { Store } from '../../db/store.ts';
import { applicationsHandlers } from '../../electron/api/handlers/applications.ts';
import { todayHandlers } from '../../electron/api/handlers/today.ts';
import type { Host } from '../../electron/api/handler.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madePlan,
  madeRoute,
  madeStore,
  ON,
} from '../db/made-store.ts';
import { code, value } from '../helpers/answers.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
  folder.cleanUp();
});

let store: Store;
let changed: string[];
let host: Host;
beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
  addClients(store, [{ ref: 'A1', surname: 'Rhodes', postcode: 'ME14 1XQ' }]);
  changed = [];
  host = {
    store: () => ({ ok: true, value: store }),
    today: () => ON,
    byHand: () => ({ who: 'A. Mensah', why: 'hand' }),
    changed: (...areas: string[]) => changed.push(...areas),
  } as unknown as Host;
});

const update = (
  changes: Parameters<(typeof applicationsHandlers)['applications/update']>[0]['changes'],
) => applicationsHandlers['applications/update']({ client_id: 1, changes }, host);

describe('a case page', () => {
  it('changes fields, tells the screens and keeps the history', async () => {
    const page = await value(
      update({ need: 'ASD', days: ['Fri', 'Mon'], phone: ' 01632 960000 ' }),
    );
    expect(page.client).toMatchObject({ need: 'ASD', days: ['Mon', 'Fri'], phone: '01632 960000' });
    expect(page.history.map((entry) => entry.sentence)).toContain(
      'Telephone set to 01632 960000 by hand',
    );
    expect(changed).toContain('applications');
  });

  it('names every problem at once and changes nothing', async () => {
    const refused = await update({
      need: 'XXX',
      date_of_birth: '2015-02-31',
      postcode: 'nowhere',
      ref: 'B2',
      surname: 'New',
    });
    if (refused.ok) throw new Error('accepted');
    expect(refused.error.code).toBe('bad_change');
    expect(refused.error.details?.['problems']).toHaveLength(4);
    expect(store.clients.get(1)?.surname).toBe('Rhodes');
    expect(changed).toEqual([]);
  });

  it('finds the position of a new postcode', async () => {
    const postcode = {
      lat: 51.3,
      lon: 0.6,
      district_code: 'E07000110',
      country_code: '',
      error_m: 30,
    };
    store.write(BY_TEST, () => store.postcodes.upsertMany([{ ...postcode, postcode: 'ME15 6AA' }]));
    const page = await value(update({ postcode: 'me156aa' }));
    expect(page.client).toMatchObject({
      postcode: 'ME15 6AA',
      lat: 51.3,
      position_source: 'postcode',
      position_error_m: 30,
    });
  });

  it('takes a school of the store, and only that', async () => {
    const page = await value(update({ school_urn: 119037 }));
    expect(page.client).toMatchObject({
      school_urn: 119037,
      school_given: 'École Sainte-Anne',
      school_urn_given: '119037',
    });
    expect(await code(update({ school_urn: 5 }))).toBe('no_school');
    expect((await value(update({ school_urn: null }))).client).toMatchObject({ school_urn: null });
  });

  it('holds, and lets go, by the rules of the import', async () => {
    const held = await value(update({ date_of_birth: '1998-01-01', year_group: 7 }));
    expect(held.application?.held_reason).toContain('Born 1 Jan 1998');
    const mended = await value(update({ date_of_birth: '2015-01-01' }));
    expect(mended.application?.held_reason).toBe('');
  });

  it('moves the pin', async () => {
    const moved = applicationsHandlers['applications/move-pin'](
      { client_id: 1, lat: 51.31, lon: 0.61 },
      host,
    );
    const { client } = await value(moved);
    expect(client).toMatchObject({ lat: 51.31, lon: 0.61, position_source: 'pin' });
  });

  it('sets a status with its note', async () => {
    const page = await value(
      applicationsHandlers['applications/set-status'](
        { client_id: 1, status: 'checking', note: 'Rang the school' },
        host,
      ),
    );
    expect(page.application?.status).toBe('checking');
    expect(page.history.map((entry) => entry.sentence).slice(0, 2)).toEqual([
      'Note by hand: Rang the school',
      'Status changed from Received to Checking by hand',
    ]);
  });

  it('sets no outcome: that is signed; and no state that does not follow', async () => {
    const set = (status: 'awarded' | 'ended') =>
      applicationsHandlers['applications/set-status']({ client_id: 1, status, note: '' }, host);
    expect(await code(set('awarded'))).toBe('not_signed');
    expect(await code(set('ended'))).toBe('no_such_move');
    expect(store.applications.get('A1')?.status).toBe('received');
  });

  it('says that a client is not there, or has no application', async () => {
    const status = { status: 'checking', note: '' } as const;
    const set = (client_id: number) =>
      applicationsHandlers['applications/set-status']({ client_id, ...status }, host);
    expect(await code(set(99))).toBe('no_client');
    store.write(BY_TEST, () => store.clients.upsertMany([{ ref: 'C1' }]));
    expect(await code(set(2))).toBe('no_application');
  });
});

describe('a held application', () => {
  const decide = (accept: boolean) =>
    applicationsHandlers['applications/decide-held'](
      { client_id: 1, accept, reason: 'Checked with the school' },
      host,
    );

  it('is taken into use, and the same reason does not hold it again', async () => {
    await update({ date_of_birth: '1998-01-01', year_group: 7 });
    const page = await value(decide(true));
    expect(page.application).toMatchObject({ held_reason: '', status: 'received' });
    expect(page.history[0]?.sentence).toBe('Note by hand: Checked with the school');
    expect((await value(update({ phone: '1' }))).application?.held_reason).toBe('');
    expect(await code(decide(true))).toBe('not_held');
  });

  it('is refused', async () => {
    await update({ date_of_birth: '1998-01-01', year_group: 7 });
    const page = await value(decide(false));
    expect(page.application).toMatchObject({ held_reason: '', status: 'refused' });
    expect(page.transport).toBe('closed');
  });
});

describe('settings', () => {
  it('take a usable value with its source, from a day on', async () => {
    const set = (key: string, given: unknown, from_on = '2026-09-01') =>
      applicationsHandlers['settings/set']({ key, from_on, value: given, source: 'Cabinet' }, host);
    const all = await value(set('deadline', '07-15'));
    expect(
      all.find((each) => each.key === 'deadline' && each.from_on === '2026-09-01'),
    ).toMatchObject({ value: '07-15', source: 'Cabinet', estimated: false });
    expect(await code(set('deadline', 'soon'))).toBe('bad_setting');
    expect(await code(set('nothing', 1))).toBe('unknown_setting');
    expect(await code(set('deadline', '07-15', '31/12/2026'))).toBe('bad_date');
  });
});

describe('Today', () => {
  it('tells the pressure in one sentence, and tells it anew when the plan changes', async () => {
    const today = async () => value(todayHandlers['today/get']({}, host));
    expect((await today()).pressure_sentence).toContain('No plan');
    store.write(BY_TEST, () => store.plans.save(madePlan([madeRoute('R1', [1])])));
    const before = await today();
    expect(before.cost_day_pence).toBe(7810);
    expect(before.pressure_sentence).toContain('No cost is known for last year');
  });
});
