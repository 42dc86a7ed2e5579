/** Prices over time as the screens show them. Money in pence; indices in their own units. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ClausePrice } from '../../costing/clauses/clause-price.ts';
import type { IndexedPrice } from '../../costing/clauses/contract-clauses.ts';
import type { IndexClause, PriceIndex } from '../../model/index-clause.ts';
import type { CpiChoice, PriceCorrection, SeriesSource } from '../../model/price-series.ts';
import type { CostKind } from '../../model/plan.ts';
import type { Setting } from '../../model/money.ts';
import type { FinancialYears } from '../../pressure/financial-cost.ts';
import type { ClassFuel, RouteFuel } from '../../pressure/plan-fuel.ts';

/** A week, a month or a wage floor. */
export interface PricePoint {
  /** What names it: a week's day, a month, or `2026-04-01 21 1000`. */
  readonly at: string;
  readonly label: string;
  readonly day: IsoDate;
  readonly value: number;
  /** What was published; null where a person gave it. */
  readonly published: number | null;
  readonly correction: PriceCorrection | null;
}

/** One series with its source, its points oldest first, and what is missing. */
export interface PriceSeriesView {
  readonly series: PriceIndex;
  readonly name: string;
  readonly unit: string;
  /** How many points may lie between two before the line breaks, days. */
  readonly breaks_after_days: number;
  readonly source: SeriesSource | null;
  readonly source_words: string;
  readonly points: readonly PricePoint[];
  readonly notes: readonly string[];
}

/** An index of another base year that is kept apart. */
export interface RebasedView {
  readonly base_year: number;
  readonly name: string;
  readonly months: number;
  readonly sentence: string;
  readonly can_chain: boolean;
}

export interface PricesPage {
  readonly on: IsoDate;
  readonly series: readonly PriceSeriesView[];
  readonly base_words: string;
  readonly rebased: readonly RebasedView[];
  readonly choice: CpiChoice | null;
}

/** A clause with what it makes of £100.00 a day, and the contracts that it holds for. */
export interface ClauseRow {
  readonly clause: IndexClause;
  readonly says: string;
  readonly today: ClausePrice;
  readonly next: ClausePrice;
  readonly contracts: number;
  /** Contracts whose own clause sets this one aside. */
  readonly overridden: number;
  /** The vehicles' prices of its contracts by the register and by their clauses today, pence a day. */
  readonly register_pence: number;
  readonly today_pence: number;
  readonly warnings: readonly string[];
}

export interface ClausesPage {
  readonly on: IsoDate;
  readonly next_on: IsoDate;
  readonly clauses: readonly ClauseRow[];
  /** Names for the form. */
  readonly providers: readonly string[];
  readonly withdrawn: number;
}

/** A contract that follows clauses: what it is paid, what they give, and why. */
export interface ContractIndexing {
  readonly contract_id: number;
  readonly contract_ref: string;
  readonly route_id: number | null;
  readonly route_ref: string;
  readonly provider: string;
  /** The vehicle's price a day as it is paid. */
  readonly register_pence: number;
  readonly today: IndexedPrice;
  readonly next: IndexedPrice;
  /** The day of today’s price: the contract’s first where it has still to begin. */
  readonly today_on: IsoDate;
  readonly next_on: IsoDate;
  readonly clauses: readonly {
    readonly ref: string;
    readonly says: string;
    readonly source: string;
  }[];
  readonly accepted: readonly AcceptedPrice[];
  readonly gaps: readonly string[];
}

/** A price that was accepted, the newest first. */
export interface AcceptedPrice {
  readonly effective_on: IsoDate;
  readonly base_pence: number;
  readonly price_pence: number;
  readonly clauses: readonly string[];
  readonly signed_by: string;
  readonly signed_on: IsoDate;
}

export interface PlanFuelPage {
  readonly classes: readonly (ClassFuel & { readonly name: string })[];
  readonly total: ClassFuel;
  readonly legs: number;
  readonly notes: readonly string[];
}

export type FuelRouteRow = RouteFuel & { readonly school: string };

/** A route behind a line of the bill. */
export interface BillRoute {
  readonly route_id: number;
  readonly route_ref: string;
  readonly school: string;
  readonly provider: string;
  readonly label: string;
  readonly working: string;
  readonly day_pence: number;
  readonly year_pence: number;
  readonly estimated: boolean;
}

export interface BillRoutes {
  readonly kind: CostKind;
  readonly count: number;
  readonly rows: readonly BillRoute[];
}

export interface RateCardPage {
  /** The card in force, and those before and after it, by date. */
  readonly cards: readonly Setting[];
  readonly in_force: Setting;
  readonly dead_mileage: Setting;
}

export type { FinancialYears };
