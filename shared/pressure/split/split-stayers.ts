/** Why a group of clients carried on both sides costs more or less: nine factors, every order, to the penny. */
import { shapley } from '../shapley.ts';
import type { CarriedRow, SplitBasis } from './carried.ts';
import { roundSigned } from './round-signed.ts';
import { costOf, FACTORS, pairOf, type Factor, type GroupPair } from './stayers-model.ts';

/** The bars of continuing clients: the factors, and the part of *days* that is a full-year effect. */
export const STAYER_BARS = ['full_year_effect', ...FACTORS] as const;
export type StayerBar = (typeof STAYER_BARS)[number];

/** What the bars of one group are: whole pence that add up to the change of its cost. */
export type GroupSplit = Readonly<Record<StayerBar, number>>;

/** Splits one group's change from the first to the second side; 2^9 evaluations. */
export function splitStayers(
  first: readonly CarriedRow[],
  second: readonly CarriedRow[],
  basis: SplitBasis,
): GroupSplit {
  const pair = pairOf(first, second, basis);
  const values = shapley(FACTORS.length, (mask) => costOf(pair, mask));
  const of = (factor: Factor): number => values[FACTORS.indexOf(factor)] ?? 0;
  const late = fullYearDays(first, second);
  const full = late === 0 ? 0 : late * pencePerDay(pair);
  const amounts = STAYER_BARS.map((name) => ({
    name,
    pence: name === 'full_year_effect' ? full : name === 'days' ? of('days') - full : of(name),
  }));
  const total = penceOf(second) - penceOf(first);
  const rounded = roundSigned(amounts, total);
  return Object.fromEntries(STAYER_BARS.map((name, at) => [name, rounded[at] ?? 0])) as Record<
    StayerBar,
    number
  >;
}

/** Days that clients who were carried in only a part of the first side have more on the second. */
function fullYearDays(first: readonly CarriedRow[], second: readonly CarriedRow[]): number {
  const part = new Set(first.filter((row) => row.part_year).map((row) => row.client_id));
  const days = (rows: readonly CarriedRow[]): number =>
    rows.reduce((sum, row) => sum + (part.has(row.client_id) ? row.days : 0), 0);
  return part.size === 0 ? 0 : days(second) - days(first);
}

/** What one more client day is worth over every order: cost is linear in days, so its Shapley value is that many times this. */
function pencePerDay(pair: GroupPair): number {
  const day = { ...pair, first: { ...pair.first, client_days: 0 }, second: { ...pair.second, client_days: 1 } }; // prettier-ignore
  const values = shapley(FACTORS.length, (mask) => costOf(day, mask));
  return values[FACTORS.indexOf('days')] ?? 0;
}

function penceOf(rows: readonly CarriedRow[]): number {
  return rows.reduce((sum, row) => sum + row.pence, 0);
}
