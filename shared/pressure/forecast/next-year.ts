/** The year after the plan's, as it stands on the first screens: what it may cost, and how sure that is. */
import { academicYearFrom, startYearOf } from '../../calendar/years.ts';
import type { AcademicYear } from '../../calendar/dates.ts';
import { defined } from '../../kernel/assert.ts';
import { CENTRAL } from './assumptions.ts';
import { forecast, type ForecastEffort } from './forecast.ts';
import { heldBudget, type RecordedBudget } from './held-budget.ts';
import type { ClientGroup } from './groups.ts';

/** How a forecast is drawn until something else is asked: the medium-term plan's five years. Other efforts draw other figures. */
export const USUAL_EFFORT: ForecastEffort = { years: 5, draws: 10_000, seed: 1 };

/** The first year of the central scenario. Pence; in 8 of 10 draws the year costs between `p10_pence` and `p90_pence`. */
export interface NextYear {
  readonly year: AcademicYear;
  readonly base_pence: number;
  readonly p10_pence: number;
  readonly p50_pence: number;
  readonly p90_pence: number;
  /** What it is held against, and the share of draws above that; null where no budget is recorded. */
  readonly budget_pence: number | null;
  readonly over_budget: number | null;
}

/** The same draws as What comes next and the paper begin with, so that all three show one figure. Null where nobody is carried. */
export function nextYear(
  base: AcademicYear,
  groups: readonly ClientGroup[],
  recorded: RecordedBudget | null,
): NextYear | null {
  if (groups.length === 0) return null;
  const { years } = heldBudget(CENTRAL, recorded, { base, years: USUAL_EFFORT.years });
  const budgets = years.map(({ pence }) => pence);
  const made = defined(
    forecast(groups, CENTRAL, USUAL_EFFORT, { budgets }),
    'a forecast that nobody stops',
  );
  const { year, p10_pence, p50_pence, p90_pence, budget_pence, over_budget } = defined(made.years[0], 'the first year'); // prettier-ignore
  return {
    year: academicYearFrom(startYearOf(base) + year),
    base_pence: made.base_pence,
    p10_pence,
    p50_pence,
    p90_pence,
    budget_pence,
    over_budget,
  };
}
