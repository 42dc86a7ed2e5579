/**
 * The method held against the one pair of Kent's figures that can be used together: 2022-23 to 2023-24. The base is derived
 * (60 million less a rise of 15), so this is arithmetic to test with and not a finding about Kent; two points prove little.
 */
import { lmdi } from './lmdi.ts';

/** Pounds and pupils of the pair. Kent County Council: about GBP 60m on SEN transport in 2023-24, 15m more than the year before, for some 11% more pupils (6,741, derived). */
export const KENT_PAIR = {
  from: '2022-23',
  to: '2023-24',
  from_pounds: 45_000_000,
  to_pounds: 60_000_000,
  pupils_percent: 11,
  pupils_to: 6741,
} as const;

/** What prices did between the two financial years, mean of each. */
export const PAIR_PRICES: readonly {
  readonly key: 'fuel' | 'labour' | 'other';
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  /** Decimals shown. */
  readonly digits: number;
  readonly source: string;
}[] = [
  { key: 'fuel', label: 'Diesel', from: 181.1, to: 153.5, unit: 'p a litre',
    digits: 1, source: 'DESNZ weekly road fuel prices, means of the financial years' },
  { key: 'labour', label: 'National living wage', from: 9.5, to: 10.42, unit: '£ an hour',
    digits: 2, source: 'gov.uk, from 1 April 2022 and 1 April 2023' },
  { key: 'other', label: 'Consumer prices', from: 124.6, to: 131.7, unit: '2015 = 100',
    digits: 1, source: 'ONS D7BT, means of the financial years' },
]; // prettier-ignore

/** Figures of Kent that look like a longer series and are none: each counts something else. */
export const NOT_TO_SPLICE: readonly { readonly year: string; readonly amount: string; readonly counts: string }[] = [
  { year: '2010-11', amount: '£18.740m', counts: 'SEN net budget' },
  { year: '2011-12', amount: '£17.039m', counts: 'SEN net budget' },
  { year: '2012-13', amount: '£17.271m', counts: 'SEN net budget, “more than 4,000” children' },
  { year: '2017-18', amount: '£24.9m', counts: 'SEN spend' },
  { year: '2022-23', amount: 'about £46m', counts: 'pre-16 SEN alone' },
  { year: '2023-24', amount: '£60m', counts: 'SEN, about 6,741 pupils derived' },
  { year: '2025-26', amount: '£98m', counts: 'all home-to-school transport, mainstream with it' },
]; // prettier-ignore

/** What the pair says, pounds. */
export interface Backtest {
  /** LMDI: what more pupils and a dearer pupil come to; they add up to the rise. */
  readonly volume_pounds: number;
  readonly unit_pounds: number;
  /** How the shares of a price and its three indices would have moved the unit cost: 1.05 is 5% dearer. */
  readonly index: number;
  /** The second year as growth and the indices alone would have it, and what is left to distance, vehicles, sharing and retenders. */
  readonly forecast_pounds: number;
  readonly left_pounds: number;
}

/** Shares of a contract's price that go with fuel and with wages, 0 to 1; the rest goes with consumer prices. */
export function backtest(shares: { readonly fuel: number; readonly labour: number }): Backtest {
  const { from_pounds, to_pounds, pupils_percent } = KENT_PAIR;
  const pupils = 1 + pupils_percent / 100;
  const [volume = 0, unit = 0] = lmdi([1, from_pounds], [pupils, to_pounds / pupils]);
  const weight = { fuel: shares.fuel, labour: shares.labour, other: 1 - shares.fuel - shares.labour }; // prettier-ignore
  const index = PAIR_PRICES.reduce((sum, { key, from, to }) => sum + weight[key] * (to / from), 0);
  const forecast = from_pounds * pupils * index;
  return {
    volume_pounds: volume,
    unit_pounds: unit,
    index,
    forecast_pounds: forecast,
    left_pounds: to_pounds - forecast,
  };
}
