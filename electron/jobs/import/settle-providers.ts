import { providerKey } from '../../../shared/intake/provider-name.ts';
import type { Store } from '../../../db/store.ts';

/** The spelling of every provider by key: the contracts' where they name it, else the register's, else what this import brings. */
export function providerNames(
  store: Pick<Store, 'contracts' | 'register'>,
  brought: readonly string[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const known = store.register.providers().map(({ name }) => name);
  for (const name of [...store.contracts.providers(), ...known, ...brought.toSorted()]) {
    const key = providerKey(name);
    if (key !== '' && !names.has(key)) names.set(key, name);
  }
  return names;
}

/**
 * Brings every record of the register to the one spelling of its provider, so that lists and contracts may come in any order. Inside the
 * import's transaction.
 */
export function settleProviders(store: Store): void {
  const { register } = store;
  const names = providerNames(store, []);
  const spelt = (given: string): string => names.get(providerKey(given)) ?? given;
  for (const { key, name } of register.providers())
    if (spelt(name) !== name) register.upsertProviders([{ key, name: spelt(name) }]);
  const workers = register.workers().filter(({ provider }) => spelt(provider) !== provider);
  register.upsertWorkers(workers.map(({ ref, provider }) => ({ ref, provider: spelt(provider) })));
  const vehicles = register.vehicles().filter(({ provider }) => spelt(provider) !== provider);
  register.upsertVehicles(
    vehicles.map(({ mark, provider }) => ({ mark, provider: spelt(provider) })),
  );
  const misspelt = register.fleets().filter(({ provider }) => spelt(provider) !== provider);
  const byClass = Map.groupBy(
    misspelt,
    ({ provider, vehicle_class }) => `${provider}\n${vehicle_class}`,
  );
  for (const rows of byClass.values()) {
    const [first] = rows;
    if (first === undefined) continue;
    const { provider, vehicle_class } = first;
    const there = register
      .fleets()
      .filter((each) => each.provider === spelt(provider) && each.vehicle_class === vehicle_class);
    register.setFleet(provider, vehicle_class, []);
    if (there.length === 0) register.setFleet(spelt(provider), vehicle_class, rows);
  }
}
