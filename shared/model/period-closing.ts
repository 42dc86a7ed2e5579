/** Periods as they were signed off, and how the lines without contracts are forecast. Whole pence; income stands below 0. */
import type { IsoDate } from '../calendar/dates.ts';
import type { BudgetLine } from './budget.ts';

/** A line as it stood when its period was closed. */
export interface ClosedLine {
  /** A line of the budget, or `not_mapped`. */
  readonly line: BudgetLine | 'not_mapped';
  readonly original_pence: number;
  readonly current_pence: number;
  readonly actual_pence: number;
  readonly accrual_pence: number;
  readonly commitment_pence: number;
  readonly plan_pence: number;
  /** What its forecast rested on. */
  readonly basis: string;
  /** Accrual and commitment of each contract on the line, by its reference. */
  readonly contracts: Readonly<Record<string, readonly [accrual: number, commitment: number]>>;
}

/** A period that somebody closed: last month, for the month after it. */
export interface PeriodClosing {
  readonly id: number;
  /** The calendar year in which the financial year starts. */
  readonly year: number;
  readonly period: number;
  /** Up to which day things were known in it. */
  readonly known_on: IsoDate;
  readonly closed_on: IsoDate;
  readonly closed_by: string;
  readonly reason: string;
  /** The ledger’s newest row then: rows above it were posted later. */
  readonly last_ledger_id: number;
  /** null: it stands. */
  readonly reopened: { readonly on: IsoDate; readonly by: string; readonly reason: string } | null;
  /** Forecast of all lines as signed off. */
  readonly forecast_pence: number;
}

/** A contract as it was then: its prices by day, and who was aboard. Compared, never read. */
export interface ClosedTerms {
  readonly prices: string;
  readonly aboard: string;
}

/** With its lines, and every contract’s terms, so that a price dated back or another child aboard is told from other changes. */
export interface SignedOff extends PeriodClosing {
  readonly terms: Readonly<Record<string, ClosedTerms>>;
  readonly lines: readonly ClosedLine[];
}

export const CHOSEN_BASES = ['budget', 'run_rate', 'typed'] as const;
/** `budget`: as budgeted for the school days left; `run_rate`: postings so far a period, times 12; `typed`: by a person. */
export type ChosenBasis = (typeof CHOSEN_BASES)[number];

/** How a line without contracts is forecast from a day on. The last one counts. */
export interface LineForecast {
  readonly id: number;
  readonly year: number;
  readonly line: BudgetLine;
  readonly basis: ChosenBasis;
  /** The year’s forecast where it is typed; else null. */
  readonly pence: number | null;
  readonly on: IsoDate;
  readonly by: string;
  readonly reason: string;
}
