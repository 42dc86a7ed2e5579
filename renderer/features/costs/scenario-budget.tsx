import { useState } from 'react';
import type { ForecastBase } from '../../../shared/api/views/scenarios.ts';
import { formatShortPounds } from '../../../shared/format/money.ts';
import type { Scenario } from '../../../shared/pressure/forecast/assumptions.ts';
import { carriedYears, heldBudget, MOST_YEARS } from '../../../shared/pressure/forecast/held-budget.ts'; // prettier-ignore
import { TextField } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';

const shown = (value: number): string => (value === 0 ? '' : String(value));

/** What the years are held against: the recorded budget until another is typed. What is typed stays until it is a number. */
export function ScenarioBudget(props: {
  readonly base: ForecastBase;
  readonly scenario: Scenario;
  readonly onChange: (scenario: Scenario) => void;
}) {
  const { base, scenario, onChange } = props;
  const { budget } = scenario;
  const [typed, setTyped] = useState({
    first: budget === null ? '' : String(budget.first_year_pence / 100_000_000),
    grows: shown(budget?.mean_percent ?? 0),
    uplift: shown(scenario.budget_uplift_percent),
  });
  const first = readNumber(typed.first);
  const isTyped = typed.first.trim() !== '';
  const percentOf = (text: string): number | null => (text.trim() === '' ? 0 : readNumber(text));
  const change = (next: typeof typed): void => {
    setTyped(next);
    const millions = readNumber(next.first);
    const percent = percentOf(next.grows);
    const uplift = percentOf(next.uplift);
    const kept = {
      ...scenario,
      budget_uplift_percent: uplift === null ? scenario.budget_uplift_percent : uplift,
    };
    if (next.first.trim() === '') onChange({ ...kept, budget: null });
    else if (millions !== null && millions >= 0 && percent !== null)
      onChange({
        ...kept,
        budget: { first_year_pence: Math.round(millions * 100_000_000), mean_percent: percent },
      });
  };
  const recorded = heldBudget({ ...scenario, budget: null }, base.budget, { base: base.year, years: MOST_YEARS }); // prettier-ignore
  const next = recorded.years.find(({ pence }) => pence !== null);
  const isCarried = carriedYears(recorded).carried.length > 0;
  const wrong = 'Not a number.';
  return (
    <fieldset className="outlook-budget">
      <legend>Budget to hold the years against</legend>
      <p className="soft">
        {next === undefined
          ? 'Nothing is recorded under Costs > Budget on the lines of these routes.'
          : `Costs > Budget has ${formatShortPounds(next.pence ?? 0)} for ${next.name}${next.parts.every(({ carried_from }) => carried_from === null) ? '' : ', carried forward (est.)'}.`}{' '}
        {isTyped && next !== undefined ? (
          <LinkButton
            onPress={() => {
              change({ ...typed, first: '' });
            }}
          >
            Use it instead of the typed one
          </LinkButton>
        ) : null}
      </p>
      <TextField
        label="First year’s budget, £m"
        description={next === undefined ? 'Empty: none' : isTyped ? 'Typed' : 'Empty: as recorded'}
        inputMode="decimal"
        value={typed.first}
        error={isTyped && (first === null || first < 0) ? wrong : null}
        onChange={(text) => {
          change({ ...typed, first: text });
        }}
      />
      {isTyped ? (
        <TextField
          label="Grows by, % a year"
          description="Empty: by nothing"
          inputMode="decimal"
          value={typed.grows}
          error={percentOf(typed.grows) === null ? wrong : null}
          onChange={(text) => {
            change({ ...typed, grows: text });
          }}
        />
      ) : isCarried ? (
        <TextField
          label="Uplift, % a year"
          description="Empty: in cash"
          inputMode="decimal"
          value={typed.uplift}
          error={percentOf(typed.uplift) === null ? wrong : null}
          onChange={(text) => {
            change({ ...typed, uplift: text });
          }}
        />
      ) : null}
    </fieldset>
  );
}

function readNumber(text: string): number | null {
  const value = Number(text.replaceAll(',', '').trim());
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}
