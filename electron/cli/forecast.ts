/** `kerbside forecast`: what the years after this one may cost under named assumptions. */
import { formatShortPounds } from '../../shared/format/money.ts';
import { formatPercent } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import {
  CENTRAL,
  readScenario,
  SCENARIO_SOURCES,
  type Scenario,
} from '../../shared/pressure/forecast/assumptions.ts';
import { forecastFor, type NamedForecast } from '../jobs/forecast.ts';
import type { Command, CommandInput } from './command.ts';
import {
  existingFlag,
  numberFlag,
  ON_FLAG,
  PASSPHRASE_FLAG,
  readText,
  seedFlag,
  SEED_FLAG,
  STORE_FLAG,
  withStore,
} from './common-flags.ts';

export const forecastCommand: Command = {
  name: 'forecast',
  summary:
    'what the years after this one may cost: P10, P50, P90, what matters most, what breaks the budget',
  flags: {
    store: STORE_FLAG,
    assumptions: {
      value: 'FILE',
      help: 'JSON of a scenario; what it leaves out is the central one’s',
    },
    years: { value: 'N', help: 'years forecast, 1 to 10 (default 5)' },
    draws: { value: 'N', help: 'draws, 1 to 100000 (default 10000)' },
    seed: SEED_FLAG,
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Starts from the plan in use. The same seed, years and draws give the same figures.',
  run: async (input) => {
    const scenario = scenarioFlag(input);
    if (!scenario.ok) return scenario;
    const years = numberFlag(input, 'years', { min: 1, max: 10, whole: true });
    if (!years.ok) return years;
    const draws = numberFlag(input, 'draws', { min: 1, max: 100_000, whole: true });
    if (!draws.ok) return draws;
    const seed = seedFlag(input);
    if (!seed.ok) return seed;
    const effort = { years: years.value ?? 5, draws: draws.value ?? 10_000, seed: seed.value };
    return withStore(input, ({ store, on }) => {
      const made = forecastFor(store, on, { scenario: scenario.value, effort }, input.ctx);
      return made.ok
        ? ok({
            exit: 0,
            json: { ...made.value, sources: SCENARIO_SOURCES },
            lines: linesOf(made.value),
          })
        : made;
    });
  },
};

/** The scenario of `--assumptions FILE`; the central one without it. */
export function scenarioFlag(input: CommandInput): Result<Scenario> {
  if (input.flags['assumptions'] === undefined) return ok(CENTRAL);
  const path = existingFlag(input, 'assumptions');
  if (!path.ok) return path;
  const text = readText(path.value);
  if (!text.ok) return text;
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch {
    return fail(
      'bad_assumptions',
      `${path.value} is not JSON.`,
      'Give an object such as { "fuel": { "mean_percent": 5, "sd_percent": 12 } }.',
    );
  }
  const { scenario, problems } = readScenario(value);
  if (problems.length === 0) return ok(scenario);
  return fail(
    'bad_assumptions',
    `The assumptions cannot be used: ${problems.join(' ')}`,
    'Mend every field named and run it again.',
    { problems },
  );
}

function linesOf(made: NamedForecast): readonly string[] {
  const last = made.years.at(-1);
  return [
    `${made.scenario.name}, from ${made.base_year} at ${formatShortPounds(made.base_pence)}; ${made.effort.draws} draws, seed ${made.effort.seed}`,
    ...made.years.map(
      ({ name, p10_pence, p50_pence, p90_pence, over_budget }) =>
        `${name}  ${formatShortPounds(p50_pence)}, in 8 of 10 draws ${formatShortPounds(p10_pence)} to ${formatShortPounds(p90_pence)}${over_budget === null ? '' : `; above the budget in ${formatPercent(over_budget, 0)}`}`,
    ),
    made.budget.sentence,
    ...(last === undefined ? [] : [`What moves ${last.name} most:`]),
    ...made.tornado.map(
      ({ label, low, high, low_pence, high_pence }) =>
        `  ${label} ${low.toFixed(1)}% to ${high.toFixed(1)}% a year: ${formatShortPounds(low_pence)} to ${formatShortPounds(high_pence)}`,
    ),
    ...made.switching.map(({ label, assumed_percent, switch_percent }) =>
      switch_percent === null
        ? `  ${label}: no yearly change from -50 to 100% meets the budget alone`
        : `  ${label}: ${switch_percent.toFixed(2)}% a year meets the budget (assumed ${assumed_percent}%)`,
    ),
  ];
}
