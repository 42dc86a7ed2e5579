/** The last changes are undone and redone by their exact values, or refused with the change that stands on them. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { Proposal } from '../../shared/eligibility/decide.ts';
import { defined } from '../../shared/kernel/assert.ts';
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
let store: Store;
let ids: readonly number[];
beforeEach(() => {
  store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  ids = addClients(store, [{ ref: 'A1', forename: 'Zoë', surname: 'Rhodes' }, { ref: 'A2' }]);
  store.write(BY_TEST, () => store.contracts.upsertMany([CONTRACT]));
});
afterEach(() => {
  store.close();
});

const HAND = { who: 'S Clarke', why: 'hand' };
const byHand = (work: () => unknown): void => {
  store.write(HAND, () => {
    work();
  });
};
const newest = () => defined(store.undo.list(5).undo, 'a change to undo');
const undo = (id = newest().change_id) => store.undo.toggle(id, 'S Clarke');
const client = () => defined(store.clients.get(ids[0] ?? 0), 'the client');
const sentences = () =>
  store.history.list({ client_id: null, limit: 3 }).map((line) => line.sentence);

describe('undoing', () => {
  it('puts the very values back, keeps both changes in the history, and can be redone', () => {
    const before = client();
    byHand(() =>
      store.clients.update(before.id, { notes: 'Rings at eight', days: ['Mon'], lat: 51.1 }),
    );
    const after = client();
    expect(newest()).toMatchObject({ who: 'S Clarke', about: 'Zoë Rhodes (A1)', why_not: '' });
    expect(undo()).toMatchObject({
      ok: true,
      value: { sentence: expect.stringMatching(/^Undid: /) },
    });
    expect(client()).toEqual(before);
    expect(sentences()).toContain('Notes cleared (was Rings at eight) by undoing');
    const redo = defined(store.undo.list(5).redo, 'a change to redo');
    expect(undo(redo.change_id).ok).toBe(true);
    expect(client()).toEqual(after);
    expect(store.undo.list(5).redo).toBeNull();
    expect(undo().ok).toBe(true);
    expect(client()).toEqual(before);
    expect(store.drift(ON)).toEqual([]);
  });

  it('goes back one by one, newest first, and redoes oldest first', () => {
    byHand(() => store.clients.update(1, { notes: 'one' }));
    byHand(() => store.clients.update(1, { notes: 'two' }));
    undo();
    expect(client().notes).toBe('one');
    undo();
    expect(client().notes).toBe('');
    undo(defined(store.undo.list(5).redo, 'redo').change_id);
    expect(client().notes).toBe('one');
    undo(defined(store.undo.list(5).redo, 'redo').change_id);
    expect(client().notes).toBe('two');
    expect(store.undo.list(5).redo).toBeNull();
  });

  it('is refused where a later change stands on it, which it names', () => {
    byHand(() => store.clients.update(1, { notes: 'one', medical: 'asthma' }));
    const first = newest().change_id;
    byHand(() => store.clients.update(1, { notes: 'two' }));
    const refused = undo(first);
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_undone' } });
    expect(refused.ok ? '' : refused.error.cause).toContain(
      '“Notes changed from one to two”, by S Clarke',
    );
    expect(client()).toMatchObject({ notes: 'two', medical: 'asthma' });
    undo();
    expect(undo(first).ok).toBe(true);
    expect(client()).toMatchObject({ notes: '', medical: '' });
  });

  it('takes out what was added, and puts back what was taken out', () => {
    byHand(() =>
      store.views.save({ name: 'Mine', filter: { held: true }, sort: 'ref', descending: true }),
    );
    const views = store.views.list();
    byHand(() => store.views.delete(views[0]?.id ?? 0));
    undo();
    expect(store.views.list()).toEqual(views);
    undo();
    expect(store.views.list()).toEqual([]);
    expect(sentences()[0]).toBe('Saved view Mine taken out by undoing');
  });

  it('says what it took back where a line tells the whole of what was done', () => {
    const a1 = defined(store.applications.get('A1'), 'A1');
    byHand(() => {
      store.life.ask(a1, {
        asked_for: 'the EHCP',
        asked_of: 'the family',
        asked_on: ON,
        chase_on: ON,
        signed_by: 'S Clarke',
      });
    });
    undo();
    expect(store.life.information('A1')).toEqual([]);
    expect(sentences()[0]).toMatch(
      /information taken back by undoing: asked of the family: the EHCP$/i,
    );
  });

  it('brings states, seats, settings and families into step', () => {
    const setting = defined(DEFAULT_SETTINGS[0], 'a setting');
    const settings = store.settings.all();
    byHand(() => store.settings.upsertMany([{ ...setting, value: 3, source: 'Council' }]));
    undo();
    expect(store.settings.all()).toEqual(settings);
    store.write(BY_TEST, () =>
      store.contracts.upsertStops([
        { contract_id: 1, client_id: 1, stop_order: 1, pick_up_s: null, left_on: null },
      ]),
    );
    const state = store.read.state(1, ON);
    byHand(() => store.contracts.release(1, true));
    expect(store.read.state(1, ON)).not.toEqual(state);
    undo();
    expect(store.read.state(1, ON)).toEqual(state);
    byHand(() => store.applications.update('A1', { status: 'refused' }));
    expect(store.read.state(1, ON)?.status).toBe('refused');
    undo();
    expect(store.read.state(1, ON)?.status).toBe('received');
    byHand(() =>
      store.letters.link([
        { kind: 'client', ref: 'A1' },
        { kind: 'client', ref: 'A2' },
      ]),
    );
    undo();
    expect(store.letters.links()).toEqual([]);
    expect(store.drift(ON)).toEqual([]);
  });

  it('finds a school by the name that stands again', () => {
    const found = (text: string) => store.schools.search(text, 5).map(({ urn }) => urn);
    byHand(() => store.schools.upsertMany([{ urn: SCHOOL, name: 'Quillmark Academy' }]));
    expect([found('Quillmark'), found('Bower')]).toEqual([[SCHOOL], []]);
    expect(undo().ok).toBe(true);
    expect([found('Quillmark'), found('Bower')]).toEqual([[], [SCHOOL]]);
  });

  it('is not for what was signed, issued, planned or imported, nor for notes', () => {
    const refusals: string[] = [];
    const tried = (work: () => unknown): void => {
      byHand(work);
      refusals.push(newest().why_not);
      const answer = undo();
      expect(answer.ok).toBe(false);
    };
    tried(() =>
      store.decisions.sign({
        application: defined(store.applications.get('A1'), 'A1'),
        decided_on: ON,
        given: { outcome: 'refused', award: null, reason: 'Too near.', signed_by: 'S Clarke' },
        departs: false,
        facts: { school: {} } as Proposal,
      }),
    );
    tried(() => store.plans.save(madePlan([madeRoute('R1', [1])])));
    tried(() => {
      store.history.note(1, 'A1', 'Rang the school.');
    });
    expect(refusals).toEqual([
      'A signed decision is superseded by signing a new one, not undone.',
      'A plan is not undone: make a new one, delete the trial, or take the approval back on the plan.',
      'A note stays; add another that puts it right.',
    ]);
    expect(
      store.decisions.record(defined(store.applications.get('A1'), 'A1')).decisions,
    ).toHaveLength(1);
  });

  it('does not take out a child whom other records rest on', () => {
    byHand(() => store.clients.upsertMany([{ ref: 'N1' }]));
    const added = newest().change_id;
    const id = store.clients.byRef('N1')?.id ?? 0;
    store.write(BY_TEST, () => store.applications.upsertMany([{ ref: 'N1', client_id: id }]));
    const refused = undo(added);
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_undone' } });
    expect(store.clients.byRef('N1')).not.toBeNull();
    expect(store.history.list({ client_id: null, limit: 1 })[0]?.who).toBe('Tester');
  });

  it('lists no work of Kerbside’s own and no import', () => {
    store.write({ who: 'import', why: 'import of a.csv' }, () =>
      store.clients.update(1, { notes: 'x' }),
    );
    expect(
      store.undo.list(50).items.every(({ who }) => who !== 'import' && who !== 'Kerbside'),
    ).toBe(true);
  });

  it('undoes any row of edits back to the start, and redoes it, whatever they were', () => {
    const edit = fc.oneof(
      fc.record({
        notes: fc.constantFrom('', 'a', 'Łódź'),
        ehcp: fc.constantFrom(true, false, null),
      }),
      fc.record({ lat: fc.double({ min: 50, max: 52, noNaN: true }), lon: fc.constant(0.1) }),
      fc.record({
        school_urn: fc.constantFrom(null, SCHOOL, 119037),
        days: fc.subarray(['Mon', 'Fri'] as const),
      }),
      fc.record({ sole_until: fc.constantFrom(null, isoDate('2026-12-18')) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const start = client();
        const first = store.undo.list(1).items[0]?.change_id ?? 0;
        for (const each of edits) byHand(() => store.clients.update(1, each));
        const end = client();
        const done = store.undo.list(50).items.filter(({ change_id }) => change_id > first);
        for (const { change_id } of done) expect(undo(change_id).ok).toBe(true);
        expect(client()).toEqual(start);
        for (const { change_id } of [...done].reverse()) expect(undo(change_id).ok).toBe(true);
        expect(client()).toEqual(end);
      }),
      { numRuns: 25, seed: 135 },
    );
  });
});

describe('pages of the history', () => {
  it('window, count and filter alike, with ids that sort as the changes came', () => {
    byHand(() => store.clients.update(1, { notes: 'Seen', lat: 51.3, lon: 0.6 }));
    byHand(() => store.applications.update('A2', { status: 'checking' }));
    const all = store.history.page({}, 0, 1000);
    expect(all.total).toBe(all.rows.length);
    expect([...store.history.each({})]).toEqual(all.rows);
    const windows = [0, 2, 4].flatMap((offset) => store.history.page({}, offset, 2).rows);
    expect(windows).toEqual(all.rows.slice(0, 6));
    expect(new Set(all.rows.map(({ id }) => id)).size).toBe(all.total);
    const clocks = all.rows.map(({ clock }) => clock);
    expect(clocks).toEqual([...clocks].sort().reverse());
    const found = (filter: Parameters<typeof store.history.page>[0]) =>
      store.history.page(filter, 0, 50).rows.map(({ sentence }) => sentence);
    expect(found({ ref: 'zoë rho', who: 'S Clarke' })).toEqual([
      'Position changed from 51.2, 0.5 to 51.3, 0.6 by hand',
      'Notes set to Seen by hand',
    ]);
    expect(found({ ref: 'A2', field: 'status' })).toEqual([
      'Status changed from Received to Checking by hand',
    ]);
    expect(found({ text: 'seen' })).toEqual(['Notes set to Seen by hand']);
    expect(found({ text: 'latitude' })).toHaveLength(1);
    expect(found({ text: '%' })).toEqual([]);
    expect(found({ entity: 'setting', to_on: isoDate('2000-01-01') })).toEqual([]);
    expect(found({ from_on: ON, to_on: ON, why: 'a test', entity: 'contract' })).toEqual([
      'Contract C1 added by a test',
    ]);
    expect(found({ client_id: 1, who: 'S Clarke' })).toHaveLength(2);
    const facets = store.history.facets();
    expect(facets.people.map(({ id }) => id)).toContain('S Clarke');
    expect(facets.fields.map(({ label }) => label)).toContain('Position');
    expect(facets.elsewhere).toBe('');
  });

  it('say nowhere where a child with a protected address lives, and find nothing by it', () => {
    byHand(() => store.clients.update(1, { protected_address: true }));
    byHand(() =>
      store.clients.update(1, { home_address: '9 Secret Lane', lat: 51.40123, lon: 0.70456 }),
    );
    const told = JSON.stringify([[...store.history.each({})], store.undo.list(50)]);
    expect(told).toContain('hidden: protected address');
    for (const secret of ['Secret', '51.40123', '0.70456']) expect(told).not.toContain(secret);
    expect(store.history.page({ text: 'Secret' }, 0, 10).total).toBe(0);
  });

  it('says what another machine wrote meanwhile', () => {
    const sql = new Database(store.path);
    sql
      .prepare(`INSERT INTO device VALUES ('0000000000aa', 'LAPTOP-7', '/elsewhere', '2026-08-11')`)
      .run();
    sql
      .prepare(`INSERT INTO change (at, who, why, clock) VALUES (?, 'N Patel', 'hand', ?)`)
      .run('2099-08-11T09:00:00.000Z', '2099-08-11T09:00:00.000Z-0000-0000000000aa');
    sql.close();
    expect(store.history.facets().elsewhere).toBe(
      'Since this file was last changed here 1 change was made on another machine (LAPTOP-7), the last by N Patel on 11 Aug 2099.',
    );
    byHand(() => store.clients.update(1, { notes: 'Here again' }));
    expect(store.history.facets().elsewhere).toBe('');
  });
});
