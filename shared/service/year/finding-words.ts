import type { IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';

export const FINDING_CODES = [
  'unknown_contract',
  'other_provider',
  'wrong_currency',
  'formula',
  'unclear',
  'before_start',
  'after_end',
  'after_hand_back',
  'not_open',
  'nobody',
  'no_show',
  'stood_down',
  'twice',
  'more_days',
  'wrong_price',
  'wrong_sum',
  'under_price',
] as const;
/** What is wrong with a line of an invoice. `under_price` is in the council's favour and is told, not queried. */
export type FindingCode = (typeof FINDING_CODES)[number];

export const FINDING_WORDS: Readonly<Record<FindingCode, string>> = {
  unknown_contract: 'Unknown contract',
  other_provider: 'Another provider’s contract',
  wrong_currency: 'Not in pounds',
  formula: 'A formula, not a figure',
  unclear: 'Neither days nor price',
  before_start: 'Before the contract began',
  after_end: 'After the contract ended',
  after_hand_back: 'After it was handed back',
  not_open: 'No school was open',
  nobody: 'Nobody to carry',
  no_show: 'Provider did not come',
  stood_down: 'Stood down: a share is due',
  twice: 'Invoiced twice',
  more_days: 'More days than ran',
  wrong_price: 'Above the contract’s price',
  wrong_sum: 'Days times price is less',
  under_price: 'Below the contract’s price',
};

/** Days listed in a sentence before the rest is counted. */
const LISTED = 4;

/** Days in words: `1 Jun 2026`, `1 Jun 2026, 12 Jun 2026 and 3 more`. */
export function daysInWords(days: readonly IsoDate[]): string {
  const each = [...new Set(days)].sort();
  const shown = each.slice(0, LISTED).map((day) => formatDate(day));
  return each.length > LISTED
    ? `${shown.join(', ')} and ${each.length - LISTED} more`
    : shown.join(', ');
}

/** Half days in words: `1 day`, `9.5 days`. */
export function halfDaysInWords(half_days: number): string {
  const days = half_days / 2;
  return days === 1 ? '1 day' : `${days} days`;
}
