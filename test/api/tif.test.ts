/** The form through the handlers: typed answer by answer, signed for good, confirmed for a year, and imported against. */
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import type { Host } from '../../electron/api/handler.ts';
import { tifHandlers } from '../../electron/api/handlers/tif.ts';
import { confirmTifs } from '../../electron/jobs/tif/confirm-tifs.ts';
import { remindersOn } from '../../electron/jobs/remind.ts';
import type { TifPage } from '../../shared/api/views/tif.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { addDays, isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { checkForm } from '../../shared/casework/tif/check-form.ts';
import { drawAnswers } from '../../shared/demo/tif-answers.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { someClient } from '../helpers/cost-facts.ts';
import { csvFile, importInto } from '../helpers/imports.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON } from '../db/made-store.ts';
import { value } from '../helpers/answers.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});

let store: Store;
let path: string;
let today: IsoDate;
let officer: string;
let host: Host;
beforeEach(() => {
  path = join(folder.path, `${open.length}.kerbside`);
  store = madeStore(path);
  open.push(store);
  addPlaces(store);
  addClients(store, [{ ref: 'A1', forename: 'Ola', surname: 'Rhodes' }, { ref: 'A2' }]);
  store.write(BY_TEST, () => {
    store.clients.update(1, {
      home_address: '1 High Street',
      postcode: 'ME14 1CK',
      school_given: 'Bower Grove School',
      days: ['Mon', 'Tue'],
      mobility: 'wheelchair_travels',
      wheelchair: 'Kit',
      occupied_weight_kg: 60,
      assistant: 'shared',
      carer_name: 'Jo Rhodes',
      phone: '01632 960001',
    });
    store.applications.update('A1', { received_on: isoDate('2026-07-01'), status: 'awarded' });
  });
  today = ON;
  officer = 'R. Officer';
  host = {
    store: () => ({ ok: true, value: store }),
    today: () => today,
    byHand: () => ({ who: officer, why: officer }),
    changed: () => undefined,
  } as unknown as Host;
});

async function failure(result: Result<unknown> | Promise<Result<unknown>>) {
  const settled = await result;
  return settled.ok ? { code: 'ok', details: undefined } : settled.error;
}
const page = (client_id = 1): Promise<TifPage> =>
  value(tifHandlers['tif/get']({ client_id }, host));
const answer = (key: string, typed: string, known = '') =>
  tifHandlers['tif/answer']({ client_id: 1, key, typed, known }, host);
const sign = (revision: number, given: Record<string, unknown> = {}) =>
  tifHandlers['tif/sign'](
    {
      client_id: 1,
      revision,
      signed_by: ' Jo Rhodes ',
      signer: 'parent_or_carer',
      relationship: 'Mother',
      signed_on: isoDate('2026-08-03'),
      received_on: isoDate('2026-08-05'),
      entered_by: '',
      ...given,
    },
    host,
  );
/** Types every answer of a whole form that differs from what is there. */
async function typeWhole(given: Readonly<Record<string, string>> = {}): Promise<TifPage> {
  const client = store.clients.get(1) ?? someClient(1, {});
  const whole = { ...drawAnswers(seededRandom(5), client), handover: 'Jo Rhodes', ...given };
  const before = (await page()).answers;
  for (const [key, typed] of Object.entries(whole)) {
    if ((before[key] ?? '') !== typed) await value(answer(key, typed, before[key] ?? ''));
  }
  return page();
}

describe('typing', () => {
  it('starts from what the record says, which stays as the first version, unsigned', async () => {
    expect(await page()).toMatchObject({ draft: null, versions: [], signed: 'none' });
    const after = await value(answer('own_view', 'Likes the window'));
    expect(after.versions).toMatchObject([{ number: 1, kind: 'imported', complete: false }]);
    expect(after.versions[0]?.answers).toMatchObject({ assistant: 'shared', mobility: 'wheelchair_travels' }); // prettier-ignore
    expect(after.answers).toMatchObject({ own_view: 'Likes the window', assistant: 'shared' });
    expect(after.draft).toMatchObject({ revision: 1, started_by: 'R. Officer' });
    expect(store.clients.get(1)).toMatchObject({ tif_signed: 'none', assistant: 'shared' });
  });

  it('is kept answer by answer: a store that is opened again has every one', async () => {
    await value(answer('own_view', 'Likes the window'));
    await value(answer('rescue_dose', 'five milligrams?'));
    // As after a power cut: nobody closed the first one.
    const again = openStore(path, {});
    if (!again.ok) throw new Error(again.error.cause);
    open.push(again.value);
    expect(again.value.tif.draft(1)?.answers).toMatchObject({
      own_view: 'Likes the window',
      rescue_dose: 'five milligrams?',
    });
    const sentences = store.history
      .list({ client_id: 1, limit: 5 })
      .map(({ sentence }) => sentence);
    expect(sentences[0]).toBe('TIF, rescue dose set to five milligrams? by R. Officer');
  });

  it('does not write over what another officer answered since', async () => {
    await value(answer('triggers', 'Dogs'));
    officer = 'S. Second';
    const since = await failure(answer('triggers', 'Cats', ''));
    expect(since).toMatchObject({
      code: 'answered_since',
      details: { stored: 'Dogs', yours: 'Cats', who: 'R. Officer' },
    });
    expect((await page()).answers['triggers']).toBe('Dogs');
    await value(answer('triggers', 'Cats', 'Dogs'));
    expect((await page()).draft?.given['triggers']?.who).toBe('S. Second');
  });

  it('refuses a question that is not on the form', async () => {
    expect(await failure(answer('assistants', 'x'))).toMatchObject({ code: 'no_question' });
  });
});

describe('signing', () => {
  it('a whole form writes its answers onto the record, as from the TIF', async () => {
    const typed = await typeWhole({ assistant: 'own', assistant_why: 'Runs', risk_assessment_on: '2026-05-01', risk_by: 'R', risk_review_on: '2027-05-01', risk_controls: 'Same crew' }); // prettier-ignore
    const gaps = checkForm(typed.answers, ON).sections.flatMap((section) => section.gaps);
    expect(gaps).toEqual([]);
    const signed = await value(sign(typed.draft?.revision ?? 0));
    expect(signed).toMatchObject({ draft: null, signed: 'complete', stands: true });
    expect(signed.versions.at(-1)).toMatchObject({
      number: 2,
      kind: 'signed',
      complete: true,
      year: '2026/27',
      signature: { signed_by: 'Jo Rhodes', entered_by: 'R. Officer', received_on: '2026-08-05' },
    });
    expect(store.clients.get(1)).toMatchObject({ assistant: 'own', tif_signed: 'complete' });
    expect(store.applications.get('A1')?.tif_received_on).toBe('2026-08-05');
    expect(store.read.state(1, ON)).toMatchObject({ tif_checked: true, provisional: false });
    const sentences = store.history
      .list({ client_id: 1, limit: 50 })
      .map(({ sentence }) => sentence);
    expect(sentences).toContain(
      'Passenger assistant changed from shared to own by the TIF signed by Jo Rhodes',
    );
    expect(store.drift(ON)).toEqual([]);
  });

  it('an incomplete form leaves the child provisional and takes no assistant away', async () => {
    await value(answer('assistant', 'none', 'shared'));
    const { draft } = await page();
    const signed = await value(sign(draft?.revision ?? 0));
    expect(signed).toMatchObject({ signed: 'incomplete' });
    expect(store.clients.get(1)?.assistant).toBe('shared');
    expect(store.read.state(1, ON)).toMatchObject({ tif_checked: false, provisional: true });
    expect((await page()).answers['assistant']).toBe('none');
  });

  it('is refused where answers came since, the date lies ahead or nothing differs', async () => {
    const typed = await value(answer('own_view', 'Likes the window'));
    await value(answer('triggers', 'Dogs'));
    expect(await failure(sign(typed.draft?.revision ?? 0))).toMatchObject({ code: 'form_changed' });
    const ahead = { signed_on: addDays(ON, 1), received_on: addDays(ON, 1) };
    expect(await failure(sign(2, ahead))).toMatchObject({ code: 'not_complete' });
    await value(sign(2));
    expect(await failure(sign(0))).toMatchObject({ code: 'nothing_to_sign' });
  });

  it('stands for good: neither handler nor file may change a signed version', async () => {
    await value(answer('own_view', 'Likes the window'));
    await value(sign(1));
    const [, signed] = store.tif.versions(1);
    await value(answer('own_view', 'Likes the aisle', 'Likes the window'));
    await value(sign(1));
    expect(store.tif.versions(1)[1]).toEqual(signed);
    expect(store.tif.versions(1).map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'imported'],
      [2, 'signed'],
      [3, 'signed'],
    ]);
  });

  it('of a moved home has the position found anew', async () => {
    const typed = await typeWhole({ home_address: '9 Low Road', postcode: 'ME16 1CK' });
    await value(sign(typed.draft?.revision ?? 0));
    expect(store.clients.get(1)).toMatchObject({ postcode: 'ME16 1CK', lat: null, lon: null });
    expect(store.read.state(1, ON)).toMatchObject({ transport: 'not_planned' });
  });
});

describe('confirming for another year', () => {
  const NEXT = isoDate('2027-06-01');
  const confirm = (given: Record<string, unknown> = {}) =>
    tifHandlers['tif/confirm'](
      { client_id: 1, confirmed_by: 'Jo Rhodes', relationship: 'Mother', confirmed_on: today, entered_by: '', ...given }, // prettier-ignore
      host,
    );

  it('lets a complete form stand for the next year, and only for that', async () => {
    const typed = await typeWhole();
    await value(sign(typed.draft?.revision ?? 0));
    expect(await failure(confirm())).toMatchObject({ code: 'not_confirmed' });
    today = NEXT;
    store.write(BY_TEST, () =>
      store.applications.upsertMany([
        { ref: 'A1-27', client_id: 1, type: 'Renewal', received_on: NEXT, status: 'awarded' },
      ]),
    );
    expect(await page()).toMatchObject({ year: '2027/28', stands: false });
    expect(store.read.state(1, NEXT)?.tif_checked).toBe(false);
    expect(remindersOn(store, addDays(NEXT, 20)).due.map(({ ref }) => ref)).toContain('A1-27');
    const confirmed = await value(confirm());
    expect(confirmed).toMatchObject({ stands: true, signed: 'complete' });
    expect(store.read.state(1, NEXT)?.tif_checked).toBe(true);
    expect(store.applications.get('A1-27')?.tif_received_on).toBe(NEXT);
    today = isoDate('2028-06-01');
    expect(await page()).toMatchObject({ year: '2028/29', stands: false });
  });

  it('of many says of each why it cannot be', async () => {
    const typed = await typeWhole();
    await value(sign(typed.draft?.revision ?? 0));
    await value(answer('own_view', 'Has changed', typed.answers['own_view']));
    const year = academicYearFrom(2027);
    const by = { confirmed_by: 'Jo', relationship: 'Mother' };
    const options = { year, confirmed_on: NEXT, entered_by: 'R. Officer', on: NEXT };
    const all = [1, 2, 3].map((client_id) => ({ client_id, ...by }));
    expect(confirmTifs(store, { ...options, confirmed: all })).toMatchObject({
      confirmed: [],
      not_confirmed: [
        { client_id: 1, reason: expect.stringContaining('wait for a signature') as string },
        { client_id: 2, reason: expect.stringContaining('No form was signed') as string },
        { client_id: 3, reason: 'There is no such client.' },
      ],
    });
    const { draft } = await page();
    await value(sign(draft?.revision ?? 0));
    expect(confirmTifs(store, { ...options, confirmed: all }).confirmed).toEqual([1]);
  });
});

describe('a protected address', () => {
  it('is neither shown nor typed here, and the form is complete by what the record has', async () => {
    store.write(BY_TEST, () => store.clients.update(1, { protected_address: true }));
    expect(await failure(answer('postcode', 'ME16 1CK'))).toMatchObject({ code: 'protected_address' }); // prettier-ignore
    const shown = await page();
    expect(JSON.stringify(shown)).not.toContain('ME14 1CK');
    expect(shown.hidden).toMatchObject({
      postcode: true,
      home_address: true,
      second_address: false,
    });
    const whole = drawAnswers(seededRandom(5), store.clients.get(1) ?? someClient(1, {}));
    for (const [key, typed] of Object.entries({ ...whole, handover: 'Jo Rhodes' })) {
      if (shown.hidden[key] === undefined && (shown.answers[key] ?? '') !== typed) {
        await value(answer(key, typed, shown.answers[key] ?? ''));
      }
    }
    const signed = await value(sign((await page()).draft?.revision ?? 0));
    expect(signed.signed).toBe('complete');
    expect(JSON.stringify(signed)).not.toContain('ME14 1CK');
    expect(store.clients.get(1)).toMatchObject({ postcode: 'ME14 1CK', lat: 51.2 });
  });
});

describe('a file that comes after a signature', () => {
  it('does not write over it: what differs is a question, until the next signature', async () => {
    const typed = await typeWhole();
    await value(sign(typed.draft?.revision ?? 0));
    const head = 'Reference,Surname,Mobility,Passenger assistant,Handover';
    const file = csvFile('summer.csv', head, 'A1,Rhodes,Walks,None,');
    await importInto(store, 'applications', [file]);
    expect(store.clients.get(1)).toMatchObject({
      mobility: 'wheelchair_travels',
      assistant: 'shared',
      handover: 'Jo Rhodes',
    });
    const asked = (await page()).application?.questions ?? [];
    expect(asked.filter((each) => each.startsWith('TIF:'))).toEqual([
      'TIF: how the client moves and travels: the file says “walks”, the form signed on 3 Aug 2026 says “travels in the wheelchair”. The signed answer stands; which is right?',
      'TIF: whether a passenger assistant is needed: the file says “none”, the form signed on 3 Aug 2026 says “shared”. The signed answer stands; which is right?',
    ]);
    await value(answer('own_view', 'Asked again', typed.answers['own_view']));
    await value(sign(1));
    expect((await page()).application?.questions.filter((each) => each.startsWith('TIF:'))).toEqual([]); // prettier-ignore
  });
});
