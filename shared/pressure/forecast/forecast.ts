/** What comes next: seeded draws of prices and growth over some years, what each assumption does alone, and what would break the budget. */
import { seededRandom, type Random } from '../../kernel/random.ts';
import type { Rate, Scenario } from './assumptions.ts';
import type { ClientGroup } from './groups.ts';
import { meanMoved, yearBases, yearCost, type YearBase } from './year-cost.ts';

/** One year forecast. Pence. */
export interface ForecastYear {
  /** 1 is the first after the base. */
  readonly year: number;
  readonly mean_pence: number;
  readonly p10_pence: number;
  readonly p50_pence: number;
  readonly p90_pence: number;
  readonly budget_pence: number | null;
  /** Share of draws above the budget; null without one. */
  readonly over_budget: number | null;
}

/** The last year's cost with one assumption at its P10 and its P90, the others at their means. */
export interface TornadoBar {
  readonly key: LeverKey;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly low_pence: number;
  readonly high_pence: number;
}

/** The yearly rate of one assumption at which the last year's mean meets its budget; null where none from -50 to 100% does. */
export interface SwitchingValue {
  readonly key: LeverKey;
  readonly label: string;
  readonly assumed_percent: number;
  readonly switch_percent: number | null;
}

/** A whole forecast. */
export interface Forecast {
  readonly base_pence: number;
  readonly clients: number;
  readonly years: readonly ForecastYear[];
  /** Widest first. */
  readonly tornado: readonly TornadoBar[];
  readonly switching: readonly SwitchingValue[];
}

/** How long and how finely. */
export interface ForecastEffort {
  /** 1 to 10. */
  readonly years: number;
  /** 1 to 100,000. */
  readonly draws: number;
  readonly seed: number;
}

const LEVERS = {
  growth: 'Growth of clients',
  wages: 'Wages',
  fuel: 'Fuel',
  cpi: 'Other prices',
} as const;
type LeverKey = keyof typeof LEVERS;
const LEVER_KEYS: readonly LeverKey[] = ['growth', 'wages', 'fuel', 'cpi'];

/** The standard normal's 90th percentile. */
const P90 = 1.2815515655446004;
const CHUNK = 500;

/** What a forecast is told besides. */
interface Besides {
  /** What each year is held against, pence, the first year first; null or absent: nothing. */
  readonly budgets?: readonly (number | null)[];
  /** Is told how much of the draws is done and answers whether to go on. */
  readonly step?: (done: number) => boolean;
}

/**
 * Monte Carlo over yearly log-normal moves whose means are the scenario's (so that the mean of a path is (1 + mean)^year
 * exactly), fuel and wages correlated, independent from year to year. The same seed, years and draws give the same
 * figures. Stopped by `step`, the forecast is null.
 */
export function forecast(
  groups: readonly ClientGroup[],
  scenario: Scenario,
  effort: ForecastEffort,
  { budgets = [], step = () => true }: Besides = {},
): Forecast | null {
  const { years, draws, seed } = effort;
  const bases = yearBases(groups, scenario, years);
  const random = seededRandom(seed);
  const costs = Array.from({ length: years }, () => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    if (draw % CHUNK === 0 && !step(draw / draws)) return null;
    drawPath({ bases, scenario, random }, (year, pence) => {
      const of = costs[year - 1];
      if (of !== undefined) of[draw] = pence;
    });
  }
  return {
    base_pence: Math.round(groups.reduce((sum, group) => sum + penceOf(group), 0)),
    clients: groups.reduce((sum, { clients }) => sum + clients, 0),
    years: costs.map((drawn, at) => summary(at + 1, drawn, budgets[at] ?? null)),
    tornado: tornadoOf(bases, scenario),
    switching: switchingOf(groups, scenario, { years, budget: budgets[years - 1] ?? null }),
  };
}

function penceOf({ fuel_pence, driver_pence, other_pence, assistant_pence }: ClientGroup): number {
  return fuel_pence + driver_pence + other_pence + assistant_pence;
}

function drawPath(
  of: {
    readonly bases: readonly YearBase[];
    readonly scenario: Scenario;
    readonly random: Random;
  },
  keep: (year: number, pence: number) => void,
): void {
  const { bases, scenario, random } = of;
  const rho = scenario.fuel_wage_correlation;
  const beside = Math.sqrt(Math.max(0, 1 - rho * rho));
  const at = { fuel: 1, wages: 1, cpi: 1, growth: 1 };
  for (const base of bases) {
    const [a, b, c, d] = [random.normal(), random.normal(), random.normal(), random.normal()];
    at.fuel *= yearly(scenario.fuel, a);
    at.wages *= yearly(scenario.wages, rho * a + beside * b);
    at.cpi *= yearly(scenario.cpi, c);
    at.growth *= yearly({ mean_percent: 0, sd_percent: scenario.growth.sd_percent }, d);
    keep(base.year, yearCost(base, scenario, at));
  }
}

/** A log-normal factor with mean 1 + mean and about the standard deviation given, at a standard normal draw. */
function yearly({ mean_percent, sd_percent }: Rate, z: number): number {
  const mean = 1 + mean_percent / 100;
  const variance = Math.log(1 + (sd_percent / 100 / mean) ** 2);
  return mean * Math.exp(Math.sqrt(variance) * z - variance / 2);
}

function summary(year: number, drawn: Float64Array, budget: number | null): ForecastYear {
  const sorted = drawn.toSorted();
  return {
    year,
    mean_pence: Math.round(drawn.reduce((sum, pence) => sum + pence, 0) / drawn.length),
    p10_pence: quantile(sorted, 0.1),
    p50_pence: quantile(sorted, 0.5),
    p90_pence: quantile(sorted, 0.9),
    budget_pence: budget,
    over_budget:
      budget === null ? null : drawn.filter((pence) => pence > budget).length / drawn.length,
  };
}

/** The quantile of sorted draws, linear between neighbours (Hyndman and Fan's type 7), whole pence. */
function quantile(sorted: Float64Array, part: number): number {
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return Math.round(low + (high - low) * (at - Math.floor(at)));
}

/** Everything at its mean; one lever's every year at its P10 or P90. */
function tornadoOf(bases: readonly YearBase[], scenario: Scenario): readonly TornadoBar[] {
  const last = bases.at(-1);
  if (last === undefined) return [];
  const years = last.year;
  const mean = meanMoved(scenario, years);
  return LEVER_KEYS.map((key): TornadoBar => {
    const rate =
      key === 'growth'
        ? { mean_percent: 0, sd_percent: scenario.growth.sd_percent }
        : scenario[key];
    // The middle of many years is nearer their mean than any one year: the spread of a path's yearly rate is that of one year over the root of the years.
    const pathAt = (z: number): number => yearly(rate, z / Math.sqrt(years)) ** years;
    const cost = (z: number): number =>
      Math.round(yearCost(last, scenario, { ...mean, [key]: pathAt(z) }));
    const shown = (z: number): number => (yearly(scenario[key], z / Math.sqrt(years)) - 1) * 100;
    return {
      key,
      label: LEVERS[key],
      low: shown(-P90),
      high: shown(P90),
      low_pence: cost(-P90),
      high_pence: cost(P90),
    };
  }).toSorted((a, b) => width(b) - width(a) || (a.key < b.key ? -1 : 1));
}

function width({ low_pence, high_pence }: TornadoBar): number {
  return Math.abs(high_pence - low_pence);
}

/** By halving: the mean cost rises with every lever. */
function switchingOf(
  groups: readonly ClientGroup[],
  scenario: Scenario,
  { years, budget }: { readonly years: number; readonly budget: number | null },
): readonly SwitchingValue[] {
  if (budget === null) return [];
  return LEVER_KEYS.map((key): SwitchingValue => {
    const costAt = (percent: number): number => {
      const other: Scenario = {
        ...scenario,
        [key]: { ...scenario[key], mean_percent: percent },
        ...(key === 'growth' ? { growth_of: shifted(scenario, percent) } : {}),
      };
      const last = yearBases(groups, other, years).at(-1);
      return last === undefined ? 0 : yearCost(last, other, meanMoved(other, years));
    };
    let [low, high] = [-50, 100];
    const label = LEVERS[key];
    const assumed_percent = scenario[key].mean_percent;
    if (costAt(low) > budget || costAt(high) < budget)
      return { key, label, assumed_percent, switch_percent: null };
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (costAt(middle) > budget) high = middle;
      else low = middle;
    }
    return {
      key,
      label,
      assumed_percent,
      switch_percent: Math.round(((low + high) / 2) * 100) / 100,
    };
  });
}

/** Particular growths move with the county's. */
function shifted(scenario: Scenario, percent: number): Scenario['growth_of'] {
  const by = percent - scenario.growth.mean_percent;
  return scenario.growth_of.map((each) => ({ ...each, mean_percent: each.mean_percent + by }));
}
