/** The log of papers by channel: a list that goes stale says why, a sheet that is withdrawn is asked back, step by step. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { draftLists } from '../../electron/jobs/papers/draft-lists.ts';
import { withdrawalNote, withdrawalNoteHtml } from '../../electron/jobs/papers/withdrawal-note.ts';
import { draftSheets } from '../../electron/jobs/sheets/draft-sheets.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

const ON = isoDate('2026-08-10');
const BY = { who: 'S Clarke', why: 'a test' };
let demo: DemoStore;
let served: ServedStore;
let store: Store;
let urn = 0;
let client_id = 0;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

beforeAll(async () => {
  demo = makeDemoStore(120);
  store = must(openStore(demo.path));
  const [list] = must(draftLists(store, { kind: 'school_list', on: ON, subjects: null, how: 'email' }, silent)).lists; // prettier-ignore
  const { sheets } = must(draftSheets(store, { on: ON, refs: null, shown: [], shown_reason: '', how: 'portal' }, silent)); // prettier-ignore
  const given = defined(list, 'a list');
  urn = Number(given.subject);
  client_id = defined(given.clients[0], 'a child');
  store.write(BY, () => {
    store.papers.issue([given], { on: ON, by: 'S Clarke' });
    store.sheets.issue(sheets.slice(0, 3), { on: ON, by: 'S Clarke' });
  });
  served = await serveStore({ store: demo.path });
}, 120_000);
afterAll(async () => {
  store.close();
  await served.close();
  demo.remove();
});

describe('the log of papers by channel', () => {
  it('says that all stands, then what of a list is no longer so, also on the case', async () => {
    const before = must(await served.call('papers/log', {}));
    expect(before.rows.map(({ state }) => state)).toEqual(['stands', 'stands', 'stands', 'stands']);
    store.write(BY, () => {
      store.clients.update(client_id, { forename: 'Maximiliana' });
    });
    const [first] = must(await served.call('papers/log', {})).rows;
    const words = first?.why.map((each) => each.words).join('; ');
    expect(first).toMatchObject({ kind: 'school_list', state: 'stale', how: 'email', version: 1 });
    expect(words).toMatch(/Child Maximiliana .*, was /);
    const ofChild = must(await served.call('papers/of', { client_id }));
    expect(ofChild.rows.map(({ kind }) => kind)).toContain('school_list');
    const page = must(await served.call('papers/schools', {}));
    expect(page.rows.find((row) => row.urn === urn)).toMatchObject({
      state: 'changed',
      version: 1,
    });
    const preview = must(await served.call('papers/school', { urn }));
    expect(preview).toMatchObject({ state: 'changed', version: 2 });
    expect(preview.html).toContain('Maximiliana');
  });

  it('withdraws with a reason and a name, and asks the provider step by step', async () => {
    const sheet = defined(must(await served.call('papers/log', {})).rows.find(({ kind }) => kind === 'route_sheet'), 'a sheet'); // prettier-ignore
    const papers = [{ kind: sheet.kind, id: sheet.id }];
    expect(await served.call('papers/withdraw', { papers, reason: '', by: '' })).toMatchObject({ error: { code: 'not_complete' } }); // prettier-ignore
    expect(must(await served.call('papers/withdraw', { papers, reason: 'Wrong provider.', by: 'S Clarke' }))).toEqual({ withdrawn: 1 }); // prettier-ignore
    expect(await served.call('papers/withdraw', { papers, reason: 'Again.', by: 'S Clarke' })).toMatchObject({ error: { code: 'no_such_record' } }); // prettier-ignore
    const ofRoute = must(await served.call('papers/of', { route_ref: sheet.route_ref }));
    expect(ofRoute.rows).toMatchObject([{ state: 'withdrawn', withdrawn: { reason: 'Wrong provider.' } }]); // prettier-ignore
    const [note] = must(await served.call('papers/notes', {}));
    const { id, words } = defined(note, 'the note');
    expect(words).toContain('Please destroy every copy');
    expect(await served.call('papers/note-destroyed', { id, said: 'J Beult' })).toMatchObject({ error: { code: 'no_such_record' } }); // prettier-ignore
    expect(await served.call('papers/note-told', { id, how: 'email', by: ' ' })).toMatchObject({ error: { code: 'not_complete' } }); // prettier-ignore
    const page = await withdrawalNoteHtml(store, defined(store.papers.withdrawalNote(id), 'the note'), ON); // prettier-ignore
    for (const line of words.split('\n\n')) expect(page).toContain(line.replaceAll('&', '&amp;'));
    let printed = '';
    const print = (html: string) => {
      printed = html;
      return Promise.resolve(ok(new Uint8Array([1])));
    };
    const file = must(await withdrawalNote(store, { note_id: id, on: ON }, silent, print));
    expect(file.name).toMatch(/^destroy-.*-version-1-.*\.pdf$/);
    expect(printed).toBe(page);
    expect(await withdrawalNote(store, { note_id: 9999, on: ON }, silent, print)).toMatchObject({ error: { code: 'no_such_record' } }); // prettier-ignore
    must(await served.call('papers/note-told', { id, how: 'email', by: 'S Clarke' }));
    const done = must(await served.call('papers/note-destroyed', { id, said: 'J Beult' }));
    expect(done).toMatchObject([{ told: { how: 'email' }, destroyed: { said: 'J Beult' } }]);
  });

  it('goes to a file as it is shown, without a reference or an address', async () => {
    const { rows } = must(await served.call('papers/log', {}));
    const made = must(await served.call('papers/export', { keys: rows.map(({ key }) => key) }));
    expect(made.name).toMatch(/^papers .*\.csv$/);
  });
});
