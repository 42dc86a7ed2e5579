import { boundaryHeadings } from '../../../shared/intake/boundaries.ts';
import { BOUNDARY_FIELDS } from '../../../shared/intake/fields/place-fields.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import type { Field } from '../../../shared/intake/field.ts';
import { guessKind } from '../../../shared/intake/guess-kind.ts';
import { headingSignature, matchHeadings, type Columns } from '../../../shared/intake/headings.ts';
import { REGISTER_FIELDS } from '../../../shared/intake/fields/register-fields.ts';
import { LIST_WORDS } from '../../../shared/intake/register-lists.ts';
import { isCodePointRow } from '../../../shared/intake/postcodes.ts';
import { parseMonth } from '../../../shared/intake/prices.ts';
import { splitRows } from '../../../shared/intake/split-rows.ts';
import type { RawRow, RawTable } from '../../../shared/intake/table.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ColumnMapping, ImportKind, ImportPreview } from '../../../shared/model/import.ts';
import type { Store } from '../../../db/store.ts';
import { decodeText, encodingOf } from '../../files/decode-text.ts';
import type { InputFile } from '../../files/input-file.ts';
import { readCsvPieces } from '../../files/read-csv-pieces.ts';
import { fileBytes, fileKind, readTables } from '../../files/read-tables.ts';
import { textSources } from '../../files/text-sources.ts';
import { registerLists } from './load-register.ts';
import { asRead, recallMapping, sheetsOf } from './load-tables.ts';

export interface PreviewRequest {
  /** Null: told from the headings. */
  readonly kind: ImportKind | null;
  readonly files: readonly InputFile[];
  readonly mapping: ColumnMapping | null;
}

/** Lines shown of a file. */
const SAMPLE_ROWS = 8;
const SAMPLES = 3;

/** What an import would understand of the first file, before anything is written. */
export async function previewImport(
  store: Pick<Store, 'imports'>,
  request: PreviewRequest,
): Promise<Result<ImportPreview>> {
  const [file] = request.files;
  if (file === undefined) return fail('no_files', 'No file was given.', 'Choose a file to import.');
  if (request.kind === 'boundaries' || (request.kind === null && isJson(file)))
    return previewBoundaries(file, request);
  if (request.kind === 'postcodes' || (request.kind === null && (await isDirectory(file))))
    return previewPostcodes(request.files, store, request);
  const tables = await readTables(file);
  if (!tables.ok) return tables;
  const [first] = tables.value;
  const kind = request.kind ?? tables.value.map(guessKind).find((guess) => guess !== null) ?? null;
  if (kind === null || first === undefined)
    return fail(
      'kind_not_known',
      `${file.name} was not recognised by its headings.`,
      'Say what kind of file it is, then map its columns.',
    );
  if (kind === 'postcodes') return previewPostcodes(request.files, store, request);
  const recall = recallMapping(store, kind, request.mapping);
  if (kind === 'register') return ok(previewRegister(tables.value, recall, request.mapping));
  const sheets = sheetsOf(asRead(kind, tables.value), (table) =>
    splitRows(table, FIELDS_OF[kind], recall),
  );
  const best = sheets[0] ?? null;
  if (kind === 'cpi' && (best === null || best.split.columns.missing.length > 0))
    return ok(previewSeries(first));
  if (best === null) return ok(withoutHeadings(kind, first));
  const { table, split } = best;
  const { columns, rows } = split;
  const total = sheets.reduce((sum, sheet) => sum + sheet.split.rows.length, 0);
  const loose = split.not_records.length;
  return ok({
    kind,
    format: table.format,
    understood: `${table.format}; headings on line ${split.heading_line}; ${count(total, 'row')}${sheets.length > 1 ? ` on ${sheets.length} sheets` : ''}${loose > 0 ? `, ${count(loose, 'line')} that are no records` : ''}.`,
    ...described(columns, FIELDS_OF[kind], rows),
    rows: total,
    remembered:
      request.mapping === null &&
      store.imports.mapping(kind, headingSignature(columns.headings)) !== null,
  });
}

function count(many: number, what: string): string {
  return `${many.toLocaleString('en-GB')} ${what}${many === 1 ? '' : 's'}`;
}

function described(columns: Columns, fields: readonly Field[], rows: readonly RawRow[]) {
  const fieldAt = new Map([...columns.at].map(([field, column]) => [column, field]));
  return {
    headings: columns.headings.map((heading, column) => ({
      heading,
      field: fieldAt.get(column) ?? '',
      samples: samplesOf(rows, column),
    })),
    fields: fields.map(({ field, label, required }) => ({ field, label, required })),
    missing: columns.missing.map((field) => field.label),
    sample: rows.slice(0, SAMPLE_ROWS).map((row) => row.cells.map(short)),
  };
}

function samplesOf(rows: readonly RawRow[], column: number): readonly string[] {
  const found = new Set<string>();
  for (const row of rows.slice(0, 200)) {
    const cell = row.cells[column]?.trim() ?? '';
    if (cell !== '') found.add(short(cell));
    if (found.size === SAMPLES) break;
  }
  return [...found];
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** No line means anything for the kind: the first filled one is offered for mapping by hand. */
function withoutHeadings(kind: ImportKind, table: RawTable): ImportPreview {
  const at = table.rows.findIndex(
    (row) => row.cells.filter((cell) => cell.trim() !== '').length > 1,
  );
  const heading = table.rows[Math.max(0, at)];
  const rows = table.rows.slice(Math.max(0, at) + 1);
  const columns = matchHeadings(
    heading?.cells.map((cell) => cell.trim()) ?? [],
    FIELDS_OF[kind],
    null,
  );
  return {
    kind,
    format: table.format,
    understood: `${table.format}; no heading was understood. Map the columns by hand.`,
    ...described(columns, FIELDS_OF[kind], rows),
    rows: rows.length,
    remembered: false,
  };
}

/** Several sheets are several lists: each is told of, and the first is there to be mapped. */
function previewRegister(
  tables: readonly RawTable[],
  recall: (headings: readonly string[]) => ColumnMapping | null,
  mapping: ColumnMapping | null,
): ImportPreview {
  const lists = registerLists(tables, recall);
  const [first] = lists;
  if (first === undefined) return withoutHeadings('register', tables[0] ?? NO_TABLE);
  const { columns, rows } = first.split;
  const told = lists.map(({ list, split }) => `${count(split.rows.length, 'row')} of ${LIST_WORDS[list]}`); // prettier-ignore
  return {
    kind: 'register',
    format: first.table.format,
    understood: `${first.table.format}; ${told.join(', ')}${first.left_out.length === 0 ? '' : `; ${count(first.left_out.length, 'sheet')} of something else, left out`}.`,
    ...described(columns, REGISTER_FIELDS[first.list], rows),
    rows: lists.reduce((sum, { split }) => sum + split.rows.length, 0),
    remembered: mapping === null && recall(columns.headings) !== null,
  };
}

const NO_TABLE: RawTable = { file: '', format: '', sheet: '', rows: [] };

/** An ONS time series has no headings. */
function previewSeries(table: RawTable): ImportPreview {
  const rows = table.rows.filter((row) => parseMonth(row.cells[0] ?? '') !== null);
  const columns: Columns = {
    at: new Map([
      ['month', 0],
      ['index', 1],
    ]),
    headings: ['Month', 'Index'],
    missing: [],
  };
  return {
    kind: 'cpi',
    format: table.format,
    understood: `${table.format}; a time series of the Office for National Statistics, ${count(rows.length, 'month')}.`,
    ...described(columns, FIELDS_OF.cpi, rows),
    rows: rows.length,
    remembered: false,
  };
}

function isJson(file: InputFile): boolean {
  if (/\.(geo)?json$/i.test(file.name)) return true;
  const bytes = fileBytes(file);
  return bytes.ok && bytes.value[0] === 0x7b;
}

function previewBoundaries(file: InputFile, request: PreviewRequest): Result<ImportPreview> {
  const bytes = fileBytes(file);
  if (!bytes.ok) return bytes;
  const encoding = encodingOf(bytes.value, true);
  const text = encoding === null ? '' : decodeText(bytes.value, encoding);
  const headings = boundaryHeadings(text);
  if (headings.length === 0)
    return fail(
      'not_geojson',
      `${file.name} is not a GeoJSON collection of boundaries.`,
      'Download the boundaries as GeoJSON from the ONS Open Geography portal.',
    );
  const features = (JSON.parse(text) as { features: { properties?: Record<string, unknown> }[] })
    .features;
  const rows = features.map(({ properties = {} }, i) => ({
    line: i + 1,
    cells: headings.map((heading) => plain(properties[heading])),
  }));
  const columns = matchHeadings(headings, BOUNDARY_FIELDS, request.mapping);
  return ok({
    kind: 'boundaries',
    format: 'GeoJSON',
    understood: `GeoJSON; ${count(features.length, 'boundary').replace(/boundarys$/, 'boundaries')}.`,
    ...described(columns, BOUNDARY_FIELDS, rows),
    rows: features.length,
    remembered: false,
  });
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

/** A zip that is no workbook: a directory as downloaded. */
async function isDirectory(file: InputFile): Promise<boolean> {
  const bytes = fileBytes(file);
  if (!bytes.ok) return bytes.error.code === 'file_too_large';
  if (fileKind(bytes.value) !== 'zip') return false;
  const found = await textSources([file]);
  if (!found.ok) return false;
  found.value.close();
  return found.value.sources.length > 0;
}

const CODE_POINT_HEADINGS = [
  'Postcode',
  'Positional quality',
  'Easting',
  'Northing',
  'Country code',
  'NHS region',
  'NHS authority',
  'County code',
  'District code',
  'Ward code',
];

/** Only the beginning of the first file with rows is read; how many rows there are is reckoned from its size. */
async function previewPostcodes(
  files: readonly InputFile[],
  store: Pick<Store, 'imports'>,
  request: PreviewRequest,
): Promise<Result<ImportPreview>> {
  const found = await textSources(files);
  if (!found.ok) return found;
  const { sources, close } = found.value;
  try {
    for (const source of sources) {
      let head: readonly (readonly string[])[] = [];
      await readCsvPieces(source, (rows) => {
        head = rows.slice(0, 2000);
        return false;
      });
      const rows = head.map((cells, i) => ({ line: i + 1, cells }));
      const seen = describePostcodes(rows, recallMapping(store, 'postcodes', request.mapping));
      if (seen === null) continue;
      const letters = head.reduce((sum, cells) => sum + cells.join('","').length + 1, 0);
      const bytes = sources.reduce((sum, each) => sum + each.bytes, 0);
      const about = Math.round((bytes / Math.max(1, letters)) * head.length);
      const counted = head.length < 2000 && sources.length === 1;
      const total = counted ? seen.rows.length : about;
      return ok({
        kind: 'postcodes',
        format: seen.format,
        understood: `${seen.format}; ${count(sources.length, 'file')}, ${counted ? '' : 'about '}${count(total, 'postcode')}.`,
        ...described(seen.columns, FIELDS_OF.postcodes, seen.rows),
        rows: total,
        rows_estimated: !counted,
        remembered: false,
      });
    }
    return fail(
      'headings_not_understood',
      'No postcodes were found in what was chosen.',
      'Choose the Data folder or the zip of Code-Point Open, or the ONS Postcode Directory.',
    );
  } finally {
    close();
  }
}

function describePostcodes(
  rows: readonly RawRow[],
  recall: (headings: readonly string[]) => ColumnMapping | null,
): { readonly format: string; readonly columns: Columns; readonly rows: readonly RawRow[] } | null {
  if (rows.length > 0 && rows.slice(0, 3).every((row) => isCodePointRow(row.cells)))
    return {
      format: 'Code-Point Open',
      columns: matchHeadings(CODE_POINT_HEADINGS, FIELDS_OF.postcodes, null),
      rows,
    };
  const split = splitRows({ file: '', format: '', sheet: '', rows }, FIELDS_OF.postcodes, recall);
  if (split === null || split.columns.missing.length > 0) return null;
  return { format: 'A list of postcodes with headings', columns: split.columns, rows: split.rows };
}
