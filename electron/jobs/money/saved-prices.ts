/** What the tracked savings took off contracts, as the store has it: only the contracts that a saving names are read. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import { knownContract } from '../../../shared/money/known-contract.ts';
import { savedPrices, type SavedPrice } from '../../../shared/money/saved-prices.ts';
import { contractSource } from './money-facts.ts';

/** Every saving on every contract it names; none where nothing is tracked. */
export function readSavedPrices(
  store: Store,
  contracts: readonly Contract[],
  on: IsoDate,
): readonly SavedPrice[] {
  const savings = store.money.savings();
  if (savings.length === 0) return [];
  const named = new Set(savings.flatMap((saving) => saving.contracts.map((ref) => ref.toUpperCase()))); // prettier-ignore
  const sourceOf = contractSource(store, contracts);
  const known = contracts
    .filter(({ ref }) => named.has(ref.toUpperCase()))
    .flatMap((contract) => {
      const of = knownContract(sourceOf(contract), on, on);
      return of === null ? [] : [[contract.ref.toUpperCase(), of] as const];
    });
  return savedPrices(savings, new Map(known));
}
