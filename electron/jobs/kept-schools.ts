import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { Plan, PlannedRoute, PlannedStop, Unallocated } from '../../shared/model/plan.ts';
import { isShared, schoolOfStop, schoolsOfRoute } from '../../shared/model/route-schools.ts';
import type { CountyWork } from '../../shared/planning/county.ts';
import type { SchoolPlan } from '../../shared/planning/school-plan.ts';
import type { KeptOnShared } from '../../shared/planning/sharing/shared-contracts.ts';
import { hasCallsByHand } from '../../shared/planning/sharing/standing-calls.ts';

/**
 * The schools whose part of the plan in use still holds, so that planning one school leaves the others as
 * they are: the same children, and nothing broken by the records as they stand now.
 */
export function keptSchools(
  plan: Plan | null,
  work: CountyWork,
  facts: AuditFacts,
  asked: number | null = null,
): ReadonlyMap<number, SchoolPlan> {
  const kept = new Map<number, SchoolPlan>();
  if (plan === null || plan.year !== facts.year) return kept;
  const parts = partsOf(plan, facts);
  const audit = auditPlan(plan, facts);
  const brokenRoutes = new Set<string>();
  const brokenClients = new Set<number>();
  for (const { code, severity, route_ref, client_id } of audit.violations) {
    if (severity !== 'broken' && code !== 'provisional_changed') continue;
    brokenRoutes.add(route_ref);
    if (client_id !== null) brokenClients.add(client_id);
  }
  const partly = clientsOnSomeDays(plan);
  const aboard = aboardBySchool(plan, work);
  for (const { school, listed, running, waiting, others } of work.schools) {
    if (!listed) continue;
    const part = parts.get(school.urn);
    if (part === undefined) continue;
    const wanted = [
      ...waiting,
      ...running.flatMap((route) => route.carried),
      ...others.map((each) => each.client),
    ].map((client) => client.id);
    const has = [
      ...(aboard.get(school.urn) ?? []),
      ...part.unallocated.map((each) => each.client_id),
    ];
    const isSame = wanted.length === has.length && isSubset(wanted, new Set(has));
    const isBroken =
      part.routes.some((route) => brokenRoutes.has(route.ref)) ||
      has.some((id) => brokenClients.has(id));
    // Whoever is without a vehicle on some days alone is tried again, at each of their schools.
    const isPartly = wanted.some((id) => partly.has(id));
    if (isSame && !isBroken && !isPartly) kept.set(school.urn, part);
  }
  withoutHalves(kept, plan, asked);
  return kept;
}

/** Schools that share a route are kept together or planned together. */
function withoutHalves(kept: Map<number, SchoolPlan>, plan: Plan, asked: number | null): void {
  const groups = plan.routes.filter(isSharedNew).map(schoolsOfRoute);
  const isHalf = (urns: readonly number[]): boolean =>
    urns.some((urn) => urn === asked || !kept.has(urn)) && urns.some((urn) => kept.has(urn));
  for (let half = groups.find(isHalf); half !== undefined; half = groups.find(isHalf))
    for (const urn of half) kept.delete(urn);
}

/** Made by planning; contracts that several schools share are planned for themselves. */
function isSharedNew(route: PlannedRoute): boolean {
  return isShared(route) && route.contract_id === null;
}

/** Who joined a contract that several schools share and that goes on, or whose calls a planner set, with the route that the plan has of it. */
export function joinedShared(
  { routes }: Pick<Plan, 'routes'>,
  work: CountyWork,
): readonly KeptOnShared[] {
  return work.shared.flatMap(({ contract, carried }): readonly KeptOnShared[] => {
    const route = routes.find((each) => isShared(each) && each.contract_id === contract.id);
    const held = new Set(carried.map((client) => client.id));
    const joined = route?.stops.filter((stop) => !held.has(stop.client_id)) ?? [];
    return route === undefined || (joined.length === 0 && !hasCallsByHand(route.calls))
      ? []
      : [{ route, joined }];
  });
}

/** Of those only whoever's school stays as it is: the others are placed anew. `kept` null: all are. */
export function joinedKept(
  plan: Plan | null,
  work: CountyWork,
  { kept, asked }: { readonly kept: ReadonlyMap<number, SchoolPlan> | null; readonly asked: number | null }, // prettier-ignore
): readonly KeptOnShared[] {
  const isKept = ({ school_urn: urn }: PlannedStop): boolean =>
    urn !== undefined && urn !== asked && kept?.has(urn) === true;
  return (plan === null ? [] : joinedShared(plan, work)).map((each) => ({
    ...each,
    joined: each.joined.filter(isKept),
  }));
}

/** Who rides to each school, in the order of the plan; of those on a shared contract whoever joined it. */
function aboardBySchool(plan: Plan, work: CountyWork): ReadonlyMap<number, readonly number[]> {
  const aboard = new Map<number, number[]>();
  const joined = new Map(joinedShared(plan, work).map((each) => [each.route.id, each.joined]));
  for (const route of plan.routes) {
    const isContract = isShared(route) && !isSharedNew(route);
    for (const stop of isContract ? (joined.get(route.id) ?? []) : route.stops) {
      const urn = schoolOfStop(route, stop) ?? 0;
      const list = aboard.get(urn);
      if (list === undefined) aboard.set(urn, [stop.client_id]);
      else list.push(stop.client_id);
    }
  }
  return aboard;
}

function clientsOnSomeDays({ routes, unallocated }: Plan): ReadonlySet<number> {
  const routed = new Set(routes.flatMap((route) => route.stops.map((stop) => stop.client_id)));
  return new Set(unallocated.map((each) => each.client_id).filter((id) => routed.has(id)));
}

function isSubset(ids: readonly number[], of: ReadonlySet<number>): boolean {
  return ids.every((id) => of.has(id));
}

/** A plan's routes by school, and those left out by the search (not for a fact of their record) by their school. */
function partsOf(plan: Plan, facts: AuditFacts): ReadonlyMap<number, SchoolPlan> {
  const parts = new Map<number, { routes: PlannedRoute[]; unallocated: Unallocated[] }>();
  const part = (urn: number) => {
    const known = parts.get(urn);
    if (known !== undefined) return known;
    const fresh = { routes: [], unallocated: [] };
    parts.set(urn, fresh);
    return fresh;
  };
  for (const route of plan.routes) {
    if (route.school_urn === null || (isShared(route) && !isSharedNew(route))) continue;
    // A shared route stands with the last of its schools; the others have a part of their own all the same.
    for (const urn of schoolsOfRoute(route)) part(urn);
    part(route.school_urn).routes.push(route);
  }
  for (const each of plan.unallocated) {
    const urn = facts.clients.get(each.client_id)?.school_urn ?? null;
    const isSearch =
      each.reason === 'clinical_limit' ||
      each.reason === 'no_vehicle' ||
      each.reason === 'too_heavy' ||
      each.reason === 'no_access' ||
      each.reason === 'contradiction' ||
      each.reason === 'unreachable' ||
      each.reason === 'taken_off' ||
      each.reason === 'conflict';
    if (urn !== null && isSearch) part(urn).unallocated.push(each);
  }
  return parts;
}
