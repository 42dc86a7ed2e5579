/** Letters: drafted only when whole, recorded once and for ever, with the files in the same step. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate, versionOf } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import type { LetterBatch, LettersRequest } from '../../electron/jobs/letter-batch.ts';
import { draftLetters, issueLetters } from '../../electron/jobs/letters.ts';
import { lettersFiles } from '../../electron/jobs/letters-files.ts';
import { linkFamily, unlinkFamily } from '../../electron/jobs/link-family.ts';
import { remindersOn } from '../../electron/jobs/remind.ts';
import { addDays, isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { demoSender } from '../../shared/demo/sender.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { LetterKind } from '../../shared/model/letter.ts';
import { addPlaces, BY_TEST, madeFolder, madeStore, ON, SCHOOL } from './made-store.ts';

const folder = madeFolder();
const open: Store[] = [];
let store: Store;
beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
  store.write(BY_TEST, () => store.settings.upsertMany([demoSender()]));
});
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});

interface Asked {
  readonly ref: string;
  readonly carer_name?: string;
  readonly home_address?: string;
  readonly protected_address?: boolean;
  readonly social_worker?: boolean;
  readonly status?: 'received' | 'awarded' | 'refused';
}

/** Children without a TIF, whose applications came on 1 May. */
function addAsked(...children: readonly Asked[]): void {
  store.write(BY_TEST, () => {
    for (const { status = 'received', ...child } of children) {
      const { ids } = store.clients.upsertMany([
        {
          forename: 'Alfie',
          surname: `Rhodes ${child.ref}`,
          home_address: `${child.ref.length} Mill Road ${child.ref}`,
          postcode: 'ME14 1CV',
          school_urn: SCHOOL,
          ...child,
        },
      ]);
      const [client_id = 0] = ids;
      const received_on = isoDate('2026-05-01');
      store.applications.upsertMany([
        { ref: child.ref, client_id, type: 'Renewal', status, received_on },
      ]);
    }
  });
}

function request(kind: LetterKind, given: Partial<LettersRequest> = {}): LettersRequest {
  return { kind, refs: null, on: ON, reason: '', preview: false, leave_out: false, ...given };
}

function drafted(kind: LetterKind, given: Partial<LettersRequest> = {}): LetterBatch {
  const batch = draftLetters(store, request(kind, given));
  if (!batch.ok) throw new Error(batch.error.cause);
  return batch.value;
}

const issue = (batch: LetterBatch, place = () => undefined as void) =>
  issueLetters(store, batch, place, BY_TEST);

describe('letters', () => {
  it('are addressed to the carer, and without a name to the parent or carer of the child', () => {
    addAsked({ ref: 'A1', carer_name: 'Zara Rhodes' }, { ref: 'A2' });
    const { letters } = drafted('tif');
    expect(letters.map(({ facts }) => facts.addressee)).toEqual([
      'Zara Rhodes',
      'Parent or carer of Alfie Rhodes A2',
    ]);
    expect(letters[0]?.content.paragraphs.join(' ')).toContain('We have not received it.');
    expect(JSON.stringify(letters.map(({ content }) => content.paragraphs))).not.toContain('{');
  });

  it('are recorded once: the same again is not due, and the case tells of it', () => {
    addAsked({ ref: 'A1' });
    expect(issue(drafted('tif'))).toMatchObject({ ok: true, value: { batch: 1 } });
    expect(store.letters.all()).toMatchObject([
      { kind: 'tif', number: 1, ref: 'A1', batch: 1, issued_on: ON },
    ]);
    expect(drafted('tif').letters).toEqual([]);
    const one = draftLetters(store, request('tif', { refs: ['A1'] }));
    expect(one).toMatchObject({ ok: false, error: { code: 'not_due' } });
    const client_id = store.applications.get('A1')?.client_id ?? 0;
    expect(store.history.list({ client_id, limit: 1 })[0]?.sentence).toBe(
      'Letter issued by a test: First reminder to complete the TIF, batch 1',
    );
    expect(store.plans.stale()).toEqual([]);
  });

  it('are not made at all while one lacks a fact, and all that lack one are named', () => {
    addAsked({ ref: 'A1' }, { ref: 'A2', home_address: '' }, { ref: 'A3', home_address: ' ' });
    const all = draftLetters(store, request('tif'));
    expect(all).toMatchObject({
      ok: false,
      error: {
        code: 'letters_incomplete',
        details: {
          missing: [
            { ref: 'A2', lacks: ['Home address'] },
            { ref: 'A3', lacks: ['Home address'] },
          ],
        },
      },
    });
    const rest = drafted('tif', { leave_out: true });
    expect(rest.letters.map(({ ref }) => ref)).toEqual(['A1']);
    issue(rest);
    const left = remindersOn(store, ON).due.map(({ ref }) => ref);
    expect(left).toEqual(['A2', 'A3']);
  });

  it('lack the team’s own address until the council gives it', () => {
    addAsked({ ref: 'A1' });
    const blank = DEFAULT_SETTINGS.filter(({ key }) => key === 'letter_sender');
    store.write(BY_TEST, () => store.settings.upsertMany(blank));
    const made = draftLetters(store, request('tif'));
    expect(made.ok ? '' : made.error.cause).toContain('How to reach the team');
  });

  it('are previewed before they are due, marked and recorded nowhere', () => {
    addAsked({ ref: 'A1' });
    const early = { on: isoDate('2026-05-02'), refs: ['A1'], preview: true };
    const batch = drafted('tif', early);
    expect(batch).toMatchObject({ batch: null, letters: [{ ref: 'A1', number: 1 }] });
    issue(batch);
    expect(store.letters.all()).toEqual([]);
  });

  it('are not recorded when their files could not be placed', () => {
    addAsked({ ref: 'A1' });
    const full = (): void => {
      throw new Error('No space');
    };
    expect(() => issue(drafted('tif'), full)).toThrow('No space');
    expect(store.letters.all()).toEqual([]);
  });

  it('are refused when the records changed while they were made', () => {
    addAsked({ ref: 'A1' });
    const first = drafted('tif');
    const second = drafted('tif');
    issue(first);
    let placed = 0;
    expect(issue(second, () => void (placed += 1))).toMatchObject({
      ok: false,
      error: { code: 'changed_meanwhile' },
    });
    expect(placed).toBe(0);
    expect(store.letters.all()).toHaveLength(1);
  });

  it('use the wording that the council set, from its day on', () => {
    addAsked({ ref: 'A1' });
    const usual = DEFAULT_SETTINGS.filter(({ key }) => key === 'letter_tif_1');
    const value = { subject: 'Form for {child}', paragraphs: ['Please send it.', '', '{ref}'] };
    const own = usual.map((each) => ({ ...each, value, from_on: isoDate('2026-08-01') }));
    store.write(BY_TEST, () => store.settings.upsertMany(own));
    expect(drafted('tif').letters[0]?.content).toMatchObject({
      subject: 'Form for Alfie Rhodes A1',
      paragraphs: ['Please send it.', 'A1'],
    });
  });
});

describe('letters about decisions', () => {
  it('go to each family once, and a refusal says why', () => {
    addAsked({ ref: 'A1', status: 'awarded' }, { ref: 'A2', status: 'refused' });
    const awarded = drafted('awarded');
    expect(awarded.letters.map(({ ref }) => ref)).toEqual(['A1']);
    issue(awarded);
    expect(drafted('awarded').letters).toEqual([]);
    expect(draftLetters(store, request('awarded', { refs: ['A1'] }))).toMatchObject({
      error: { code: 'already_issued' },
    });
    expect(draftLetters(store, request('refused'))).toMatchObject({
      error: { code: 'letters_incomplete' },
    });
    const reason = 'The school is 0.8 miles away, which is less than the walking distance.';
    const [refusal] = drafted('refused', { refs: ['A2'], reason }).letters;
    expect(refusal?.content.paragraphs).toContain(`The reason is: ${reason}`);
    // 20 working days from 10 August 2026, over the bank holiday of 31 August.
    expect(refusal?.content.paragraphs.join(' ')).toContain('by 8 Sep 2026');
  });

  it.each([
    ['refused', 'A1', 'not_decided_so'],
    ['awarded', 'A9', 'application_not_found'],
    ['tif', 'A9', 'application_not_found'],
    ['apply', 'A1', 'cohort_child_not_found'],
  ] as const)('%s for %s: %s', (kind, ref, code) => {
    addAsked({ ref: 'A1', status: 'awarded' });
    expect(draftLetters(store, request(kind, { refs: [ref] }))).toMatchObject({ error: { code } });
  });
});

describe('the files of a batch', () => {
  const printed: string[] = [];
  const printer = (html: string) => {
    printed.push(html);
    return Promise.resolve(ok(new TextEncoder().encode('%PDF')));
  };

  it('keep protected addresses apart, tell social workers without them, and run no formula', async () => {
    addAsked(
      { ref: 'A1', carer_name: '=cmd|calc' },
      { ref: 'A2', protected_address: true, home_address: '5 Secret Close' },
      { ref: 'A3', social_worker: true, carer_name: '<b>Zara</b>' },
    );
    const made = await lettersFiles(drafted('tif'), silent, printer);
    if (!made.ok) throw new Error(made.error.cause);
    const stem = 'letters-tif-2026-08-10-batch-1';
    const texts = new Map(
      made.value.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
    );
    expect([...texts.keys()]).toEqual([
      `${stem}.pdf`,
      `${stem}.csv`,
      `${stem}.xlsx`,
      `${stem}-protected-addresses.pdf`,
      `${stem}-protected-addresses.csv`,
      `${stem}-protected-addresses.xlsx`,
      `${stem}-social-workers.csv`,
    ]);
    expect(texts.get(`${stem}.csv`)).not.toContain('Secret');
    expect(texts.get(`${stem}.csv`)).toContain(",'=cmd|calc,");
    expect(texts.get(`${stem}-protected-addresses.csv`)).toContain('5 Secret Close');
    expect(texts.get(`${stem}-social-workers.csv`)).toContain('A3,Alfie Rhodes A3');
    expect(texts.get(`${stem}-social-workers.csv`)).not.toContain('Mill Road');
    const [page = ''] = printed;
    expect(page.match(/<article/g)).toHaveLength(2);
    expect(page).toContain('Invented data');
    expect(page).not.toContain('<b>Zara');
    expect(page).not.toContain('Secret');
  });

  it('are none for a batch of none', async () => {
    expect(await lettersFiles(drafted('tif'), silent, printer)).toEqual({ ok: true, value: [] });
  });
});

describe('families linked by hand', () => {
  it('are written to once a day, by any reference of the child, until they are unlinked', () => {
    addAsked({ ref: 'A1' }, { ref: 'A2' });
    expect(remindersOn(store, ON).due).toHaveLength(2);
    expect(linkFamily(store, ['A1', 'A2'], BY_TEST)).toMatchObject({ ok: true });
    expect(remindersOn(store, ON)).toMatchObject({
      due: [{ ref: 'A1' }],
      not_due: [{ ref: 'A2', code: 'family_today' }],
    });
    issue(drafted('tif'));
    expect(remindersOn(store, addDays(ON, 1)).due).toMatchObject([{ ref: 'A2' }]);
    unlinkFamily(store, ['A2'], BY_TEST);
    expect(store.letters.links()).toEqual([{ kind: 'client', ref: 'A1', family: 1 }]);
    expect(remindersOn(store, ON).due).toMatchObject([{ ref: 'A2' }]);
  });

  it('grow together', () => {
    addAsked({ ref: 'A1' }, { ref: 'A2' }, { ref: 'A3' }, { ref: 'A4' });
    linkFamily(store, ['A1', 'A2'], BY_TEST);
    linkFamily(store, ['A3', 'A4'], BY_TEST);
    linkFamily(store, ['A2', 'A3'], BY_TEST);
    expect(store.letters.links().map(({ family }) => family)).toEqual([1, 1, 1, 1]);
  });

  it('name every reference that is nobody’s, and change nothing', () => {
    addAsked({ ref: 'A1' });
    expect(linkFamily(store, ['A1', 'X1', 'X2'], BY_TEST)).toMatchObject({
      error: { code: 'child_not_found', details: { unknown: ['X1', 'X2'] } },
    });
    expect(linkFamily(store, ['A1', 'A1'], BY_TEST)).toMatchObject({
      error: { code: 'one_alone' },
    });
    expect(store.letters.links()).toEqual([]);
  });
});

describe('the table of letters', () => {
  it('has no place for a fourth reminder, nor for one twice', () => {
    addAsked({ ref: 'A1' });
    issue(drafted('tif'));
    const sql = new Database(store.path);
    const add = (number: number) =>
      sql
        .prepare(
          `INSERT INTO letter (kind, number, ref, about, batch, issued_on, family, addressee, reason, change_id)
           VALUES ('tif', ?, 'A1', '', 9, '2026-09-01', '', '', '', 1)`,
        )
        .run(number);
    expect(() => add(4)).toThrow('CHECK');
    expect(() => add(0)).toThrow('CHECK');
    expect(() => add(1)).toThrow('UNIQUE');
    sql.close();
  });

  it('comes to a store of the version before, with the day its cohort was told', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    const before = MIGRATIONS.filter(({ version }) => version < 70);
    migrate(sql, before, () => ok(null));
    sql.exec(`
      INSERT INTO import_report VALUES (1, 'cohort', '[]', '2026-04-02', 1, 1, 0, 0, 0, 0, 0);
      INSERT INTO cohort_member VALUES ('U1', 'Al', 'Kay', NULL, '', NULL, '', '', '');`);
    migrate(sql, MIGRATIONS, () => ok(null));
    expect(versionOf(sql)).toBe(MIGRATIONS.at(-1)?.version);
    expect(sql.prepare('SELECT ref, home_address, told_on FROM cohort_member').all()).toEqual([
      { ref: 'U1', home_address: '', told_on: '2026-04-02' },
    ]);
    sql.close();
  });
});
