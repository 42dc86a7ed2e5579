/** What bidders are handed, byte by byte: nothing in it says who a child is. On real files of a store with telling records. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { draftTender, putOut } from '../../electron/api/lots/put-out.ts';
import { openArchive, WORKBOOK_LIMITS } from '../../electron/files/open-archive.ts';
import { readTables } from '../../electron/files/read-tables.ts';
import { silent } from '../../electron/jobs/context.ts';
import { lotsPaper } from '../../electron/jobs/lots/lots-paper.ts';
import { makeLots, writeLotsArchive } from '../../electron/jobs/lots/write-lots.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import { RULES } from '../helpers/tender-of.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madePlan, madeRoute, madeStore, ON, SCHOOL } from './made-store.ts'; // prettier-ignore

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

/** Every value of a record that a bidder may not read; spelt so that none stands in any other word. */
const SECRETS = {
  ref: 'KT26-7755',
  forename: 'Zebulon',
  surname: 'Quillfeather',
  carer_name: 'Mrs Ottoline Quillfeather',
  phone: '07700 900123',
  home_address: '14 Wyvern Passage',
  postcode: 'ME15 6QX',
  equipment: 'Harness because of epilepsy',
  medical: 'Lennox-Gastaut syndrome',
  notes: 'Witness protection',
  section_i: 'Bower Grove only',
  religion_or_belief: 'Zoroastrian',
  care_status: 'Looked after',
  low_income_basis: 'Universal Credit',
  wheelchair: 'Quickie Salsa M2',
} as const;
const NEEDS = ['ASD', 'SEMH', 'PMLD', 'epilepsy', 'autis'];

const FORM = {
  title: 'Summer routes',
  opens_at: '2026-08-10T09:00',
  closes_at: '2026-08-20T12:00',
  starts_on: isoDate('2026-09-01'),
  ends_on: isoDate('2029-07-31'),
  notice_days: 28,
  price_weight: 60,
  questions: RULES.questions,
  providers: ['Beult Private Hire', 'Médway Cars & Sons'],
  by: 'S Clarke',
};
const WHEN = { now: '2026-08-10T10:00', on: ON, change: BY_TEST };

function telling(): Store {
  const store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  const [first = 0, second = 0] = addClients(store, [
    { ref: SECRETS.ref, forename: SECRETS.forename, surname: SECRETS.surname, postcode: SECRETS.postcode, home_address: SECRETS.home_address }, // prettier-ignore
    { ref: 'KT26-8866', forename: 'Isolde', surname: 'Vantongeren', postcode: 'CT21 4ZZ', home_address: '3 Halcyon Steps', protected_address: true }, // prettier-ignore
  ]);
  store.write(BY_TEST, () => {
    store.clients.update(first, {
      carer_name: SECRETS.carer_name,
      phone: SECRETS.phone,
      equipment: SECRETS.equipment,
      medical: SECRETS.medical,
      notes: SECRETS.notes,
      section_i: SECRETS.section_i,
      religion_or_belief: SECRETS.religion_or_belief,
      care_status: SECRETS.care_status,
      low_income_basis: SECRETS.low_income_basis,
      wheelchair: SECRETS.wheelchair,
      need: 'SEMH',
      mobility: 'wheelchair_travels',
      occupied_weight_kg: 143.2,
      assistant: 'own',
    });
    const route = { ...madeRoute('MEA-001', [first, second]), vehicle_class: 'accessible_taxi', seats: 2, wheelchairs: 1, assistant: true, school_urn: SCHOOL }; // prettier-ignore
    store.plans.save(madePlan([route]));
  });
  return store;
}

function out(store: Store, given: Partial<typeof FORM> = {}) {
  return putOut(store, ['MEA-001'], { ...FORM, ...given }, WHEN);
}

/** The printer of these tests hands the page's own HTML back, so that every byte that would be printed can be read. */
const asHtml = (html: string) => Promise.resolve(ok(new TextEncoder().encode(html)));

/** Every part of an archive, unpacked, as text. */
async function textsOf(name: string, bytes: Uint8Array): Promise<string> {
  const archive = await openArchive({ name, source: { bytes } }, WORKBOOK_LIMITS);
  if (!archive.ok) throw new Error(archive.error.cause);
  const parts: string[] = [];
  for (const entry of archive.value.entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await entry.open()) chunks.push(chunk as Uint8Array);
    parts.push(entry.name, Buffer.concat(chunks).toString('utf8'));
  }
  archive.value.close();
  return parts.join('\n');
}

describe('the files of a tender', () => {
  it('hold no name, reference, address, postcode or diagnosis in any byte', async () => {
    const store = telling();
    expect(out(store)).toMatchObject({ ok: true });
    const files = await makeLots(store, { tender_id: 1, providers: null, at: WHEN.now, by: BY_TEST }, silent, asHtml); // prettier-ignore
    const all = defined(files.ok ? files.value.files : null, 'the files');
    expect(all.map(({ name }) => name)).toEqual([
      'T2026-01-specification.pdf',
      'T2026-01-bid-beult-private-hire.xlsx',
      'T2026-01-bid-medway-cars-sons.xlsx',
    ]);
    for (const { name, bytes } of all) {
      const text = name.endsWith('.pdf') ? Buffer.from(bytes).toString('utf8').replace(/base64,[A-Za-z0-9+/=]+/g, '') : await textsOf(name, bytes); // prettier-ignore
      expect(text).toContain('Bower Grove School');
      expect(text).toContain('144 kg');
      expect(text).toContain('ME15');
      expect(text).toContain('On award');
      for (const secret of [...Object.values(SECRETS), 'KT26-8866', 'Isolde', 'Vantongeren', 'CT21', 'Halcyon', 'ME15 6', '6QX', ...NEEDS]) // prettier-ignore
        expect(text.toLowerCase().includes(secret.toLowerCase()), `${secret} in ${name}`).toBe(false); // prettier-ignore
    }
    store.close();
  });

  it('ask for what the children need', () => {
    const store = telling();
    const drafted = draftTender(store, ['MEA-001', 'MEA-009'], WHEN.now, ON);
    const [lot, gone] = drafted.ok ? drafted.value.lots : [];
    expect(lot?.specification).toMatchObject({
      children: 2,
      heaviest_kg: 144,
      assistants: 1,
      wheelchairs: 1,
      competences: ['Harness', 'Medical care on the way', 'Wheelchair tie-down'].filter((each) => each !== 'Medical care on the way'), // prettier-ignore
      layouts: ['2 seats, 1 wheelchair space'],
    });
    expect(lot?.specification?.stops.map(({ area, place }) => [area, place])).toEqual([
      ['ME15', 'wheelchair'],
      ['On award', 'seat'],
    ]);
    expect(gone?.why_not).toContain('no route MEA-009');
    store.close();
  });

  it('are not put out with a title that names a child, nor twice, nor incomplete', () => {
    const store = telling();
    const named = out(store, { title: 'Run of the Quillfeather boy', providers: [] });
    expect(named).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    expect(named.ok ? '' : named.error.cause).toMatch(/Invite.*names a child/);
    expect(store.lots.tenders()).toEqual([]);
    expect(out(store)).toMatchObject({ ok: true });
    expect(out(store)).toMatchObject({ ok: false, error: { cause: expect.stringContaining('lot T2026-01/01') as string } }); // prettier-ignore
    expect(store.service.stepsOf('MEA-001').at(-1)?.state).toBe('out_to_tender');
    store.close();
  });

  it('are noted as written only once all are made', async () => {
    const store = telling();
    out(store);
    const request = { tender_id: 1, providers: null, at: WHEN.now, by: BY_TEST };
    const broken = await writeLotsArchive(store, request, silent, () => Promise.resolve(fail('no_printer', 'No printer.', 'Install one.'))); // prettier-ignore
    expect(broken).toMatchObject({ ok: false, error: { code: 'no_printer' } });
    const stopped = await writeLotsArchive(store, request, { ...silent, cancelled: () => true }, asHtml); // prettier-ignore
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(store.lots.invitationsOf(1).every((each) => each.written_at === null)).toBe(true);
    const done = await writeLotsArchive(store, request, silent, asHtml);
    expect(done).toMatchObject({ ok: true, value: { name: 'T2026-01-files.zip' } });
    expect(store.lots.invitationsOf(1).map((each) => each.written_at)).toEqual([WHEN.now, WHEN.now]); // prettier-ignore
    store.close();
  });

  it('lock what is given and check what is typed', async () => {
    const store = telling();
    out(store);
    const made_ = await makeLots(store, { tender_id: 1, providers: ['Beult Private Hire'], at: WHEN.now, by: BY_TEST }, silent, asHtml); // prettier-ignore
    const sheet = defined(made_.ok ? made_.value.files[1] : null, 'the workbook');
    const text = await textsOf(sheet.name, sheet.bytes);
    expect(text).toContain('sheetProtection');
    expect(text.match(/<dataValidation /g)?.length).toBeGreaterThanOrEqual(5);
    expect(text).toContain('IF(ISNUMBER(E9),E9+N(F9),"")'.replaceAll('"', '&quot;'));
    const tables = await readTables({ name: sheet.name, source: { bytes: sheet.bytes } });
    const names = tables.ok ? tables.value.map((table) => table.sheet) : [];
    expect(names).toEqual(['Read first', 'Lots', 'Stops', 'Bid', 'Quality']);
    store.close();
  });

  it('print what a council’s own words may hold as words', async () => {
    const store = telling();
    out(store, { title: 'Routes <b>& runs</b>' });
    const tender = defined(store.lots.tender(1), 'the tender');
    const html = await lotsPaper({ tender, lots: store.lots.lotsOf(1), vehicles: [], office: '', warning: '' }); // prettier-ignore
    expect(html).not.toContain('<b>& runs');
    store.close();
  });
});
