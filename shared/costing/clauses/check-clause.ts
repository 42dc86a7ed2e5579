/** What stands against an index clause, all at once. */
import { addMonths, monthOf } from '../../calendar/months.ts';
import { formatDate, formatMonth } from '../../format/date.ts';
import type { IndexClause } from '../../model/index-clause.ts';
import { formatIndex } from './index-book.ts';

const MOST_LAG = 24;
const MOST_PERCENT = 1000;

const isIn = (value: number, least: number, most: number): boolean =>
  Number.isFinite(value) && value >= least && value <= most;

/** Sentences; none where the clause can be reckoned with. */
export function clauseProblems(clause: Omit<IndexClause, 'id' | 'ref' | 'withdrawn'>): string[] {
  const { kind, share_percent, fixed_percent, cap_percent, collar_percent, trigger } = clause;
  const checks: readonly (readonly [boolean, string])[] = [
    [clause.provider === '' && clause.contract_ref === '', 'Name the provider, or the contract that the clause is of.'],
    [!isIn(share_percent, 0.01, 100), 'The share of the price is above 0 and at most 100 per cent.'],
    [kind === 'fixed' && (fixed_percent === null || !isIn(fixed_percent, -100, MOST_PERCENT)), 'A fixed clause says by how many per cent its share rises.'],
    [kind === 'fixed' && trigger === null, 'A fixed clause has a trigger: it holds while the index is at least that.'],
    [kind === 'proportional' && fixed_percent !== null, 'A proportional clause moves with the index: it has no fixed rise.'],
    [!Number.isInteger(clause.lag_months) || !isIn(clause.lag_months, 0, MOST_LAG), `The lag is 0 to ${MOST_LAG} whole months.`],
    [cap_percent !== null && !isIn(cap_percent, 0, MOST_PERCENT), 'A cap is a per cent of the price, 0 or more.'],
    [collar_percent !== null && !isIn(collar_percent, 0, 100), 'A collar is a per cent of the price, 0 to 100.'],
    [trigger !== null && !isIn(trigger, 0.01, 1_000_000), 'A trigger is a price or an index above nothing.'],
    [clause.to_on !== null && clause.to_on < clause.from_on, `The clause ends before it begins, on ${formatDate(clause.from_on)}.`],
  ];
  return checks.flatMap(([isWrong, words]) => (isWrong ? [words] : []));
} // prettier-ignore

/** What is worth a second look although it can be reckoned with. */
export function clauseWarnings(clause: Omit<IndexClause, 'id' | 'ref' | 'withdrawn'>): string[] {
  const { base_month, from_on, trigger, symmetric, kind, index, cap_percent } = clause;
  const first = addMonths(monthOf(from_on), 12);
  return [
    ...(base_month !== null && base_month > first
      ? [`The base month, ${formatMonth(base_month)}, lies more than a year after the clause begins.`]
      : []),
    ...(symmetric && trigger !== null && kind === 'proportional'
      ? [`The price falls only while the index is at ${formatIndex(index, trigger)} or above: below the trigger nothing moves.`]
      : []),
    ...(cap_percent === 0 ? ['A cap of 0% never lets the price rise.'] : []),
  ];
} // prettier-ignore

/** What a clause says, in a sentence. */
export function clauseSentence(clause: IndexClause): string {
  const { kind, index, share_percent, trigger, lag_months, cap_percent, collar_percent } = clause;
  const name = { diesel: 'diesel', petrol: 'petrol', cpi: 'consumer prices', wage_floor: 'the wage floor' }[index];
  const parts = [
    kind === 'fixed'
      ? `${plain(clause.fixed_percent ?? 0)}% on ${plain(share_percent)}% of the price while ${name} is at least ${formatIndex(index, trigger ?? 0)}`
      : `${plain(share_percent)}% of the price follows ${name}`,
    ...(kind === 'fixed' ? [] : [clause.base_month === null ? 'from the month in which each price was set' : `from ${formatMonth(clause.base_month)}`]),
    ...(lag_months === 0 ? [] : [`${lag_months} ${lag_months === 1 ? 'month' : 'months'} in arrears`]),
    ...(kind === 'proportional' && trigger !== null ? [`once it is at ${formatIndex(index, trigger)}`] : []),
    ...(kind === 'fixed' ? [] : [clause.symmetric ? 'up and down' : 'rises alone']),
    ...(cap_percent === null ? [] : [`at most +${plain(cap_percent)}%`]),
    ...(collar_percent === null ? [] : [collar_percent === 0 ? 'never below it' : `at the lowest −${plain(collar_percent)}%`]),
  ];
  const term = clause.to_on === null ? `from ${formatDate(clause.from_on)}` : `${formatDate(clause.from_on)} to ${formatDate(clause.to_on)}`;
  return `${parts.join(', ')}; ${term}.`;
} // prettier-ignore

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}
