/** Letters by what they tell of: a second decision is written about again, one never posted is withdrawn, the text stays. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import type { Store } from '../../db/store.ts';
import { readEvents } from '../../electron/jobs/event-letters.ts';
import { silent } from '../../electron/jobs/context.ts';
import { reprint } from '../../electron/jobs/reprint.ts';
import { draftLetters, issueLetters } from '../../electron/jobs/letters.ts';
import { readChases, remindersOn } from '../../electron/jobs/remind.ts';
import { addDays, isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { demoSender } from '../../shared/demo/sender.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Award, DecisionGiven } from '../../shared/model/decision.ts';
import type { LetterKind } from '../../shared/model/letter.ts';
import { decideCase } from '../helpers/eligibility-case.ts';
import { addPlaces, BY_TEST, madeFolder, madeStore, ON, SCHOOL } from './made-store.ts';

const folder = madeFolder();
const open: Store[] = [];
let store: Store;
beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
  store.write(BY_TEST, () => {
    store.settings.upsertMany([demoSender()]);
    const { ids } = store.clients.upsertMany([
      {
        ref: 'A1',
        forename: 'Alfie',
        surname: 'Rhodes',
        home_address: '1 Mill Road, Maidstone',
        postcode: 'ME14 1CV',
        school_urn: SCHOOL,
      },
    ]);
    const received_on = isoDate('2026-07-20');
    store.applications.upsertMany([
      { ref: 'A1', client_id: ids[0] ?? 0, type: 'Renewal', received_on },
    ]);
  });
});
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});

const AWARD: Award = {
  power: 's508B',
  mode: 'seat',
  legs: 'both',
  days: ['Mon', 'Wed', 'Fri'],
  starts_on: isoDate('2026-09-03'),
  ends_on: null,
  review_on: isoDate('2027-08-31'),
  consent_on: null,
  consent_by: '',
};
const AWARDED: DecisionGiven = { outcome: 'awarded', award: AWARD, reason: '', signed_by: 'R.' };
const REFUSED: DecisionGiven = {
  outcome: 'refused',
  award: null,
  reason: 'The walk is 1.2 miles.',
  signed_by: 'R.',
};
const facts = decideCase();
const application = () => defined(store.applications.get('A1'), 'A1');
function sign(given: DecisionGiven): void {
  store.write(BY_TEST, () =>
    store.decisions.sign({
      application: application(),
      decided_on: ON,
      given,
      departs: given.reason !== '',
      facts,
    }),
  );
}
function draft(kind: LetterKind, on: IsoDate = ON) {
  const request = { kind, refs: null, on, reason: '', preview: false, leave_out: true };
  const batch = draftLetters(store, request);
  if (!batch.ok) throw new Error(batch.error.cause);
  return batch.value;
}
const issue = (kind: LetterKind, on: IsoDate = ON) =>
  issueLetters(store, draft(kind, on), () => undefined, BY_TEST);
const withdrawAll = (reason: string) =>
  store.write(BY_TEST, () =>
    store.letters.withdraw(
      store.letters.all().map(({ id }) => id),
      { on: ON, by: 'R. Officer', reason },
    ),
  );
const openKinds = (on: IsoDate = ON) =>
  readEvents(store, readChases(store, on)).open.map(({ kind }) => kind);

describe('a letter printed again', () => {
  it('lies apart where the address is protected now, or was on the day of issue', async () => {
    const files = async () => {
      const ids = store.letters.all().map(({ id }) => id);
      const printer = () => Promise.resolve(ok(new Uint8Array([37])));
      const done = await reprint(store, { ids, on: ON }, silent, printer);
      return done.ok ? done.value.name : done.error.code;
    };
    const protect = (protected_address: boolean) =>
      store.write(BY_TEST, () => store.clients.update(application().client_id, { protected_address })); // prettier-ignore
    sign(AWARDED);
    issue('awarded');
    expect(await files()).toBe(`letters-again-${ON}.pdf`);
    protect(true);
    expect(await files()).toBe(`letters-again-${ON}-protected-addresses.pdf`);
    withdrawAll('Not posted');
    issue('awarded');
    protect(false);
    // The first was issued before the protection, the second under it.
    expect(await files()).toBe(`letters-again-${ON}.zip`);
    expect([...store.letters.protectedWhenIssued()]).toEqual([2]);
  });
});

describe('a letter about a decision', () => {
  it('is written again for a second decision of the same kind, and only once for each', () => {
    sign(AWARDED);
    issue('awarded');
    expect(draft('awarded').letters).toEqual([]);
    sign({ ...AWARDED, award: { ...AWARD, days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] } });
    const [again] = draft('awarded').letters;
    expect(again?.content.paragraphs.join('\n')).toContain('- Days: Monday to Friday.');
    issue('awarded');
    expect(draft('awarded').letters).toEqual([]);
    expect(store.letters.all().map(({ about }) => about)).toEqual(['decision 1', 'decision 2']);
  });

  it('says the terms, the power and the days in which to appeal', () => {
    sign(AWARDED);
    const text = draft('awarded').letters[0]?.content.paragraphs.join('\n') ?? '';
    for (const words of [
      'How: a seat in a vehicle that we arrange.',
      'Journeys: to school in the morning and home in the afternoon.',
      'Days: Monday, Wednesday and Friday.',
      'From: 3 Sep 2026.',
      '- We will look at it again by 31 Aug 2027.',
      'section 508B of the Education Act 1996',
      // 20 working days from Monday 10 August 2026, over the bank holiday of 31 August.
      'You have 20 working days. Write to us by 8 Sep 2026',
    ])
      expect(text).toContain(words);
  });

  it('leaves out the terms that only a signed decision has', () => {
    store.write(BY_TEST, () => store.applications.update('A1', { status: 'awarded' }));
    const [letter] = draft('awarded').letters;
    expect(letter?.content.paragraphs.join('\n')).not.toContain('How:');
    expect(letter).toMatchObject({ about: '' });
  });

  it('lacks the reason of a refusal that was not signed here, until an officer writes it', () => {
    store.write(BY_TEST, () => store.applications.update('A1', { status: 'refused' }));
    expect(draft('refused')).toMatchObject({
      letters: [],
      left_out: [{ ref: 'A1', lacks: ['Reason for the decision'] }],
    });
    const text = 'The walk is 1.2 miles.';
    store.write(BY_TEST, () =>
      store.letters.setReason({ kind: 'refused', ref: 'A1', about: '', text }),
    );
    expect(draft('refused').letters[0]?.content.paragraphs).toContain(`The reason is: ${text}`);
  });
});

describe('a letter about an appeal', () => {
  it('is written when it comes and again when it has its result', () => {
    sign(REFUSED);
    issue('refused');
    store.write(BY_TEST, () =>
      store.decisions.lodge(1, {
        stage: 1,
        grounds: ['distance'],
        lodged_on: ON,
        transport_goes_on: false,
        note: '',
        signed_by: 'R.',
      }),
    );
    expect(openKinds()).toEqual(['appeal_received']);
    const [receipt] = draft('appeal_received').letters;
    // Stage 1: 20 working days from the day it was lodged.
    expect(receipt?.content.paragraphs.join(' ')).toContain('with the result by 8 Sep 2026');
    issue('appeal_received');
    expect(openKinds()).toEqual([]);
    store.write(BY_TEST, () => {
      const [appeal] = store.letters.appeals();
      store.decisions.end(defined(appeal, 'appeal'), {
        result: 'refused',
        on: ON,
        note: 'The walk was measured again.',
        signed_by: 'R.',
      });
    });
    expect(openKinds()).toEqual(['appeal_result']);
    const text = draft('appeal_result').letters[0]?.content.paragraphs.join(' ') ?? '';
    expect(text).toContain('We do not agree with you.');
    expect(text).toContain(
      'independent panel. You have 20 working days: write to us by 8 Sep 2026',
    );
  });
});

describe('other letters', () => {
  it('thank for an application while the time for deciding runs', () => {
    expect(openKinds()).toEqual(['received']);
    const [letter] = draft('received').letters;
    // 42 days from 20 July 2026.
    expect(letter?.content.paragraphs.join(' ')).toContain('by 31 Aug 2026');
    expect(openKinds(isoDate('2026-09-01'))).toEqual([]);
  });

  it('ask for what the officer wrote when the application began to wait', () => {
    const client_id = application().client_id;
    store.write(BY_TEST, () => {
      store.applications.update('A1', { status: 'more_information' });
      store.history.note(client_id, 'A1', 'a letter from the paediatrician');
    });
    const [letter] = draft('more_information').letters;
    const text = letter?.content.paragraphs.join(' ');
    expect(text).toContain('Please tell us: a letter from the paediatrician');
    issue('more_information');
    expect(openKinds()).toEqual([]);
    store.write({ ...BY_TEST, at: '2026-08-20T09:00:00.000Z' }, () => {
      store.applications.update('A1', { status: 'checking' });
      store.applications.update('A1', { status: 'more_information' });
    });
    expect(openKinds()).toEqual(['more_information']);
  });

  it('prompt before a temporary award ends, also late', () => {
    sign({ ...AWARDED, award: { ...AWARD, ends_on: isoDate('2026-12-18') } });
    issue('awarded');
    expect(openKinds(isoDate('2026-11-05'))).toEqual([]);
    expect(openKinds(isoDate('2026-11-06'))).toEqual(['review']);
    expect(openKinds(isoDate('2027-01-05'))).toEqual(['review']);
    const [letter] = draft('review', isoDate('2026-11-06')).letters;
    expect(letter?.content.paragraphs[0]).toContain('It ends on 18 Dec 2026.');
  });
});

describe('a letter that was never posted', () => {
  it('is withdrawn with a reason, does not count as sent, and stays on record', () => {
    const late = addDays(ON, 30);
    issue('tif', late);
    expect(remindersOn(store, late).due).toEqual([]);
    expect(withdrawAll('The printer failed.')).toBe(1);
    expect(withdrawAll('Again.')).toBe(0);
    expect(remindersOn(store, late).due).toMatchObject([{ ref: 'A1', number: 1 }]);
    issue('tif', late);
    expect(store.letters.all()).toMatchObject([
      { number: 1, withdrawn: { by: 'R. Officer', reason: 'The printer failed.', on: ON } },
      { number: 1, withdrawn: null },
    ]);
    const sentences = store.history.list({ client_id: 1, limit: 5 }).map((each) => each.sentence);
    expect(sentences).toContain(
      'Letter taken back by a test: First reminder to complete the TIF, batch 1, withdrawn, never posted: The printer failed.',
    );
  });

  it('keeps its text, whatever the records say since', () => {
    issue('received');
    const before = defined(store.letters.content(1), 'text');
    store.write(BY_TEST, () => store.clients.update(1, { home_address: '9 New Street' }));
    expect(store.letters.content(1)).toEqual(before);
    expect(before).toMatchObject({ address: '1 Mill Road, Maidstone', addressee: /Alfie/ });
  });

  it('cannot be changed or taken out by anybody', () => {
    issue('received');
    const sql = new Database(store.path);
    const run = (text: string) => () => sql.exec(text);
    expect(run(`UPDATE letter SET issued_on = '2026-01-01'`)).toThrow('never changed');
    expect(run(`UPDATE letter SET content = '{}'`)).toThrow('never changed');
    expect(run('DELETE FROM letter')).toThrow('never taken out');
    withdrawAll('The printer failed.');
    expect(run(`UPDATE letter SET withdrawn_reason = 'x'`)).toThrow('withdrawn once');
    sql.close();
  });
});

describe('a store of the version before', () => {
  it('keeps its letters, each with the decision it told of, and the most of each chase', () => {
    const sql = new Database(':memory:');
    migrate(
      sql,
      MIGRATIONS.filter(({ version }) => version < 110),
      () => ok(null),
    );
    sql.exec(`
      INSERT INTO change (id, at, who, why) VALUES (1, '2026-07-01T09:00:00Z', 'R.', 'R.'), (2, '2026-07-02T09:00:00Z', 'O.', 'O.'), (3, '2026-07-03T09:00:00Z', 'R.', 'R.');
      INSERT INTO setting VALUES ('reminders_most', '2026-01-01', '2', 'reminders', 'Most', 'Our own', 0);`);
    sql.pragma('foreign_keys = OFF');
    sql.exec(`
      INSERT INTO decision VALUES
        (1, 'A1', 1, '2026-07-01', 'refused', NULL, 'Near', 1, '{}', 'R.', NULL, 1),
        (2, 'A1', 1, '2026-07-03', 'refused', NULL, 'Near', 1, '{}', 'R.', 1, 3);
      INSERT INTO letter VALUES
        ('refused', 0, 'A1', NULL, 1, '2026-07-02', 'f', 'Zara', 'Near', 2),
        ('tif', 1, 'A1', NULL, 2, '2026-07-02', 'f', 'Zara', '', 2);`);
    migrate(sql, MIGRATIONS, () => ok(null));
    expect(
      sql.prepare('SELECT kind, number, about, batch, content, withdrawn_on FROM letter').all(),
    ).toEqual([
      {
        kind: 'refused',
        number: 0,
        about: 'decision 1',
        batch: 1,
        content: null,
        withdrawn_on: null,
      },
      { kind: 'tif', number: 1, about: '', batch: 2, content: null, withdrawn_on: null },
    ]);
    expect(
      sql
        .prepare(`SELECT key, value, source FROM setting WHERE key LIKE '%most' ORDER BY key`)
        .all(),
    ).toEqual([
      { key: 'reminder_apply_most', value: '2', source: 'Our own' },
      { key: 'reminder_tif_most', value: '2', source: 'Our own' },
    ]);
    sql.close();
  });
});
