/** The recorded budget of the lines that routes are paid from, by financial year: what years to come are held against. */
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import type { BudgetEntry, BudgetLine, CostCode, Virement } from '../model/budget.ts';
import { BUDGET_LINES } from '../model/budget.ts';
import { linesOfCodes, lineOfClient } from './budget-lines.ts';
import type { LineClient } from './money-facts.ts';

/** One record of a budget: an original budget, or a virement. Whole pence. */
export interface TransportBudgetRow {
  readonly line: BudgetLine;
  readonly code: string;
  readonly kind: 'original' | 'virement';
  /** Of a virement: its day, who moved it and why. */
  readonly on: IsoDate | null;
  readonly by: string;
  readonly reason: string;
  readonly pence: number;
}

/** A financial year's budget; the rows add up to it. */
export interface FinancialBudget {
  /** The calendar year in which the financial year starts. */
  readonly year: number;
  readonly pence: number;
  readonly rows: readonly TransportBudgetRow[];
}

export interface TransportBudget {
  /** Financial years with a budget on the lines counted, the earliest first. */
  readonly years: readonly FinancialBudget[];
  /** Lines that the plan’s routes are paid from, whether a budget is recorded on them or not. */
  readonly lines: readonly BudgetLine[];
  /** Lines with a budget that is not counted: no route of the plan is paid from them. */
  readonly left_out: readonly BudgetLine[];
  /** The day on which budgets, virements or codes were changed last; null where none ever was. */
  readonly version_on: IsoDate | null;
}

/** What it is made of. Virements count from their day on. */
export interface TransportBudgetFacts {
  readonly codes: readonly CostCode[];
  readonly budgets: readonly BudgetEntry[];
  readonly virements: readonly Virement[];
  /** Everybody the plan carries. */
  readonly clients: Iterable<LineClient | undefined>;
  /** The year of the plan. */
  readonly year: AcademicYear;
  readonly on: IsoDate;
  readonly version_on: IsoDate | null;
}

/**
 * A line is counted where a child of the plan is counted on it, or where assistants have a line of their own: a budget for buses that the plan does not
 * carry would make any year look affordable.
 */
export function transportBudget(facts: TransportBudgetFacts): TransportBudget {
  const { codes, budgets, virements, clients, year, on, version_on } = facts;
  const lineOf = linesOfCodes(codes);
  const carried = new Set<BudgetLine>();
  for (const client of clients) carried.add(lineOfClient(client, year, on));
  if (codes.some(({ line }) => line === 'assistants')) carried.add('assistants');
  const rows: (TransportBudgetRow & { readonly year: number })[] = [];
  const left_out = new Set<BudgetLine>();
  const add = (of: number, row: Omit<TransportBudgetRow, 'line'>): void => {
    const line = lineOf(row.code);
    if (line === 'not_mapped') return;
    if (carried.has(line)) rows.push({ ...row, line, year: of });
    else left_out.add(line);
  };
  for (const { year: of, code, amount_pence } of budgets)
    add(of, { code, kind: 'original', on: null, by: '', reason: '', pence: amount_pence });
  for (const { year: of, code, pence, on: day, by, reason } of virements)
    if (day <= on) add(of, { code, kind: 'virement', on: day, by, reason, pence });
  const years = [...Map.groupBy(rows, ({ year: of }) => of)]
    .toSorted(([a], [b]) => a - b)
    .map(([of, all]): FinancialBudget => ({
      year: of,
      pence: all.reduce((sum, { pence }) => sum + pence, 0),
      rows: all.map(({ year: _year, ...row }) => row),
    }));
  return {
    years,
    lines: BUDGET_LINES.filter((line) => carried.has(line)),
    left_out: BUDGET_LINES.filter((line) => left_out.has(line)),
    version_on,
  };
}
