/** Published series of prices: where they are from, and what a person corrected. */
import type { IsoDate } from '../calendar/dates.ts';
import type { PriceIndex } from './index-clause.ts';

export const PRICE_FILES = ['fuel', 'cpi', 'wages'] as const;
/** The files that prices come in: weekly road fuel, monthly consumer prices, wage floors. */
export type PriceFile = (typeof PRICE_FILES)[number];

/** Where a series is from, as its file says. */
export interface SeriesSource {
  readonly series: PriceFile;
  readonly title: string;
  /** Of an index: the year that is 100; 0 where the file does not say. */
  readonly base_year: number;
  /** When it was published; '' where the file does not say. */
  readonly released_on: IsoDate | '';
  readonly file: string;
  readonly imported_on: IsoDate | '';
}

/** A value that a person put in the place of the published one, or where none was published. */
export interface PriceCorrection {
  readonly series: PriceIndex;
  /** A week's Monday, a month `2026-05`, or `2026-04-01 21 1000`: from, youngest age, oldest age not included. */
  readonly at: string;
  /** In the series' own unit: hundredths of a penny a litre, points, pence an hour. */
  readonly value: number;
  readonly reason: string;
  readonly by: string;
  readonly on: IsoDate;
}

/** What was decided about a consumer price index of another base year: go on with it by chaining, or take it in place of the first. */
export interface CpiChoice {
  readonly base_year: number;
  readonly how: 'chain' | 'instead';
  readonly reason: string;
  readonly by: string;
  readonly on: IsoDate;
}

/** A month of an index that has another base year than the store's; 0: the file does not say which. */
export interface RebasedMonth {
  readonly base_year: number;
  readonly month: string;
  readonly index: number;
}

/** A price that a person accepted by the clauses of a contract; it is a variation of the contract with the same signature. */
export interface IndexedPriceRow {
  readonly id: number;
  readonly contract_id: number;
  readonly event_id: number;
  readonly effective_on: IsoDate;
  /** The vehicle's price a day before any clause, and the day on which it was set; null where not known. */
  readonly base_pence: number;
  readonly base_set_on: IsoDate | null;
  readonly price_pence: number;
  /** What each force did, pence a day: diesel and petrol, the wage floor, consumer prices. They add up with the base to the price. */
  readonly fuel_pence: number;
  readonly labour_pence: number;
  readonly other_pence: number;
  /** Refs of the clauses. */
  readonly clauses: readonly string[];
}
