import type { IsoDate } from '../calendar/dates.ts';
import type { Month } from '../calendar/months.ts';

export const PRICE_INDICES = ['diesel', 'petrol', 'cpi', 'wage_floor'] as const;
/** What a clause follows: diesel or petrol at the pump (DESNZ), consumer prices (ONS), the adult wage floor. */
export type PriceIndex = (typeof PRICE_INDICES)[number];

/**
 * A clause by which a contract's price follows an index. `proportional`: the share of the price moves as the index does; `fixed`: the
 * share rises by a stated per cent for as long as the index is at the trigger or above (Norfolk County Council, April 2022: 14% on
 * a 13% share while petrol was at least 150p, six months).
 */
export interface IndexClause {
  readonly id: number;
  /** Names it for people, unique: the council's own reference or one made of provider, index and first day. */
  readonly ref: string;
  readonly provider: string;
  /** '' where it holds for all of the provider's contracts that have none of their own. */
  readonly contract_ref: string;
  readonly kind: 'proportional' | 'fixed';
  readonly index: PriceIndex;
  /** Per cent of the vehicle's price a day that follows the index: above 0, at most 100. */
  readonly share_percent: number;
  /** Of a fixed clause: per cent that the share rises by; else null. */
  readonly fixed_percent: number | null;
  /** The index of this month is what the price was set at; null: the month in which each contract's price was set. */
  readonly base_month: Month | null;
  /** The index is read so many months before the day's own month: 0 to 24. */
  readonly lag_months: number;
  /** Highest rise and largest fall of the price, per cent of it; null: none. */
  readonly cap_percent: number | null;
  readonly collar_percent: number | null;
  /** Nothing moves while the index is below; in the index's own unit (hundredths of a penny a litre, index points, pence an hour). */
  readonly trigger: number | null;
  /** Whether the price falls with the index, too. */
  readonly symmetric: boolean;
  /** The term, both days included; no last day where null. */
  readonly from_on: IsoDate;
  readonly to_on: IsoDate | null;
  /** Where it is written: the contract, a decision. */
  readonly source: string;
  /** Entered by mistake: it is kept and counts for nothing. */
  readonly withdrawn: boolean;
}
