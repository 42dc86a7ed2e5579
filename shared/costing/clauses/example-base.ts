/** A round price that shows what a clause does. */
import type { Contract } from '../../model/contract.ts';
import type { IndexClause } from '../../model/index-clause.ts';
import type { ClauseBase } from './clause-price.ts';

/** £100.00. */
const HUNDRED_POUNDS = 10_000;

/** £100.00 set when most of the clause's contracts were, since a clause without a base month counts from there. */
export function exampleBase(clause: IndexClause, of: readonly Contract[]): ClauseBase {
  const base = { price_pence: HUNDRED_POUNDS, set_on: null };
  if (clause.base_month !== null || clause.kind === 'fixed') return base;
  const days = of.map((contract) => contract.last_indexed_on ?? contract.starts_on);
  const counts = Map.groupBy(days, (day) => day);
  const [most] = [...counts].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? 1 : -1));
  return most === undefined || most[0] <= '0001-01-01' ? base : { ...base, set_on: most[0] };
}
