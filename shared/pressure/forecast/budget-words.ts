/** Where the budget of the years to come is from, in sentences: the same on the screen, in the terminal, the workbook and the paper. */
import { financialYearName } from '../../calendar/financial-year.ts';
import { formatDate } from '../../format/date.ts';
import { formatShortPounds } from '../../format/money.ts';
import { formatPercent, formatQuantity } from '../../format/number.ts';
import type { BudgetLine } from '../../model/budget.ts';
import { BUDGET_LINE_WORDS } from '../../model/budget-words.ts';
import type { Scenario } from './assumptions.ts';
import { carriedYears, type HeldBudget, type RecordedBudget } from './held-budget.ts';

const wordsOf = (lines: readonly BudgetLine[]): string =>
  lines.map((line) => BUDGET_LINE_WORDS[line]).join('; ');

/** `Costs > Budget, version of 18 Jun 2026, 3 lines`. */
export function budgetSource(recorded: RecordedBudget): string {
  const { years, version_on } = recorded;
  const lines = new Set(years.flatMap(({ rows }) => rows.map(({ line }) => line))).size;
  const version = version_on === null ? '' : `, version of ${formatDate(version_on)}`;
  return `Costs > Budget${version}, ${formatQuantity(lines, 'line')}`;
}

/** What is assumed of financial years that no budget is recorded for; '' where all are. */
export function carriedSentence(held: HeldBudget, { budget_uplift_percent }: Scenario): string {
  const { carried, from } = carriedYears(held);
  const [first] = carried;
  if (first === undefined) return '';
  const span = carried.length === 1 ? first : `${first} to ${carried.at(-1) ?? first}`;
  const how = budget_uplift_percent === 0 ? 'the same in cash, without uplift' : `${budget_uplift_percent}% a year more`; // prettier-ignore
  return `No budget is recorded for ${span}: that of ${from} is carried forward, ${how} (est.).`;
}

/** The whole of it: source, what was assumed, or what is missing and what to do. */
export function budgetSentence(
  held: HeldBudget,
  recorded: RecordedBudget | null,
  scenario: Scenario,
): string {
  const { budget } = scenario;
  const has = recorded !== null && recorded.years.length > 0;
  if (held.source === 'typed' && budget !== null) {
    const beside = has ? ` ${budgetSource(recorded)}, is not used.` : '';
    return `The budget is typed: ${formatShortPounds(budget.first_year_pence)} for ${held.years[0]?.name ?? 'the first year'}, growing by ${budget.mean_percent}% a year.${beside}`;
  }
  if (held.source === 'none' || !has) return missingSentence(recorded);
  const source = `The budget is recorded: ${budgetSource(recorded)}, with virements as they stand, shared to academic years by school days.`;
  return [source, carriedSentence(held, scenario)].filter((each) => each !== '').join(' ');
}

function missingSentence(recorded: RecordedBudget | null): string {
  const lines = recorded?.lines ?? [];
  const first = recorded?.years[0];
  const lacking =
    first === undefined
      ? `No budget is recorded under Costs > Budget${lines.length === 0 ? '' : ` for the lines that routes are paid from (${wordsOf(lines)})`}`
      : `The earliest budget recorded under Costs > Budget is that of ${financialYearName(first.year)}`;
  return `${lacking}, and none is typed: the chance of going above it cannot be told. Import a budget, or type the first year’s.`;
}

/** Which lines are counted, and which have a budget that is not. */
export function countedSentence({ lines, left_out }: RecordedBudget): string {
  const others = left_out.length === 0 ? '' : ` Not counted, since no route of the plan is paid from them: ${wordsOf(left_out)}.`; // prettier-ignore
  return `Counted are the lines that the plan’s routes are paid from: ${wordsOf(lines)}.${others}`;
}

/** How often a year costs more than its budget, of 1: no share is rounded up to always or down to never. */
export function drawsOver(share: number): string {
  if (share === 1) return 'in every draw';
  if (share === 0) return 'in no draw';
  if (share > 0.99) return 'in all but a few draws';
  return share < 0.01 ? 'in a few draws' : `in ${formatPercent(share, 0)} of draws`;
}
