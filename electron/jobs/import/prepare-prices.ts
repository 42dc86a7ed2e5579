import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import {
  parseCpi,
  parseFuel,
  parseMonth,
  parseWages,
  type Parsed,
} from '../../../shared/intake/prices.ts';
import { splitRows } from '../../../shared/intake/split-rows.ts';
import type { RawTable } from '../../../shared/intake/table.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ReportRow } from '../../../shared/model/import.ts';
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

/** Weekly pump prices. */
export async function prepareFuel(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store } = run;
  const parsed = eachTable(run, loaded.value, parseFuel);
  return ok(
    priceImport(run, loaded.value, parsed, (rows) => store.prices.upsertFuel(rows).outcomes),
  );
}

/** Minimum and living wages. */
export async function prepareWages(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store } = run;
  const parsed = eachTable(run, loaded.value, parseWages);
  return ok(
    priceImport(run, loaded.value, parsed, (rows) => store.prices.upsertWages(rows).outcomes),
  );
}

/** The consumer price index: an ONS series as downloaded, which has no headings, or columns of months and values. */
export async function prepareCpi(run: ImportRun): Promise<Result<Prepared>> {
  const parsed: FilePart<Parsed<{ readonly month: string; readonly index: number }>>[] = [];
  const loose: { readonly rows: readonly ReportRow[]; readonly file: string }[] = [];
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
    parsed.push({ file: file.name, rows: read.parsed });
    loose.push({
      file: file.name,
      rows: headed ? [...split.not_records, ...read.not_records] : read.not_records,
    });
  }
  const { store } = run;
  return ok(priceImport(run, [], parsed, (rows) => store.prices.upsertCpi(rows).outcomes, loose));
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

interface FilePart<T> {
  readonly file: string;
  readonly rows: readonly T[];
}

function eachTable<T>(
  run: ImportRun,
  loaded: readonly LoadedTable[],
  parse: typeof parseFuel extends (rows: infer R, context: infer C) => unknown
    ? (rows: R, context: C) => readonly Parsed<T>[]
    : never,
): readonly FilePart<Parsed<T>>[] {
  const { kind, on } = run.request;
  return loaded.map(({ label, split }) => ({
    file: label,
    rows: parse(split.rows, { columns: split.columns, fields: FIELDS_OF[kind], on }),
  }));
}

function priceImport<T>(
  run: ImportRun,
  loaded: readonly LoadedTable[],
  parts: readonly FilePart<Parsed<T>>[],
  upsert: (rows: readonly T[]) => readonly Outcome[],
  loose: readonly { readonly rows: readonly ReportRow[]; readonly file: string }[] = [],
): Prepared {
  const rows = parts.flatMap(({ file, rows }) => rows.map((row) => ({ ...row, file })));
  const usable = rows.flatMap((row) =>
    row.record === null ? [] : [{ ...row, record: row.record }],
  );
  return {
    usable: usable.length,
    report: (report) => {
      noteLines(report, loaded);
      for (const each of loose) report.notRecords(each.rows, each.file);
      for (const row of rows)
        if (row.record === null) report.row(row.line, 'refused', row.problems, row.file);
    },
    apply: (report, check) => {
      inLots(usable, check, (lot) => {
        const outcomes = upsert(lot.map((row) => row.record));
        lot.forEach((row, i) =>
          report.row(row.line, outcomes[i] ?? 'unchanged', row.problems, row.file),
        );
      });
      rememberMapping(run, loaded);
    },
  };
}
