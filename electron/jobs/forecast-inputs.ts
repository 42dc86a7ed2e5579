/** What a manager may change in the workbook's forecast: each assumption with its unit and source. */
import type { Outlook } from '../../shared/figures/outlook.ts';
import { SCENARIO_SOURCES, type Scenario } from '../../shared/pressure/forecast/assumptions.ts';
import { budgetSentence } from '../../shared/pressure/forecast/budget-words.ts';
import type { ModelFormat } from '../files/workbook-model.ts';

/** One cell to be changed; null is empty. */
export interface AssumptionInput {
  readonly key: AssumptionKey;
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
  readonly source: string;
  readonly format: ModelFormat;
}

export type AssumptionKey =
  | 'diesel'
  | 'fuel'
  | 'wages'
  | 'cpi'
  | 'growth'
  | 'occupancy'
  | 'ptb'
  | 'ptb_year'
  | 'trained'
  | 'training'
  | 'budget'
  | 'budget_growth'
  | 'budget_uplift';

/** The base of the fuel path where no pump price is known: an index. */
export const NO_PUMP_PRICE = 100;

/** In the order of the sheet. */
export function assumptionInputs({
  scenario,
  diesel,
  recorded,
  held,
}: Outlook): readonly AssumptionInput[] {
  const of = sourceOf(scenario);
  const { budget } = scenario;
  const make = (
    key: AssumptionKey,
    [label, unit]: readonly [string, string],
    value: number | null,
    source: string,
    format: ModelFormat = 'rate',
  ): AssumptionInput => ({ key, label, value, unit, source, format });
  const year = '% a year';
  return [
    make('diesel', ['Diesel at the pump now', diesel === null ? 'index' : 'p a litre'], diesel === null ? NO_PUMP_PRICE : diesel / 100, diesel === null ? 'No pump price is known: an index stands in' : 'DESNZ weekly road fuel prices', 'pump'), // prettier-ignore
    make('fuel', ['Fuel', year], scenario.fuel.mean_percent, of('Fuel')),
    make('wages', ['Wage settlement', year], scenario.wages.mean_percent, of('Wages')),
    make('cpi', ['CPI and other prices', year], scenario.cpi.mean_percent, of('Other prices')),
    make('growth', ['Growth of clients', year], scenario.growth.mean_percent, of('Growth of clients')), // prettier-ignore
    make('occupancy', ['Occupancy: clients a vehicle', year], scenario.occupancy_percent, 'Of this scenario'), // prettier-ignore
    make('ptb', ['PTB take-up', '% more of clients a year'], scenario.ptb_percent, 'Of this scenario'), // prettier-ignore
    make('ptb_year', ['A personal transport budget', '£ a year'], scenario.ptb_year_pence / 100, of('Personal transport budget'), 'pounds'), // prettier-ignore
    make('trained', ['Clients trained to travel alone', 'clients a year'], scenario.trained_a_year, 'Of this scenario', 'count'), // prettier-ignore
    make('training', ['Travel training', '£ a client'], scenario.training_pence / 100, of('Travel training'), 'pounds'), // prettier-ignore
    make('budget', ['Budget of the first year forecast', '£, empty: as recorded'], budget === null ? null : budget.first_year_pence / 100, budgetSentence(held, recorded, scenario), 'pounds'), // prettier-ignore
    make('budget_growth', ['Growth of the budget', year], budget?.mean_percent ?? 0, 'Of this scenario, where the budget is typed'), // prettier-ignore
    make('budget_uplift', ['Budget carried forward', '% a year, years without a recorded one'], scenario.budget_uplift_percent, of('Budget carried forward')), // prettier-ignore
  ];
}

/** Sources are those of the central scenario; another says so. */
function sourceOf({ name }: Scenario): (label: string) => string {
  const sources = new Map(SCENARIO_SOURCES.map(({ label, source }) => [label, source]));
  return (label) => (name === 'Central' ? (sources.get(label) ?? '') : `Scenario ${name}`);
}
