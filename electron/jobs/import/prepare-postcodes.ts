import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { postcodeArea } from '../../../shared/intake/parse-postcode.ts';
import {
  CODE_POINT_COLUMNS,
  isCodePointRow,
  parsePostcodeRow,
  postcodeColumns,
  type PostcodeColumns,
} from '../../../shared/intake/postcodes.ts';
import { splitRows } from '../../../shared/intake/split-rows.ts';
import type { RawRow } from '../../../shared/intake/table.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ReportRow } from '../../../shared/model/import.ts';
import type { Postcode } from '../../../shared/model/school.ts';
import { readCsvPieces } from '../../files/read-csv-pieces.ts';
import { textSources, type TextSource } from '../../files/text-sources.ts';
import { recallMapping } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';
import { rematch } from './rematch.ts';
import { countyBounds } from './surroundings.ts';

/** A list longer than this is of the whole country: only the county and its surroundings are kept. */
const WHOLE_COUNTRY = 400_000;

/** Postcode areas that border on Kent's, where children are placed out of the county: Royal Mail areas. */
const SURROUNDING_AREAS: readonly string[] = [
  'BN',
  'CM',
  'CR',
  'E',
  'IG',
  'RH',
  'RM',
  'SE',
  'SM',
  'SS',
];

interface Gathered {
  readonly near: Postcode[];
  /** Those of other areas, forgotten once the list turns out to be of the whole country. */
  far: Postcode[] | null;
  farCount: number;
  readonly refused: { readonly row: ReportRow; readonly file: string }[];
  readonly not_records: { readonly row: ReportRow; readonly file: string }[];
  readonly without: Map<string, number>;
  /** No longer in use. */
  terminated: number;
  total: number;
}

/** Postcodes: Code-Point Open as files, folder or zip; the ONS directory; any list with headings. */
export async function preparePostcodes(run: ImportRun): Promise<Result<Prepared>> {
  const found = await textSources(run.request.files);
  if (!found.ok) return found;
  const { sources, left_out, close } = found.value;
  try {
    const { areas } = countyBounds(run.store, run.request.on);
    const near = new Set(areas.length === 0 ? [] : [...areas, ...SURROUNDING_AREAS]);
    const gathered: Gathered = {
      near: [],
      far: [],
      farCount: 0,
      refused: [],
      not_records: [],
      without: new Map(),
      terminated: 0,
      total: 0,
    };
    const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
    let before = 0;
    for (const source of sources) {
      const read = await readSource(run, source, {
        near,
        gathered,
        progress: (at) => (before + at) / Math.max(1, bytes),
      });
      if (!read.ok) return read;
      if (!read.value) left_out.push(source.name);
      before += source.bytes;
    }
    if (gathered.total === 0)
      return fail(
        'headings_not_understood',
        'No postcodes were found in what was chosen.',
        'Choose the Data folder or the zip of Code-Point Open, or the ONS Postcode Directory.',
      );
    return ok(prepared(run, gathered, left_out));
  } finally {
    close();
  }
}

interface Reading {
  readonly near: ReadonlySet<string>;
  readonly gathered: Gathered;
  readonly progress: (bytes: number) => number;
}

/** Reads one file; false where it holds no postcodes. */
async function readSource(
  run: ImportRun,
  source: TextSource,
  reading: Reading,
): Promise<Result<boolean>> {
  let at: PostcodeColumns | null = null;
  let line = 1;
  let isPostcodes = true;
  let stopped = false;
  const done = await readCsvPieces(source, (cells, bytes) => {
    if (run.ctx.cancelled()) stopped = true;
    run.ctx.stage(`Reading ${source.name}`, reading.progress(bytes));
    const rows = cells.map((each, i) => ({ line: line + i, cells: each }));
    line += cells.length;
    const first = at === null;
    at ??= columnsOf(run, source.name, rows, reading.gathered);
    isPostcodes = at !== null;
    if (at !== null)
      take(first ? rows.slice(headingRows(rows, at)) : rows, at, source.name, reading);
    return isPostcodes && !stopped;
  });
  if (stopped)
    return fail(
      'cancelled',
      'The import was cancelled; nothing was changed.',
      'Start it again when you like.',
    );
  return ok(done && isPostcodes);
}

/** Code-Point Open has no headings; other lists must have them. */
function columnsOf(
  run: ImportRun,
  name: string,
  rows: readonly RawRow[],
  gathered: Gathered,
): PostcodeColumns | null {
  if (rows.slice(0, 3).every((row) => isCodePointRow(row.cells))) return CODE_POINT_COLUMNS;
  const head = { file: name, format: '', sheet: '', rows: rows.slice(0, 60) };
  const split = splitRows(
    head,
    FIELDS_OF.postcodes,
    recallMapping(run.store, 'postcodes', run.request.mapping),
  );
  if (split === null || split.columns.missing.length > 0) return null;
  const at = postcodeColumns(split.columns);
  const hasPlace = (at.easting >= 0 && at.northing >= 0) || (at.lat >= 0 && at.lon >= 0);
  if (!hasPlace) return null;
  for (const row of split.not_records)
    if (row.line < split.heading_line) gathered.not_records.push({ row, file: name });
  return at;
}

/** Lines up to and with the headings: the first with a postcode follows them. */
function headingRows(rows: readonly RawRow[], at: PostcodeColumns): number {
  if (at === CODE_POINT_COLUMNS) return 0;
  const first = rows.findIndex(
    (row) =>
      /\d/.test(row.cells[at.postcode] ?? '') &&
      /\s?\d[A-Z]{2}$/i.test((row.cells[at.postcode] ?? '').trim()),
  );
  return first < 0 ? rows.length : first;
}

function take(
  rows: readonly RawRow[],
  at: PostcodeColumns,
  file: string,
  { near, gathered }: Reading,
): void {
  for (const row of rows) {
    if (row.cells.length < 2 && (row.cells[0] ?? '').trim() === '') continue;
    const read = parsePostcodeRow(row, at, NO_AREAS);
    if (read.kind === 'postcode') {
      gathered.total++;
      if (near.size === 0 || near.has(postcodeArea(read.record.postcode)))
        gathered.near.push(read.record);
      else {
        gathered.farCount++;
        gathered.far?.push(read.record);
      }
    } else if (read.kind === 'refused') {
      gathered.refused.push({
        file,
        row: {
          line: row.line,
          column: read.column,
          value: read.value.slice(0, 120),
          outcome: 'refused',
          code: 'postcode',
          reason: read.reason,
          remedy: 'Fetch the file from its publisher again.',
        },
      });
    } else if (read.kind === 'terminated') gathered.terminated++;
    else gathered.without.set(file, (gathered.without.get(file) ?? 0) + 1);
  }
  if (gathered.far !== null && near.size > 0 && gathered.total > WHOLE_COUNTRY) gathered.far = null;
}

const NO_AREAS: ReadonlySet<string> = new Set();

function prepared(run: ImportRun, gathered: Gathered, left_out: readonly string[]): Prepared {
  const { store, request } = run;
  const records = [...gathered.near, ...(gathered.far ?? [])];
  return {
    usable: records.length,
    report: (report) => {
      for (const { row, file } of gathered.not_records) report.notRecords([row], file);
      report.notRecords(notes(gathered, left_out));
      for (const { row, file } of gathered.refused)
        report.row(
          row.line,
          'refused',
          [
            {
              severity: 'refuse',
              column: row.column,
              value: row.value,
              code: row.code,
              reason: row.reason,
              remedy: row.remedy,
            },
          ],
          file,
        );
    },
    apply: (report, check) => {
      inLots(records, check, (lot) => {
        const { added, changed, unchanged } = store.postcodes.upsertMany(lot);
        report.count('added', added);
        report.count('changed', changed);
        report.count('unchanged', unchanged);
      });
      rematch(store, request.on, check);
    },
  };
}

/** What was read and is no record, told once a file. */
function notes(gathered: Gathered, left_out: readonly string[]): readonly ReportRow[] {
  const note = (value: string, code: string, reason: string): ReportRow => ({
    line: 0,
    column: '',
    value,
    outcome: 'not_record',
    code,
    reason,
    remedy: '',
  });
  const rows = left_out.map((name) =>
    note(name, 'file_left_out', 'The file holds no postcodes with a position and was left out.'),
  );
  for (const [file, count] of gathered.without)
    rows.push(
      note(
        file,
        'no_position',
        `${count.toLocaleString('en-GB')} postcodes have no position of their own and were left out.`,
      ),
    );
  if (gathered.terminated > 0)
    rows.push(
      note(
        '',
        'no_longer_used',
        `${gathered.terminated.toLocaleString('en-GB')} postcodes are no longer in use and were left out.`,
      ),
    );
  if (gathered.far === null && gathered.farCount > 0)
    rows.push(
      note(
        '',
        'outside_areas',
        `${gathered.farCount.toLocaleString('en-GB')} postcodes far from the county were left out.`,
      ),
    );
  return rows;
}
