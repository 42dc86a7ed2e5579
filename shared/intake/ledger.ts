import { costCode, guessBudgetLine } from './budget-line-names.ts';
import { readPeriod } from './financial-period.ts';
import { readRef } from './people.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext, type RowReader } from './row-reader.ts';
import { isForeign, isPounds, parseSignedMoney } from './signed-money.ts';
import type { RawRow } from './table.ts';
import type { BudgetLine, LedgerHeld, LedgerLine } from '../model/budget.ts';

/** A posting as a file gives it. */
export interface ParsedLedgerLine {
  readonly line: number;
  readonly record: Omit<LedgerLine, 'id' | 'nth' | 'file' | 'imported_on'> | null;
  /** What the file calls the code, and the line its words mean. */
  readonly label: string;
  readonly guess: BudgetLine | null;
  readonly problems: readonly Problem[];
}

const AGAIN = 'Correct it in the file and import it again; lines that are there are not doubled.';

/** Reads a ledger, a posting a row. An amount that cannot be counted is kept and held: nothing is lost, and nothing of it is counted. */
export function parseLedger(
  rows: readonly RawRow[],
  context: RowContext,
): readonly ParsedLedgerLine[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const label = row.text('line');
    const code = costCode(row.text('code')) || costCode(label);
    if (code === '')
      row.add('code', { severity: 'refuse', code: 'no_code', reason: 'The row has no cost code and no budget line.', remedy: AGAIN }); // prettier-ignore
    const posted_on = row.date('posted_on', 'refuse');
    const period = readPeriod(row, posted_on);
    const money = readAmount(row);
    const record =
      period === null || code === ''
        ? null
        : {
            ...period,
            code,
            posted_on,
            document: row.text('document'),
            provider: row.text('provider'),
            contract_ref: readRef(row.text('contract_ref')),
            invoice_ref: row.text('invoice_ref'),
            narrative: row.text('narrative').slice(0, 400),
            ...money,
          };
    return { line: row.line, record, label, guess: guessBudgetLine(label), problems: row.problems };
  });
}

type Money = Pick<LedgerLine, 'amount_pence' | 'held' | 'given'>;

const HELD_REASONS: Readonly<Record<Exclude<LedgerHeld, ''>, string>> = {
  currency: 'The amount is not in pounds.',
  formula: 'The amount is a formula, which is never run.',
  unclear: 'The amount was not understood.',
};

/** The amount, less the credit column where there is one. A credit stands below 0. */
function readAmount(row: RowReader): Money {
  const held = (reason: Exclude<LedgerHeld, ''>, field: string, given: string): Money => {
    row.add(field, {
      severity: 'hold',
      code: `ledger_${reason}`,
      reason: `${HELD_REASONS[reason]} The line is kept and counts nothing.`,
      remedy: `${AGAIN} Then take the held line out on Costs, Budget.`,
    });
    return { amount_pence: 0, held: reason, given: given.slice(0, 200) };
  };
  const currency = row.text('currency');
  const cells = (['amount', 'credit'] as const).map((field) => [field, row.text(field)] as const);
  const given = cells.map(([, cell]) => cell).filter(Boolean).join(' '); // prettier-ignore
  const formula = cells.find(([, cell]) => cell.startsWith('='));
  if (formula !== undefined) return held('formula', ...formula);
  const foreign = cells.find(([, cell]) => isForeign(cell));
  if (foreign !== undefined) return held('currency', ...foreign);
  if (!isPounds(currency)) return held('currency', 'currency', `${given} ${currency}`.trim());
  let pence = 0;
  for (const [field, cell] of cells) {
    const read = cell === '' ? 0 : parseSignedMoney(cell);
    if (read === null || given === '') return held('unclear', field, given);
    pence += field === 'credit' ? -read : read;
  }
  return { amount_pence: pence, held: '', given: '' };
}
