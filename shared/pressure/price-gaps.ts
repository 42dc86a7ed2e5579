/** What is missing of prices and contracts' dates, and what was taken instead: for the list of assumptions, on screen and in exports. */
import { addMonths, monthOf } from '../calendar/months.ts';
import { indexBook } from '../costing/clauses/index-book.ts';
import {
  gapSentences,
  monthGaps,
  oldMonthSentence,
  oldWeekSentence,
  weekGaps,
} from '../costing/clauses/series-gaps.ts';
import { formatCountOf } from '../format/number.ts';
import type { AssumptionLine } from './assumptions.ts';
import type { CostFacts } from './facts.ts';

const NO_START = '0001-01-01';
/** Gaps further back than this move no figure of these years, months. */
const LOOKED_AT = 36;

/** One line a matter; none where nothing is missing. */
export function priceGapLines(facts: CostFacts): AssumptionLine[] {
  const { on, fuel, cpi, contracts } = facts;
  const from = addMonths(monthOf(on), -LOOKED_AT);
  const weeks = fuel.map(({ week_on }) => week_on).filter((week) => week <= on && monthOf(week) >= from);
  const months = cpi.map(({ month }) => month).filter((month) => month >= from);
  const newest = indexBook({ fuel: [], cpi, wages: [] }).newest('cpi');
  const line = (key: string, label: string, sentences: readonly string[], source: string): AssumptionLine[] => {
    const value = sentences.filter((each) => each !== '').join(' ');
    return value === '' ? [] : [{ key, label, value, unit: '', from_on: on, source, estimated: true }];
  };
  const undated = contracts.filter(({ starts_on }) => starts_on <= NO_START).length;
  // Without any week or month the figures built in are used, and the line of the pump price says so.
  return [
    ...line('gaps_fuel', 'Pump prices missing, last three years', weeks.length === 0 ? [] : [...gapSentences(weekGaps(weeks), 'week'), oldWeekSentence(weeks.at(-1) ?? null, on)], 'DESNZ, as imported'),
    ...line('gaps_cpi', 'Consumer prices missing, last three years', months.length === 0 ? [] : [...gapSentences(monthGaps(months), 'month'), oldMonthSentence(newest, monthOf(on))], 'ONS, as imported'),
    ...line('undated_contracts', 'Contracts without a start, taken to run all year', undated === 0 ? [] : [`${formatCountOf(undated, contracts.length)}: their price is of no known day, so no change of it is laid to fuel, wages or prices`], 'Contract register'),
  ];
} // prettier-ignore
