/** Workbooks: an archive looked over first, then its sheets read as rows of text. */
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { RawTable } from '../../shared/intake/table.ts';
import type { InputFile } from './input-file.ts';
import { openArchive, WORKBOOK_LIMITS, type Archive } from './open-archive.ts';
import { readSheetRows, RESULTS, type CellReading, type SheetBudget } from './sheet-rows.ts';
import { readWorkbookParts } from './workbook-parts.ts';

/** Cells read of one workbook at most: 20,000 applications of 47 columns are 940,000. */
const MOST_CELLS = 20_000_000;

/** Reads every visible sheet with anything on it. `stop` is asked now and then; true ends the reading. */
export async function readWorkbook(
  file: InputFile,
  stop: () => boolean = () => false,
  how: CellReading = RESULTS,
): Promise<Result<readonly RawTable[]>> {
  const archive = await openArchive(file, WORKBOOK_LIMITS);
  if (!archive.ok) return archive;
  try {
    return await readSheets(file.name, archive.value, { stop, how });
  } catch {
    // A part that is no XML, ends too soon or is not as large as the archive says.
    return broken(file.name);
  } finally {
    archive.value.close();
  }
}

async function readSheets(
  file: string,
  { entries }: Archive,
  { stop, how }: { readonly stop: () => boolean; readonly how: CellReading },
): Promise<Result<readonly RawTable[]>> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (!byName.has('xl/workbook.xml')) return otherKind(file, byName);
  const parts = await readWorkbookParts((path) => byName.get(path));
  const isSheetLost = parts.sheets.some((sheet) => !byName.has(sheet.path));
  if (parts.sheets.length === 0 || isSheetLost) return broken(file);
  const budget: SheetBudget = { left: MOST_CELLS, stop };
  const tables: RawTable[] = [];
  for (const { name, hidden, path } of parts.sheets) {
    const entry = byName.get(path);
    if (hidden || entry === undefined) continue;
    const rows = await readSheetRows(entry, { ...parts, ...how }, budget);
    if (budget.left < 0) return tooLarge(file);
    if (stop()) return cancelled();
    if (rows.length > 0)
      tables.push({ file, format: `Excel workbook, sheet ${name}`, sheet: name, rows });
  }
  return ok(tables);
}

function otherKind(name: string, entries: ReadonlyMap<string, unknown>) {
  const what = entries.has('content.xml') ? 'an OpenDocument file' : 'not an Excel workbook';
  const binary = entries.has('xl/workbook.bin') ? 'a binary Excel workbook (.xlsb)' : what;
  return fail(
    'wrong_format',
    `${name} is ${binary}, which Kerbside does not read.`,
    'Open it in a spreadsheet, save it as .xlsx or .csv and choose that file.',
  );
}

function broken(name: string) {
  return fail(
    'file_broken',
    `${name} is damaged or not an Excel workbook.`,
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

function cancelled() {
  return fail(
    'cancelled',
    'The import was cancelled; nothing was changed.',
    'Start it again when you like.',
  );
}
