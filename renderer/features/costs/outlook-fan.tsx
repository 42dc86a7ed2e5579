import { useMemo } from 'react';
import type { ForecastBase, SavedScenario } from '../../../shared/api/views/scenarios.ts';
import { describeFan, fanFigure } from '../../../shared/figures/forecast-figures.ts';
import { formatPoundsChange, formatShortPounds } from '../../../shared/format/money.ts';
import { formatPercent } from '../../../shared/format/number.ts';
import type { Scenario } from '../../../shared/pressure/forecast/assumptions.ts';
import { budgetSentence, drawsOver } from '../../../shared/pressure/forecast/budget-words.ts';
import type { Forecast } from '../../../shared/pressure/forecast/forecast.ts';
import type { HeldYear } from '../../../shared/pressure/forecast/held-budget.ts';
import {
  comparedScenarios,
  scenarioKey,
  YEARS_COMPARED,
} from '../../../shared/pressure/forecast/scenario-key.ts';
import { yearKey } from '../../../shared/pressure/split/year-sides.ts';
import { hrefOf } from '../../state/place.ts';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Chart } from './chart.tsx';
import { useFigureColours } from './chart-colours.ts';
import { BudgetCell } from './held-budget.tsx';
import { nameOf, namesOf, type Drawn } from './outlook-drawn.ts';

/** The years to come as a fan, and the same as a table: each with its range, its budget, and why it differs. */
export function Fan(props: {
  readonly base: ForecastBase;
  readonly made: Drawn;
  readonly scenario: Scenario;
  readonly saved: readonly SavedScenario[];
  readonly onOpen: (held: HeldYear) => void;
}) {
  const { base, made, scenario, saved, onOpen } = props;
  const kept = keptAs(scenario, saved);
  const colours = useFigureColours();
  const line = useMemo(
    () => ({ base_year: base.year, names: namesOf(base, made), forecast: made }),
    [base, made],
  );
  const figure = useMemo(() => fanFigure(line, colours), [line, colours]);
  const isHeld = made.years.some(({ budget_pence }) => budget_pence !== null);
  return (
    <section className="costs-card" aria-label="Years to come">
      <h2>{firstYear(base, made)}</h2>
      <Chart figure={figure} height={260} description={describeFan(line)} />
      <Table
        caption="Cost of each year forecast"
        head={
          <>
            <Th>Year</Th>
            <Th align="end">Low (P10)</Th>
            <Th align="end">Middle (P50)</Th>
            <Th align="end">High (P90)</Th>
            {isHeld ? <Th align="end">Budget</Th> : null}
            {isHeld ? <Th align="end">Chance above it</Th> : null}
          </>
        }
      >
        {made.years.map((year) => (
          <tr key={year.year}>
            <Td>
              {nameOf(base, year.year)}
              {kept === null || year.year > YEARS_COMPARED ? null : (
                <>
                  {' '}
                  <a
                    href={hrefOfWhy(base, kept, year.year)}
                    aria-label={`Why ${nameOf(base, year.year)} differs from ${base.year}`}
                  >
                    why
                  </a>
                </>
              )}
            </Td>
            <Td align="end">{formatShortPounds(year.p10_pence)}</Td>
            <Td align="end">{formatShortPounds(year.p50_pence)}</Td>
            <Td align="end">{formatShortPounds(year.p90_pence)}</Td>
            {isHeld ? (
              <Td align="end">
                <BudgetCell held={made.held} year={year.year} onOpen={onOpen} />
              </Td>
            ) : null}
            {isHeld ? (
              <Td align="end">
                {year.over_budget === null ? 'not known' : formatPercent(year.over_budget, 0)}
              </Td>
            ) : null}
          </tr>
        ))}
      </Table>
      <p className="costs-note">
        Half of the draws cost less than the middle. One in ten costs less than the low, one in ten
        more than the high: the band holds the other eight.
        {kept === null ? ' Keep this scenario to see what each of its years is made of.' : ''}
      </p>
      <p className="costs-text outlook-sentence">
        {budgetSentence(made.held, base.budget, scenario)}
      </p>
    </section>
  );
}

/** Where a scenario on the screen is one that can be compared; null where it was changed and is not kept. */
function keptAs(
  scenario: Scenario,
  saved: readonly SavedScenario[],
): { readonly id: number | null } | null {
  const same = JSON.stringify(scenario);
  return comparedScenarios(saved).find((each) => JSON.stringify(each.scenario) === same) ?? null;
}

/** Why a year of a scenario costs more than the year planned. */
function hrefOfWhy(
  base: ForecastBase,
  { id }: { readonly id: number | null },
  year: number,
): string {
  const to = scenarioKey(id, nameOf(base, year));
  return hrefOf('costs', ['why', yearKey(base.year), to]);
}

/** Next year in a sentence: how much, how much more, and how sure. */
function firstYear(base: ForecastBase, made: Forecast): string {
  const first = made.years[0];
  if (first === undefined) return 'Cost a year';
  const rise = first.p50_pence - made.base_pence;
  return `${nameOf(base, first.year)}: ${formatShortPounds(first.p50_pence)}, ${formatPoundsChange(rise)} on ${base.year}; in 8 of 10 draws between ${formatShortPounds(first.p10_pence)} and ${formatShortPounds(first.p90_pence)}${first.over_budget === null ? '' : `, above the budget ${drawsOver(first.over_budget)}`}`;
}
