/** The money as the council keeps it: cost codes, budgets, virements, the ledger, savings, benchmarks. Whole pence; income stands below 0. */
import type { IsoDate } from '../calendar/dates.ts';

export const BUDGET_LINES = [
  'pre_16_sen',
  'post_16_sen',
  'adult_sen',
  'mainstream',
  'ptb',
  'mileage',
  'passes',
  'assistants',
  'travel_training',
  'contributions',
  'recharge_care',
  'recharge_authorities',
] as const;
/** A line of the council's budget. The last three are income: sixth-form contributions, recharges to social care, to other authorities. */
export type BudgetLine = (typeof BUDGET_LINES)[number];

/** One of the council's codes, and the line it is counted on. */
export interface CostCode {
  /** As the ledger writes it, upper case with single spaces; where a council has no codes, the line in its own words. */
  readonly code: string;
  /** null: nobody has said yet; what is booked on it stands apart. */
  readonly line: BudgetLine | null;
  readonly label: string;
}

/** The original budget of one code for a financial year. */
export interface BudgetEntry {
  /** The calendar year in which the financial year starts: 2026 is 1 April 2026 to 31 March 2027. */
  readonly year: number;
  readonly code: string;
  readonly amount_pence: number;
}

/** A change of a code's budget within the year, dated, with its reason. */
export interface Virement {
  readonly id: number;
  readonly year: number;
  readonly code: string;
  readonly pence: number;
  readonly on: IsoDate;
  readonly reason: string;
  readonly by: string;
}

export const LEDGER_HELD = ['', 'currency', 'formula', 'unclear'] as const;
/** Why nothing of a ledger line is counted: not in pounds; a formula instead of a figure; no figure. */
export type LedgerHeld = (typeof LEDGER_HELD)[number];

/** A posting of the council's ledger. */
export interface LedgerLine {
  readonly id: number;
  readonly year: number;
  /** 1 (April) to 12 (March). */
  readonly period: number;
  readonly code: string;
  readonly posted_on: IsoDate | null;
  readonly document: string;
  readonly provider: string;
  readonly contract_ref: string;
  readonly invoice_ref: string;
  readonly narrative: string;
  /** Below 0: a credit, or income. 0 where it is held. */
  readonly amount_pence: number;
  readonly held: LedgerHeld;
  /** What the cell said that could not be counted. */
  readonly given: string;
  /** Its place among lines that are alike in everything, from 1. */
  readonly nth: number;
  readonly file: string;
  readonly imported_on: IsoDate;
}

export const SAVING_KINDS = ['cashable', 'avoided'] as const;
/** `cashable` takes money out of the budget; `avoided` keeps a cost from coming. */
export type SavingKind = (typeof SAVING_KINDS)[number];

/** A saving that was promised. What is delivered of it is reckoned from the contracts' prices and stands nowhere here. */
export interface Saving {
  readonly id: number;
  readonly name: string;
  readonly owner: string;
  /** What it is measured against, in words. */
  readonly baseline: string;
  /** What the contracts cost a year at the baseline. */
  readonly baseline_pence: number;
  readonly kind: SavingKind;
  /** The financial year that it is planned in. */
  readonly year: number;
  /** Prices are compared with those of the day before. */
  readonly from_on: IsoDate;
  /** Planned by period, 12 amounts. */
  readonly profile: readonly number[];
  /** The contracts whose prices it changes. */
  readonly contracts: readonly string[];
}

/** A figure a head that somebody published, with what it counts. */
export interface Benchmark {
  readonly id: number;
  /** null: of transport as a whole. */
  readonly line: BudgetLine | null;
  readonly name: string;
  /** As published: `2023-24`. */
  readonly year: string;
  readonly pence: number;
  /** `GBP a pupil a year`. */
  readonly unit: string;
  readonly source: string;
  /** What is counted, above and below the line. */
  readonly definition: string;
}
