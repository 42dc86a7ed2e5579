import { rateCardAt } from '../../costing/read-settings.ts';
import { formatQuantity } from '../../format/number.ts';
import { providerKey } from '../../intake/provider-name.ts';
import type { PlannedRoute, Violation } from '../../model/plan.ts';
import { notice, type AuditedPlan, type AuditFacts, type Check } from '../audit-facts.ts';

/**
 * All routes together ask for no more vehicles of a class and area than the fleets on the register have. A notice: a fleet may grow, and one
 * vehicle may run for two schools; the award decides. Where no fleet is on the register nothing is asked.
 */
export const fleets: Check = (plan, facts) => {
  const rows = facts.fleets ?? [];
  if (rows.length === 0) return [];
  const classes = [...new Set(rows.map((row) => row.vehicle_class))].toSorted();
  return classes.flatMap((id) => shortOfClass(id, plan, facts));
};

/** Routes that ask for the same vehicles. */
interface Group {
  readonly district: string;
  /** Key of the provider whose vehicle it must be; '' for any. */
  readonly provider: string;
  readonly routes: PlannedRoute[];
}

function shortOfClass(id: string, plan: AuditedPlan, facts: AuditFacts): readonly Violation[] {
  const groups = groupsOf(id, plan, facts);
  const supply = (facts.fleets ?? []).filter((row) => row.vehicle_class === id);
  const sent = flow(
    groups.map((group) => group.routes.length),
    supply.map((row) => row.count),
    (g, s) => {
      const [group, row] = [groups[g], supply[s]];
      if (group === undefined || row === undefined) return false;
      const isTheirs = group.provider === '' || group.provider === providerKey(row.provider);
      const { districts } = row;
      return isTheirs && (districts.length === 0 || group.district === '' || districts.includes(group.district)); // prettier-ignore
    },
  );
  const name = rateCardAt(facts.settings, facts.on).classes.find((each) => each.id === id)?.name;
  return groups.flatMap(({ district, routes }, g): readonly Violation[] => {
    const short = routes.length - (sent[g] ?? 0);
    if (short <= 0) return [];
    const where = district === '' ? '' : ` that begin in ${facts.district_names?.get(district) ?? district}`; // prettier-ignore
    const refs = routes.map((route) => route.ref).toSorted();
    const text = `The fleets on the register are ${formatQuantity(short, 'vehicle')} of the class ${name ?? id} short for the routes${where}: ${refs.join(', ')}. One vehicle may run for two schools; else another class, or another provider.`;
    return [notice('fleet_short', { route_ref: refs[0] ?? '' }, text)];
  });
}

/** New routes by where they begin; contracts by their provider besides, where that provider's fleet is known. */
function groupsOf(id: string, plan: AuditedPlan, facts: AuditFacts): readonly Group[] {
  const known = new Set((facts.fleets ?? []).map((row) => providerKey(row.provider)));
  const groups = new Map<string, Group>();
  for (const route of plan.routes) {
    const provider = route.contract_id === null ? '' : providerKey(route.provider);
    if (route.vehicle_class !== id || (route.contract_id !== null && !known.has(provider)))
      continue;
    const home = facts.clients.get(route.stops[0]?.client_id ?? 0)?.district_code ?? '';
    const school = facts.schools.get(route.school_urn ?? 0)?.district_code ?? '';
    const district = home === '' ? school : home;
    const key = `${provider === '' ? 1 : 0} ${provider} ${district}`;
    const group = groups.get(key) ?? { district, provider, routes: [] };
    group.routes.push(route);
    groups.set(key, group);
  }
  // Contracts are served first: their vehicles are there.
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** How much of each demand can be met at once (Ford and Fulkerson), earlier demands first. */
function flow(
  demand: readonly number[],
  supply: readonly number[],
  meets: (demand: number, supply: number) => boolean,
): readonly number[] {
  const used = demand.map(() => supply.map(() => 0));
  const free = [...supply];
  const more = (d: number, seen: Set<number>): boolean => {
    for (let s = 0; s < supply.length; s++) {
      if (seen.has(s) || !meets(d, s)) continue;
      seen.add(s);
      const other = (free[s] ?? 0) > 0 ? -1 : used.findIndex((row, o) => o !== d && (row[s] ?? 0) > 0 && more(o, seen)); // prettier-ignore
      if ((free[s] ?? 0) <= 0 && other < 0) continue;
      const [mine, theirs] = [used[d], used[other]];
      if (theirs !== undefined) theirs[s] = (theirs[s] ?? 0) - 1;
      else free[s] = (free[s] ?? 0) - 1;
      if (mine !== undefined) mine[s] = (mine[s] ?? 0) + 1;
      return true;
    }
    return false;
  };
  return demand.map((wanted, d) => {
    let met = 0;
    while (met < wanted && more(d, new Set())) met += 1;
    return met;
  });
}
