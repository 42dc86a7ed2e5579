/** Files that the app handed over, opened again by other means than its own writers. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { parse } from 'csv-parse/sync';
import { openStore } from '../../db/open.ts';
import { lastYearDayPence } from '../../shared/costing/attribute.ts';
import { WITHHELD } from '../../shared/figures/small-numbers.ts';

/** What a plan costs, pence. */
export interface Sums {
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
}

/** The sums of a store's plan, route by route and contract by contract. */
export function storeSums(path: string, passphrase?: string): Sums {
  const opened = openStore(path, { passphrase });
  if (!opened.ok) throw new Error(opened.error.cause);
  const plan = opened.value.plans.current();
  const contracts = opened.value.contracts.all();
  opened.value.close();
  if (plan === null) throw new Error('The store has no plan.');
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  return {
    cost_day_pence: sum(plan.routes.map((route) => route.cost_day_pence)),
    cost_year_pence: sum(plan.routes.map((route) => route.cost_year_pence)),
    last_year_pence: sum(contracts.map((each) => lastYearDayPence(each) * each.days_a_year)),
  };
}

/** One table of a workbook: the sums of its rows, added up here, which its own total line must agree with. */
export interface TableSums extends Sums {
  readonly sheet: string;
  readonly rows: number;
}

const HEADINGS = {
  cost_day_pence: /^£ a day$/,
  cost_year_pence: /^£ (a year|2026\/27)$/,
  last_year_pence: /^£ (last year|2025\/26)$/,
} as const;

/** Every table of a workbook that splits both years' cost. Throws where a total line differs from its rows. */
export async function bookSums(path: string): Promise<readonly TableSums[]> {
  installChartSupport();
  const book = new Workbook();
  await book.xlsx.load(readFileSync(path));
  return book.worksheets.flatMap((sheet) =>
    headRows(sheet).map((head) => ({ sheet: sheet.name, ...sumsBelow(sheet, head) })),
  );
}

function headRows(sheet: Worksheet): readonly number[] {
  const found: number[] = [];
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    const texts = textsOf(sheet, row);
    const has = (heading: RegExp): boolean => texts.some((text) => heading.test(text));
    if (Object.values(HEADINGS).every(has)) found.push(row);
  }
  return found;
}

function textsOf(sheet: Worksheet, row: number): readonly string[] {
  return Array.from({ length: sheet.columnCount }, (_, at) => {
    const { value } = sheet.getCell(row, at + 1);
    return typeof value === 'string' ? value : '';
  });
}

function sumsBelow(sheet: Worksheet, head: number): Omit<TableSums, 'sheet'> {
  const texts = textsOf(sheet, head);
  const columnOf = (key: keyof Sums): number =>
    texts.findIndex((text) => HEADINGS[key].test(text)) + 1;
  const columns = {
    cost_day_pence: columnOf('cost_day_pence'),
    cost_year_pence: columnOf('cost_year_pence'),
    last_year_pence: columnOf('last_year_pence'),
  };
  const sums = { cost_day_pence: 0, cost_year_pence: 0, last_year_pence: 0 };
  for (let row = head + 1; ; row += 1) {
    const year: unknown = sheet.getCell(row, columns.cost_year_pence).value;
    const isTotal = typeof year === 'object' && year !== null;
    // The sum of those that rest on few children stands in a row of its own.
    if (year === WITHHELD) continue;
    if (!isTotal && typeof year !== 'number')
      throw new Error(`${sheet.name}, row ${row}: neither an amount nor a total.`);
    for (const [name, column] of Object.entries(columns)) {
      const key = name as keyof Sums;
      const pence = penceIn(sheet.getCell(row, column).value);
      if (!isTotal) sums[key] += pence;
      else if (pence !== sums[key])
        throw new Error(`${sheet.name}: ${name} says ${pence}, its rows are ${sums[key]}.`);
    }
    if (isTotal) return { rows: row - head - 1, ...sums };
  }
}

function penceIn(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number') return Math.round(value * 100);
  if (typeof value === 'object' && 'result' in value) return penceIn(value.result);
  throw new Error(`Not an amount: ${JSON.stringify(value)}`);
}

/** The sums of a .csv export's columns. */
export function csvSums(bytes: Uint8Array): Sums {
  const rows: readonly Readonly<Record<string, string>>[] = parse(Buffer.from(bytes), {
    bom: true,
    columns: true,
  });
  const sum = (key: keyof Sums): number => rows.reduce((total, row) => total + Number(row[key]), 0);
  return {
    cost_day_pence: sum('cost_day_pence'),
    cost_year_pence: sum('cost_year_pence'),
    last_year_pence: sum('last_year_pence'),
  };
}

/** Pages of a .pdf as text; null where poppler is not installed. */
export function pagesOf(path: string): readonly string[] | null {
  if (!existsSync('/usr/bin/pdftotext')) return null;
  const text = execFileSync('/usr/bin/pdftotext', ['-layout', path, '-']).toString();
  return text.split('\f').filter((page) => page.trim() !== '');
}

/** Width and height of a .png, pixels. Throws when it is none. */
export function pictureSize(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
} {
  const view = Buffer.from(bytes);
  if (view.toString('latin1', 1, 4) !== 'PNG') throw new Error('Not a .png file.');
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}
