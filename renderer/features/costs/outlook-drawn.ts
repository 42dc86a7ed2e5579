/** Years to come as they are drawn on the screen itself. */
import type { ForecastBase } from '../../../shared/api/views/scenarios.ts';
import { academicYearFrom, startYearOf } from '../../../shared/calendar/years.ts';
import type { AcademicYear } from '../../../shared/calendar/dates.ts';
import type { Scenario } from '../../../shared/pressure/forecast/assumptions.ts';
import { forecast, type Forecast } from '../../../shared/pressure/forecast/forecast.ts';
import { heldBudget, type HeldBudget } from '../../../shared/pressure/forecast/held-budget.ts';
import { USUAL_EFFORT } from '../../../shared/pressure/forecast/next-year.ts';

/** As many draws as a step of a slider has time for; the terminal's forecast draws as many as are asked. */
const { draws: DRAWS, seed: SEED } = USUAL_EFFORT;

/** The years drawn, and what they are held against. */
export interface Drawn extends Forecast {
  readonly held: HeldBudget;
}

/** Draws a scenario from the plan in use. */
export function draw(base: ForecastBase, scenario: Scenario, years: number): Drawn {
  const held = heldBudget(scenario, base.budget, { base: base.year, years });
  const budgets = held.years.map(({ pence }) => pence);
  const made = forecast(base.groups, scenario, { years, draws: DRAWS, seed: SEED }, { budgets });
  if (made === null) throw new Error('A forecast without cancel was stopped.');
  return { ...made, held };
}

/** The name of a year forecast: 1 is the first after the plan’s. */
export function nameOf(base: ForecastBase, year: number): AcademicYear {
  return academicYearFrom(startYearOf(base.year) + year);
}

/** The names of all years drawn. */
export function namesOf(base: ForecastBase, made: Forecast): readonly string[] {
  return made.years.map(({ year }) => nameOf(base, year));
}
