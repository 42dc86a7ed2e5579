import { INDEX_WORDS } from '../../../shared/costing/clauses/index-book.ts';
import { baseWords } from '../../../shared/costing/clauses/chain-series.ts';
import { wageKey } from '../../../shared/costing/clauses/effective-series.ts';
import { gapSentences, weekGaps } from '../../../shared/costing/clauses/series-gaps.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { indexHead, type IndexHead } from '../../../shared/intake/index-head.ts';
import { settleTwins, type FiledRow } from '../../../shared/intake/price-twins.ts';
import {
  parseCpi,
  parseFuel,
  parseMonth,
  parseWages,
  type Parsed,
} from '../../../shared/intake/prices.ts';
import type { ReportBuilder } from '../../../shared/intake/report-builder.ts';
import type { RowContext } from '../../../shared/intake/row-reader.ts';
import { splitRows } from '../../../shared/intake/split-rows.ts';
import type { RawRow, RawTable } from '../../../shared/intake/table.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ReportRow } from '../../../shared/model/import.ts';
import type { CpiMonth } from '../../../shared/model/money.ts';
import type { Outcome } from '../../../db/store.ts';
import { readTables } from '../../files/read-tables.ts';
import {
  loadTables,
  noteLines,
  notUnderstood,
  recallMapping,
  rememberMapping,
} from './load-tables.ts';
import { inLots, type ImportRun, type LoadedTable, type Prepared } from './prepared.ts';
import { gapRows, noteSource, takeIndex } from './take-index.ts';

/** Weekly pump prices. */
export async function prepareFuel(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store } = run;
  const rows = settleTwins(eachTable(run, loaded.value, parseFuel), {
    keyOf: ({ week_on }) => week_on,
    column: 'Date',
    what: 'The week of',
  });
  return ok(
    priceImport(run, loaded.value, {
      rows,
      upsert: (records) => store.prices.upsertFuel(records).outcomes,
      after: (report) => {
        noteSource(run, { series: 'fuel', title: INDEX_WORDS.diesel.source });
        const weeks = store.prices.published().fuel.map(({ week_on }) => week_on);
        report.notRecords(gapRows(gapSentences(weekGaps(weeks), 'week')));
      },
    }),
  );
}

/** Minimum and living wages. */
export async function prepareWages(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store } = run;
  const rows = settleTwins(eachTable(run, loaded.value, parseWages), {
    keyOf: wageKey,
    column: 'From',
    what: 'The wage floor of',
  });
  return ok(
    priceImport(run, loaded.value, {
      rows,
      upsert: (records) => store.prices.upsertWages(records).outcomes,
      after: () => {
        noteSource(run, { series: 'wages', title: INDEX_WORDS.wage_floor.source });
      },
    }),
  );
}

/** The consumer price index: an ONS series as downloaded, which has no headings, or columns of months and values. */
export async function prepareCpi(run: ImportRun): Promise<Result<Prepared>> {
  const rows: FiledRow<CpiMonth>[] = [];
  const loose: { readonly rows: readonly ReportRow[]; readonly file: string }[] = [];
  let head: IndexHead = { title: '', base_year: 0, released_on: '' };
  for (const file of run.request.files) {
    run.ctx.stage(`Reading ${file.name}`, null);
    const tables = await readTables(file, run.ctx.cancelled);
    if (!tables.ok) return tables;
    const [table] = tables.value;
    if (table === undefined) continue;
    const recall = recallMapping(run.store, 'cpi', run.request.mapping);
    const isSeries = table.rows.slice(0, 12).some((row) => row.cells[0]?.trim() === 'CDID');
    const split = isSeries ? null : splitRows(table, FIELDS_OF.cpi, recall);
    const at = split?.columns.at;
    const columns = { month: at?.get('month') ?? 0, index: at?.get('index') ?? 1 };
    const headed = split !== null && split.columns.missing.length === 0;
    if (!headed && !isSeries && !isTwoColumns(table)) return notUnderstood(file.name, 'cpi', split);
    const read = parseCpi(
      headed ? split.rows : table.rows,
      headed ? columns : { month: 0, index: 1 },
    );
    const own = indexHead(table, run.request.on);
    if (head.base_year !== 0 && own.base_year !== 0 && own.base_year !== head.base_year)
      return fail(
        'base_years_differ',
        `${file.name} is ${baseWords(own.base_year)}, another file of the same import ${baseWords(head.base_year)}.`,
        'Import one after the other: indices of two base years are kept apart.',
      );
    if (own.base_year !== 0 || head.title === '') head = own;
    rows.push(...read.parsed.map((row) => ({ ...row, file: file.name })));
    loose.push({
      file: file.name,
      rows: headed ? [...split.not_records, ...read.not_records] : read.not_records,
    });
  }
  const settled = settleTwins(rows, { keyOf: ({ month }) => month, column: 'Month', what: 'The index of' }); // prettier-ignore
  return ok(priceImport(run, [], { rows: settled, loose, ...takeIndex(run, head, settled) }));
}

/** Without headings, only months with one value each are taken: any other list with dates in it would do else. */
function isTwoColumns(table: RawTable): boolean {
  const months = table.rows
    .filter((row) => parseMonth(row.cells[0] ?? '') !== null)
    .map(({ cells }) => ({
      month: parseMonth(cells[0] ?? ''),
      width: cells.filter(Boolean).length,
    }));
  const distinct = new Set(months.map((each) => each.month));
  return (
    months.length > 0 && distinct.size === months.length && months.every(({ width }) => width <= 2)
  );
}

function eachTable<T>(
  run: ImportRun,
  loaded: readonly LoadedTable[],
  parse: (rows: readonly RawRow[], context: RowContext) => readonly Parsed<T>[],
): readonly FiledRow<T>[] {
  const { kind, on } = run.request;
  return loaded.flatMap(({ label, split }) =>
    parse(split.rows, { columns: split.columns, fields: FIELDS_OF[kind], on }).map((row) => ({
      ...row,
      file: label,
    })),
  );
}

function priceImport<T>(
  run: ImportRun,
  loaded: readonly LoadedTable[],
  of: {
    readonly rows: readonly FiledRow<T>[];
    readonly upsert: (rows: readonly T[]) => readonly Outcome[];
    readonly loose?: readonly { readonly rows: readonly ReportRow[]; readonly file: string }[];
    readonly after?: (report: ReportBuilder) => void;
  },
): Prepared {
  const usable = of.rows.flatMap((row) =>
    row.record === null ? [] : [{ ...row, record: row.record }],
  );
  return {
    usable: usable.length,
    report: (report) => {
      noteLines(report, loaded);
      for (const each of of.loose ?? []) report.notRecords(each.rows, each.file);
      for (const row of of.rows)
        if (row.record === null) report.row(row.line, 'refused', row.problems, row.file);
    },
    apply: (report, check) => {
      inLots(usable, check, (lot) => {
        const outcomes = of.upsert(lot.map((row) => row.record));
        lot.forEach((row, i) =>
          report.row(row.line, outcomes[i] ?? 'unchanged', row.problems, row.file),
        );
      });
      of.after?.(report);
      rememberMapping(run, loaded);
    },
  };
}
