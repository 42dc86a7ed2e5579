/** What routes need of the providers' fleets, and what is missing. */
import { estimatedTravel } from '../../geo/travel.ts';
import { travelBasisAt } from '../../costing/read-settings.ts';
import { providerKey } from '../../intake/provider-name.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { isShared } from '../../model/route-schools.ts';
import type { ProviderFleet } from '../../model/register.ts';
import { findChains } from '../chains/find-chains.ts';
import type { CountyFacts } from '../county.ts';

/** One vehicle for a route, or for several that it can run one after the other. */
export interface VehicleNeed {
  readonly vehicle_class: string;
  /** Where the run begins; '' where that is not known. */
  readonly district: string;
  /** Whose vehicle it must be; '' for a run that is not let yet. */
  readonly provider: string;
  /** Places in the list of routes, in the order of the morning. */
  readonly routes: readonly number[];
}

/** What is missing. */
export interface FleetUse {
  /** Needs without a vehicle, in the order of their routes. */
  readonly short: readonly VehicleNeed[];
}

/** What the routes need together. Routes of classes that no fleet names, and contracts of providers without a fleet, need nothing that is known. */
export function needsOf(
  routes: readonly PlannedRoute[],
  facts: CountyFacts,
  chains: RunChains,
): readonly VehicleNeed[] {
  const fleets = facts.fleets ?? [];
  if (fleets.length === 0) return [];
  const known = knownFleets(fleets);
  const place = new Map(routes.map((route, at) => [route, at]));
  return routes.flatMap((route, at): readonly VehicleNeed[] => {
    const chain = chains.get(route);
    // A chain of which one route is another now is none any more.
    const holds = chain !== undefined && chain.all.every((each) => place.has(each));
    const kind = holds && chain.stays !== route ? null : kindOfNeed(route, facts, known);
    if (kind === null) return [];
    const all = holds ? chain.all.map((each) => place.get(each) ?? at) : [at];
    return [{ ...kind, routes: all }];
  });
}

/** What a need asks of a vehicle. */
export type NeedKind = Pick<VehicleNeed, 'vehicle_class' | 'district' | 'provider'>;

/** The classes and the providers that have a fleet on the register. */
export interface KnownFleets {
  readonly classes: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
}

/** Reads them off the register's rows. */
export function knownFleets(fleets: readonly ProviderFleet[]): KnownFleets {
  return {
    classes: new Set(fleets.map((each) => each.vehicle_class)),
    providers: new Set(fleets.map((each) => providerKey(each.provider))),
  };
}

/** What a route that has a vehicle of its own needs; null: nothing that is known. */
export function kindOfNeed(
  route: PlannedRoute,
  facts: CountyFacts,
  { classes, providers }: KnownFleets,
): NeedKind | null {
  const { vehicle_class } = route;
  if (!classes.has(vehicle_class)) return null;
  const provider = route.contract_id === null ? '' : providerKey(route.provider);
  if (route.contract_id !== null && !providers.has(provider)) return null;
  return { vehicle_class, district: districtOf(route, facts), provider };
}

/** A fleet's row with its provider's name as it is compared. */
export type FleetRow = Pick<ProviderFleet, 'vehicle_class' | 'count' | 'districts'> & {
  readonly provider: string;
};

/** Rows as they are compared. */
export function fleetRows(fleets: readonly ProviderFleet[]): readonly FleetRow[] {
  return fleets.map((each) => ({ ...each, provider: providerKey(each.provider) }));
}

/** Whether a vehicle of a fleet can be had for a need. */
export function isServed(
  fleet: FleetRow,
  { vehicle_class, district, provider }: NeedKind,
): boolean {
  return (
    fleet.vehicle_class === vehicle_class &&
    (provider === '' || fleet.provider === provider) &&
    (fleet.districts.length === 0 || district === '' || fleet.districts.includes(district))
  );
}

/** Where a run begins: the district of the first home, else of the school. */
export function districtOf(
  route: Pick<PlannedRoute, 'stops' | 'school_urn'>,
  facts: Pick<CountyFacts, 'clients' | 'schools'>,
): string {
  const home = facts.clients.get(route.stops[0]?.client_id ?? 0)?.district_code ?? '';
  return home === '' ? (facts.schools.get(route.school_urn ?? 0)?.district_code ?? '') : home;
}

/** Runs that one vehicle could do one after the other, by each of them: all of the chain, and whose vehicle stays. */
export type RunChains = ReadonlyMap<
  PlannedRoute,
  { readonly all: readonly PlannedRoute[]; readonly stays: PlannedRoute }
>;

/** The chains among routes that can be had at once. */
export function runChains(routes: readonly PlannedRoute[], facts: CountyFacts): RunChains {
  const numbered = routes.flatMap((route, at) =>
    isShared(route) ? [] : [{ ...route, id: at + 1 }],
  );
  const { on, settings, clients, schools } = facts;
  const travel = facts.travel ?? estimatedTravel(travelBasisAt(settings, on));
  const asked = { earlier_s: null, wait_s: null };
  const { chains } = findChains({
    on,
    settings,
    clients,
    schools,
    travel,
    asked,
    routes: numbered,
  });
  const found = new Map<PlannedRoute, { all: readonly PlannedRoute[]; stays: PlannedRoute }>();
  for (const { runs, saving, chosen } of chains) {
    const all = runs.flatMap((run) => routes[run.route.id - 1] ?? []);
    const stays = all[saving.keeps];
    if (chosen && stays !== undefined) for (const route of all) found.set(route, { all, stays });
  }
  return found;
}

/** Gives as many needs a vehicle as can have one (augmenting paths, contracts first) and answers with the others. */
export function fleetUse(
  needs: readonly VehicleNeed[],
  fleets: readonly ProviderFleet[],
): FleetUse {
  const rows = fleetRows(fleets);
  const holders = rows.map((): number[] => []);
  const serving = new Map<string, readonly number[]>();
  const rowsFor = (need: VehicleNeed): readonly number[] => {
    const key = `${need.vehicle_class} ${need.district} ${need.provider}`;
    const known = serving.get(key);
    if (known !== undefined) return known;
    const found = rows.flatMap((row, at) => (isServed(row, need) ? [at] : []));
    serving.set(key, found);
    return found;
  };
  // Where no path leads to a free vehicle, none ever will: the next need of that kind has none either.
  const hopeless = new Set<readonly number[]>();
  const place = (need: number, tried: Set<number>): boolean => {
    const wanted = needs[need];
    if (wanted === undefined) return false;
    const able = rowsFor(wanted);
    if (hopeless.has(able)) return false;
    for (const row of able) {
      const held = holders[row];
      if (held === undefined || tried.has(row)) continue;
      tried.add(row);
      const room = (rows[row]?.count ?? 0) - held.length;
      const moved = room > 0 ? -1 : held.findIndex((other) => place(other, tried));
      if (room <= 0 && moved < 0) continue;
      if (moved >= 0) held.splice(moved, 1);
      held.push(need);
      return true;
    }
    return false;
  };
  const order = needs
    .map((_, at) => at)
    .toSorted((a, b) => Number(needs[a]?.provider === '') - Number(needs[b]?.provider === '') || a - b); // prettier-ignore
  const isShort = (need: number): boolean => {
    if (place(need, new Set())) return false;
    const wanted = needs[need];
    if (wanted !== undefined) hopeless.add(rowsFor(wanted));
    return true;
  };
  const short = order.filter(isShort).toSorted((a, b) => a - b);
  return { short: short.flatMap((need) => needs[need] ?? []) };
}
