/** What each tracked saving took off the price of each of its contracts; a contract that two savings name is never counted twice. */
import { addDays, type IsoDate } from '../calendar/dates.ts';
import type { Saving } from '../model/budget.ts';
import type { DayPrices, KnownContract } from './known-contract.ts';

/** One contract of one saving. A saving is what the price fell by: below 0 where it rose. */
export interface SavedPrice {
  readonly contract_id: number;
  readonly contract_ref: string;
  /** Name of the saving. */
  readonly saving: string;
  readonly from_on: IsoDate;
  /** A day's price on the day before. */
  readonly before: DayPrices;
  /** A day's price on the eve of the contract’s next saving; today's of the register where there is none. */
  readonly after: DayPrices;
}

/** Until when a contract's price changes count to a saving: `none` of them, where another saving of the same day has them; else up to the next saving's day, null: for good. */
export function countsUntil(
  saving: Saving,
  ref: string,
  savings: readonly Saving[],
): IsoDate | 'none' | null {
  const others = savings.filter((each) => each.id !== saving.id && each.contracts.some((other) => other.toUpperCase() === ref.toUpperCase())); // prettier-ignore
  if (others.some((each) => each.from_on === saving.from_on && each.id < saving.id)) return 'none';
  const later = others.map(({ from_on }) => from_on).filter((day) => day > saving.from_on);
  return later.toSorted()[0] ?? null;
}

/** Every saving on every contract that had a price the day before, in the order of their days. `contracts` by reference in upper case. */
export function savedPrices(
  savings: readonly Saving[],
  contracts: ReadonlyMap<string, KnownContract>,
): readonly SavedPrice[] {
  const found = savings.flatMap((saving) =>
    saving.contracts.flatMap((ref): readonly SavedPrice[] => {
      const known = contracts.get(ref.toUpperCase());
      const until = countsUntil(saving, ref, savings);
      const eve = addDays(saving.from_on, -1);
      if (known === undefined || until === 'none' || eve < known.first) return [];
      const { id, ref: contract_ref, price_day_pence, assistant_day_pence } = known.source.contract;
      const after = until === null ? { vehicle: price_day_pence, assistant: assistant_day_pence } : known.priceOn(addDays(until, -1)); // prettier-ignore
      return [{ contract_id: id, contract_ref, saving: saving.name, from_on: saving.from_on, before: known.priceOn(eve), after }]; // prettier-ignore
    }),
  );
  return found.toSorted(
    (a, b) =>
      a.contract_id - b.contract_id ||
      (a.from_on < b.from_on ? -1 : a.from_on > b.from_on ? 1 : a.saving < b.saving ? -1 : 1),
  );
}
