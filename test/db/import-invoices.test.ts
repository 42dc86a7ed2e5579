/** Invoices imported: every line is in the store or in the report, nothing twice, nothing half; then answered through the host. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import type { Host } from '../../electron/api/handler.ts';
import { calendarsHandlers } from '../../electron/api/handlers/calendars.ts';
import { invoicesHandlers } from '../../electron/api/handlers/invoices.ts';
import { exportInvoices } from '../../electron/jobs/invoices/export-invoices.ts';
import { invoiceView } from '../../electron/jobs/invoices/invoice-view.ts';
import { readTables } from '../../electron/files/read-tables.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import { value } from '../helpers/answers.ts';
import { csvFile, importInto, tryImport } from '../helpers/imports.ts';
import { addClients, addPlaces, BY_TEST, CONTRACT, madeFolder, madeStore, ON, SCHOOL } from './made-store.ts'; // prettier-ignore
import { ownPages } from '../helpers/own-pages.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let store: Store;
let made = 0;
const host = {
  store: () => ({ ok: true, value: store }),
  today: () => ON,
  byHand: () => ({ who: 'S Clarke', why: 'hand' }),
  changed: () => undefined,
  page: ownPages(
    () => store,
    () => ON,
  ),
} as unknown as Host;
beforeEach(() => {
  store = madeStore(join(folder.path, `${made++}`, 'kent.kerbside'));
  addPlaces(store);
  addClients(store, [{ ref: 'A' }]);
  store.write(BY_TEST, () => {
    store.terms.upsertMany([
      { urn: 0, kind: 'term', from_on: isoDate('2026-06-01'), to_on: isoDate('2026-07-21'), label: 'Term 6' }, // prettier-ignore
    ]);
    store.contracts.upsertMany([
      { ...CONTRACT, ref: 'C1', provider: 'Weald Cars', price_day_pence: 7000, assistant: false, assistant_day_pence: 0, starts_on: isoDate('2026-06-01'), ends_on: isoDate('2026-07-31'), school_urn: SCHOOL }, // prettier-ignore
    ]);
  });
});
afterEach(() => store.close());

const HEAD = 'Invoice no,Supplier,Contract,From,To,Days,Daily rate,Net,VAT,Currency,Description';
const JUNE = '01/06/2026,30/06/2026';
const rows = (...lines: readonly string[]) => csvFile('june.csv', HEAD, ...lines);
const view = () => invoiceView(store, { month: '', provider: '' }, ON);

describe('invoices', () => {
  it('are taken in by headings as suppliers write them; the same file again changes nothing', async () => {
    const file = rows(`I1,Weald Cars,c1,${JUNE},22,£70.00,"1,540.00",0,GBP,June`);
    expect(await importInto(store, 'invoices', [file])).toMatchObject({
      read: 1,
      added: 1,
      held: 0,
    });
    expect(await importInto(store, 'invoices', [file])).toMatchObject({ unchanged: 1, added: 0 });
    expect(store.inYear.invoiceLines()).toMatchObject([
      { contract_ref: 'C1', half_days: 44, unit_pence: 7000, amount_pence: 154_000, held: '' },
    ]);
    expect(view().totals).toMatchObject({ invoiced_pence: 154_000, queried_pence: 0 });
  });

  it('keep what cannot be counted, held, and refuse what names no day; read is all of it', async () => {
    const report = await importInto(store, 'invoices', [
      rows(
        `I1,Weald Cars,C1,${JUNE},22,70,1540,0,GBP,good`,
        `I1,Weald Cars,C1,${JUNE},22,70,€1540,0,EUR,euros`,
        `I1,Weald Cars,C1,${JUNE},22,70,=H2*2,0,GBP,formula`,
        `I1,Weald Cars,C1,${JUNE},,,,0,GBP,nothing`,
        `I1,Weald Cars,C1,,,1,70,70,0,GBP,no day`,
        `I1,Weald Cars,C1,30/06/2026,01/06/2026,1,70,70,0,GBP,backwards`,
      ),
    ]);
    expect(report).toMatchObject({ read: 6, added: 1, held: 3, refused: 2 });
    expect(
      store.inYear.invoiceLines().map(({ held, amount_pence }) => [held, amount_pence]),
    ).toEqual([
      ['', 154_000],
      ['currency', 0],
      ['formula', 0],
      ['unclear', 0],
    ]);
    const found = view().rows.map(({ findings }) => findings.map(({ code }) => code));
    expect(found).toEqual([[], ['wrong_currency'], ['formula'], ['unclear']]);
    expect(view().rows[2]?.findings[0]?.sentence).toContain('=H2*2');
  });

  it('count a line once for each time it stands in the file, and add lines of a second file to the invoice', async () => {
    const line = `I1,Weald Cars,C1,${JUNE},22,70,1540,0,GBP,June`;
    await importInto(store, 'invoices', [rows(line, line)]);
    await importInto(store, 'invoices', [rows(`I1,Weald Cars,C1,01/07/2026,03/07/2026,3,70,210,0,GBP,July`)]); // prettier-ignore
    expect(store.inYear.invoices()).toHaveLength(1);
    expect(
      store.inYear.invoiceLines().map(({ line: at, amount_pence }) => [at, amount_pence]),
    ).toEqual([
      [1, 154_000],
      [2, 154_000],
      [3, 21_000],
    ]);
    expect(view().rows.map(({ over_pence }) => over_pence)).toEqual([0, 154_000, 0]);
  });

  it('change a line that the file changes, but not one that was answered', async () => {
    await importInto(store, 'invoices', [rows(`I1,Weald Cars,C1,${JUNE},23,70,1610,0,GBP,June`)]);
    const [row] = view().rows;
    expect(row).toMatchObject({ state: 'to_query', over_pence: 7000 });
    await importInto(store, 'invoices', [rows(`I1,Weald Cars,C1,${JUNE},24,70,1680,0,GBP,June`)]);
    expect(view().rows[0]).toMatchObject({ over_pence: 14_000 });
    const answer = { line_id: 1, kind: 'queried', pence: 14_000, why: 'Two days too many.', by: 'S Clarke' } as const; // prettier-ignore
    await value(invoicesHandlers['invoices/answer'](answer, host));
    const again = await importInto(store, 'invoices', [rows(`I1,Weald Cars,C1,${JUNE},22,70,1540,0,GBP,June`)]); // prettier-ignore
    expect(again).toMatchObject({ read: 1, held: 1 });
    expect(again.rows[0]?.code).toBe('line_answered');
    expect(view().rows[0]?.line.amount_pence).toBe(168_000);
  });

  it('that name no contract and no period are refused whole, and nothing is left behind', async () => {
    const done = await tryImport(store, 'invoices', [csvFile('x.csv', 'Invoice no,Contract,Net', 'I1,C1,70')]); // prettier-ignore
    expect(done).toMatchObject({ ok: false, error: { code: 'no_usable_row' } });
    expect(store.inYear.invoices()).toEqual([]);
  });
});

describe('a line of an invoice', () => {
  it('is asked back, credited in part and accepted for the rest, each with a reason; sums hold', async () => {
    await importInto(store, 'invoices', [rows(`I1,Weald Cars,C1,${JUNE},24,70,1680,0,GBP,June`)]);
    const answer = (kind: 'queried' | 'accepted' | 'credited', pence: number, why = 'Because.') =>
      invoicesHandlers['invoices/answer']({ line_id: 1, kind, pence, why, by: 'S Clarke' }, host);
    expect(await answer('accepted', 20_000)).toMatchObject({ ok: false });
    expect(await answer('queried', 14_000, ' ')).toMatchObject({ ok: false });
    expect(await value(answer('queried', 14_000))).toMatchObject({ state: 'queried' });
    expect(await value(answer('credited', 10_000))).toMatchObject({ queried_pence: 4000 });
    expect(await value(answer('accepted', 4000))).toMatchObject({
      state: 'credited',
      accepted_pence: 158_000,
      queried_pence: 0,
      credited_pence: 10_000,
    });
    const { totals } = view();
    expect(totals.accepted_pence + totals.queried_pence + totals.credited_pence).toBe(168_000);
  });

  it('is found again when the calendar says otherwise', async () => {
    await importInto(store, 'invoices', [rows(`I1,Weald Cars,C1,12/06/2026,12/06/2026,1,70,70,0,GBP,`)]); // prettier-ignore
    expect(view().totals.queried_pence).toBe(0);
    const rule = { urn: SCHOOL, kind: 'closed', from_on: isoDate('2026-06-12'), to_on: isoDate('2026-06-12'), year_groups: [], days: WHOLE_WEEK, ends_s: null, why: 'INSET day' } as const; // prettier-ignore
    const set = await value(calendarsHandlers['calendars/set']({ rule: { ...rule, year_groups: [] } }, host)); // prettier-ignore
    expect(set.days.find(({ on }) => on === '2026-06-12')).toMatchObject({ open: false, why: 'INSET day' }); // prettier-ignore
    expect(view().rows[0]?.findings[0]?.sentence).toBe('No school of contract C1 was open on 12 Jun 2026: INSET day.'); // prettier-ignore
    // Undone like any other change.
    const [change] = store.undo.list(1).items;
    expect(store.undo.toggle(change?.change_id ?? 0, 'S Clarke')).toMatchObject({ ok: true });
    expect(view().totals.queried_pence).toBe(0);
  });

  it('is judged by the price of its day when the contract was varied', async () => {
    store.write(BY_TEST, () => {
      store.lots.recordEvent({ contract_id: 1, kind: 'variation', effective_on: isoDate('2026-06-15'), price_before_pence: 6500, price_after_pence: 7000, assistant_before_pence: 0, assistant_after_pence: 0, ends_before: isoDate('2026-07-31'), ends_after: isoDate('2026-07-31'), signed: { on: ON, by: 'S Clarke', reason: 'Longer way.' } }); // prettier-ignore
    });
    await importInto(store, 'invoices', [
      rows(`I1,Weald Cars,C1,12/06/2026,12/06/2026,1,70,70,0,GBP,`, `I1,Weald Cars,C1,15/06/2026,15/06/2026,1,70,70,0,GBP,`), // prettier-ignore
    ]);
    expect(view().rows.map(({ over_pence }) => over_pence)).toEqual([500, 0]);
  });

  it('is in the workbook with the sums of the screen, to the penny', async () => {
    await importInto(store, 'invoices', [
      rows(
        `I1,Weald Cars,C1,${JUNE},24,70,1680,0,GBP,June`,
        `I2,Weald Cars,C9,${JUNE},1,70,70,0,GBP,`,
      ),
    ]);
    const { bytes, name } = await exportInvoices(store, { month: '2026-06', on: ON });
    const tables = await readTables({ name, source: { bytes } }, () => false);
    const sheet = (title: string) =>
      tables.ok ? (tables.value.find((table) => table.sheet === title)?.rows ?? []) : [];
    const total = sheet('Totals').find(({ cells }) => cells[0] === 'All');
    expect(total?.cells.slice(0, 6)).toEqual(['All', '2', '1750', '1540', '210', '0']);
    expect(sheet('To ask back').flatMap(({ cells }) => cells).join(' ')).toContain('There is no contract C9 in the register.'); // prettier-ignore
  });
});
