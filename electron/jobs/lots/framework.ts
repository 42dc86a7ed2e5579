/** Providers that may be asked to bid: on the register, invited, or running a contract; found however they are spelt. */
import type { Store } from '../../../db/store.ts';
import { providerKey } from '../../../shared/intake/provider-name.ts';
import { compareText } from '../../../shared/service/lots/compare-text.ts';

/** One provider with the work it has. */
export interface FrameworkProvider {
  readonly name: string;
  readonly registered: boolean;
  /** Contracts in the register of contracts. */
  readonly contracts: number;
}

/** Every provider known, by name; of several spellings the register's, else the one met first. */
export function frameworkProviders(store: Store): readonly FrameworkProvider[] {
  const known = new Map<string, FrameworkProvider>();
  for (const { key, name } of store.register.providers())
    known.set(key, { name, registered: true, contracts: 0 });
  for (const { provider } of store.contracts.all()) {
    const key = providerKey(provider);
    if (key === '') continue;
    const each = known.get(key) ?? { name: provider.trim(), registered: false, contracts: 0 };
    known.set(key, { ...each, contracts: each.contracts + 1 });
  }
  return [...known.values()].toSorted((a, b) => compareText(a.name, b.name));
}

/** The name by which a provider is kept for a tender: as invited, else as the framework has it; null where it is on neither. */
export function knownName(store: Store, tender_id: number): (given: string) => string | null {
  const names = new Map(frameworkProviders(store).map(({ name }) => [providerKey(name), name]));
  for (const { provider } of store.lots.invitationsOf(tender_id))
    names.set(providerKey(provider), provider);
  // A bid sheet that was written before the provider was renamed comes back under the name it had.
  const called = store.providerNames.today();
  return (given) => names.get(providerKey(given)) ?? names.get(providerKey(called(given.trim()))) ?? null; // prettier-ignore
}
