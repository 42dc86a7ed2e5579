import { basename } from 'node:path';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { headingSignature } from '../../../shared/intake/headings.ts';
import { gravest, type Problem } from '../../../shared/intake/problem.ts';
import type { ReportBuilder } from '../../../shared/intake/report-builder.ts';
import { splitRows, type SplitTable } from '../../../shared/intake/split-rows.ts';
import { longTermTable } from '../../../shared/intake/term-tables.ts';
import type { RawTable } from '../../../shared/intake/table.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ColumnMapping, ImportKind, ReportRow } from '../../../shared/model/import.ts';
import type { Store } from '../../../db/store.ts';
import { readTables } from '../../files/read-tables.ts';
import { MONEY, RESULTS } from '../../files/sheet-rows.ts';
import type { ImportRun, LoadedTable } from './prepared.ts';

/** Tables as their kind reads them: of term dates a column a term is turned into a line a span. */
export function asRead(kind: ImportKind, tables: readonly RawTable[]): readonly RawTable[] {
  return kind === 'term-dates' ? tables.map((table) => longTermTable(table) ?? table) : tables;
}

/** Words for kinds in sentences. */
export const KIND_WORDS: Readonly<Record<ImportKind, string>> = {
  applications: 'applications',
  contracts: 'a contract register',
  register: 'a register of providers, people and vehicles',
  invoices: 'invoices',
  bids: 'bids',
  ledger: 'a ledger',
  budget: 'a budget',
  benchmarks: 'benchmarks',
  fees: 'placement fees',
  cohort: 'the cohort',
  'term-dates': 'term dates',
  schools: 'schools',
  postcodes: 'postcodes',
  fuel: 'fuel prices',
  cpi: 'consumer prices',
  wages: 'wage rates',
  clauses: 'index clauses',
  boundaries: 'boundaries',
};

/** The mapping for a line of headings: a person's, else the one remembered, else none. */
export function recallMapping(
  store: Pick<Store, 'imports'>,
  kind: ImportKind,
  mapping: ColumnMapping | null,
): (headings: readonly string[]) => ColumnMapping | null {
  return (headings) => mapping ?? store.imports.mapping(kind, headingSignature(headings));
}

/** Kinds whose rows hold or refuse an amount that is not in pounds; a workbook says so by the cell's format alone. */
const IN_POUNDS: ReadonlySet<ImportKind> = new Set([
  'invoices',
  'ledger',
  'budget',
  'benchmarks',
  'fees',
]);

/** Reads every file and finds the sheet and heading line of the kind; one that fits nowhere refuses the import. */
export async function loadTables(run: ImportRun): Promise<Result<readonly LoadedTable[]>> {
  const { kind, files, mapping } = run.request;
  const recall = recallMapping(run.store, kind, mapping);
  const loaded: LoadedTable[] = [];
  for (const [i, file] of files.entries()) {
    run.ctx.stage(`Reading ${basename(file.name)}`, i / files.length);
    const how = IN_POUNDS.has(kind) ? MONEY : RESULTS;
    const tables = await readTables(file, run.ctx.cancelled, how);
    if (!tables.ok) return tables;
    const found = sheetsOf(asRead(kind, tables.value), (table) =>
      splitRows(table, FIELDS_OF[kind], recall),
    );
    const [best] = found;
    if (best === undefined || best.split.columns.missing.length > 0)
      return notUnderstood(file.name, kind, best?.split ?? null);
    if (found.every((each) => each.split.rows.length === 0))
      return fail(
        'no_rows',
        `${file.name} has headings but no rows below them.`,
        'Check that the export worked and choose the file again.',
      );
    loaded.push(...found);
  }
  return ok(loaded);
}

/**
 * The sheet with the most columns understood, those with all required ones first, and with it every sheet that has the
 * same headings: lists are often kept a sheet a phase. The others are told of.
 */
export function sheetsOf(
  tables: readonly RawTable[],
  split: (table: RawTable) => SplitTable | null,
): readonly LoadedTable[] {
  const all = tables.flatMap((table) => {
    const found = split(table);
    return found === null ? [] : [{ table, split: found }];
  });
  const rank = ({ columns }: SplitTable) => columns.at.size - 1000 * columns.missing.length;
  const best = all.reduce<(typeof all)[number] | null>(
    (top, each) => (top === null || rank(each.split) > rank(top.split) ? each : top),
    null,
  );
  if (best === null) return [];
  const signature = headingSignature(best.split.columns.headings);
  const alike = all.filter((each) => headingSignature(each.split.columns.headings) === signature);
  const chosen = [best, ...alike.filter((each) => each !== best)];
  const used = new Set(chosen.map((each) => each.table));
  const left_out = tables.filter((table) => !used.has(table)).map(sheetLeftOut);
  return chosen.map(({ table, split }, i) => ({
    table,
    split,
    label: chosen.length > 1 ? `${table.file}, sheet ${table.sheet}` : table.file,
    left_out: i === 0 ? left_out : [],
  }));
}

export function sheetLeftOut(table: RawTable): ReportRow {
  return {
    line: 0,
    column: '',
    value: table.sheet,
    outcome: 'not_record',
    code: 'sheet_left_out',
    reason: `The sheet has other headings and was left out, with its ${table.rows.length} lines.`,
    remedy: 'If it holds records too, save it as a file of its own and import that.',
  };
}

/** Reports the lines and sheets that hold no records. */
export function noteLines(report: ReportBuilder, loaded: readonly LoadedTable[]): void {
  for (const { label, left_out, split } of loaded) {
    report.notRecords(left_out, label);
    report.notRecords(split.not_records, label);
  }
}

/** A row as it was read, with what is wrong with it. */
interface ReadRow {
  readonly line: number;
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** The rows that nothing forbids, and the report of everything else: lines without a record, rows refused. */
export function sortOut<Row extends ReadRow>(loaded: readonly LoadedTable[], rows: readonly Row[]) {
  const isRefused = (row: Row): boolean => gravest(row.problems) === 'refuse';
  return {
    usable: rows.filter((row) => !isRefused(row)),
    report: (report: ReportBuilder): void => {
      noteLines(report, loaded);
      for (const row of rows.filter(isRefused))
        report.row(row.line, 'refused', row.problems, row.file);
    },
  };
}

/** The failure of a file whose columns are not those of its kind. */
export function notUnderstood(name: string, kind: ImportKind, split: SplitTable | null) {
  const missing = split?.columns.missing.map((field) => field.label) ?? [];
  const lacks = missing.length === 0 ? '' : `: no column for ${missing.join(', ').toLowerCase()}`;
  return fail(
    'headings_not_understood',
    `${name} was not understood as ${KIND_WORDS[kind]}${lacks}.`,
    'Map the columns by hand, or check that this is the right file.',
    { missing, headings: split?.columns.headings ?? [] },
  );
}

/** A person's mapping is remembered for these headings. */
export function rememberMapping(run: ImportRun, tables: readonly LoadedTable[]): void {
  const { kind, mapping } = run.request;
  if (mapping === null) return;
  for (const { split } of tables)
    run.store.imports.rememberMapping(kind, headingSignature(split.columns.headings), mapping);
}
