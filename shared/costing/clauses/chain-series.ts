/** Indices of two base years: how they overlap, and one carried on by the other. */
import type { CpiMonth } from '../../model/money.ts';
import { formatMonth } from '../../format/date.ts';
import { parseMonthKey } from '../../calendar/months.ts';
import { formatQuantity } from '../../format/number.ts';

/** How two series that describe the same months agree. */
export interface Overlap {
  readonly months: number;
  /** Mean of newer / older over the months that both know; null without any. */
  readonly ratio: number | null;
  /** By how much the month's ratio strays from the mean at the most, a fraction of it. */
  readonly spread: number;
}

/** Months that both series know, and what the one is of the other. */
export function overlapOf(older: readonly CpiMonth[], newer: readonly CpiMonth[]): Overlap {
  const known = new Map(older.map(({ month, index }) => [month, index]));
  const ratios = newer.flatMap(({ month, index }) => {
    const at = known.get(month);
    return at === undefined ? [] : [index / at];
  });
  if (ratios.length === 0) return { months: 0, ratio: null, spread: 0 };
  const ratio = ratios.reduce((sum, each) => sum + each, 0) / ratios.length;
  const spread = Math.max(...ratios.map((each) => Math.abs(each / ratio - 1)));
  return { months: ratios.length, ratio, spread };
}

/**
 * The older series carried on through the newer one's later months, on the older base: each divided by the mean ratio of the months that
 * both know. null without such a month: nothing is spliced on a guess.
 */
export function chainSeries(
  older: readonly CpiMonth[],
  newer: readonly CpiMonth[],
): readonly CpiMonth[] | null {
  const { ratio } = overlapOf(older, newer);
  if (ratio === null) return null;
  const last = older.reduce((newest, { month }) => (month > newest ? month : newest), '');
  const later = newer
    .filter(({ month }) => month > last)
    .map(({ month, index }) => ({ month, index: Math.round((index / ratio) * 100) / 100 }));
  return [...older, ...later].toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** What stands between two series, in a sentence. */
export function overlapSentence(overlap: Overlap, base: number, other: number): string {
  const [from, to] = [baseWords(base), baseWords(other)];
  if (overlap.ratio === null)
    return `No month is in both ${from} and ${to}: they cannot be chained. Import a file of ${to} that reaches back, or of ${from} that reaches further.`;
  return `${formatQuantity(overlap.months, 'month')} are in both; ${to} is ${overlap.ratio.toFixed(4)} of ${from} there, within ${(overlap.spread * 100).toFixed(2)}%.`;
}

/** `2015=100`; `a base year that is not stated`. */
export function baseWords(year: number): string {
  return year === 0 ? 'a base year that is not stated' : `${year}=100`;
}

/** `Jan 2026`, or the text where it is no month. */
export function monthWords(text: string): string {
  const month = parseMonthKey(text);
  return month === null ? text : formatMonth(month);
}
