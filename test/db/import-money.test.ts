/** Ledger, budget and benchmarks imported from real files: every row is in the store or in the report, nothing twice, nothing lost. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { writeWorkbook } from '../../electron/files/workbook-writer.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { csvFile, importInto, tryImport } from '../helpers/imports.ts';
import { BY_TEST, madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let store: Store;
beforeAll(() => {
  store = madeStore(join(folder.path, 'kent.kerbside'));
});
afterAll(() => store.close());
afterEach(() => {
  const ids = store.money.ledger().map(({ id }) => id);
  store.write(BY_TEST, () => store.money.removeLedgerLines(ids, 'the next test begins'));
});

const HEAD = 'Financial year,Period,Cost centre,Service,Posting date,Document no,Supplier,PO number,Invoice no,Description,Amount'; // prettier-ignore
const ledger = (...lines: readonly string[]) => csvFile('ledger.csv', HEAD, ...lines);
const amounts = () => store.money.ledger().map(({ amount_pence }) => amount_pence);
const reasons = (report: { readonly rows: readonly { readonly code: string }[] }) =>
  report.rows.map(({ code }) => code);

describe('a ledger', () => {
  it('is taken in with its credits and thousands, and the same file again adds nothing', async () => {
    const file = ledger(
      '2026/27,1,T100,Pre-16 SEN,30/04/2026,J1,Weald Cars,c1,I1,April,"12,345.67"',
      '2026/27,P02,T100,Pre-16 SEN,31/05/2026,J2,Weald Cars,C1,I2,Credit note,(120.00)',
      '2026/27,Jun,T900,Sixth form contributions,,J3,,,,Parents,-300.5',
      '2026/27,2026-04,T100,Pre-16 SEN,,J4,Weald Cars,C1,I3,July,45.10 CR',
      '2026/27,4,T100,Pre-16 SEN,,J4,Weald Cars,C1,I3,July,45.10 CR',
    );
    expect(await importInto(store, 'ledger', [file])).toMatchObject({ read: 5, added: 5, held: 0, refused: 0 }); // prettier-ignore
    expect(await importInto(store, 'ledger', [file])).toMatchObject({ unchanged: 5, added: 0 });
    expect(amounts()).toEqual([1_234_567, -12_000, -30_050, -4510, -4510]);
    expect(store.money.ledger().map(({ period, nth }) => [period, nth])).toEqual([[1, 1], [2, 1], [3, 1], [4, 1], [4, 2]]); // prettier-ignore
    expect(store.money.codes().map(({ code, line }) => [code, line])).toEqual([['T100', 'pre_16_sen'], ['T900', 'contributions']]); // prettier-ignore
  });

  it('names every problem at once, and one broken row does not stop the rest', async () => {
    const report = await importInto(store, 'ledger', [
      ledger(
        '2026/27,13,T100,Pre-16 SEN,,J1,,,,closing,10',
        '2026/29,1,T100,Pre-16 SEN,,J2,,,,year,10',
        '2025/26,1,T100,Pre-16 SEN,30/06/2026,J3,,,,year against day,10',
        '2025/26,1,T100,Pre-16 SEN,31/02/2026,J3,,,,no such day,10',
        '2026/27,1,,,30/04/2026,J4,,,,no code,10',
        '2026/27,1,T100,Pre-16 SEN,,J5,,,,formula,=A1*2',
        '2026/27,1,T100,Pre-16 SEN,,J6,,,,euros,€20',
        '2026/27,1,T100,Pre-16 SEN,,J7,,,,words,ten pounds',
        '2026/27,1,X999,,,J8,,,,unknown code,70',
        '2026/27,1,T100,Pre-16 SEN,,J9,,,,good,80',
        'Total,,,,,,,,,,170.00',
      ),
    ]);
    expect(report).toMatchObject({ read: 10, added: 1, held: 4, refused: 5 });
    expect(reasons(report).filter((code) => code !== 'formula')).toEqual(['period', 'financial_year', 'wrong_year', 'date_not_real', 'no_code', 'ledger_formula', 'ledger_currency', 'ledger_unclear', 'code_not_known', 'total_line', 'total_differs']); // prettier-ignore
    expect(report.rows.at(-1)?.reason).toContain('adds up to £150.00, its stated total is £170.00: £20.00 more'); // prettier-ignore
    expect(store.money.ledger().map(({ held, amount_pence, given }) => [held, amount_pence, given])).toEqual([['formula', 0, '=A1*2'], ['currency', 0, '€20'], ['unclear', 0, 'ten pounds'], ['', 8000, ''], ['', 7000, '']]); // prettier-ignore
  });

  it('says what a later file lacks or gives again under the same document, and loses neither', async () => {
    const line = (document: string, amount: string) => `2026/27,4,T100,Pre-16 SEN,,${document},Weald Cars,,,,${amount}`; // prettier-ignore
    await importInto(store, 'ledger', [ledger(line('J1', '100'), line('J2', '50'))]);
    const report = await importInto(store, 'ledger', [ledger(line('J1', '130'))]);
    expect(reasons(report)).toEqual(['not_in_file', 'document_again']);
    expect(report.rows[0]?.reason).toContain('2 lines taken in before, £150.00 together, are not in this file and stay'); // prettier-ignore
    expect(amounts()).toEqual([10_000, 5000, 13_000]);
  });

  it('reads a workbook, debits and credits in two columns', async () => {
    const bytes = await writeWorkbook({
      title: 'Ledger', author: '', foot: '', warning: '', made_on: '2026-08-10',
      sheets: [{ name: 'GL', frozen: false, blocks: [{ kind: 'table', table: {
        key: 'gl', title: '', note: '', total: null,
        columns: [{ key: 'y', label: 'FY', kind: 'text' }, { key: 'p', label: 'Period', kind: 'count' }, { key: 'c', label: 'Cost code', kind: 'text' }, { key: 'd', label: 'Debit', kind: 'pence' }, { key: 'k', label: 'Credit', kind: 'pence' }],
        rows: [['2026/27', 4, 'T1', 123_456, null], ['2026/27', 4, 'T1', null, 1000]],
      } }] }],
    }); // prettier-ignore
    const report = await importInto(store, 'ledger', [{ name: 'gl.xlsx', source: { bytes } }]);
    expect(report).toMatchObject({ read: 2, held: 2, refused: 0 });
    expect(amounts()).toEqual([123_456, -1000]);
  });

  it('without an amount is refused whole, and the store stays as it is', async () => {
    const done = await tryImport(store, 'ledger', [csvFile('l.csv', 'Period,Cost code', '1,T1')]);
    expect(done).toMatchObject({ ok: false, error: { code: 'headings_not_understood' } });
    expect(store.money.ledger()).toEqual([]);
  });
});

describe('a budget', () => {
  const BUDGET =
    'Financial year,Cost centre,Service line,Original budget,Revised budget,Virement date,Reason';
  const budget = (...lines: readonly string[]) => csvFile('budget.csv', BUDGET, ...lines);

  it('sets the original, dates what changed it, and the same file again changes nothing', async () => {
    const file = budget(
      '2026/27,T100,Pre-16 SEN,"£30,000,000","£31,000,000",15/06/2026,Demand',
      '2026/27,T900,Sixth form contributions,-400000,-400000,,',
      'Total,,,"29,600,000","30,600,000",,',
    );
    expect(await importInto(store, 'budget', [file])).toMatchObject({ read: 2, added: 2, held: 0 });
    expect(await importInto(store, 'budget', [file])).toMatchObject({ unchanged: 2, added: 0 });
    expect(store.money.budgets().map(({ code, amount_pence }) => [code, amount_pence])).toEqual([['T100', 3_000_000_000], ['T900', -40_000_000]]); // prettier-ignore
    expect(store.money.virements()).toMatchObject([{ code: 'T100', pence: 100_000_000, on: '2026-06-15', reason: 'Demand' }]); // prettier-ignore
  });

  it('that does not add up to its stated total says so; broken, doubled and unknown rows are told of', async () => {
    const report = await importInto(
      store,
      'budget',
      [
        budget(
          ',T100,Pre-16 SEN,100.00,,,',
          ',T100,Pre-16 SEN,200.00,,,',
          ',T200,Something else,50,,,',
          ',T300,Mileage,=SUM(D2:D4),,,',
          ',T400,Passes,,,,',
          'Total,,,400,,,',
        ),
      ],
      { on: isoDate('2027-08-10') },
    );
    expect(report).toMatchObject({ read: 5, added: 1, held: 2, refused: 2 });
    expect(reasons(report).filter((code) => code !== 'formula')).toEqual(['code_twice', 'code_not_known', 'formula_amount', 'no_amount', 'total_line', 'total_differs']); // prettier-ignore
    expect(report.rows.at(-1)?.reason).toContain('£350.00, its stated total is £400.00: £50.00 more'); // prettier-ignore
    expect(store.money.budgets().filter(({ year }) => year === 2027)).toEqual([
      { year: 2027, code: 'T100', amount_pence: 10_000 },
      { year: 2027, code: 'T200', amount_pence: 5000 },
    ]);
  });
});

describe('benchmarks', () => {
  it('are kept with what they count; a figure without a source or a definition is refused', async () => {
    const file = csvFile(
      'benchmarks.csv',
      'Benchmark,Budget line,Cost per head,Year,Source,What is counted',
      'England SEN,Pre-16 SEN,"£8,116",2023-24,"NAO, October 2025",SEND pupils under 16 carried',
      'England mainstream,Mainstream,1526,2023-24,"NAO, October 2025",Mainstream pupils carried',
      'Nobody says,,9000,2023-24,,all',
      'No definition,,9000,2023-24,Somewhere,',
      'No figure,,about nine,2023-24,Somewhere,all',
    );
    expect(await importInto(store, 'benchmarks', [file])).toMatchObject({ read: 5, added: 2, refused: 3 }); // prettier-ignore
    expect(await importInto(store, 'benchmarks', [file])).toMatchObject({ unchanged: 2 });
    expect(store.money.benchmarks()).toMatchObject([
      { line: 'mainstream', pence: 152_600 },
      { line: 'pre_16_sen', pence: 811_600, year: '2023-24' },
    ]);
  });
});
