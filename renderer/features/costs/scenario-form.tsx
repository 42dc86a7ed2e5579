import { useId, useState } from 'react';
import type { Scenario } from '../../../shared/pressure/forecast/assumptions.ts';
import { TextField } from '../../ui/field.tsx';

/** What a slider moves. */
interface Lever {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly unit: string;
  readonly get: (scenario: Scenario) => number;
  readonly set: (scenario: Scenario, value: number) => Scenario;
}

const rate = (
  key: 'growth' | 'fuel' | 'wages' | 'cpi',
  label: string,
  [least, most]: readonly [number, number],
): Lever => ({
  label,
  least,
  most,
  step: 0.5,
  unit: '% a year',
  get: (scenario) => scenario[key].mean_percent,
  set: (scenario, mean_percent) => ({ ...scenario, [key]: { ...scenario[key], mean_percent } }),
});

const LEVERS: readonly Lever[] = [
  rate('growth', 'Growth of clients', [-5, 15]),
  rate('fuel', 'Fuel', [-10, 20]),
  rate('wages', 'Wages', [0, 12]),
  rate('cpi', 'Other prices', [-2, 12]),
  {
    label: 'Clients a vehicle',
    least: -5,
    most: 5,
    step: 0.5,
    unit: '% a year',
    get: ({ occupancy_percent }) => occupancy_percent,
    set: (scenario, occupancy_percent) => ({ ...scenario, occupancy_percent }),
  },
  {
    label: 'Personal transport budgets in place of a seat',
    least: 0,
    most: 5,
    step: 0.1,
    unit: '% more of clients a year',
    get: ({ ptb_percent }) => ptb_percent,
    set: (scenario, ptb_percent) => ({ ...scenario, ptb_percent }),
  },
  {
    label: 'Clients trained to travel alone',
    least: 0,
    most: 200,
    step: 5,
    unit: 'a year',
    get: ({ trained_a_year }) => trained_a_year,
    set: (scenario, trained_a_year) => ({ ...scenario, trained_a_year }),
  },
];

/** The assumptions, one slider each, and the budget to hold the years against. */
export function ScenarioForm(props: {
  readonly scenario: Scenario;
  readonly onChange: (scenario: Scenario) => void;
}) {
  const { scenario, onChange } = props;
  return (
    <section className="costs-card outlook-form" aria-label="Assumptions">
      <h2>Assumptions</h2>
      {LEVERS.map((lever) => (
        <Slider
          key={lever.label}
          lever={lever}
          value={lever.get(scenario)}
          onChange={(value) => {
            onChange(lever.set(scenario, value));
          }}
        />
      ))}
      <Budget key={scenario.name} scenario={scenario} onChange={onChange} />
    </section>
  );
}

function Slider(props: {
  readonly lever: Lever;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const { lever, value, onChange } = props;
  const id = useId();
  const number = `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(lever.step < 1 ? 1 : 0)}`;
  const words = `${number}${lever.unit.startsWith('%') ? '' : ' '}${lever.unit}`;
  return (
    <div className="outlook-slider">
      <label htmlFor={id}>{lever.label}</label>
      <output htmlFor={id}>{words}</output>
      <input
        id={id}
        type="range"
        min={lever.least}
        max={lever.most}
        step={lever.step}
        value={value}
        aria-valuetext={words}
        onChange={(event) => {
          onChange(Number(event.target.value));
        }}
      />
    </div>
  );
}

/** Pounds in millions as typed; empty for none. What is typed stays until it is a number. */
function Budget(props: {
  readonly scenario: Scenario;
  readonly onChange: (scenario: Scenario) => void;
}) {
  const { scenario, onChange } = props;
  const { budget } = scenario;
  const [typed, setTyped] = useState({
    first: budget === null ? '' : String(budget.first_year_pence / 100_000_000),
    grows: budget === null ? '' : String(budget.mean_percent),
  });
  const first = readNumber(typed.first);
  const grows = typed.grows.trim() === '' ? 0 : readNumber(typed.grows);
  const change = (next: typeof typed): void => {
    setTyped(next);
    const millions = readNumber(next.first);
    const percent = next.grows.trim() === '' ? 0 : readNumber(next.grows);
    if (next.first.trim() === '') onChange({ ...scenario, budget: null });
    else if (millions !== null && millions >= 0 && percent !== null)
      onChange({
        ...scenario,
        budget: { first_year_pence: Math.round(millions * 100_000_000), mean_percent: percent },
      });
  };
  return (
    <div className="outlook-budget">
      <TextField
        label="First year’s budget, £m"
        inputMode="decimal"
        value={typed.first}
        error={typed.first.trim() !== '' && (first === null || first < 0) ? 'Not a number.' : null}
        onChange={(text) => {
          change({ ...typed, first: text });
        }}
      />
      <TextField
        label="Grows by, % a year"
        inputMode="decimal"
        value={typed.grows}
        error={grows === null ? 'Not a number.' : null}
        onChange={(text) => {
          change({ ...typed, grows: text });
        }}
      />
    </div>
  );
}

function readNumber(text: string): number | null {
  const value = Number(text.replaceAll(',', '').trim());
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}
