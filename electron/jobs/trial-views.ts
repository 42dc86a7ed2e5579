/** A plan tried beside the one in use, as the screens show it. */
import type { Store } from '../../db/store.ts';
import type { RepairView, TrialView } from '../../shared/api/views/repairs.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import type { PlanTrial } from '../../shared/planning/desk/trial.ts';
import type { PlanDesk } from './plan-desk.ts';
import type { RepairOnDesk } from './repair.ts';

/** The routes and children that differ; `apart` are told of elsewhere. */
export function trialView(
  { facts, plan }: PlanDesk,
  trial: PlanTrial,
  apart: ReadonlySet<number> = new Set(),
): TrialView {
  const { classes } = rateCardAt(facts.settings, facts.on);
  const vehicle = (id: string) => classes.find((each) => each.id === id)?.name ?? id;
  const { disruption } = trial;
  return {
    routes: trial.changed.map(({ ref, before, after }) => ({
      ref,
      change: before === null ? 'new' : after === null ? 'ends' : 'changed',
      provider: (after ?? before)?.provider ?? '',
      vehicle: vehicle((after ?? before)?.vehicle_class ?? ''),
      clients_before: before?.stops.length ?? 0,
      clients_after: after?.stops.length ?? 0,
      day_before_pence: before?.cost_day_pence ?? 0,
      day_after_pence: after?.cost_day_pence ?? 0,
    })),
    children: disruption.children
      .filter((each) => !apart.has(each.client_id))
      .map(({ client_id, changes, pence }) => ({
        client_id,
        ...childNamed(facts, client_id),
        sentence: sentenceOf(changes),
        pence,
      })),
    unaffected: disruption.settled - disruption.children.length,
    settled: disruption.settled,
    unallocated_more: trial.unallocated.length - plan.unallocated.length,
    added_day_pence: trial.day_after_pence - trial.day_before_pence,
    added_year_pence: trial.year_after_pence - trial.year_before_pence,
    disruption_pence: disruption.pence,
    violations: trial.violations,
  };
}

/** A hand-back with its children by name. */
export function repairView(store: Store, { repair, desk }: RepairOnDesk): RepairView {
  const { contract_id, contract_ref, provider, rehomed, trial } = repair;
  const told = new Map(trial.disruption.children.map((each) => [each.client_id, each]));
  return {
    contract_id,
    contract_ref,
    provider,
    ends_on: store.contracts.get(contract_id)?.ends_on ?? '',
    rehomed: rehomed.map((each) => ({
      ...each,
      ...childNamed(desk.facts, each.client_id),
      sentence: sentenceOf(told.get(each.client_id)?.changes ?? []),
    })),
    trial: trialView(desk, trial, new Set(rehomed.map((each) => each.client_id))),
    hand_backs: store.beddingIn.handBacksOf(contract_id),
    approved: desk.plan.status === 'approved',
  };
}

/** A child by reference and name, for an officer. */
export function childNamed({ clients }: Pick<PlanDesk['facts'], 'clients'>, client_id: number) {
  const client = clients.get(client_id);
  return {
    ref: client?.ref ?? '',
    name: client === undefined ? '' : `${client.forename} ${client.surname}`.trim(),
  };
}

function sentenceOf(changes: readonly { readonly text: string }[]): string {
  const text = changes.map((each) => each.text).join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
