/** Workbooks. The only file that reads with excelts, so that another library can take its place. */
import { WorkbookReader } from '@cj-tech-master/excelts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { RawRow, RawTable } from '../../shared/intake/table.ts';
import type { InputFile } from './input-file.ts';
import { drainEntry, openArchive, WORKBOOK_LIMITS } from './open-archive.ts';

/** Cells read of one workbook at most: 20,000 applications of 47 columns are 940,000. */
const MOST_CELLS = 20_000_000;
/** Lines left out between two rows that are still told as empty lines, one by one. */
const MOST_GAP = 200;

/** Reads every visible sheet with anything on it. `stop` is asked between rows; true ends the reading. */
export async function readWorkbook(
  file: InputFile,
  bytes: () => Uint8Array,
  stop: () => boolean = () => false,
): Promise<Result<readonly RawTable[]>> {
  const guarded = await guard(file);
  if (guarded !== null) return guarded;
  try {
    const reader = new WorkbookReader('path' in file.source ? file.source.path : bytes(), {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'ignore',
    });
    const tables: RawTable[] = [];
    let left = MOST_CELLS;
    for await (const sheet of reader) {
      if (sheet.state === 'hidden' || sheet.state === 'veryHidden') continue;
      const rows: RawRow[] = [];
      for await (const row of sheet) {
        fillGap(rows, row.number);
        const cells = cellsOf(row);
        left -= cells.length;
        if (left < 0) return tooLarge(file.name);
        rows.push({ line: row.number, cells });
        if (rows.length % 1000 === 0 && stop())
          return fail(
            'cancelled',
            'The import was cancelled; nothing was changed.',
            'Start it again when you like.',
          );
      }
      while (
        rows.length > 0 &&
        (rows[rows.length - 1]?.cells.every((cell) => cell === '') ?? false)
      )
        rows.pop();
      const name = sheet.name;
      if (rows.length > 0)
        tables.push({
          file: file.name,
          format: `Excel workbook, sheet ${name}`,
          sheet: name,
          rows,
        });
    }
    return ok(tables);
  } catch {
    return fail(
      'file_broken',
      `${file.name} is damaged or not an Excel workbook.`,
      'Open it in a spreadsheet, save it as .xlsx and choose the new file.',
    );
  }
}

/** Looks the archive over before the library sees it: what it unpacks to, and that it says so truly. */
async function guard(file: InputFile) {
  const archive = await openArchive(file, WORKBOOK_LIMITS);
  if (!archive.ok) return archive;
  const { entries, close } = archive.value;
  const names = new Set(entries.map((entry) => entry.name));
  try {
    if (!names.has('xl/workbook.xml')) return otherKind(file.name, names);
    for (const entry of entries) if (!(await drainEntry(entry))) return falseSizes(file.name);
    return null;
  } finally {
    close();
  }
}

function otherKind(name: string, entries: ReadonlySet<string>) {
  const what = entries.has('content.xml') ? 'an OpenDocument file' : 'not an Excel workbook';
  const binary = entries.has('xl/workbook.bin') ? 'a binary Excel workbook (.xlsb)' : what;
  return fail(
    'wrong_format',
    `${name} is ${binary}, which Kerbside does not read.`,
    'Open it in a spreadsheet, save it as .xlsx or .csv and choose that file.',
  );
}

function falseSizes(name: string) {
  return fail(
    'file_broken',
    `${name} is damaged: its parts are not as large as it says.`,
    'Open it in a spreadsheet, save it as .xlsx and choose the new file.',
  );
}

function tooLarge(name: string) {
  return fail(
    'file_too_large',
    `${name} holds more cells than any list of a council.`,
    'Save only the sheet that is needed as a new file and choose that one.',
  );
}

function fillGap(rows: RawRow[], next: number): void {
  const from = (rows[rows.length - 1]?.line ?? 0) + 1;
  for (let line = from; line < next && line < from + MOST_GAP; line++)
    rows.push({ line, cells: [] });
}

interface CellLike {
  readonly value: unknown;
  readonly numFmt?: unknown;
}

function cellsOf(row: { readonly values: unknown; getCell(column: number): CellLike }): string[] {
  const values = row.values as readonly unknown[];
  const cells: string[] = [];
  for (let column = 1; column < values.length; column++) {
    const value = values[column];
    const text = textOf(value);
    cells.push(
      typeof value === 'number' && isPercent(row.getCell(column)) ? percentOf(value) : text,
    );
  }
  return cells;
}

/** A cell's value as text: dates ISO, numbers plain, truth Y or N, errors empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object' || value === null) return '';
  const cell = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(cell['richText']))
    return (cell['richText'] as readonly { text?: string | null }[])
      .map((part) => part.text ?? '')
      .join('');
  if (typeof cell['formula'] === 'string') return formulaText(cell['formula'], cell['result']);
  if ('text' in cell) return textOf(cell['text']);
  return '';
}

/** Functions whose result is not what they say: they reach outside the workbook. */
const REACHES_OUT = /\b(HYPERLINK|WEBSERVICE|IMAGE|RTD|CALL|REGISTER\.ID|DDE)\s*\(|\|/i;

/**
 * A formula is never run. What the spreadsheet last worked out is taken, save where the formula reaches out of the workbook or
 * has no result: then the formula itself, as text.
 */
function formulaText(formula: string, result: unknown): string {
  const text = textOf(result);
  return text === '' || REACHES_OUT.test(formula) ? `=${formula}` : text;
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  const time = iso.slice(11, 16);
  // A time of day alone is the fraction after day zero of the spreadsheet's calendar.
  if (date.getTime() < Date.UTC(1900, 0, 1)) return time;
  return time === '00:00' ? iso.slice(0, 10) : iso.slice(0, 16);
}

function isPercent(cell: CellLike): boolean {
  const format = cell.numFmt;
  return typeof format === 'string' && format.includes('%');
}

function percentOf(value: number): string {
  return `${Number((value * 100).toPrecision(12))}%`;
}
