/** The contact log through the host: entries, complaints and their days, and that nobody reads safeguarding who is not named for it. */
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import type { Host } from '../../electron/api/handler.ts';
import { contactsHandlers } from '../../electron/api/handlers/contacts.ts';
import { historyHandlers } from '../../electron/api/handlers/history.ts';
import { exportHistory } from '../../electron/jobs/export-history.ts';
import { silent } from '../../electron/jobs/context.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { CONTACT_KINDS, type ContactKind } from '../../shared/model/contact.ts';
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
  addClients(store, [{ ref: 'A', surname: 'Rhodes' }]);
  const like = defined(
    DEFAULT_SETTINGS.find(({ key }) => key === 'safeguarding_officers'),
    'setting',
  );
  store.write(BY_TEST, () => store.settings.upsertMany([{ ...like, value: 'D. Lead' }]));
});

const add = (kind: ContactKind, what: string, more: { readonly told_by?: string } = {}) =>
  contactsHandlers['contacts/add'](
    {
      kind,
      client_id: 1,
      route_ref: 'R1',
      provider: 'Weald Cars',
      happened_on: ON,
      what,
      told_by: more.told_by ?? 'parent',
      follow_up_on: null,
      by: 'R. Officer',
    },
    host,
  );
const step = (
  id: number,
  kind: 'acknowledged' | 'stage_1_answered' | 'stage_2_asked' | 'closed' | 'reopened',
  words = '',
) => contactsHandlers['contacts/step']({ id, kind, on: ON, words, by: 'R. Officer' }, host);
const list = () => value(contactsHandlers['contacts/list']({}, host));

/** Everything that anybody may be shown or given as a file, as one text. */
async function everything(): Promise<string> {
  const page = await value(
    historyHandlers['history/page']({ filter: {}, offset: 0, limit: 500 }, host),
  );
  const csv = await exportHistory(store, { format: 'csv', filter: {}, on: ON }, silent);
  const words = ['Pomegranate', 'pomegranates', 'neighbour', 'Rhodes', 'Quince'];
  return [
    JSON.stringify(await list()),
    JSON.stringify(await value(contactsHandlers['bedding-in/get']({}, host))),
    JSON.stringify(page),
    csv.ok ? new TextDecoder().decode(csv.value.bytes) : '',
    JSON.stringify(words.map((text) => store.read.search(text, 20, ON))),
    JSON.stringify(store.undo.list(100)),
    JSON.stringify(store.history.list({ client_id: null, limit: 500 })),
    JSON.stringify(store.read.casePage(1, ON)),
  ].join('\n');
}

describe('an entry of the log', () => {
  it('is refused with all that is wanting, recorded, closed with what came of it and opened again', async () => {
    const nothing = await contactsHandlers['contacts/add'](
      { kind: 'late', client_id: null, route_ref: '', provider: '', happened_on: isoDate('2027-01-01'), what: ' ', told_by: '', follow_up_on: null, by: '' }, // prettier-ignore
      host,
    );
    expect(nothing).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    expect(JSON.stringify(nothing)).toMatch(/Write what happened.*lies ahead.*whom it is about/s);
    const entry = defined(await value(add('late', 'Late twice.')), 'the entry');
    expect(await step(entry.row.id, 'closed')).toMatchObject({ ok: false });
    const closed = await value(step(entry.row.id, 'closed', 'New driver.'));
    expect(closed.row.closed).toEqual({ on: ON, by: 'R. Officer', outcome: 'New driver.' });
    expect(await step(entry.row.id, 'closed', 'Again.')).toMatchObject({ ok: false });
    const again = await value(step(entry.row.id, 'reopened'));
    expect(again.row.closed).toBeNull();
    expect(again.steps.map(({ kind, words }) => [kind, words])).toEqual([
      ['closed', 'New driver.'],
      ['reopened', ''],
    ]);
  });

  it('is found by its words, with the child', async () => {
    await add('concern', 'Pomegranate juice on the seat.');
    const [hit] = store.read.search('pomegranate', 5, ON);
    expect(hit).toMatchObject({ kind: 'client', id: 1 });
    expect(hit?.why?.label).toBe('Contact of 10 Aug 2026');
  });

  it('leads a complaint from stage to stage, each with its day in working days', async () => {
    const { row, may } = defined(await value(add('complaint', 'Third time.')), 'the entry');
    // Monday 10 August: five working days on is Monday 17.
    expect([row.due, row.due_on, may]).toEqual(['acknowledged', '2026-08-17', ['acknowledged']]);
    expect(await step(row.id, 'stage_1_answered')).toMatchObject({ ok: false });
    const first = await value(step(row.id, 'acknowledged'));
    expect([first.row.due, first.row.due_on]).toEqual(['stage_1_answered', '2026-08-24']);
    const answered = await value(step(row.id, 'stage_1_answered'));
    expect([answered.row.due, answered.may]).toEqual([null, ['stage_2_asked', 'ombudsman_asked']]);
    const second = await value(step(row.id, 'stage_2_asked'));
    // 31 August is a bank holiday.
    expect([second.row.due, second.row.due_on]).toEqual(['stage_2_answered', '2026-09-08']);
  });
});

describe('safeguarding', () => {
  const SECRET = 'Pomegranate bruises seen by the neighbour.';

  it('leaves no byte in any list, search, history or file, for who is not named', async () => {
    expect(await value(add('safeguarding', SECRET, { told_by: 'Quince' }))).toBeNull();
    const text = await everything();
    for (const word of ['Pomegranate', 'pomegranate', 'bruises', 'neighbour seen', 'Quince'])
      expect(text).not.toContain(word === 'neighbour seen' ? SECRET : word);
    expect((await list()).rows).toEqual([]);
    expect(await contactsHandlers['contacts/entry']({ id: 1 }, host)).toMatchObject({
      ok: false,
      error: { code: 'no_such_record' },
    });
    expect(await contactsHandlers['contacts/look']({ id: 1 }, host)).toMatchObject({ ok: false });
    expect(await step(1, 'closed', 'x')).toMatchObject({ ok: false });
    // Whom it is about is not in the history either.
    expect(store.history.list({ client_id: 1, limit: 50 }).map(({ field }) => field)).not.toContain('contact'); // prettier-ignore
  });

  it('is read by a named person, entry by entry, and each reading is kept', async () => {
    await add('safeguarding', SECRET, { told_by: 'Quince' });
    officer = 'd.  lead';
    expect(await everything()).not.toContain('Pomegranate bruises');
    const { rows } = await list();
    expect(rows).toMatchObject([{ id: 1, kind: 'safeguarding', restricted: true, what: '' }]);
    const look = await value(contactsHandlers['contacts/look']({ id: 1 }, host));
    expect(look).toMatchObject({ what: SECRET, told_by: 'Quince' });
    expect(store.history.list({ client_id: null, limit: 1 })).toMatchObject([
      { who: 'd.  lead', sentence: 'Restricted entry 1 of the contact log read by hand' },
    ]);
    await value(step(1, 'closed', 'Pomegranate passed to the duty team.'));
    expect(await everything()).not.toMatch(/[Pp]omegranate passed/);
    const again = await value(contactsHandlers['contacts/look']({ id: 1 }, host));
    expect(again.steps.map(({ words }) => words)).toEqual(['Pomegranate passed to the duty team.']);
  });

  it('takes every word of an entry along that turns out to be safeguarding', async () => {
    const entry = defined(await value(add('concern', SECRET, { told_by: 'Quince' })), 'the entry');
    await value(step(entry.row.id, 'closed', 'Pomegranate told to the school.'));
    await value(step(entry.row.id, 'reopened'));
    expect(await everything()).toContain(SECRET);
    const restricted = await contactsHandlers['contacts/restrict']({ id: entry.row.id, by: 'R. Officer' }, host); // prettier-ignore
    expect(restricted).toEqual({ ok: true, value: null });
    const text = await everything();
    expect(text).not.toMatch(/Pomegranate|bruises|Quince/);
    const kept = store.write(BY_TEST, () => store.inYear.lookAtContact(entry.row.id));
    expect(kept).toMatchObject({ what: SECRET, told_by: 'Quince' });
    expect(kept.steps.map(({ words }) => words)).toContain('Pomegranate told to the school.');
  });

  it('is counted nowhere: not on the route, not while it beds in', async () => {
    for (const kind of CONTACT_KINDS) await add(kind, 'Something.');
    expect(store.inYear.contactsOpenByRoute().get('R1')).toBe(CONTACT_KINDS.length - 1);
    const view = await value(contactsHandlers['bedding-in/get']({}, host));
    expect(view.reported).toBe(CONTACT_KINDS.length - 1);
  });
});
