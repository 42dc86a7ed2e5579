import { useId } from 'react';
import type { ForecastBase } from '../../../shared/api/views/scenarios.ts';
import type { Scenario } from '../../../shared/pressure/forecast/assumptions.ts';
import { ScenarioBudget } from './scenario-budget.tsx';

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
  readonly base: ForecastBase;
  readonly scenario: Scenario;
  readonly onChange: (scenario: Scenario) => void;
}) {
  const { base, scenario, onChange } = props;
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
      <ScenarioBudget key={scenario.name} base={base} scenario={scenario} onChange={onChange} />
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
