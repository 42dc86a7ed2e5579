import type { IsoDate } from '../calendar/dates.ts';
import { formatPence } from '../format/money.ts';
import type { BudgetLine } from '../model/budget.ts';
import { costCode, guessBudgetLine } from './budget-line-names.ts';
import { readFinancialYear } from './financial-period.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext, type RowReader } from './row-reader.ts';
import { isForeign, parseSignedMoney } from './signed-money.ts';
import type { RawRow } from './table.ts';

/** The budget of one code as a file gives it. */
export interface ParsedBudget {
  readonly line: number;
  readonly record: {
    readonly year: number;
    readonly code: string;
    readonly label: string;
    /** What the words mean; null: nobody can tell. */
    readonly guess: BudgetLine | null;
    readonly original_pence: number;
    /** null: as the original. */
    readonly current_pence: number | null;
    readonly changed_on: IsoDate | null;
    readonly reason: string;
  } | null;
  readonly problems: readonly Problem[];
}

const AGAIN = 'Correct it in the file and import it again.';
const refuse = (code: string, reason: string): Omit<Problem, 'column' | 'value'> => ({
  severity: 'refuse',
  code,
  reason,
  remedy: AGAIN,
});

/** Reads a budget, a code a row. `usual`: the financial year where the file has no column for it. */
export function parseBudget(
  rows: readonly RawRow[],
  context: RowContext,
  usual: number,
): readonly ParsedBudget[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const words = row.text('line');
    const label = row.text('label');
    const code = costCode(row.text('code')) || costCode(words) || costCode(label);
    if (code === '') row.add('code', refuse('no_code', 'The row has no cost code and no budget line.')); // prettier-ignore
    const year = readFinancialYear(row, usual);
    const original_pence = pounds(row, 'original');
    const current_pence = pounds(row, 'current');
    if (row.text('original') === '') row.add('original', refuse('no_amount', 'The row gives no budget.')); // prettier-ignore
    const isRefused = row.problems.some(({ severity }) => severity === 'refuse');
    const record =
      isRefused || year === null || original_pence === null
        ? null
        : {
            year,
            code,
            label: label || words,
            guess: guessBudgetLine(words) ?? guessBudgetLine(label),
            original_pence,
            current_pence,
            changed_on: row.date('changed_on'),
            reason: row.text('reason'),
          };
    return { line: row.line, record, problems: row.problems };
  });
}

/** Pence of a cell, which may stand below 0; null where empty, or with its problem. */
function pounds(row: RowReader, field: string): number | null {
  const text = row.text(field);
  if (text === '') return null;
  const because = text.startsWith('=')
    ? (['formula_amount', 'The amount is a formula, which is never run.'] as const)
    : isForeign(text)
      ? (['wrong_currency', 'The amount is not in pounds.'] as const)
      : null;
  const pence = because === null ? parseSignedMoney(text) : null;
  const [code, reason] = because ?? ['number', 'The amount was not understood.'];
  if (pence === null) row.add(field, refuse(code, reason));
  return pence;
}

/** Whether a row is the file's own total: its first filled cell says so. */
export function isTotalRow({ cells }: RawRow): boolean {
  return /^(grand |net )?totals?\b/iu.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '');
}

/** What a stated total says against the sum of the rows; null where it is not stated, or agrees. */
export function totalProblem(
  what: string,
  stated: string,
  sum_pence: number,
): { readonly value: string; readonly reason: string } | null {
  const pence = parseSignedMoney(stated);
  if (stated.trim() === '' || pence === null || pence === sum_pence) return null;
  const apart = pence - sum_pence;
  return {
    value: stated.trim(),
    reason: `The ${what} adds up to ${formatPence(sum_pence)}, its stated total is ${formatPence(pence)}: ${formatPence(Math.abs(apart))} ${apart > 0 ? 'more' : 'less'} than its lines.`,
  };
}
