/** A protected address: on no screen but that of an officer named for it, whose look is kept. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { Store } from '../../db/store.ts';
import { applicationsHandlers } from '../../electron/api/handlers/applications.ts';
import { evidenceHandlers } from '../../electron/api/handlers/evidence.ts';
import { historyHandlers } from '../../electron/api/handlers/history.ts';
import { lettersHandlers } from '../../electron/api/handlers/letters.ts';
import { demoSender } from '../../shared/demo/sender.ts';
import { lifeHandlers } from '../../electron/api/handlers/life.ts';
import type { Host } from '../../electron/api/handler.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON } from '../db/made-store.ts';
import { value } from '../helpers/answers.ts';

const folder = madeFolder();
let store: Store;
let officer: string;
let made = 0;
const host = {
  store: () => ({ ok: true, value: store }),
  today: () => ON,
  byHand: () => ({ who: officer, why: 'hand' }),
  changed: () => undefined,
} as unknown as Host;
afterAll(folder.cleanUp);
beforeEach(() => {
  officer = 'R. Officer';
  store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  addClients(store, [{ ref: 'A', surname: 'Rhodes', postcode: 'ME14 1CV' }]);
  store.write(BY_TEST, () => {
    store.clients.update(1, { home_address: '12 Pennywort Rise' });
    store.clients.update(1, { protected_address: true, home_address: '14 Pennywort Rise' });
  });
});

const name = (names: string): void => {
  const like = defined(
    store.settings.all().find(({ key }) => key === 'protected_address_officers'),
    'setting',
  );
  store.write(BY_TEST, () => store.settings.upsertMany([{ ...like, value: names }]));
};
const page = () => value(applicationsHandlers['applications/case']({ client_id: 1 }, host));
const look = () => lifeHandlers['life/look']({ client_id: 1 }, host);
const update = (changes: Record<string, string | boolean>) =>
  applicationsHandlers['applications/update']({ client_id: 1, changes }, host);

describe('a protected address', () => {
  it('is on no page, not even of a named officer, and in no line of history', async () => {
    for (const names of ['', 'R. Officer']) {
      name(names);
      const shown = JSON.stringify(await page());
      expect(shown).not.toContain('Pennywort');
      expect(shown).not.toContain('ME14');
      expect(shown).toContain('Home address changed (protected)');
    }
    const lines = await value(
      applicationsHandlers['history/list']({ client_id: 1, limit: 50 }, host),
    );
    expect(JSON.stringify(lines)).not.toContain('Pennywort');
  });

  it('is shown to a named officer, however the name is written, and each look is kept', async () => {
    name('P. Chair, r.  OFFICER');
    expect(await value(look())).toMatchObject({ home_address: '14 Pennywort Rise' });
    const [line] = store.history.list({ client_id: 1, limit: 1 });
    expect(line).toMatchObject({ field: 'address_look', who: 'R. Officer' });
    expect(line?.sentence).toBe('Protected address looked at by hand');
  });

  it('cannot be worked out from how far the nearer schools lie', async () => {
    store.write(BY_TEST, () => {
      const special = { town: '', needs: ['ASD' as const], type_group: 'special_state' as const };
      store.schools.upsertMany([
        { ...special, urn: 901, name: 'Far School', lat: 51.4, lon: 0.5 },
        { ...special, urn: 902, name: 'Near School', lat: 51.2345, lon: 0.5 },
      ]);
      const home = { lat: 51.2, lon: 0.5, position_source: 'pin' as const };
      store.clients.update(1, { ...home, school_urn: 901, need: 'ASD' });
    });
    const nearer = async () =>
      (await value(evidenceHandlers['evidence/page']({ client_id: 1 }, host))).nearer;
    const [hidden] = (await nearer()).filter(({ urn }) => urn === 902);
    // 3,836 m are 2.38 miles.
    expect(hidden?.distance_m).toBeCloseTo(2.4 * 1609.344, 6);
    name('R. Officer');
    const [seen] = (await nearer()).filter(({ urn }) => urn === 902);
    expect(seen?.distance_m).toBe(3836);
  });

  it('is refused to everybody else, who is told whom to ask', async () => {
    expect(await look()).toMatchObject({ error: { code: 'protected_address' } });
    name('P. Chair');
    const refused = await look();
    expect(refused).toMatchObject({
      error: { action: 'Ask one of those who may see it: P. Chair.' },
    });
    expect(store.history.list({ client_id: 1, limit: 1 })[0]?.field).not.toBe('address_look');
  });

  it('can be neither changed blind nor unprotected by who may not look', async () => {
    name('P. Chair');
    for (const changes of [{ protected_address: false }, { home_address: 'x' }, { postcode: '' }])
      expect(await update(changes)).toMatchObject({ error: { code: 'protected_address' } });
    expect(await update({ phone: '01632 960000' })).toMatchObject({ ok: true });
    officer = 'P. Chair';
    expect(await update({ protected_address: false })).toMatchObject({ ok: true });
    expect((await page()).client.home_address).toBe('14 Pennywort Rise');
  });

  it('is written by undoing only for who may look', async () => {
    name('R. Officer');
    expect((await update({ home_address: '16 Pennywort Rise' })).ok).toBe(true);
    const change_id = defined(store.undo.list(5).undo, 'a change').change_id;
    officer = 'S. Other';
    const refused = { ok: false, error: { code: 'protected_address' } };
    expect(await historyHandlers['undo/toggle']({ change_id }, host)).toMatchObject(refused);
    const back = await value(historyHandlers['undo/back-to']({ change_id }, host));
    expect(back).toMatchObject({ undone: 0, stopped: expect.stringContaining('protected') });
    expect(store.clients.get(1)?.home_address).toBe('16 Pennywort Rise');
    officer = 'R. Officer';
    expect((await historyHandlers['undo/toggle']({ change_id }, host)).ok).toBe(true);
    expect(store.clients.get(1)?.home_address).toBe('14 Pennywort Rise');
  });

  it('stands on no letter that a screen shows, but for who may look', async () => {
    name('R. Officer');
    store.write(BY_TEST, () => {
      store.settings.upsertMany([demoSender()]);
      store.clients.update(1, { carer_name: 'Zara', forename: 'Bo', school_given: 'Bower Grove' });
    });
    const shown = async () => {
      const key = { kind: 'tif', number: 1, ref: 'A', about: '' } as const;
      return value(lettersHandlers['letters/preview'](key, host));
    };
    expect((await shown()).html).toContain('14 Pennywort Rise');
    officer = 'S. Other';
    const { html } = await shown();
    expect(html).toContain('Protected address');
    expect(html).not.toContain('Pennywort');
  });
});
