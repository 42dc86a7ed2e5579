/** The register of providers as the screens draw it. */
import type { ProviderPage, ProvidersPage } from '../../shared/api/views/register.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import { providerKey } from '../../shared/intake/provider-name.ts';
import { providerRows, type ProviderFacts } from '../../shared/service/register/provider-rows.ts';
import { registerRulesAt } from '../../shared/service/register/rules.ts';
import { runningOut } from '../../shared/service/register/running-out.ts';
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

/** One provider with everything of its own; null where nothing names it. */
export function providerPage(store: Store, key: string, on: IsoDate): ProviderPage | null {
  const all = factsOf(store, on);
  const isOwn = ({ provider }: { readonly provider: string }): boolean =>
    providerKey(provider) === key;
  const workers = all.workers.filter(isOwn);
  const ids = new Set(workers.map(({ id }) => id));
  const competences = all.competences.filter(({ worker_id }) => ids.has(worker_id));
  const contracts = all.contracts.filter((each) => isOwn(each) && each.ends_on >= on);
  const facts: ProviderFacts = {
    ...all,
    providers: all.providers.filter((each) => each.key === key),
    fleets: all.fleets.filter(isOwn),
    workers,
    competences,
    vehicles: all.vehicles.filter(isOwn),
    contracts: all.contracts.filter(isOwn),
  };
  const row = providerRows(facts, on).find((each) => each.key === key);
  if (row === undefined) return null;
  const held = Map.groupBy(competences, ({ worker_id }) => worker_id);
  const districts = new Map(store.districts.all().map(({ code, name }) => [code, name]));
  const named = (codes: readonly string[]): readonly string[] =>
    codes.map((code) => districts.get(code) ?? code).toSorted();
  const { classes } = rateCardAt(store.settings.all(), on);
  return {
    on,
    ahead_days: all.rules.ahead_days,
    row,
    provider: facts.providers[0] ?? null,
    fleet: facts.fleets.map((fleet) => ({
      ...fleet,
      class_name: classes.find(({ id }) => id === fleet.vehicle_class)?.name ?? fleet.vehicle_class,
      district_names: named(fleet.districts),
    })),
    contracts: contracts
      .map((contract) => ({
        ...contract,
        clients: store.contracts.stopsOf(contract.id).filter(({ left_on }) => left_on === null)
          .length,
      }))
      .toSorted((a, b) => (a.route_ref < b.route_ref ? -1 : a.route_ref > b.route_ref ? 1 : 0)),
    workers: workers.map((worker) => ({ ...worker, competences: held.get(worker.id) ?? [] })),
    vehicles: facts.vehicles,
    running_out: runningOut(facts, all.rules, on),
    district_names: named(facts.providers[0]?.districts ?? []),
  };
}
