/** Monitoring as the screen, the terminal and files show it. Whole pence; income stands below 0. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { CostCode, LedgerLine, Virement } from '../../model/budget.ts';
import type { BesideOurs, OwnHead } from '../../money/heads.ts';
import type { MatchKind } from '../../money/match-ledger.ts';
import type { MonitorAmounts, MonitorLine } from '../../money/monitor.ts';
import type { InvoiceDifference, ReconciledLine } from '../../money/reconcile-ledger.ts';
import type { SavingStanding } from '../../money/savings.ts';
import type { ShownLine } from '../../money/money-facts.ts';

/** A cost code with what is booked on it in the year shown. */
export interface CodeRow extends CostCode {
  readonly original_pence: number;
  readonly current_pence: number;
  readonly actual_pence: number;
}

/** A posting with what it was matched to. */
export interface LedgerRow {
  readonly line: LedgerLine;
  readonly on_line: ShownLine;
  readonly kind: MatchKind;
  readonly contract_ref: string;
  readonly why: string;
}

export interface MoneyView {
  readonly year: number;
  readonly period: number;
  /** Up to which day things were known when the period was made up. */
  readonly known_on: IsoDate;
  /** The last period of the year that the ledger has anything of; 0 for none. */
  readonly last_booked: number;
  /** Financial years of which there is a budget or a ledger, and the one shown, the latest first. */
  readonly years: readonly number[];
  /** Nothing was imported yet: neither a budget nor a ledger, of any year. */
  readonly empty: boolean;
  readonly lines: readonly MonitorLine[];
  readonly total: MonitorAmounts;
  readonly total_movement_pence: number | null;
  readonly reconciled: readonly ReconciledLine[];
  /** Postings that found neither an invoice nor a contract, or that disagree with the contract; the largest first. */
  readonly unmatched: readonly LedgerRow[];
  readonly invoices: readonly InvoiceDifference[];
  readonly savings: readonly SavingStanding[];
  readonly heads: readonly OwnHead[];
  readonly benchmarks: readonly BesideOurs[];
  readonly codes: readonly CodeRow[];
  readonly virements: readonly Virement[];
  readonly notes: readonly string[];
}

export const BEHIND = ['budget', 'actual', 'accrual', 'commitment', 'plan', 'movement'] as const;
/** Which number of a line is opened. */
export type BehindWhat = (typeof BEHIND)[number];

/** One row behind a number. The rows' pence add up to it. */
export interface BehindRow {
  readonly key: string;
  /** A contract, a code, a document, a cause. */
  readonly name: string;
  readonly who: string;
  readonly pence: number;
  readonly sentence: string;
}

export interface BehindView {
  readonly what: BehindWhat;
  readonly line: ShownLine;
  readonly pence: number;
  readonly rows: readonly BehindRow[];
}
