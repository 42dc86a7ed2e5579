/** `kerbside plans`: the plans kept side by side, and two of them compared. */
import { formatDate } from '../../shared/format/date.ts';
import { formatPounds } from '../../shared/format/money.ts';
import { formatCount } from '../../shared/format/number.ts';
import { comparePlans, type PlanComparison } from '../../shared/edits/compare-plans.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { PlanHead } from '../../shared/api/views/edits.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { Store } from '../../db/store.ts';
import { readPlanFacts } from '../jobs/plan-facts.ts';
import type { Answer, Command } from './command.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

export const plansCommand: Command = {
  name: 'plans',
  summary: 'the plans kept side by side, or two of them compared child by child',
  flags: {
    store: STORE_FLAG,
    compare: { value: 'A,B', help: 'two plans, each by its number or the name of a trial' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Children are named by reference. Ends with 1 when the second plan leaves a child without a route whom the first carries.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const named = textFlag(input, 'compare');
      return named === undefined ? ok(listed(store.trials.list())) : compared(store, named, on);
    }),
};

const KIND_WORDS = { in_use: 'in use', trial: 'trial', earlier: 'earlier' } as const;

function listed(heads: readonly PlanHead[]): Answer {
  return {
    exit: 0,
    json: { plans: heads },
    lines: heads.length === 0 ? ['No plan was made yet.'] : heads.map(lineOf),
  };
}

function lineOf(head: PlanHead): string {
  const name = head.trial === null ? '' : ` “${head.trial.name}”`;
  const state = head.frozen === null ? head.status : 'frozen';
  const words = head.kind === 'in_use' ? `${KIND_WORDS.in_use}, ${state}` : KIND_WORDS[head.kind];
  return `${head.id}${name} (${words}), made ${formatDate(head.made_on)}: ${formatCount(head.clients)} clients on ${formatCount(head.routes)} routes, ${formatCount(head.unallocated)} unallocated, ${formatPounds(head.cost_day_pence)} a day, ${formatCount(head.broken)} broken rules.`;
}

function compared(store: Store, named: string, on: IsoDate): Result<Answer> {
  const [first, second, ...more] = named.split(',').map((part) => part.trim());
  if (first === undefined || second === undefined || more.length > 0)
    return usage(`--compare is ${named}.`, 'Name two plans with a comma between them: 4,7.');
  const a = planNamed(store, first);
  if (!a.ok) return a;
  const b = planNamed(store, second);
  if (!b.ok) return b;
  const comparison = comparePlans(a.value, b.value, readPlanFacts(store, on));
  const { disruption, seats, gained, ...rest } = comparison;
  const refOf = (id: number): string => store.clients.get(id)?.ref ?? String(id);
  const affected = disruption.children.map((child, at) => ({
    ref: refOf(child.client_id),
    sentence: child.sentence,
    kinds: child.changes.map((change) => change.kind),
    disruption_pence: child.pence,
    ...seats[at],
  }));
  return ok({
    exit: disruption.by_kind.lost_place.children > 0 ? 1 : 0,
    json: {
      a_id: a.value.id,
      b_id: b.value.id,
      ...rest,
      affected,
      by_kind: disruption.by_kind,
      disruption_pence: disruption.pence,
      gained: gained.map(refOf),
    },
    lines: [...comparisonLines(comparison), ...affected.map(({ sentence }) => sentence)],
  });
}

function planNamed(store: Store, name: string): Result<Plan> {
  const heads = store.trials.list();
  const head =
    heads.find((each) => each.trial?.name === name) ??
    heads.find((each) => String(each.id) === name);
  const plan = head === undefined ? null : store.trials.plan(head.id);
  return plan === null
    ? fail(
        'no_plan',
        `The store keeps no plan ${name}.`,
        'Run plans without --compare to see which there are.',
        { plans: heads.map((each) => each.id) },
      )
    : ok(plan);
}

function comparisonLines({
  a,
  b,
  routes,
  clients,
  disruption,
  gained,
}: PlanComparison): readonly string[] {
  const more = b.cost_year_pence - a.cost_year_pence;
  const money =
    more === 0
      ? 'costs the same'
      : `${formatPounds(Math.abs(more))} a year ${more > 0 ? 'more' : 'less'}`;
  return [
    `Second against first: ${money}; ${b.routes} routes, not ${a.routes}; ${b.unallocated} unallocated, not ${a.unallocated}; ${b.broken} broken rules, not ${a.broken}.`,
    `Routes: ${routes.same} the same, ${routes.changed} changed, ${routes.only_a} only in the first, ${routes.only_b} only in the second.`,
    `${formatCount(disruption.children.length)} of ${formatCount(disruption.settled)} children carried in the first are affected; ${formatCount(gained.length)} of ${formatCount(clients)} are carried in the second alone.`,
  ];
}
