/** The file's own total against the sum of its rows. A total is no record; where it says otherwise, the report does. */
import { isTotalRow, totalProblem } from '../../../shared/intake/budget.ts';
import type { ReportRow } from '../../../shared/model/import.ts';
import type { LoadedTable } from './prepared.ts';

/** The table without its total lines, and what they say against its rows. `sums`: pence by field, of every row that was understood. */
export function withoutTotals({ table, split, ...rest }: LoadedTable): {
  readonly loaded: LoadedTable;
  readonly check: (what: string, sums: Readonly<Record<string, number>>) => readonly ReportRow[];
} {
  const rows = split.rows.filter((row) => !isTotalRow(row));
  const apart = split.not_records.filter(({ code }) => code === 'total_line');
  const lines = new Set(apart.map(({ line }) => line));
  const totals = table.rows.filter((row) => isTotalRow(row) && (split.rows.includes(row) || lines.has(row.line))); // prettier-ignore
  const check = (what: string, sums: Readonly<Record<string, number>>): readonly ReportRow[] =>
    totals.flatMap((row) =>
      Object.entries(sums).flatMap(([field, sum]): ReportRow[] => {
        const at = split.columns.at.get(field);
        // A total that repeats no column stands in its own place: a line of two cells.
        const filled = row.cells.filter((cell) => cell.trim() !== '');
        const stated = (at === undefined ? '' : row.cells[at]) || (filled.length === 2 && Object.keys(sums).length === 1 ? filled[1] : '') || ''; // prettier-ignore
        const found = totalProblem(what, stated, sum);
        if (found === null) return [];
        return [
          {
            line: row.line,
            column: at === undefined ? '' : (split.columns.headings[at] ?? ''),
            outcome: 'warning',
            code: 'total_differs',
            remedy:
              'Compare the file with what it was made from; its lines were taken as they stand.',
            ...found,
          },
        ];
      }),
    );
  const set_aside = split.rows
    .filter((row) => isTotalRow(row))
    .map((row) => ({ line: row.line, column: '', value: row.cells.filter(Boolean).join(' '), outcome: 'not_record' as const, code: 'total_line', reason: 'The line is a total.', remedy: '' })); // prettier-ignore
  const not_records = [...split.not_records, ...set_aside];
  return { loaded: { ...rest, table, split: { ...split, rows, not_records } }, check };
}
