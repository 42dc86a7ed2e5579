/** The price of a contract that its clauses are applied to. */
import type { Contract } from '../../model/contract.ts';
import type { PriceIndex } from '../../model/index-clause.ts';
import type { IndexedPriceRow } from '../../model/price-series.ts';
import type { ClauseBase } from './clause-price.ts';
import { priceSetOn, type IndexedPrice } from './contract-clauses.ts';

/**
 * Where the register's price is one that was accepted by the clauses, the price before them; else the register's own. A price that was
 * varied or imported since is a price of its own, and the clauses count from it.
 */
export function clauseBaseOf(
  contract: Pick<Contract, 'id' | 'price_day_pence' | 'last_indexed_on' | 'starts_on'>,
  accepted: readonly IndexedPriceRow[],
): ClauseBase {
  const last = accepted.findLast(({ contract_id }) => contract_id === contract.id);
  return last !== undefined && last.price_pence === contract.price_day_pence
    ? { price_pence: last.base_pence, set_on: last.base_set_on }
    : { price_pence: contract.price_day_pence, set_on: priceSetOn(contract) };
}

/** Which of the forces behind a price an index is: what the bars of a changed cost are named by. */
const FORCE_OF: Readonly<Record<PriceIndex, 'fuel' | 'labour' | 'other'>> = {
  diesel: 'fuel',
  petrol: 'fuel',
  wage_floor: 'labour',
  cpi: 'other',
};

/** What clauses do to a price by force, pence a day; they add up to its change. */
export function forcesOf(price: IndexedPrice): {
  readonly fuel: number;
  readonly labour: number;
  readonly other: number;
} {
  const sums = { fuel: 0, labour: 0, other: 0 };
  for (const { clause, change_pence } of price.clauses)
    sums[FORCE_OF[clause.index]] += change_pence;
  return sums;
}
