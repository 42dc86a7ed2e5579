/** Monitoring as the screen, the terminal and files show it. Whole pence; income stands below 0. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { CostCode, LedgerLine, Virement } from '../../model/budget.ts';
import type { PeriodClosing } from '../../model/period-closing.ts';
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
  /** Closings of the year, opened ones too, by period. */
  readonly closings: readonly PeriodClosing[];
  /** This period as it was signed off beside what is known of it now; null while it is open. */
  readonly signed_off: SignedOffView | null;
  /** What movement is against; null in the first period of a year. */
  readonly compared_with: {
    readonly with: 'signed_off' | 'reckoned';
    readonly closing: PeriodClosing | null;
  } | null;
}

export interface SignedOffView extends PeriodClosing {
  readonly lines: readonly {
    readonly line: ShownLine;
    readonly signed_pence: number;
    /** Other children are aboard its contracts since: a plan or the register changed, which carries no day. */
    readonly aboard_pence: number;
    /** Signed off + children aboard + restated. */
    readonly now_pence: number;
    readonly restated_pence: number;
    readonly sentence: string;
  }[];
}

export const BEHIND = ['original', 'budget', 'actual', 'accrual', 'commitment', 'forecast', 'variance', 'plan', 'variance_with_plan', 'movement'] as const; // prettier-ignore
/** Which number of a line is opened: `budget` is the current one. */
export type BehindWhat = (typeof BEHIND)[number];

/** Kinds of records that numbers are made of. */
export type BehindPart = 'original' | 'virement' | 'actual' | 'accrual' | 'commitment' | 'plan' | 'movement'; // prettier-ignore

interface AmountPart {
  readonly part: BehindPart;
  /** It is subtracted: a variance is the forecast less the budget. */
  readonly taken_off: boolean;
}

const parts = (added: readonly BehindPart[], taken: readonly BehindPart[] = []) => [
  ...added.map((part): AmountPart => ({ part, taken_off: false })),
  ...taken.map((part): AmountPart => ({ part, taken_off: true })),
];

/** What each number is made of. */
export const AMOUNT_PARTS: Readonly<Record<BehindWhat, readonly AmountPart[]>> = {
  original: parts(['original']),
  budget: parts(['original', 'virement']),
  actual: parts(['actual']),
  accrual: parts(['accrual']),
  commitment: parts(['commitment']),
  forecast: parts(['actual', 'accrual', 'commitment']),
  variance: parts(['actual', 'accrual', 'commitment'], ['original', 'virement']),
  plan: parts(['plan']),
  variance_with_plan: parts(['actual', 'accrual', 'commitment', 'plan'], ['original', 'virement']),
  movement: parts(['movement']),
};

/** One row behind a number. The rows' pence add up to it. */
export interface BehindRow {
  readonly key: string;
  readonly part: BehindPart;
  readonly line: ShownLine;
  /** The cost code of a posting, a budget or a virement; '' for the others. */
  readonly code: string;
  /** A contract, a code, a document, a cause. */
  readonly name: string;
  readonly who: string;
  readonly pence: number;
  readonly sentence: string;
}

export interface BehindView {
  readonly what: BehindWhat;
  readonly line: ShownLine | 'all';
  readonly pence: number;
  /** Each kind of record in it, with how many rows and what they come to. */
  readonly parts: readonly {
    readonly part: BehindPart;
    readonly rows: number;
    readonly pence: number;
  }[];
  readonly rows: readonly BehindRow[];
}
