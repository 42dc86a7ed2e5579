/** The register of providers as the screens draw it. */
import type {
  AssignedRoute,
  PeoplePage,
  PersonRow,
  ProviderPage,
  ProvidersPage,
  RegisterChoices,
  RunningOutPage,
  VehicleRow,
  VehiclesPage,
} from '../../shared/api/views/register.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { rateCardAt, settingAt } from '../../shared/costing/read-settings.ts';
import { KNOWN_COMPETENCES } from '../../shared/intake/competence-names.ts';
import { providerKey } from '../../shared/intake/provider-name.ts';
import type { Vehicle, Worker, WorkerCompetence } from '../../shared/model/register.ts';
import { vehiclePapers, workerPapers } from '../../shared/service/register/papers.ts';
import { paperState, type PaperState } from '../../shared/service/register/paper-state.ts';
import { providerRows, type ProviderFacts } from '../../shared/service/register/provider-rows.ts';
import {
  ownCompetencesAt,
  registerRulesAt,
  type RegisterRules,
} from '../../shared/service/register/rules.ts';
import { isThere, runningOut } from '../../shared/service/register/running-out.ts';
import type { Store } from '../../db/store.ts';

function factsOf(store: Store, on: IsoDate): ProviderFacts {
  const { register, contracts } = store;
  return {
    providers: register.providers(),
    fleets: register.fleets(),
    workers: register.workers(),
    competences: register.competences(),
    vehicles: register.vehicles(),
    contracts: contracts.all(),
    stops: contracts.stops(),
    rules: registerRulesAt(store.settings.all(), on),
  };
}

/** Every provider of contracts and register. */
export function providersPage(store: Store, on: IsoDate): ProvidersPage {
  const facts = factsOf(store, on);
  return { on, ahead_days: facts.rules.ahead_days, rows: providerRows(facts, on) };
}

/** Routes by who and what is assigned to their contracts, now or later. */
function routesOf(store: Store, on: IsoDate) {
  const refs = new Map(store.contracts.all().map(({ id, route_ref }) => [id, route_ref]));
  const workers = new Map<number, AssignedRoute[]>();
  const vehicles = new Map<number, AssignedRoute[]>();
  for (const { contract_id, role, worker_id, vehicle_id, to_on } of store.register.assignments()) {
    if (to_on !== null && to_on < on) continue;
    const [map, id] = vehicle_id === null ? [workers, worker_id ?? 0] : [vehicles, vehicle_id];
    const line = { route_ref: refs.get(contract_id) ?? '', role };
    const known = map.get(id);
    if (known === undefined) map.set(id, [line]);
    else known.push(line);
  }
  return {
    worker: (id: number): readonly AssignedRoute[] => workers.get(id) ?? [],
    vehicle: (id: number): readonly AssignedRoute[] => vehicles.get(id) ?? [],
  };
}

/** What rows of people and vehicles share. */
interface Basis {
  readonly on: IsoDate;
  readonly rules: RegisterRules;
  readonly routes: ReturnType<typeof routesOf>;
  readonly held: ReadonlyMap<number, readonly WorkerCompetence[]>;
  readonly classes: ReadonlyMap<string, string>;
}

function basisOf(store: Store, on: IsoDate): Basis {
  const settings = store.settings.all();
  return {
    on,
    rules: registerRulesAt(settings, on),
    routes: routesOf(store, on),
    held: Map.groupBy(store.register.competences(), ({ worker_id }) => worker_id),
    classes: new Map(rateCardAt(settings, on).classes.map(({ id, name }) => [id, name])),
  };
}

function personRow(worker: Worker, { on, rules, routes, held }: Basis): PersonRow {
  const competences = held.get(worker.id) ?? [];
  return {
    ...worker,
    ...personPapers({ worker, competences }, rules, on),
    competences,
    routes: routes.worker(worker.id),
    there: isThere(worker, on),
  };
}

/** Papers and competences of a person. */
export function personPapers(
  of: { readonly worker: Worker; readonly competences: readonly WorkerCompetence[] },
  rules: RegisterRules,
  on: IsoDate,
): PaperState {
  const held = of.competences
    .filter(({ expires_on }) => expires_on !== null)
    .map(({ competence, expires_on }) => ({ item: competence, until: expires_on }));
  return paperState([...workerPapers(of.worker, rules), ...held], rules.ahead_days, on);
}

/** Papers of a vehicle. */
export function vehicleState(vehicle: Vehicle, rules: RegisterRules, on: IsoDate): PaperState {
  return paperState(vehiclePapers(vehicle, rules), rules.ahead_days, on);
}

function vehicleRow(vehicle: Vehicle, { on, rules, routes, classes }: Basis): VehicleRow {
  return {
    ...vehicle,
    ...vehicleState(vehicle, rules, on),
    class_name: classes.get(vehicle.vehicle_class) ?? vehicle.vehicle_class,
    routes: routes.vehicle(vehicle.id),
    there: isThere(vehicle, on),
  };
}

/** Every driver and assistant. */
export function peoplePage(store: Store, on: IsoDate): PeoplePage {
  const basis = basisOf(store, on);
  const rows = store.register.workers().map((worker) => personRow(worker, basis));
  return { on, ahead_days: basis.rules.ahead_days, rows };
}

/** Every vehicle. */
export function vehiclesPage(store: Store, on: IsoDate): VehiclesPage {
  const basis = basisOf(store, on);
  const rows = store.register.vehicles().map((vehicle) => vehicleRow(vehicle, basis));
  return { on, ahead_days: basis.rules.ahead_days, rows };
}

/** What runs out, with the routes that rest on it. */
export function runningOutPage(store: Store, on: IsoDate): RunningOutPage {
  const settings = store.settings.all();
  const rules = registerRulesAt(settings, on);
  const { register, contracts } = store;
  const routes = routesOf(store, on);
  const carried = new Map<string, number>();
  const refs = new Map(contracts.all().map(({ id, route_ref }) => [id, route_ref]));
  for (const { contract_id, left_on } of contracts.stops()) {
    const ref = refs.get(contract_id) ?? '';
    if (left_on === null) carried.set(ref, (carried.get(ref) ?? 0) + 1);
  }
  const book = {
    workers: register.workers(),
    competences: register.competences(),
    vehicles: register.vehicles(),
  };
  return {
    on,
    ahead_days: rules.ahead_days,
    source: settingAt(settings, 'running_out_days', on)?.source ?? '',
    rows: runningOut(book, rules, on).map((line) => {
      const own = (line.kind === 'worker' ? routes.worker(line.id) : routes.vehicle(line.id)).map(
        ({ route_ref }) => route_ref,
      );
      const unique = [...new Set(own)];
      return {
        ...line,
        routes: unique,
        clients: unique.reduce((sum, ref) => sum + (carried.get(ref) ?? 0), 0),
      };
    }),
  };
}

/** How many lines that list has, and how many of them are out of date. */
export function runningOutCount(
  store: Store,
  on: IsoDate,
): { readonly due: number; readonly out_of_date: number; readonly ahead_days: number } {
  const { register } = store;
  const rules = registerRulesAt(store.settings.all(), on);
  const book = {
    workers: register.workers(),
    competences: register.competences(),
    vehicles: register.vehicles(),
  };
  const lines = runningOut(book, rules, on);
  return {
    due: lines.length,
    out_of_date: lines.filter(({ days_left }) => days_left < 0).length,
    ahead_days: rules.ahead_days,
  };
}

/** What forms offer to choose from. */
export function registerChoices(store: Store, on: IsoDate): RegisterChoices {
  const settings = store.settings.all();
  const names = new Map<string, string>();
  const known = store.register.providers().map(({ name }) => name);
  for (const name of [...store.contracts.providers(), ...known])
    if (!names.has(providerKey(name))) names.set(providerKey(name), name);
  return {
    providers: [...names.values()].toSorted((a, b) => a.localeCompare(b, 'en-GB')),
    competences: [...new Set([...KNOWN_COMPETENCES, ...ownCompetencesAt(settings, on)])],
    classes: rateCardAt(settings, on).classes.map(({ id, name }) => ({ id, name })),
    districts: store.districts
      .all()
      .map(({ code, name }) => ({ code, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}

/** One provider with everything of its own; null where nothing names it. */
export function providerPage(store: Store, key: string, on: IsoDate): ProviderPage | null {
  const all = factsOf(store, on);
  const isOwn = ({ provider }: { readonly provider: string }): boolean =>
    providerKey(provider) === key;
  const workers = all.workers.filter(isOwn);
  const ids = new Set(workers.map(({ id }) => id));
  const facts: ProviderFacts = {
    ...all,
    providers: all.providers.filter((each) => each.key === key),
    fleets: all.fleets.filter(isOwn),
    workers,
    competences: all.competences.filter(({ worker_id }) => ids.has(worker_id)),
    vehicles: all.vehicles.filter(isOwn),
    contracts: all.contracts.filter(isOwn),
  };
  const row = providerRows(facts, on).find((each) => each.key === key);
  if (row === undefined) return null;
  const basis = basisOf(store, on);
  const districts = new Map(store.districts.all().map(({ code, name }) => [code, name]));
  const named = (codes: readonly string[]): readonly string[] =>
    codes.map((code) => districts.get(code) ?? code).toSorted();
  const routeOf = new Map(
    (store.plans.current()?.routes ?? []).map((route) => [route.contract_id, route.id]),
  );
  return {
    on,
    ahead_days: all.rules.ahead_days,
    row,
    provider: facts.providers[0] ?? null,
    fleet: facts.fleets.map((fleet) => ({
      ...fleet,
      class_name: basis.classes.get(fleet.vehicle_class) ?? fleet.vehicle_class,
      district_names: named(fleet.districts),
    })),
    contracts: facts.contracts
      .filter(({ ends_on }) => ends_on >= on)
      .map((contract) => ({
        ...contract,
        clients: store.contracts.stopsOf(contract.id).filter(({ left_on }) => left_on === null)
          .length,
        route_id: routeOf.get(contract.id) ?? null,
      }))
      .toSorted((a, b) => (a.route_ref < b.route_ref ? -1 : a.route_ref > b.route_ref ? 1 : 0)),
    people: workers.map((worker) => personRow(worker, basis)),
    vehicles: facts.vehicles.map((vehicle) => vehicleRow(vehicle, basis)),
    running_out: runningOut(facts, all.rules, on),
    district_names: named(facts.providers[0]?.districts ?? []),
  };
}
