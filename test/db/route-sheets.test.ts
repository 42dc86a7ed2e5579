/** Sheets of a planned county as files: read back as their text, and searched for what no provider may read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { findChromium } from '../../electron/files/pdf-printer.ts';
import { silent } from '../../electron/jobs/context.ts';
import { draftSheets, type SheetsDraft } from '../../electron/jobs/sheets/draft-sheets.ts';
import { issueSheets, issueSheetsArchive } from '../../electron/jobs/sheets/issue-sheets.ts';
import { sheetsFiles } from '../../electron/jobs/sheets/sheets-files.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { FORBIDDEN } from '../../shared/casework/sheets/guard.ts';
import { DRAFT_WARNING } from '../../shared/casework/sheets/route-sheet.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { ROUTE_FIELDS, STOP_FIELDS } from '../../shared/model/route-sheet.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { pagesOf } from '../helpers/saved-files.ts';

const ON = isoDate('2026-08-10');
const BY = { who: 'S Clarke', why: 'a test' };
const chromium = await findChromium();
const ALL = { on: ON, refs: null, shown: [], shown_reason: '', how: '' as const };
let county: DemoStore;
let store: Store;
let folder: string;
/** A let route with a child whose record and form hold everything that is nobody's business. */
let route: string;
let ref: string;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

beforeAll(() => {
  county = makeDemoStore(150);
  store = must(openStore(county.path));
  folder = mkdtempSync(join(tmpdir(), 'kerbside-sheets-'));
  const plan = defined(store.plans.current(), 'the plan');
  const let_ = defined(
    plan.routes.find((each) => each.contract_id !== null && each.stops.length > 1),
    'a let route',
  );
  route = let_.ref;
  const [stop, other] = let_.stops;
  const client = defined(store.clients.get(defined(stop, 'stop').client_id), 'client');
  const apart = defined(store.clients.get(defined(other, 'stop').client_id), 'other');
  ref = client.ref;
  store.write(BY, () => {
    store.clients.update(client.id, {
      surname: 'Quillfeather',
      religion_or_belief: 'Zoroastrian',
      care_status: 'Section 20 Kinvara',
      low_income_basis: 'Grant XQ7',
      section_i: 'Wyvernholt Academy named',
      medical: 'Prader-Willi',
      handover: 'Jane Quillfeather, foster carer',
      home_address: '9 Hush Row',
      protected_address: false,
    });
    store.clients.update(apart.id, { surname: 'Okonjo' });
  });
});
afterAll(() => {
  store.close();
  county.remove();
  rmSync(folder, { recursive: true, force: true });
});

const PRIVATE = /quillfeather|okonjo|zoroastrian|kinvara|XQ7|wyvernholt|prader/i;

async function textsOf(draft: SheetsDraft): Promise<readonly string[]> {
  const files = must(
    await sheetsFiles(
      draft,
      silent,
      chromium === null ? () => Promise.resolve(ok(new Uint8Array())) : undefined,
    ),
  );
  return files.flatMap(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    if (name.endsWith('.xlsx'))
      return [
        execFileSync('unzip', ['-p', path, 'xl/sharedStrings.xml', 'xl/worksheets/*'], {
          maxBuffer: 1e9,
        }).toString(),
      ];
    return chromium === null ? [] : [(pagesOf(path) ?? []).join('\n')];
  });
}

describe('route sheets of a county', () => {
  it('say of the children aboard only what is listed, in .xlsx and .pdf', async () => {
    const draft = must(draftSheets(store, { ...ALL, refs: [route] }, silent));
    const [sheet] = draft.sheets;
    const named = defined(sheet, 'the sheet').content;
    expect(named.stops.map(({ name }) => name).join()).toMatch(/ Q\./);
    expect(draft.held).toContainEqual({
      ref,
      field: 'at_home',
      says: ['care status'],
      route_ref: route,
    });
    const texts = await textsOf(draft);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(text).toContain('Hush Row');
      expect(text).not.toMatch(PRIVATE);
      for (const { pattern } of Object.values(FORBIDDEN)) {
        if (pattern === FORBIDDEN.diagnosis.pattern) continue;
        expect(text.replaceAll(named.route.school, '')).not.toMatch(pattern);
      }
      for (const client of store.clients.all()) {
        if (
          client.surname.length < 5 ||
          !named.stops.some(({ name }) => name.startsWith(client.forename))
        )
          continue;
        const others = [
          named.route.provider,
          ...named.stops.map(({ address }) => address),
          named.route.school,
        ].join(' ');
        if (!others.includes(client.surname)) expect(text).not.toContain(client.surname);
      }
    }
  }, 60_000);

  it('print no cell that is not a field of the sheet', async () => {
    const draft = must(draftSheets(store, { ...ALL, refs: [route] }, silent));
    const { content } = defined(draft.sheets[0], 'the sheet');
    const files = must(
      await sheetsFiles(draft, silent, () => Promise.resolve(ok(new Uint8Array()))),
    );
    const path = join(folder, 'cells.xlsx');
    writeFileSync(
      path,
      defined(
        files.find(({ name }) => name.endsWith('.xlsx')),
        'workbook',
      ).bytes,
    );
    const { Workbook } = await import('@cj-tech-master/excelts');
    const book = new Workbook();
    await book.xlsx.readFile(path);
    const allowed = new Set<string>([
      ...Object.values(STOP_FIELDS).map(({ label }) => label),
      ...content.stops.flatMap((stop) => Object.values(stop)),
      ...Object.entries(content.route).map(
        ([key, value]) => `${ROUTE_FIELDS[key as keyof typeof ROUTE_FIELDS].label}: ${value}`,
      ),
      ...content.warnings,
      'Stop',
      'Stops in order, morning',
      'How to look after each child',
      `Route ${route}`,
    ]);
    const extra: string[] = [];
    for (const page of book.worksheets)
      page.eachRow((row) => {
        row.eachCell((cell) => {
          const { text } = cell;
          if (
            !allowed.has(text) &&
            !/^\d+$/.test(text) &&
            !/^Invented data. Version 1, issued 10 Aug 2026, plan 1$/.test(text)
          )
            extra.push(text);
        });
      });
    expect(extra).toEqual([]);
  });

  it('keep their version while nothing on them changes, and replace it when something does', () => {
    const issue = () => {
      const draft = must(draftSheets(store, { ...ALL, refs: [route] }, silent));
      return must(issueSheets(store, draft, () => undefined, BY)).sheets.map(
        ({ version, is_new }) => [version, is_new],
      );
    };
    expect(issue()).toEqual([[1, true]]);
    expect(issue()).toEqual([[1, false]]);
    const client = defined(store.clients.byRef(ref), 'client');
    store.write(BY, () => store.clients.update(client.id, { phone: '01632 960555' }));
    expect(issue()).toEqual([[2, true]]);
    expect(store.sheets.all().filter((each) => each.route_ref === route)).toMatchObject([
      { version: 2, issued_by: 'S Clarke', withdrawn: null },
      { version: 1, withdrawn: { reason: 'replaced by version 2' } },
    ]);
  });

  it('of an approved plan stay while a draft leaves the route as it was; those of a draft go once it is approved', () => {
    const draft = must(draftSheets(store, { ...ALL, refs: [route] }, silent));
    const [sheet] = draft.sheets;
    const { content, ...rest } = defined(sheet, 'the sheet');
    expect(content.warnings).toContain(DRAFT_WARNING);
    const approved = { ...content, warnings: content.warnings.filter((each) => each !== DRAFT_WARNING) }; // prettier-ignore
    const version = store.sheets.nextVersion(route);
    store.write(BY, () => {
      store.sheets.issue([{ ...rest, version, content: approved }], { on: ON, by: 'S Clarke' });
    });
    const [now] = must(draftSheets(store, { ...ALL, refs: [route] }, silent)).sheets;
    expect(now).toMatchObject({ is_new: false, version, content: { warnings: approved.warnings } });
  });

  it('show a protected address to one provider, by name and reason, until the sheet is withdrawn', () => {
    const client = defined(store.clients.byRef(ref), 'client');
    store.write(BY, () => store.clients.update(client.id, { protected_address: true }));
    const one = { ...ALL, refs: [route] };
    const text = (request: typeof ALL | typeof one) =>
      JSON.stringify(must(draftSheets(store, request, silent)).sheets);
    expect(text(one).includes('Hush')).toBe(false);
    expect(draftSheets(store, { ...one, shown: [ref] }, silent)).toMatchObject({
      error: { code: 'reason_needed' },
    });
    const shown = { shown: [ref], shown_reason: 'The driver must find the door.' };
    expect(draftSheets(store, { ...ALL, ...shown }, silent)).toMatchObject({
      error: { code: 'not_aboard' },
    });
    const draft = must(draftSheets(store, { ...one, ...shown }, silent));
    expect(JSON.stringify(draft.sheets)).toContain('Hush');
    must(issueSheets(store, draft, () => undefined, BY));
    expect(text(ALL).includes('Hush')).toBe(true);
    const sheet = defined(store.sheets.inForce().get(route), 'sheet');
    store.write(BY, () => {
      store.sheets.withdraw(sheet, { on: ON, by: 'S Clarke', reason: 'Wrong provider.' });
    });
    expect(text(ALL).includes('Hush')).toBe(false);
  });

  it('are not made for a route that is let to nobody, and say so', () => {
    const draft = must(draftSheets(store, ALL, silent));
    const unlet = defined(store.plans.current(), 'plan').routes.filter(
      ({ provider }) => provider === '',
    );
    expect(draft.left_out).toHaveLength(unlet.length);
    expect(draft.sheets.length + draft.left_out.length).toBe(
      defined(store.plans.current(), 'plan').routes.length,
    );
    expect(draftSheets(store, { ...ALL, refs: ['no-such'] }, silent)).toMatchObject({
      error: { code: 'no_route' },
    });
  });

  it('record nothing when cancelled, when a file fails, or when the records changed meanwhile', async () => {
    const before = store.sheets.all().length;
    const request = { ...ALL, by: BY };
    const stopped = { ...silent, cancelled: () => true };
    expect(await issueSheetsArchive(store, request, stopped)).toMatchObject({
      error: { code: 'cancelled' },
    });
    const failing = () =>
      Promise.resolve({ ok: false as const, error: { code: 'pdf_failed', cause: '', action: '' } });
    expect(await issueSheetsArchive(store, request, silent, failing)).toMatchObject({ ok: false });
    const draft = must(draftSheets(store, ALL, silent));
    const client = defined(store.clients.byRef(ref), 'client');
    store.write(BY, () => store.clients.update(client.id, { equipment: 'Booster seat, size 3' }));
    expect(issueSheets(store, draft, () => undefined, BY)).toMatchObject({
      error: { code: 'changed_meanwhile' },
    });
    expect(() =>
      issueSheets(
        store,
        must(draftSheets(store, ALL, silent)),
        () => {
          throw new Error('full');
        },
        BY,
      ),
    ).toThrow('full');
    expect(store.sheets.all()).toHaveLength(before);
  });
});
