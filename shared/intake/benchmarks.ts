import type { Benchmark } from '../model/budget.ts';
import { guessBudgetLine } from './budget-line-names.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext } from './row-reader.ts';
import { isForeign, parseSignedMoney } from './signed-money.ts';
import type { RawRow } from './table.ts';

/** A benchmark as a file gives it. */
export interface ParsedBenchmark {
  readonly line: number;
  readonly record: Omit<Benchmark, 'id'> | null;
  readonly problems: readonly Problem[];
}

/** Reads benchmarks. One without a source or without what it counts is refused: it could be set beside nothing. */
export function parseBenchmarks(
  rows: readonly RawRow[],
  context: RowContext,
): readonly ParsedBenchmark[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const refuse = (field: string, code: string, reason: string): void => {
      row.add(field, { severity: 'refuse', code, reason, remedy: 'Complete the row and import the file again.' }); // prettier-ignore
    };
    const [name, source, definition] = [row.text('name'), row.text('source'), row.text('definition')]; // prettier-ignore
    if (name === '') refuse('name', 'no_name', 'The row names no benchmark.');
    if (source === '')
      refuse('source', 'no_source', 'The row does not say where its figure is from.');
    if (definition === '') refuse('definition', 'no_definition', 'The row does not say what its figure counts.'); // prettier-ignore
    const text = row.text('figure');
    const pence = text.startsWith('=') || isForeign(text) ? null : parseSignedMoney(text);
    if (pence === null || pence < 0) refuse('figure', 'figure', 'The figure was not understood as pounds.'); // prettier-ignore
    const words = row.text('line');
    const line = guessBudgetLine(words);
    const isWhole = words === '' || /\b(all|whole|total)\b/iu.test(words);
    if (line === null && !isWhole)
      row.add('line', { severity: 'warn', code: 'line_not_known', reason: 'The budget line was not understood; the figure is set beside transport as a whole.', remedy: 'Name a line as Costs, Budget names it, and import the file again.' }); // prettier-ignore
    const isRefused = row.problems.some(({ severity }) => severity === 'refuse');
    const record =
      isRefused || pence === null
        ? null
        : { line, name, year: row.text('year'), pence, unit: row.text('unit') || 'GBP a head a year', source, definition }; // prettier-ignore
    return { line: row.line, record, problems: row.problems };
  });
}
