/** Papers on record: the older store brought up to them, versions and withdrawals, notes, and the log across all papers. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { LetterContent } from '../../shared/model/letter.ts';
import type { PaperToIssue } from '../../shared/model/paper.ts';
import { NOTHING_TOLD } from '../../shared/service/papers/transport-letters.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON, SCHOOL } from './made-store.ts';
import { sheetOf } from './sheets-writes.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;
let store: Store;
const by = { on: ON, by: 'S Clarke' };

beforeEach(() => {
  store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  addClients(store, [{ ref: 'A1' }, { ref: 'A2' }]);
});

const listOf = (version: number): PaperToIssue => ({
  kind: 'school_list',
  subject: String(SCHOOL),
  version,
  recipient: 'Bower Grove School',
  how: 'email',
  plan_id: 1,
  content: { head: { school: 'Bower Grove School', office: '01632 960000' }, lines: [], warnings: [] }, // prettier-ignore
  clients: [1, 2],
});

describe('a store of the release before', () => {
  it('keeps its letters and sheets, their numbers and that they stand', () => {
    const sql = new Database(join(folder.path, `${++made}.db`));
    migrate(sql, MIGRATIONS.filter(({ version }) => version < 220), () => ok(null)); // prettier-ignore
    sql.exec(`
      INSERT INTO change (id, at, who, why, clock, undoes) SELECT 1, '2026-08-01T09:00:00.000Z', 'S Clarke', 'a test', '1', NULL;
      INSERT INTO letter (id, kind, number, ref, about, batch, issued_on, family, addressee, reason, content, change_id)
        VALUES (7, 'awarded', 0, 'A1', 'decision 3', 2, '2026-08-01', 'f', 'Jo', '', '{}', 1),
          (9, 'tif', 2, 'A1', '', 3, '2026-08-02', 'f', 'Jo', '', NULL, 1);
      UPDATE letter SET withdrawn_on = '2026-08-03', withdrawn_by = 'S Clarke', withdrawn_reason = 'Spoilt.' WHERE id = 9;
      INSERT INTO route_sheet (id, route_ref, version, contract_ref, recipient, plan_id, issued_on, issued_by, content, shown, shown_reason,
        change_id) VALUES (4, 'R1', 1, 'C1', 'Beult', 1, '2026-08-01', 'S Clarke', '{"route":{"route":"R1"},"stops":[],"warnings":[]}', '[]', '', 1);
    `);
    expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
    expect(
      sql.prepare('SELECT id, kind, about, content, told, withdrawn_reason FROM letter ORDER BY id').all(), // prettier-ignore
    ).toEqual([
      { id: 7, kind: 'awarded', about: 'decision 3', content: '{}', told: null, withdrawn_reason: '' }, // prettier-ignore
      { id: 9, kind: 'tif', about: '', content: null, told: null, withdrawn_reason: 'Spoilt.' },
    ]);
    expect(sql.prepare('SELECT id, how, clients FROM route_sheet').all()).toEqual([
      { id: 4, how: '', clients: '[]' },
    ]);
    const run = (text: string) => () => sql.exec(text);
    expect(run('DELETE FROM letter')).toThrow('never taken out');
    expect(run(`UPDATE letter SET content = '{"a":1}' WHERE id = 7`)).toThrow('never changed');
    expect(run(`UPDATE route_sheet SET clients = '[1]' WHERE id = 4`)).toThrow('never changed');
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    sql.close();
  });

  it('reads a sheet that says nothing in the fields that came later', () => {
    store.write(BY_TEST, () => {
      const content = { route: { route: 'R1' }, stops: [], warnings: [] };
      store.sheets.issue([sheetOf('R1', 1, { content: content as never })], by);
    });
    expect(store.sheets.all()[0]?.content.route).toMatchObject({ route: 'R1', driver: '', holders: '' }); // prettier-ignore
  });
});

describe('lists', () => {
  it('get a version each, and the one before is withdrawn by the next', () => {
    store.write(BY_TEST, () => {
      store.papers.issue([listOf(1)], by);
    });
    expect(store.papers.nextVersion('school_list', String(SCHOOL))).toBe(2);
    store.write(BY_TEST, () => {
      store.papers.issue([listOf(2)], by);
    });
    const standing = defined(store.papers.inForce('school_list').get(String(SCHOOL)), 'the list');
    expect(standing).toMatchObject({ version: 2, how: 'email', clients: [1, 2], withdrawn: null });
    expect(store.papers.log().map(({ version, withdrawn }) => [version, withdrawn?.reason ?? ''])).toEqual([[2, ''], [1, 'replaced by version 2']]); // prettier-ignore
    store.write(BY_TEST, () => {
      store.papers.withdraw(standing, { ...by, reason: 'Wrong school.' });
    });
    expect(store.papers.inForce('school_list').size).toBe(0);
    expect(store.papers.nextVersion('school_list', String(SCHOOL))).toBe(3);
  });
});

describe('a sheet that is withdrawn', () => {
  const issue = (): void => {
    store.write(BY_TEST, () => {
      const blank = { route_ref: 'R1', provider: 'Beult', starts_on: ON, ends_on: ON } as const;
      store.contracts.upsertMany([
        { ref: 'C1', ...blank },
        { ref: 'C2', ...blank },
      ]);
      store.sheets.issue([sheetOf('R1', 1), sheetOf('R2', 1), sheetOf('R3', 1, { contract_ref: 'C2' })], by); // prettier-ignore
    });
  };

  it('has a note for its provider, told once and answered once, for every route of a contract', () => {
    issue();
    const { id } = defined(store.contracts.byRef('C1'), 'the contract');
    expect(store.write(BY_TEST, () => store.papers.withdrawFor(id, ON))).toBe(2);
    expect([...store.sheets.inForce().keys()]).toEqual(['R3']);
    const notes = store.papers.withdrawalNotes();
    expect(notes.map(({ route_ref, prepared_by, reason }) => [route_ref, prepared_by, reason])).toEqual([
      ['R2', 'Tester', 'The contract was handed back.'],
      ['R1', 'Tester', 'The contract was handed back.'],
    ]); // prettier-ignore
    const note = defined(notes[0], 'a note');
    expect(() => {
      store.write(BY_TEST, () => {
        store.papers.noteDestroyed(note, { on: ON, said: 'J Beult' });
      });
    }).toThrow('CHECK');
    store.write(BY_TEST, () => {
      store.papers.noteTold(note, { ...by, how: 'email' });
      store.papers.noteDestroyed(note, { on: ON, said: 'J Beult' });
    });
    expect(store.papers.withdrawalNote(note.id)).toMatchObject({
      told: { by: 'S Clarke', how: 'email' },
      destroyed: { said: 'J Beult' },
    });
    // The open one comes first now.
    expect(store.papers.withdrawalNotes().map(({ route_ref }) => route_ref)).toEqual(['R1', 'R2']);
    expect(store.write(BY_TEST, () => store.papers.withdrawFor(id, ON))).toBe(0);
  });
});

describe('the log', () => {
  it('tells of sheets, lists and letters about transport, whom they name and who has them', () => {
    const letter = {
      number: 0,
      ref: 'A1',
      about: 'first',
      client_id: 1,
      issued_on: ON,
      family: 'f',
      addressee: 'Jo Example',
      reason: '',
      content: {} as LetterContent,
    } as const;
    store.write(BY_TEST, () => {
      store.sheets.issue([sheetOf('R1', 1, { clients: [1, 2] })], by);
      store.papers.issue([listOf(1)], by);
      store.letters.issue([
        { ...letter, kind: 'transport_details', told: { ...NOTHING_TOLD, route: 'R1' } },
        { ...letter, kind: 'received', about: '' },
      ]);
    });
    const log = store.papers.log();
    const rows = log.map(({ kind, subject, recipient, how, clients }) => `${kind} ${subject} ${recipient} ${how} ${clients.join()}`); // prettier-ignore
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        'family_letter A1 Jo Example post 1',
        'route_sheet R1 Beult Private Hire email 1,2',
        `school_list ${SCHOOL} Bower Grove School email 1,2`,
      ]),
    );
    expect(store.letters.transport()).toMatchObject([{ client_id: 1, told: { route: 'R1' } }]);
    store.write(BY_TEST, () => store.letters.withdraw([1], { ...by, reason: 'Not posted.' }));
    expect(store.letters.transport()).toEqual([]);
    expect(store.papers.log().find(({ kind }) => kind === 'family_letter')?.withdrawn?.reason).toBe('Not posted.'); // prettier-ignore
    const again = defined(store.path, 'path');
    store.close();
    const opened = openStore(again);
    expect(opened.ok && opened.value.papers.log()).toHaveLength(3);
    if (opened.ok) opened.value.close();
  });
});
