/** `kerbside plan`: routes for one school or the county. */
import { formatPounds } from '../../shared/format/money.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { makePlan } from '../jobs/make-plan.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import {
  effortFlags,
  numberFlag,
  ON_FLAG,
  PASSPHRASE_FLAG,
  SEED_FLAG,
  seedFlag,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

export const plan: Command = {
  name: 'plan',
  summary: 'build routes for one school or the whole county',
  flags: {
    store: STORE_FLAG,
    school: { value: 'URN', help: 'plan this school only' },
    all: { help: 'plan the county (the default)' },
    seconds: { value: 'N', help: 'search this long' },
    iterations: { value: 'N', help: 'search this many steps: the same bytes everywhere' },
    settle: { help: 'search in rounds, each four times as long, until one brings little' },
    seed: SEED_FLAG,
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Ends with 1 when children are unallocated or the audit finds a broken rule.',
  run: async (input) => {
    const school = schoolFlag(input);
    if (!school.ok) return school;
    const seed = seedFlag(input);
    if (!seed.ok) return seed;
    const effort = effortFlags(input);
    if (!effort.ok) return effort;
    const settle = input.flags['settle'] === true;
    if (settle && (effort.value.seconds ?? effort.value.iterations) !== null) {
      return usage('--settle was given with --seconds or --iterations.', 'Give one of them.');
    }
    return withStore(input, async ({ store, on }) => {
      const made = makePlan(
        store,
        { school_urn: school.value, ...effort.value, settle, seed: seed.value, on },
        input.ctx,
      );
      return made.ok ? ok(answer(made.value)) : made;
    });
  },
};

function schoolFlag(input: CommandInput) {
  if (textFlag(input, 'school') !== undefined && input.flags['all'] === true) {
    return usage('--school and --all were both given.', 'Give one of them.');
  }
  const urn = numberFlag(input, 'school', { min: 1, max: 9_999_999, whole: true });
  return urn.ok ? ok(urn.value ?? null) : urn;
}

function answer(made: Plan): Answer {
  const reasons: Record<string, number> = {};
  for (const { reason } of made.unallocated) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const broken = made.audit.violations.filter(({ severity }) => severity === 'broken').length;
  const clients = new Set(made.routes.flatMap((route) => route.stops.map((s) => s.client_id))).size;
  const costDay = made.routes.reduce((sum, route) => sum + route.cost_day_pence, 0);
  const costYear = made.routes.reduce((sum, route) => sum + route.cost_year_pence, 0);
  const unallocated = made.unallocated.length;
  return {
    exit: unallocated > 0 || broken > 0 ? 1 : 0,
    json: {
      plan_id: made.id,
      year: made.year,
      made_on: made.made_on,
      seed: made.seed,
      clients,
      routes: made.routes.length,
      unallocated,
      unallocated_by_reason: reasons,
      violations: broken,
      notices: made.audit.violations.length - broken,
      cost_day_pence: costDay,
      cost_year_pence: costYear,
    },
    lines: [
      `${clients} clients on ${made.routes.length} routes for ${made.year}, ${formatPounds(costDay)} a day.`,
      `${unallocated} unallocated, ${broken} broken rules.`,
    ],
  };
}
