/** What the writers of the register's lists share while one import is applied. */
import type { Problem } from '../../../shared/intake/problem.ts';
import type { ReportBuilder } from '../../../shared/intake/report-builder.ts';
import type { RegisterRow } from '../../../shared/intake/register-rows.ts';
import type { Outcome, Store } from '../../../db/store.ts';
import type { KeepEdits } from './keep-register-edits.ts';
import type { LoadedList } from './load-register.ts';

/** A row with the table it came from. */
export interface FiledRow<Facts> extends RegisterRow<Facts> {
  readonly loaded: LoadedList;
}

export interface RegisterRun {
  readonly store: Store;
  readonly report: ReportBuilder;
  readonly keep: KeepEdits;
}

/** A problem at a field of a row, with the row's own cell. */
export function problemAt(
  row: FiledRow<unknown>,
  field: string,
  found: Omit<Problem, 'column' | 'value'>,
): Problem {
  const { columns, rows } = row.loaded.split;
  const at = columns.at.get(field);
  const cells = rows.find(({ line }) => line === row.line)?.cells ?? [];
  return {
    column: at === undefined ? field.replaceAll('_', ' ') : (columns.headings[at] ?? field),
    value: at === undefined ? '' : (cells[at] ?? ''),
    ...found,
  };
}

/** Reports a row with the problems found while it was written. */
export function reportRow(
  { report }: RegisterRun,
  row: FiledRow<unknown>,
  outcome: Outcome | 'refused',
  found: readonly Problem[] = [],
): void {
  report.row(row.line, outcome, [...row.problems, ...found], row.loaded.label);
}

/** Where a row stands, for the sentence of another: `line 7`, with its sheet where it is another one. */
export function placeOf(row: FiledRow<unknown>, from: FiledRow<unknown>): string {
  return row.loaded.label === from.loaded.label
    ? `line ${row.line}`
    : `line ${row.line} of ${row.loaded.label}`;
}
