/** A scenario: the named set of assumptions that a forecast rests on. Rates are per cent a year. */
import { NEEDS, PHASES, type Need, type Phase } from '../../model/client.ts';

/** A yearly rate of change: its mean, and its standard deviation from year to year, per cent. */
export interface Rate {
  readonly mean_percent: number;
  readonly sd_percent: number;
}

/** Growth of one need or phase instead of the county's; null: any. The most particular one that fits counts. */
export interface GrowthOf {
  readonly need: Need | null;
  readonly phase: Phase | null;
  readonly mean_percent: number;
}

/** A school that opens: from a year of the forecast on, so many clients are carried over a shorter way. */
export interface NewProvision {
  readonly name: string;
  /** 1 for the first year forecast. */
  readonly year: number;
  readonly places: number;
  /** Whose places; null: any need. */
  readonly need: Need | null;
  /** By how much a client's transport there is cheaper than now, per cent. */
  readonly saves_percent: number;
}

/** Everything assumed. Zeros stand for no change. */
export interface Scenario {
  readonly name: string;
  readonly fuel: Rate;
  readonly wages: Rate;
  readonly cpi: Rate;
  /** Between fuel's and wages' yearly draws, -1 to 1. */
  readonly fuel_wage_correlation: number;
  /** Growth of clients; the spread is the county's, shared by all groups. */
  readonly growth: Rate;
  readonly growth_of: readonly GrowthOf[];
  /** Change of clients a vehicle: fuller vehicles are above nothing. */
  readonly occupancy_percent: number;
  /** Of all clients, more each year who take a personal transport budget in place of a seat. */
  readonly ptb_percent: number;
  readonly ptb_year_pence: number;
  /** Clients trained to travel alone each year, and what training one costs. */
  readonly trained_a_year: number;
  readonly training_pence: number;
  readonly new_provision: readonly NewProvision[];
  /** The first year's budget as typed, and by how much it grows; null: what is recorded under Costs > Budget, where it is. */
  readonly budget: { readonly first_year_pence: number; readonly mean_percent: number } | null;
  /** By how much a recorded budget is moved for each year that none is recorded for; 0: the same in cash. */
  readonly budget_uplift_percent: number;
}

/** Where a forecast starts until something else is said: each with its source in `SCENARIO_SOURCES`. */
export const CENTRAL: Scenario = {
  name: 'Central',
  fuel: { mean_percent: 2, sd_percent: 12 },
  wages: { mean_percent: 4, sd_percent: 1.5 },
  cpi: { mean_percent: 2.5, sd_percent: 1 },
  fuel_wage_correlation: 0.3,
  growth: { mean_percent: 6, sd_percent: 2 },
  growth_of: [],
  occupancy_percent: 0,
  ptb_percent: 0,
  ptb_year_pence: 300_000,
  trained_a_year: 0,
  training_pence: 400_000,
  new_provision: [],
  budget: null,
  budget_uplift_percent: 0,
};

/** Where the central scenario's figures come from. [A]: an assumption of engineering, to be replaced by the council's own. */
export const SCENARIO_SOURCES: readonly { readonly label: string; readonly source: string }[] = [
  {
    label: 'Fuel',
    source:
      'Diesel’s yearly means 2010-11 to 2025-26 (DESNZ weekly road fuel prices) moved by 11.4% from year to year (standard deviation of log changes), rounded up; 2% a year on average is the inflation target [A]',
  },
  {
    label: 'Wages',
    source:
      'National living wage: 6.7% from April 2025, 4.1% from April 2026 (gov.uk); 4% goes on from there [A]',
  },
  { label: 'Other prices', source: 'Bank of England target 2%, half a point above it [A]' },
  {
    label: 'Fuel and wages together',
    source: 'Both follow inflation in part: correlation 0.3 [A]',
  },
  {
    label: 'Growth of clients',
    source:
      'Engineering assumption [A]: 6% a year, give or take 2; Kent’s one pair of years that can be used together (2022-23 to 2023-24) had some 11% more pupils. Replace it with the council’s own projection of plans',
  },
  {
    label: 'Personal transport budget',
    source: 'Kent’s middle band, £3,000 a year (published PTB bands)',
  },
  { label: 'Travel training', source: '£4,000 a client [A]' },
  {
    label: 'Budget carried forward',
    source:
      'A year without a recorded budget has the last one’s in cash: the base that a medium-term plan starts from before growth is agreed [A]',
  },
];

/** Everything that is wrong with a scenario read from a file, each a sentence with the name of its field; else the scenario. What is left out is the central one's. */
export function readScenario(value: unknown): {
  readonly scenario: Scenario;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  if (!isRecord(value))
    return { scenario: CENTRAL, problems: ['The file holds no object of assumptions.'] };
  const known = new Set(Object.keys(CENTRAL));
  for (const key of Object.keys(value)) {
    if (!known.has(key))
      problems.push(`${key} is no assumption; known are ${[...known].join(', ')}.`);
  }
  const number = (
    of: Record<string, unknown>,
    key: string,
    [least, most]: readonly [number, number],
    fallback: number,
    name = key,
  ): number => {
    const given = of[key];
    if (given === undefined) return fallback;
    if (typeof given === 'number' && given >= least && given <= most) return given;
    problems.push(`${name} is a number from ${least} to ${most}, not ${JSON.stringify(given)}.`);
    return fallback;
  };
  const rate = (key: 'fuel' | 'wages' | 'cpi' | 'growth'): Rate => {
    const given = value[key];
    if (given === undefined) return CENTRAL[key];
    if (!isRecord(given)) {
      problems.push(`${key} is { mean_percent, sd_percent }.`);
      return CENTRAL[key];
    }
    return {
      mean_percent: number(
        given,
        'mean_percent',
        RATES,
        CENTRAL[key].mean_percent,
        `${key}.mean_percent`,
      ),
      sd_percent: number(
        given,
        'sd_percent',
        [0, 60],
        CENTRAL[key].sd_percent,
        `${key}.sd_percent`,
      ),
    };
  };
  const list = <T>(
    key: 'growth_of' | 'new_provision',
    read: (each: Record<string, unknown>, name: string) => T,
  ): readonly T[] => {
    const given = value[key];
    if (given === undefined) return [];
    if (!Array.isArray(given)) {
      problems.push(`${key} is a list.`);
      return [];
    }
    return given.flatMap((each: unknown, at): readonly T[] => {
      if (isRecord(each)) return [read(each, `${key}[${at}]`)];
      problems.push(`${key}[${at}] is no object.`);
      return [];
    });
  };
  const oneOf = <T extends string>(all: readonly T[], given: unknown, name: string): T | null => {
    if (given === undefined || given === null) return null;
    const found = all.find((one) => one === given);
    if (found === undefined)
      problems.push(`${name} is one of ${all.join(', ')}, not ${JSON.stringify(given)}.`);
    return found ?? null;
  };
  const budget = value['budget'];
  const scenario: Scenario = {
    name: typeof value['name'] === 'string' && value['name'] !== '' ? value['name'] : 'Unnamed',
    fuel: rate('fuel'),
    wages: rate('wages'),
    cpi: rate('cpi'),
    growth: rate('growth'),
    fuel_wage_correlation: number(
      value,
      'fuel_wage_correlation',
      [-1, 1],
      CENTRAL.fuel_wage_correlation,
    ),
    growth_of: list('growth_of', (each, name) => ({
      need: oneOf(NEEDS, each['need'], `${name}.need`),
      phase: oneOf(PHASES, each['phase'], `${name}.phase`),
      mean_percent: number(
        each,
        'mean_percent',
        RATES,
        CENTRAL.growth.mean_percent,
        `${name}.mean_percent`,
      ),
    })),
    occupancy_percent: number(value, 'occupancy_percent', [-20, 20], 0),
    ptb_percent: number(value, 'ptb_percent', [0, 20], 0),
    ptb_year_pence: number(value, 'ptb_year_pence', [0, 10_000_000], CENTRAL.ptb_year_pence),
    trained_a_year: number(value, 'trained_a_year', [0, 100_000], 0),
    training_pence: number(value, 'training_pence', [0, 10_000_000], CENTRAL.training_pence),
    new_provision: list('new_provision', (each, name) => ({
      name: typeof each['name'] === 'string' ? each['name'] : 'New school',
      year: Math.round(number(each, 'year', [1, 10], 1, `${name}.year`)),
      places: Math.round(number(each, 'places', [0, 2000], 0, `${name}.places`)),
      need: oneOf(NEEDS, each['need'], `${name}.need`),
      saves_percent: number(each, 'saves_percent', [0, 100], 0, `${name}.saves_percent`),
    })),
    budget: isRecord(budget)
      ? {
          first_year_pence: Math.round(
            number(budget, 'first_year_pence', [0, 100_000_000_000], 0, 'budget.first_year_pence'),
          ),
          mean_percent: number(budget, 'mean_percent', RATES, 0, 'budget.mean_percent'),
        }
      : null,
    budget_uplift_percent: number(value, 'budget_uplift_percent', RATES, 0),
  };
  if (budget !== undefined && budget !== null && !isRecord(budget))
    problems.push('budget is { first_year_pence, mean_percent } or null.');
  return { scenario, problems };
}

const RATES: readonly [number, number] = [-50, 100];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
