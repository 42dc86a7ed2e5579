/** Ledger, budget, benchmarks and fees from workbooks as finance teams keep them: a title above, formulas, dates, a sheet of notes, an amount in euros. */
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import type { InputFile } from '../../electron/files/input-file.ts';
import { importInto } from '../helpers/imports.ts';
import { addPlaces, madeFolder, madeStore, SCHOOL } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let store: Store;
beforeAll(() => {
  store = madeStore(join(folder.path, 'kent.kerbside'));
  addPlaces(store);
});
afterAll(() => store.close());

type Cell = string | number | Date | { readonly formula: string; readonly result: number };

/** A title, an empty line, headings, rows; a sheet of notes beside it. `euros`: a cell in a format of euros. */
async function book(
  name: string,
  rows: readonly (readonly Cell[])[],
  euros = '',
): Promise<InputFile> {
  const made = new Workbook();
  const notes = made.addWorksheet('Notes');
  notes.getCell('A1').value = 'Extracted from the finance system';
  const sheet = made.addWorksheet('Extract');
  sheet.getCell('A1').value = 'Home to school transport 2026/27';
  rows.forEach((cells, at) => {
    cells.forEach((cell, column) => {
      const target = sheet.getCell(at + 3, column + 1);
      target.value = cell;
      if (cell instanceof Date) target.numFmt = 'dd/mm/yyyy';
    });
  });
  if (euros !== '') sheet.getCell(euros).numFmt = '#,##0.00 [$€-407]';
  return { name, source: { bytes: await made.xlsx.writeBuffer() } };
}

const day = new Date(Date.UTC(2026, 3, 1));
const codes = (report: { readonly rows: readonly { readonly code: string; readonly outcome: string }[] }) =>
  report.rows.filter(({ outcome }) => outcome !== 'not_record').map(({ code }) => code); // prettier-ignore

describe('a workbook', () => {
  it('of a ledger is read to the penny; an amount in euros is held and counts nothing', async () => {
    const file = await book('gl.xlsx', [
      ['Financial year', 'Period', 'Cost code', 'Service', 'Posting date', 'Document', 'Net'],
      ['2026/27', 1, 'T1', 'Pre-16 SEN', day, 'J1', 1234.56],
      ['2026/27', 1, 'T1', 'Pre-16 SEN', day, 'J2', { formula: 'G4*2', result: 2469.12 }],
      ['2026/27', 1, 'T1', 'Pre-16 SEN', day, 'J3', 500],
      ['Total', '', '', '', '', '', { formula: 'SUM(G4:G6)', result: 3703.68 }],
    ], 'G6'); // prettier-ignore
    const report = await importInto(store, 'ledger', [file]);
    expect(report).toMatchObject({ read: 3, added: 2, held: 1 });
    expect(store.money.ledger().map(({ amount_pence, held, posted_on }) => [amount_pence, held, posted_on])).toEqual([[123_456, '', '2026-04-01'], [246_912, '', '2026-04-01'], [0, 'currency', '2026-04-01']]); // prettier-ignore
    expect(codes(report)).toEqual(['ledger_currency']);
    expect(await importInto(store, 'ledger', [file])).toMatchObject({ added: 0, unchanged: 2, held: 1 }); // prettier-ignore
  });

  it('of a budget takes what its formulas last came to, and checks the total', async () => {
    const file = await book('budget.xlsx', [
      ['Year', 'Cost centre', 'Service line', 'Original budget', 'Virement', 'Revised budget', 'Virement date', 'Reason'],
      ['2026/27', 'T1', 'Pre-16 SEN', 30_000_000, 1_000_000, { formula: 'D4+E4', result: 31_000_000 }, day, 'Demand'],
      ['2026/27', 'T9', 'Sixth form contributions', -400_000, 0, { formula: 'D5+E5', result: -400_000 }, '', ''],
      ['Total', '', '', { formula: 'SUM(D4:D5)', result: 29_600_001 }, '', { formula: 'SUM(F4:F5)', result: 30_600_000 }, '', ''],
    ]); // prettier-ignore
    const report = await importInto(store, 'budget', [file]);
    expect(report).toMatchObject({ read: 2, added: 2, held: 0 });
    expect(codes(report)).toEqual(['total_differs']);
    expect(store.money.budgets().map(({ amount_pence }) => amount_pence)).toEqual([3_000_000_000, -40_000_000]); // prettier-ignore
    expect(store.money.virements()).toMatchObject([{ pence: 100_000_000, on: '2026-04-01', reason: 'Demand' }]); // prettier-ignore
    expect(await importInto(store, 'budget', [file])).toMatchObject({ unchanged: 2 });
  });

  it('of benchmarks and of fees is read likewise, and refuses euros', async () => {
    const figures = await book('figures.xlsx', [
      ['Benchmark', 'Budget line', 'Cost per head', 'Year', 'Source', 'What is counted'],
      ['England SEN', 'Pre-16 SEN', 8116, '2023-24', 'NAO, October 2025', 'SEND pupils under 16'],
      ['Ireland', 'Pre-16 SEN', 9000, '2023-24', 'Somewhere', 'Pupils'],
    ], 'C5'); // prettier-ignore
    expect(await importInto(store, 'benchmarks', [figures])).toMatchObject({ read: 2, added: 1, refused: 1 }); // prettier-ignore
    expect(store.money.benchmarks()).toMatchObject([{ line: 'pre_16_sen', pence: 811_600 }]);
    const fees = await book('fees.xlsx', [
      ['URN', 'Setting', 'Phase', 'Start date', 'Annual fee', 'Source'],
      [SCHOOL, 'Bower Grove School', 'Secondary', day, { formula: '812.5*38', result: 30_875 }, 'Contract of 3 March 2026'],
      [SCHOOL, 'Bower Grove School', 'Primary', day, 25_000, 'Contract of 3 March 2026'],
    ], 'E5'); // prettier-ignore
    const report = await importInto(store, 'fees', [fees]);
    expect(report).toMatchObject({ read: 2, added: 1, refused: 1 });
    expect(codes(report)).toEqual(['wrong_currency']);
    expect(store.placements.fees()).toEqual([{ school_urn: SCHOOL, from_on: '2026-04-01', need: null, phase: 'secondary', fee_pence: 3_087_500, source: 'Contract of 3 March 2026' }]); // prettier-ignore
  });
});
