/** The audit's answer for an edited plan: what the edit touched is checked anew, the rest keeps its findings. */
import { auditPlan } from '../audit/audit-plan.ts';
import { missingDays, OF_THE_WHOLE_WEEK } from '../audit/audit-weeks.ts';
import type { Client } from '../model/client.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import type { AuditReport, Plan, PlannedRoute, Violation } from '../model/plan.ts';
import { rulesOf } from '../planning/sharing/schools-served.ts';
import { countyStanding } from '../planning/reckon/county-standing.ts';
import type { EditFacts } from './edit.ts';

/** What differs between two states of a plan. */
export interface Touched {
  readonly before: readonly PlannedRoute[];
  readonly after: readonly PlannedRoute[];
  /** Clients of those routes, and those whose place on the list of the unallocated changed. */
  readonly client_ids: ReadonlySet<number>;
}

/** Findings that rest on the records alone, whatever the routes are. */
const OF_THE_RECORDS: ReadonlySet<string> = new Set(['contract_without_clients']);

/** Routes that are not the same object in both states, with everyone they concern. */
export function touchedBy(before: Plan, after: Plan): Touched {
  const was = new Set(before.routes);
  const is = new Set(after.routes);
  const gone = before.routes.filter((route) => !is.has(route));
  const come = after.routes.filter((route) => !was.has(route));
  const client_ids = new Set(
    [...gone, ...come].flatMap((route) => route.stops.map((stop) => stop.client_id)),
  );
  const listedWas = new Set(before.unallocated);
  const listedIs = new Set(after.unallocated);
  for (const each of before.unallocated) if (!listedIs.has(each)) client_ids.add(each.client_id);
  for (const each of after.unallocated) if (!listedWas.has(each)) client_ids.add(each.client_id);
  return { before: gone, after: come, client_ids };
}

/**
 * Findings of the touched part of a plan, by the records of today. A child of several stops has some on routes that were not touched: what
 * is found there about the child is of the part as well.
 */
export function auditTouched(
  plan: Plan,
  routes: readonly PlannedRoute[],
  touched: Touched,
  facts: EditFacts,
): readonly Violation[] {
  const { client_ids } = touched;
  const changed = new Set(routes);
  const elsewhere = plan.routes.filter(
    (route) => !changed.has(route) && route.stops.some((stop) => client_ids.has(stop.client_id)),
  );
  const all = [...routes, ...elsewhere];
  const ids = new Set([...client_ids, ...all.flatMap((route) => route.stops.map((stop) => stop.client_id))]); // prettier-ignore
  const unallocated = plan.unallocated.filter((each) => ids.has(each.client_id));
  const part = {
    routes: all,
    unallocated,
    ...(plan.roads === undefined ? {} : { roads: plan.roads }),
  };
  const about = factsAbout([...touched.before, ...touched.after, ...elsewhere], ids, facts);
  const others = new Set(elsewhere.map((route) => route.ref));
  const found = auditPlan(part, about).violations.filter(
    ({ code, route_ref, client_id }) =>
      !OF_THE_RECORDS.has(code) &&
      !OF_THE_WHOLE_WEEK.has(code) &&
      (!others.has(route_ref) || client_ids.has(client_id ?? 0)) &&
      (client_id === null || client_ids.has(client_id)),
  );
  return [...missingDays(plan, about, client_ids), ...found];
}

/** The whole report after an edit: findings of what was touched give way to those of `auditTouched`. */
export function auditEdited(
  before: Plan,
  after: Plan,
  touched: Touched,
  facts: EditFacts,
): AuditReport {
  const refs = new Set([...touched.before, ...touched.after].map((route) => route.ref));
  const isTouched = ({ code, route_ref, client_id }: Violation): boolean => {
    if (OF_THE_RECORDS.has(code)) return false;
    return refs.has(route_ref) || (client_id !== null && touched.client_ids.has(client_id));
  };
  const violations = [
    ...before.audit.violations.filter((each) => !isTouched(each)),
    ...auditTouched(after, touched.after, touched, facts),
  ].toSorted((a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'));
  return {
    passed: violations.every((each) => each.severity === 'notice'),
    checked_routes: after.routes.length,
    checked_clients:
      after.routes.reduce((sum, route) => sum + route.stops.length, 0) + after.unallocated.length,
    violations,
  };
}

interface Index {
  readonly contracts: ReadonlyMap<number, Contract>;
  readonly stopsOf: ReadonlyMap<number, readonly ContractStop[]>;
  /** By contract. */
  readonly seatsOn: ReadonlyMap<number, readonly ContractStop[]>;
}

const indices = new WeakMap<EditFacts, Index>();

function indexOf(facts: EditFacts): Index {
  const known = indices.get(facts);
  if (known !== undefined) return known;
  const made = {
    contracts: new Map(facts.contracts.map((each) => [each.id, each])),
    stopsOf: grouped(facts.stops, (stop) => stop.client_id),
    seatsOn: grouped(facts.stops, (stop) => stop.contract_id),
  };
  indices.set(facts, made);
  return made;
}

function grouped(
  stops: readonly ContractStop[],
  by: (stop: ContractStop) => number,
): ReadonlyMap<number, readonly ContractStop[]> {
  const groups = new Map<number, ContractStop[]>();
  for (const stop of stops) {
    const list = groups.get(by(stop));
    if (list === undefined) groups.set(by(stop), [stop]);
    else list.push(stop);
  }
  return groups;
}

/**
 * The facts of the clients touched alone, with every contract that they or their routes have to do with. Where schools may share, who else
 * sits on such a contract tells which schools it serves.
 */
function factsAbout(
  routes: readonly PlannedRoute[],
  client_ids: ReadonlySet<number>,
  facts: EditFacts,
): EditFacts {
  const { contracts, stopsOf, seatsOn } = indexOf(facts);
  const { held } = countyStanding(facts);
  const clients = new Map<number, Client>();
  const wanted = new Set<number>();
  const stops: ContractStop[] = [];
  for (const id of client_ids) {
    const client = facts.clients.get(id);
    if (client !== undefined) clients.set(id, client);
    for (const stop of stopsOf.get(id) ?? []) {
      stops.push(stop);
      wanted.add(stop.contract_id);
    }
    const run = held.get(id);
    if (run !== undefined) wanted.add(run.contract.id);
  }
  for (const { contract_id } of routes) if (contract_id !== null) wanted.add(contract_id);
  const { within_m, pairs } = rulesOf(facts);
  if (within_m > 0 || pairs.size > 0)
    for (const contract_id of wanted)
      for (const seat of seatsOn.get(contract_id) ?? []) {
        const client = facts.clients.get(seat.client_id);
        if (client === undefined || clients.has(client.id)) continue;
        clients.set(client.id, client);
        stops.push(...(stopsOf.get(client.id) ?? []));
      }
  return {
    ...facts,
    clients,
    stops,
    contracts: [...wanted].flatMap((id) => contracts.get(id) ?? []),
  };
}
