/** What tracked savings took off the prices of clients carried on both sides: out of *retender* and *assistants*, into *savings*. */
import type { SavedPrice } from '../../money/saved-prices.ts';
import type { CarriedRow, CostSide, SplitBasis } from './carried.ts';

/** A client's share of what one saving took off one contract, over the later side; whole pence, above 0 where it is cheaper. */
export interface SavedShare {
  readonly client_id: number;
  readonly of: SavedPrice;
  /** The client's share of the route times its days on the later side. */
  readonly vehicle_days: number;
  readonly vehicle_pence: number;
  readonly assistant_pence: number;
}

/** What counts of a group's rows on the later side. */
export type SavedOf = (second: readonly CarriedRow[]) => readonly SavedShare[];

/**
 * A saving counts between a side at the register's price of the year before and one at today's: where it began after the earlier side's first
 * day and not after the later side's last one. It is the day's saving times the days of the later side; where a contract's price is the same
 * on both sides nothing of it is seen, so nothing counts. What savings did to joiners' cost is in their own bar.
 */
export function savedBetween(from: CostSide, to: CostSide, { saved = [] }: SplitBasis): SavedOf {
  const counting = from.priced === 'before' && to.priced === 'today' ? saved.filter(({ from_on }) => from_on > from.from_on && from_on <= to.to_on) : []; // prettier-ignore
  if (counting.length === 0) return () => [];
  const byContract = Map.groupBy(counting, ({ contract_id }) => contract_id);
  const seen = new Set(from.rows.map(priceKey));
  return (second) =>
    second.flatMap((row) => {
      const of = byContract.get(row.contract_id ?? 0) ?? [];
      if (of.length === 0 || seen.has(priceKey(row))) return [];
      return of.map((each): SavedShare => ({
        client_id: row.client_id,
        of: each,
        vehicle_days: row.vehicle_days,
        vehicle_pence: Math.round((each.before.vehicle - each.after.vehicle) * row.vehicle_days) + 0, // prettier-ignore
        assistant_pence: Math.round((each.before.assistant - each.after.assistant) * row.vehicle_days) + 0, // prettier-ignore
      }));
    });
}

/** A contract and what a whole vehicle's day of it costs, whole pence. */
function priceKey({ contract_id, pence, vehicle_days }: CarriedRow): string {
  return `${contract_id ?? 0} ${vehicle_days === 0 ? 0 : Math.round(pence / vehicle_days)}`;
}
