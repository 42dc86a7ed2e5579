/** `kerbside repair`: what a contract handed back comes to. */
import { formatPence, formatPounds } from '../../shared/format/money.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { daysOf } from '../../shared/calendar/day-mask.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { DisruptedChild } from '../../shared/planning/disruption.ts';
import { isLeft, type Rehomed } from '../../shared/planning/repair.ts';
import { contractOfRef, repairPlan, type RepairOnDesk } from '../jobs/repair.ts';
import type { Answer, Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, textFlag, withStore } from './common-flags.ts';

export const repairCommand: Command = {
  name: 'repair',
  summary: 'repair only what must change when a provider hands a contract back',
  flags: {
    store: STORE_FLAG,
    handback: { value: 'CONTRACT', help: 'the contract number, or its route', required: true },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'It changes nothing: the plan is taken, and the hand-back recorded, on the screen by a named person. Ends with 1 when a child\n' +
    'is left without a place or a rule would be broken.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const contract = contractOfRef(store, textFlag(input, 'handback') ?? '');
      if (!contract.ok) return contract;
      const made = repairPlan(store, { contract_id: contract.value.id, on }, input.ctx);
      return made.ok ? ok(answer(made.value)) : made;
    }),
};

function answer({ repair, desk }: RepairOnDesk): Answer {
  const { trial, rehomed } = repair;
  const refOf = (id: number) => desk.facts.clients.get(id)?.ref ?? `client ${id}`;
  const own = new Set(rehomed.map((each) => each.client_id));
  const told = new Map(trial.disruption.children.map((each) => [each.client_id, each]));
  const others = trial.disruption.children.filter((each) => !own.has(each.client_id));
  const left = rehomed.filter(isLeft);
  const added = trial.day_after_pence - trial.day_before_pence;
  const year = trial.year_after_pence - trial.year_before_pence;
  return {
    exit: left.length > 0 || trial.violations.length > 0 ? 1 : 0,
    json: {
      contract_ref: repair.contract_ref,
      provider: repair.provider,
      children: rehomed.map((each) => ({
        ref: refOf(each.client_id),
        kind: each.kind,
        to_ref: each.to_ref,
        also: each.also,
        days_left: daysOf(each.days_left),
        detail: each.detail,
        ...plain(told.get(each.client_id)),
      })),
      others: others.map((each) => ({ ref: refOf(each.client_id), ...plain(each) })),
      unaffected: trial.disruption.settled - trial.disruption.children.length,
      routes: trial.changed.map(({ ref, before, after }) => ({
        ref,
        change: before === null ? 'new' : after === null ? 'ends' : 'joined',
        clients_before: before?.stops.length ?? 0,
        clients_after: after?.stops.length ?? 0,
        cost_day_before_pence: before?.cost_day_pence ?? 0,
        cost_day_after_pence: after?.cost_day_pence ?? 0,
      })),
      added_day_pence: added,
      added_year_pence: year,
      disruption_pence: trial.disruption.pence,
      violations: trial.violations,
    },
    lines: [
      `Contract ${repair.contract_ref} of ${repair.provider} handed back: ${formatQuantity(rehomed.length, 'child', 'children')} to be placed anew, ${formatPence(Math.abs(added))} a day and ${formatPounds(Math.abs(year))} a year ${added < 0 ? 'less' : 'more'} than now.`,
      ...rehomed.map((each) => `${refOf(each.client_id)}: ${whereTo(each)}`),
      `${formatQuantity(others.length, 'other child is', 'other children are')} affected:`,
      ...others.map((each) => `  ${each.sentence}`),
      `Everyone else, ${formatQuantity(trial.disruption.settled - trial.disruption.children.length, 'child', 'children')}, stays exactly as they are.`,
      ...trial.violations.map((each) => `Breaks: ${each.text}`),
    ],
  };
}

function whereTo(each: Rehomed): string {
  const also = each.also.map(({ words, to_ref }) => `${words}: to ${to_ref}`);
  return [fromHome(each), ...also].filter((part) => part !== '').join('; ');
}

function fromHome({ kind, to_ref, detail }: Rehomed): string {
  if (to_ref === '' || kind === 'some_days') return detail;
  const route = kind === 'new_route' ? `to ${to_ref}, a new route` : `to ${to_ref}`;
  return detail === '' ? route : `${route}. ${detail}`;
}

function plain(child: DisruptedChild | undefined) {
  if (child === undefined) return { sentence: '', changes: [], disruption_pence: 0 };
  const { from_ref, pick_up_change_s, ride_change_s, changes, sentence, pence } = child;
  return { from_ref, pick_up_change_s, ride_change_s, changes, sentence, disruption_pence: pence };
}
