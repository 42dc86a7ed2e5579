/** Every paper of a planned county as finished bytes, read back as text and cells: nothing stands on it that its list does not allow. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { findChromium } from '../../electron/files/pdf-printer.ts';
import { silent } from '../../electron/jobs/context.ts';
import type { ExportedFile } from '../../electron/jobs/export-report.ts';
import { draftLetters } from '../../electron/jobs/letters.ts';
import { lettersFiles } from '../../electron/jobs/letters-files.ts';
import { draftLists } from '../../electron/jobs/papers/draft-lists.ts';
import { listFiles } from '../../electron/jobs/papers/list-files.ts';
import { draftSheets } from '../../electron/jobs/sheets/draft-sheets.ts';
import {
  familyDetailsFiles,
  readFamilyDetails,
} from '../../electron/jobs/sheets/family-details.ts';
import { sheetsFiles } from '../../electron/jobs/sheets/sheets-files.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { FORBIDDEN } from '../../shared/casework/sheets/guard.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Client } from '../../shared/model/client.ts';
import type { DutyListContent, SchoolListContent } from '../../shared/model/paper.ts';
import { ALLOWED_PAPERS, DUTY_FIELDS, SCHOOL_FIELDS } from '../../shared/service/papers/allowed.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { pagesOf } from '../helpers/saved-files.ts';

const ON = isoDate('2026-08-10');
const BY = { who: 'S Clarke', why: 'a test' };
const chromium = await findChromium();
const blind = chromium === null ? () => Promise.resolve(ok(new Uint8Array())) : undefined;
let county: DemoStore;
let store: Store;
let folder: string;
/** Two children of one confirmed route: everything private is in the record of each; the address of the first is protected. */
let hidden: Client;
let open: Client;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

/** What nobody who reads a paper may learn, in words that stand nowhere else. */
const NEVER =
  /zoroastrian|kinvara|grant ?XQ7|wyvernholt|prader[- ]?willi|pathological demand|bites okonjo/i;
const FORMS = { surname: /quillfeather|okonjo/i, home: /hush row|meadow vane/i, postcode: /ME99 ?[12]ZZ/i }; // prettier-ignore

beforeAll(() => {
  county = makeDemoStore(110);
  store = must(openStore(county.path));
  folder = mkdtempSync(join(tmpdir(), 'kerbside-papers-'));
  const ready = new Set(readFamilyDetails(store, ON).ready.map(({ client_id }) => client_id));
  const route = defined(
    store.plans.current()?.routes.find(({ stops }) => stops.filter(({ client_id, place }) => place === 'home' && ready.has(client_id)).length > 1), // prettier-ignore
    'a confirmed route with two children',
  );
  const [first, second] = route.stops.map(({ client_id }) => client_id).filter((id) => ready.has(id)); // prettier-ignore
  const given = {
    religion_or_belief: 'Zoroastrian',
    care_status: 'Section 20 Kinvara',
    low_income_basis: 'Grant XQ7',
    section_i: 'Wyvernholt Academy named',
    medical: 'Prader-Willi',
    notes: 'Pathological demand avoidance; bites Okonjo.',
    handover: 'Jane Quillfeather, foster carer, Zoroastrian',
  };
  store.write(BY, () => {
    store.clients.update(defined(first, 'first'), { ...given, surname: 'Quillfeather', home_address: '9 Hush Row', postcode: 'ME99 1ZZ', phone: '01632 990001', protected_address: true, not_with: ['OKONJO-1'] }); // prettier-ignore
    store.clients.update(defined(second, 'second'), { ...given, surname: 'Okonjo', home_address: '7 Meadow Vane', postcode: 'ME99 2ZZ', phone: '01632 990002', protected_address: false }); // prettier-ignore
  });
  hidden = defined(store.clients.get(defined(first, 'first')), 'hidden');
  open = defined(store.clients.get(defined(second, 'second')), 'open');
}, 60_000);
afterAll(() => {
  store.close();
  county.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Read {
  readonly name: string;
  /** Pages of a .pdf, else one. */
  readonly pages: readonly string[];
  /** Cells of a .xlsx or .csv; empty for a .pdf. */
  readonly cells: readonly string[];
}

async function read(files: readonly ExportedFile[]): Promise<readonly Read[]> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const found: Read[] = [];
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    if (name.endsWith('.pdf')) {
      if (chromium !== null) found.push({ name, pages: pagesOf(path) ?? [], cells: [] });
      continue;
    }
    if (name.endsWith('.csv')) {
      const text = new TextDecoder().decode(bytes);
      found.push({ name, pages: [text], cells: text.split(/\r\n|,/) });
      continue;
    }
    const book = new Workbook();
    await book.xlsx.readFile(path);
    const cells: string[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          cells.push(cell.text);
        });
      });
    found.push({ name, pages: [cells.join('\n')], cells });
  }
  expect(found.length).toBeGreaterThan(0);
  return found;
}

const all = (files: readonly Read[]): string => files.flatMap(({ pages }) => pages).join('\n');

describe('what a provider reads', () => {
  it('names no child whole, no protected address, and nothing private, on any sheet of the county', async () => {
    const draft = must(draftSheets(store, { on: ON, refs: null, shown: [], shown_reason: '', how: '' }, silent)); // prettier-ignore
    const files = await read(must(await sheetsFiles(draft, silent, blind)));
    const text = all(files);
    expect(text).not.toMatch(NEVER);
    expect(text).not.toMatch(FORMS.surname);
    expect(text).not.toMatch(/hush row|ME99 ?1ZZ|990001/i);
    expect(text).toMatch(/meadow vane/i);
    expect(text).not.toContain('OKONJO-1');
    const spare = draft.sheets.flatMap(({ content }) => [content.route.school, content.route.provider, ...content.stops.flatMap(({ name, address }) => [name, address])]); // prettier-ignore
    const rest = spare.toSorted((a, b) => b.length - a.length).reduce((now, words) => (words === '' ? now : now.replaceAll(words, '')), files.filter(({ name }) => name.endsWith('.xlsx')).map(({ pages }) => pages.join('\n')).join('\n')); // prettier-ignore
    for (const [kind, { pattern }] of Object.entries(FORBIDDEN))
      if (kind !== 'diagnosis') expect(`${kind}: ${pattern.exec(rest)?.[0] ?? ''}`).toBe(`${kind}: `); // prettier-ignore
  }, 120_000);
});

describe('what a school reads', () => {
  it('is its own children’s line and no home, number, need or reference, in .pdf, .xlsx and .csv', async () => {
    const draft = must(draftLists(store, { kind: 'school_list', on: ON, subjects: null, how: '' }, silent)); // prettier-ignore
    const files = await read(must(await listFiles(draft, silent, blind)));
    const text = all(files);
    expect(text).toMatch(FORMS.surname);
    expect(text).not.toMatch(NEVER);
    expect(text).not.toMatch(FORMS.home);
    expect(text).not.toMatch(FORMS.postcode);
    for (const client of store.clients.all()) {
      expect(text).not.toContain(client.ref);
      if (client.home_address.length > 8) expect(text).not.toContain(client.home_address);
      if (client.phone.length > 5) expect(text).not.toContain(client.phone);
    }
    for (const list of draft.lists) {
      const lines = (list.content as SchoolListContent).lines;
      const may = new Set(lines.flatMap((line) => Object.values(line)));
      const heads = new Set(Object.values(SCHOOL_FIELDS).map(({ label }) => label as string));
      const book = defined(files.find(({ name }) => name.endsWith('.xlsx') && name.includes(`-${list.subject}-`)), 'the workbook'); // prettier-ignore
      const more = book.cells.filter((cell) => cell !== '' && !may.has(cell) && !heads.has(cell));
      // Besides the lines: title, stamp, invented data, draft, the number to ring.
      expect(more.every((cell) => /^(Children who come by vehicle|Invented data|Draft plan|Ring the office)|Version \d/.test(cell))).toBe(true); // prettier-ignore
      const names = new Set(list.clients);
      for (const other of [hidden, open]) if (!names.has(other.id)) expect(book.pages.join()).not.toContain(other.surname); // prettier-ignore
    }
  }, 120_000);
});

describe('what the office’s own list says', () => {
  it('is the listed fields: no address, and of a protected one no number', async () => {
    const draft = must(draftLists(store, { kind: 'duty_list', on: ON, subjects: null, how: '' }, silent)); // prettier-ignore
    const files = await read(must(await listFiles(draft, silent, blind)));
    expect(files.map(({ name }) => name.replace(/.*\./, ''))).toEqual(['pdf', 'xlsx', 'csv']);
    const text = all(files);
    expect(text).not.toMatch(NEVER);
    expect(text).not.toMatch(FORMS.home);
    expect(text).not.toContain('990001');
    expect(text).toContain('990002');
    const [list] = draft.lists;
    for (const line of (defined(list, 'the list').content as DutyListContent).lines)
      expect(Object.keys(line).toSorted()).toEqual(Object.keys(DUTY_FIELDS).toSorted());
  });
});

describe('what a family reads', () => {
  it('is of its own child alone: every letter of the county, its mail merge and the details', async () => {
    const request = { kind: 'transport_details', refs: null, on: ON, reason: '', preview: false, leave_out: true } as const; // prettier-ignore
    const batch = must(draftLetters(store, request));
    expect(batch.letters.length).toBeGreaterThan(20);
    const files = await read(must(await lettersFiles(batch, silent, blind)));
    const text = all(files);
    expect(text).not.toMatch(NEVER);
    // A protected address lies in files of its own.
    for (const { name, pages } of files)
      if (!name.includes('protected')) expect(pages.join('\n')).not.toMatch(/hush row|ME99 ?1ZZ/i);
    for (const { content, facts } of batch.letters) {
      const words = content.paragraphs.join('\n');
      expect(words).toContain(facts.child);
      for (const other of [hidden, open])
        if (!facts.child.includes(other.surname)) expect(words).not.toContain(other.surname);
      for (const { pattern } of [FORBIDDEN.income, FORBIDDEN.care])
        expect([facts.school, facts.child, facts.pick_up_place].reduce((now, each) => (each === '' ? now : now.replaceAll(each, '')), words)).not.toMatch(pattern); // prettier-ignore
    }
    const merged = await read(await familyDetailsFiles(store, ON));
    const labels = Object.values(ALLOWED_PAPERS.family_letter.fields).map(({ label }) => label);
    const heads = defined(merged.find(({ name }) => name.endsWith('10.csv')), 'the merge').pages[0]?.split('\r\n')[0]; // prettier-ignore
    expect(heads?.replace('\uFEFF', '').split(',')).toEqual([...labels, 'Social worker']);
    expect(all(merged.filter(({ name }) => !name.includes('not-yet')))).not.toMatch(NEVER);
  }, 120_000);
});
