/** What the years after this one may cost, from the plan in use. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { academicYearFrom, startYearOf } from '../../shared/calendar/years.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Scenario } from '../../shared/pressure/forecast/assumptions.ts';
import {
  forecast,
  type Forecast,
  type ForecastEffort,
} from '../../shared/pressure/forecast/forecast.ts';
import { budgetSentence, countedSentence } from '../../shared/pressure/forecast/budget-words.ts';
import {
  heldBudget,
  type HeldBudget,
  type RecordedBudget,
} from '../../shared/pressure/forecast/held-budget.ts';
import { clientGroups } from '../../shared/pressure/forecast/groups.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import type { JobContext } from './context.ts';
import { readCostFacts } from './cost-facts.ts';
import { recordedBudget } from './money/recorded-budget.ts';

/** A forecast with its years named. */
export interface NamedForecast extends Omit<Forecast, 'years'> {
  readonly scenario: Scenario;
  readonly base_year: string;
  readonly years: readonly (Forecast['years'][number] & { readonly name: string })[];
  readonly effort: ForecastEffort;
  /** What the years are held against, where it is from, and the records behind it. */
  readonly budget: HeldBudget & {
    readonly sentence: string;
    readonly counted: string;
    readonly version_on: IsoDate | null;
    readonly financial_years: RecordedBudget['years'];
  };
}

/** Draws the years of a scenario. Without a plan there is nothing to start from: `no_plan`. */
export function forecastFor(
  store: Store,
  on: IsoDate,
  asked: { readonly scenario: Scenario; readonly effort: ForecastEffort },
  ctx: JobContext,
): Result<NamedForecast> {
  const read = readCostFacts(store, on);
  if (!read.ok) return read;
  const facts = read.value;
  const groups = clientGroups(facts, buildLedger(facts));
  const { scenario, effort } = asked;
  const recorded = recordedBudget(store, facts);
  const held = heldBudget(scenario, recorded, { base: facts.year, years: effort.years });
  const made = forecast(groups, scenario, effort, {
    budgets: held.years.map(({ pence }) => pence),
    step: (done) => {
      ctx.stage('Drawing the years', done);
      return !ctx.cancelled();
    },
  });
  if (made === null) return fail('cancelled', 'The forecast was stopped.', 'Start it again.');
  const first = startYearOf(facts.year);
  return ok({
    ...made,
    scenario,
    base_year: facts.year,
    effort,
    budget: {
      source: held.source,
      sentence: budgetSentence(held, recorded, scenario),
      counted: countedSentence(recorded),
      version_on: recorded.version_on,
      years: held.years,
      financial_years: recorded.years,
    },
    years: made.years.map((each) => ({ ...each, name: academicYearFrom(first + each.year) })),
  });
}
