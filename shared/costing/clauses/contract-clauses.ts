/** A contract's price by all clauses that hold for it. */
import type { IsoDate } from '../../calendar/dates.ts';
import { formatPence } from '../../format/money.ts';
import { sumPence } from '../../kernel/units.ts';
import type { Contract } from '../../model/contract.ts';
import type { IndexClause } from '../../model/index-clause.ts';
import { clausePriceOn, type ClauseBase, type ClausePrice } from './clause-price.ts';
import type { IndexBook } from './index-book.ts';

/** A price on a day by every clause of a contract. Each moves the same base, so that what they do adds up. */
export interface IndexedPrice {
  readonly day: IsoDate;
  readonly base_pence: number;
  readonly price_pence: number;
  readonly change_pence: number;
  /** In the order of the list of clauses; their changes add up to change_pence. */
  readonly clauses: readonly ClausePrice[];
  readonly sentence: string;
  readonly gaps: readonly string[];
}

/** The clauses that hold for a contract: its own, and where it has none those of its provider. */
export function clausesOf(
  contract: Pick<Contract, 'ref' | 'provider'>,
  clauses: readonly IndexClause[],
): readonly IndexClause[] {
  const live = clauses.filter(({ withdrawn }) => !withdrawn);
  const own = live.filter(({ contract_ref }) => contract_ref === contract.ref);
  if (own.length > 0) return own;
  return live.filter(
    ({ contract_ref, provider }) => contract_ref === '' && provider === contract.provider,
  );
}

/** The price on a day by clauses that hold together. */
export function indexedPriceOn(
  clauses: readonly IndexClause[],
  base: ClauseBase,
  at: { readonly day: IsoDate; readonly book: IndexBook },
): IndexedPrice {
  const prices = clauses.map((clause) => clausePriceOn(clause, base, at));
  const change = sumPence(prices.map(({ change_pence }) => change_pence));
  const [only] = prices;
  const sentence =
    prices.length === 1 && only !== undefined
      ? only.sentence
      : prices.length === 0
        ? `${formatPence(base.price_pence)} a day: no clause holds.`
        : `${formatPence(base.price_pence)} a day becomes ${formatPence(base.price_pence + change)} by ${prices.length} clauses, each on the price before them.`;
  return {
    day: at.day,
    base_pence: base.price_pence,
    price_pence: base.price_pence + change,
    change_pence: change,
    clauses: prices,
    sentence,
    gaps: [...new Set(prices.flatMap(({ gaps }) => gaps))],
  };
}

/** When a contract's price was set: last indexed, else its start; null where it has no dates. */
export function priceSetOn({
  last_indexed_on,
  starts_on,
}: Pick<Contract, 'last_indexed_on' | 'starts_on'>): IsoDate | null {
  if (last_indexed_on !== null) return last_indexed_on;
  return starts_on <= '0001-01-01' ? null : starts_on;
}
