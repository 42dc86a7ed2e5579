/** The audit of a few routes alone: what a change by hand breaks, told within milliseconds. */
import type { Contract, ContractStop } from '../model/contract.ts';
import type { PlannedRoute, Violation } from '../model/plan.ts';
import type { AuditFacts } from './audit-facts.ts';
import { OF_THE_WHOLE_WEEK } from './audit-weeks.ts';
import { auditPlan } from './audit-plan.ts';

/** Records by client and contract, kept as long as the lists they come from. */
const stopsKept = new WeakMap<readonly ContractStop[], ReadonlyMap<number, ContractStop[]>>();

function stopsByClient(stops: readonly ContractStop[]): ReadonlyMap<number, ContractStop[]> {
  const known = stopsKept.get(stops);
  if (known !== undefined) return known;
  const index = new Map<number, ContractStop[]>();
  for (const stop of stops) {
    const list = index.get(stop.client_id);
    if (list === undefined) index.set(stop.client_id, [stop]);
    else list.push(stop);
  }
  stopsKept.set(stops, index);
  return index;
}

/**
 * Every rule on the routes given, as if the county had nobody else: what the rules say of clients and contracts elsewhere is the whole
 * plan's audit.
 */
export function auditPart(
  routes: readonly PlannedRoute[],
  facts: AuditFacts,
  roads: string,
): readonly Violation[] {
  const ids = routes.flatMap((route) => route.stops.map((stop) => stop.client_id));
  const byClient = stopsByClient(facts.stops);
  const stops = ids.flatMap((id) => byClient.get(id) ?? []);
  const wanted = new Set([
    ...routes.map((route) => route.contract_id),
    ...stops.map((stop) => stop.contract_id),
  ]);
  const contracts: readonly Contract[] = facts.contracts.filter(({ id }) => wanted.has(id));
  const clients = new Map(
    ids.flatMap((id) => {
      const client = facts.clients.get(id);
      return client === undefined ? [] : [[id, client] as const];
    }),
  );
  const part: AuditFacts = { ...facts, clients, contracts, stops };
  // A contract whose children all sit elsewhere, and a day on another route, are matters of the whole plan.
  return auditPlan({ routes, unallocated: [], roads }, part).violations.filter(
    ({ code }) => code !== 'contract_without_clients' && !OF_THE_WHOLE_WEEK.has(code),
  );
}
