/** The money as the council keeps it: codes, budgets, virements, the ledger, savings and benchmarks. What any of it means is `shared/money`. */
import type {
  Benchmark,
  BudgetEntry,
  BudgetLine,
  CostCode,
  LedgerLine,
  Saving,
  Virement,
} from '../shared/model/budget.ts';
import type { ClosingsStore } from './closings-aggregate.ts';
import type { Outcome } from './store.ts';

export type LedgerLineGiven = Omit<LedgerLine, 'id'>;

export interface MoneyStore extends ClosingsStore {
  /** By code. */
  readonly codes: () => readonly CostCode[];
  /** A code that is not there yet is added without a line; one that is there stays as it is. */
  readonly knowCode: (code: string, label: string) => Outcome;
  /** Says on which line a code is counted; null: on none yet. */
  readonly setCodeLine: (code: string, line: BudgetLine | null) => Outcome;

  /** Every year's original budgets, by year and code. */
  readonly budgets: () => readonly BudgetEntry[];
  readonly setBudget: (entry: BudgetEntry) => Outcome;
  /** By year and day. */
  readonly virements: () => readonly Virement[];
  readonly addVirement: (given: Omit<Virement, 'id'>) => Virement;

  /** The ledger of a financial year (its first calendar year), by period and code; without a year all of it. */
  readonly ledger: (year?: number) => readonly LedgerLine[];
  readonly addLedgerLine: (given: LedgerLineGiven) => LedgerLine;
  /** What an import learns anew of a line that is there: never its amount. */
  readonly changeLedgerLine: (
    id: number,
    given: Pick<
      LedgerLine,
      'provider' | 'contract_ref' | 'invoice_ref' | 'narrative' | 'posted_on'
    >,
  ) => Outcome;
  /** Takes lines out that the council's ledger no longer has, with the reason; returns how many were there. */
  readonly removeLedgerLines: (ids: readonly number[], reason: string) => number;

  /** By name. */
  readonly savings: () => readonly Saving[];
  /** Keyed by id; without one it is added. */
  readonly saveSaving: (given: Omit<Saving, 'id'> & { readonly id: number | null }) => Saving;
  readonly removeSaving: (id: number) => boolean;

  /** By line, name and year. */
  readonly benchmarks: () => readonly Benchmark[];
  /** Keyed by name, line, year and source. */
  readonly setBenchmark: (given: Omit<Benchmark, 'id'>) => Outcome;
  readonly removeBenchmark: (id: number) => boolean;
}
