/** What an index clause makes of a price on a day, line by line. */
import type { IsoDate } from '../../calendar/dates.ts';
import { addMonths, monthOf, type Month } from '../../calendar/months.ts';
import { formatDate, formatMonth } from '../../format/date.ts';
import { formatPence } from '../../format/money.ts';
import { pence } from '../../kernel/units.ts';
import type { IndexClause } from '../../model/index-clause.ts';
import {
  formatIndex,
  INDEX_WORDS,
  monthsOld,
  type IndexBook,
  type IndexValue,
} from './index-book.ts';

/** The price that a clause is applied to. */
export interface ClauseBase {
  /** The vehicle's price a day before any clause, pence. */
  readonly price_pence: number;
  /** The day on which that price was set; null where the contract does not say. */
  readonly set_on: IsoDate | null;
}

/** Why a clause moves the price, or does not. */
export type ClauseState =
  | 'moves'
  | 'no_change'
  | 'below_trigger'
  | 'not_begun'
  | 'ended'
  | 'one_way'
  | 'unknown'
  | 'withdrawn';

/** One step of the reckoning, in words. */
export interface ClauseStep {
  readonly label: string;
  readonly working: string;
}

/** A price on a day by one clause. */
export interface ClausePrice {
  readonly clause: IndexClause;
  readonly day: IsoDate;
  readonly base_pence: number;
  readonly price_pence: number;
  /** price_pence less base_pence. */
  readonly change_pence: number;
  readonly state: ClauseState;
  readonly steps: readonly ClauseStep[];
  /** The whole of it in one sentence. */
  readonly sentence: string;
  /** What is missing, and what was taken instead. */
  readonly gaps: readonly string[];
}

interface Reckoned {
  readonly state: ClauseState;
  /** Of the price, a fraction. */
  readonly rise: number;
  readonly steps: readonly ClauseStep[];
  readonly gaps: readonly string[];
  readonly because: string;
}

const STILL = { rise: 0, steps: [], gaps: [] } as const;

/**
 * The price a day by a clause, whole pence, halves away from zero. A cap and a collar are held to the penny: the price never passes
 * them. Without the index there is no change, and the gap says so.
 */
export function clausePriceOn(
  clause: IndexClause,
  base: ClauseBase,
  at: { readonly day: IsoDate; readonly book: IndexBook },
): ClausePrice {
  const { price_pence: from } = base;
  const reckoned = outsideTerm(clause, at.day) ?? byIndex(clause, base, at);
  const free = pence(from * reckoned.rise);
  const change = held(clause, from, free);
  const steps = [...reckoned.steps, ...heldSteps(clause, free, change)];
  const moves = reckoned.state === 'moves' && change === 0 ? 'no_change' : reckoned.state;
  return {
    clause,
    day: at.day,
    base_pence: from,
    price_pence: from + change,
    change_pence: change,
    state: moves,
    steps,
    sentence: sentenceOf(from, change, reckoned.because),
    gaps: reckoned.gaps,
  };
}

function outsideTerm(clause: IndexClause, day: IsoDate): Reckoned | null {
  if (clause.withdrawn)
    return { ...STILL, state: 'withdrawn', because: 'the clause was entered by mistake and counts for nothing' }; // prettier-ignore
  if (day < clause.from_on)
    return { ...STILL, state: 'not_begun', because: `the clause begins on ${formatDate(clause.from_on)}` }; // prettier-ignore
  if (clause.to_on !== null && day > clause.to_on)
    return { ...STILL, state: 'ended', because: `the clause ended on ${formatDate(clause.to_on)}` };
  return null;
}

function byIndex(
  clause: IndexClause,
  base: ClauseBase,
  { day, book }: { readonly day: IsoDate; readonly book: IndexBook },
): Reckoned {
  const { index } = clause;
  const asked = addMonths(monthOf(day), -clause.lag_months);
  const now = book.valueIn(index, asked);
  const name = INDEX_WORDS[index].name;
  if (now === null) return unknownIndex(name, asked);
  const gaps = standIn(name, now, asked);
  const steps: ClauseStep[] = [
    { label: `${name} now`, working: `${valueWords(clause, now)}${clause.lag_months === 0 ? '' : `, ${clause.lag_months} ${clause.lag_months === 1 ? 'month' : 'months'} before ${formatMonth(monthOf(day))}`}` }, // prettier-ignore
  ];
  if (clause.trigger !== null) {
    const at = formatIndex(index, clause.trigger);
    const reached = now.value >= clause.trigger;
    steps.push({ label: 'Trigger', working: `${at}: ${reached ? 'reached' : 'not reached'}` });
    if (!reached)
      return { state: 'below_trigger', rise: 0, steps, gaps, because: `${name.toLowerCase()} is at ${formatIndex(index, now.value)} (${formatMonth(now.month)}), below the trigger of ${at}` }; // prettier-ignore
  }
  return clause.kind === 'fixed'
    ? fixedRise(clause, now, { steps, gaps })
    : proportionalRise(clause, { now, base, book }, { steps, gaps });
}

type SoFar = { readonly steps: readonly ClauseStep[]; readonly gaps: readonly string[] };

function fixedRise(clause: IndexClause, now: IndexValue, { steps, gaps }: SoFar): Reckoned {
  const percent = clause.fixed_percent ?? 0;
  const name = INDEX_WORDS[clause.index].name;
  return {
    state: 'moves',
    rise: (clause.share_percent / 100) * (percent / 100),
    steps: [
      ...steps,
      { label: 'Rise', working: `${plain(percent)}% on a share of ${plain(clause.share_percent)}%: ${signed((clause.share_percent * percent) / 100)}% of the price` }, // prettier-ignore
    ],
    gaps,
    because: `${plain(percent)}% on a ${plain(clause.share_percent)}% share while ${name.toLowerCase()} is at least ${formatIndex(clause.index, clause.trigger ?? 0)}; it is at ${formatIndex(clause.index, now.value)} (${formatMonth(now.month)})`,
  }; // prettier-ignore
}

function proportionalRise(
  clause: IndexClause,
  { now, base, book }: { readonly now: IndexValue; readonly base: ClauseBase; readonly book: IndexBook },
  { steps, gaps }: SoFar,
): Reckoned {
  const { index, share_percent: share } = clause;
  const name = INDEX_WORDS[index].name;
  const { month, gap } = baseMonth(clause, base);
  const then = book.valueIn(index, month);
  if (then === null) return unknownIndex(name, month);
  const told = [...gaps, ...gap, ...standIn(name, then, month)];
  const moved = now.value / then.value - 1;
  const all: ClauseStep[] = [
    { label: `${name} at the base`, working: valueWords(clause, then) },
    ...steps,
    { label: 'Movement', working: `${signed(moved * 100)}% on a share of ${plain(share)}%: ${signed(moved * share)}% of the price` },
  ];
  const how = `${name.toLowerCase()} ${moved < 0 ? 'fell' : 'rose'} ${plain(Math.abs(moved) * 100)}% from ${formatIndex(index, then.value)} (${formatMonth(then.month)}) to ${formatIndex(index, now.value)} (${formatMonth(now.month)}), on a ${plain(share)}% share`;
  if (moved < 0 && !clause.symmetric)
    return { state: 'one_way', rise: 0, steps: [...all, { label: 'One way', working: 'The clause counts rises alone' }], gaps: told, because: `${how}; the clause counts rises alone` };
  return { state: 'moves', rise: (moved * share) / 100, steps: all, gaps: told, because: moved === 0 ? `${name.toLowerCase()} stands where it was at the base, ${formatMonth(then.month)}` : how };
} // prettier-ignore

/** The base of a proportional clause: its own month, else that in which the contract's price was set, else its own first day's. */
function baseMonth(
  clause: IndexClause,
  base: ClauseBase,
): { readonly month: Month; readonly gap: readonly string[] } {
  if (clause.base_month !== null) return { month: clause.base_month, gap: [] };
  if (base.set_on !== null) return { month: monthOf(base.set_on), gap: [] };
  const month = monthOf(clause.from_on);
  return {
    month,
    gap: [`Neither the clause nor the contract says when the price was set: the clause’s first month, ${formatMonth(month)}, is taken as the base.`], // prettier-ignore
  };
}

function unknownIndex(name: string, month: Month): Reckoned {
  const words = `${name.toLowerCase()} is not known for ${formatMonth(month)}, nor for the six months before`;
  return {
    ...STILL,
    state: 'unknown',
    gaps: [`${words.charAt(0).toUpperCase()}${words.slice(1)}: the price is left as it is. Import the series.`], // prettier-ignore
    because: words,
  };
}

function standIn(name: string, value: IndexValue, asked: Month): readonly string[] {
  if (monthsOld(value, asked) === 0) return [];
  return [`${name} is not known for ${formatMonth(asked)}: ${formatMonth(value.month)} is taken, the newest before it.`]; // prettier-ignore
}

/** Keeps a change between collar and cap, in whole pence. */
function held(clause: IndexClause, from: number, change: number): number {
  const most = clause.cap_percent === null ? Infinity : within(from, clause.cap_percent);
  const least = clause.collar_percent === null ? -Infinity : -within(from, clause.collar_percent);
  return Math.max(least, Math.min(most, change)) + 0;
}

/** Whole pence of a per cent of a price, never more than it; what floating point takes off is given back. */
function within(from: number, percent: number): number {
  return Math.floor((from * percent) / 100 + 1e-6);
}

function heldSteps(clause: IndexClause, free: number, change: number): readonly ClauseStep[] {
  if (change === free) return [];
  return change < free
    ? [{ label: 'Cap', working: `${plain(clause.cap_percent ?? 0)}% of the price at most: ${formatPence(change)} in place of ${formatPence(free)}` }] // prettier-ignore
    : [{ label: 'Collar', working: `${plain(clause.collar_percent ?? 0)}% of the price at the lowest: ${formatPence(change)} in place of ${formatPence(free)}` }]; // prettier-ignore
}

function sentenceOf(from: number, change: number, because: string): string {
  return change === 0
    ? `${formatPence(from)} a day stays: ${because}.`
    : `${formatPence(from)} a day becomes ${formatPence(from + change)}: ${because}.`;
}

function valueWords({ index }: IndexClause, { month, value, of }: IndexValue): string {
  return `${formatIndex(index, value)}, ${formatMonth(month)} (${of})`;
}

/** At most two decimals. */
function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function signed(percent: number): string {
  const rounded = Math.round(percent * 100) / 100;
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${plain(Math.abs(rounded))}`;
}
