/** The years to come, as the screen draws them. Money in pence. */
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';
import type { Scenario } from '../../pressure/forecast/assumptions.ts';
import type { RecordedBudget } from '../../pressure/forecast/held-budget.ts';
import type { ClientGroup } from '../../pressure/forecast/groups.ts';

/** Where every forecast starts: the plan in use. */
export interface ForecastBase {
  readonly year: AcademicYear;
  readonly groups: readonly ClientGroup[];
  /** Routes that carry nobody are not forecast: pence a year. */
  readonly left_out_pence: number;
  /** What years are held against until a scenario has a typed budget. */
  readonly budget: RecordedBudget;
}

/** A scenario that a person named. */
export interface SavedScenario {
  readonly id: number;
  readonly saved_on: IsoDate;
  readonly scenario: Scenario;
}
