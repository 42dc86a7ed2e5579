/** One side of a comparison of cost: who was carried, on what, for how much. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { AdjustedBar, AdjustmentKind } from '../../costing/adjustment-settings.ts';
import type { RateCard } from '../../model/money.ts';
import type { SavedPrice } from '../../money/saved-prices.ts';

/** A client's share of one route over one side's period. */
export interface CarriedRow {
  readonly client_id: number;
  /** Unique reference number of the school; null where the register's school is not known. */
  readonly school_urn: number | null;
  readonly provider: string;
  /** Reference of the route. */
  readonly route_ref: string;
  /** Of the rate card, or as the contract words it. */
  readonly vehicle_class: string;
  /** The client's share of what the route costs in the period, whole pence. */
  readonly pence: number;
  /** How much of it pays for passenger assistants; not rounded. */
  readonly assistant_pence: number;
  /** Days carried in the period; a day of one leg is half a day. */
  readonly days: number;
  /** The client's share of the route, 0 to 1, times the days that the route runs. */
  readonly vehicle_days: number;
  /** Clients who share the route, this one included. */
  readonly aboard: number;
  /** Length of the morning run, metres. */
  readonly route_m: number;
  /** Carried in only a part of the period that the others are carried in. */
  readonly part_year: boolean;
  /** The day whose prices of fuel and labour the route's price holds. */
  readonly priced_on: IsoDate;
  /** Fuel's share of the vehicle's price, 0 to 1, where the contract states one. */
  readonly fuel_share: number | null;
  /** What the contract's index clauses did to its price, accepted and signed; absent where the price is not one of theirs. */
  readonly indexed?: IndexedRise;
  /** The contract whose price it is; absent where the rate card's is. */
  readonly contract_id?: number;
  /** Prices that a scenario assumes in place of those of `priced_on`; null where today's is not known. */
  readonly assumed?: AssumedPrices;
}

/** Prices of a scenario, and what they make of the shares of a vehicle's price, 0 to 1. */
export interface AssumedPrices extends Readonly<Record<PriceName, number | null>> {
  readonly fuel_share: number;
  readonly driver_share: number;
}

/** What `SplitBasis` tells on a day. */
export type PriceName = 'diesel' | 'wage' | 'cpi';

/** Rises of a vehicle's price by clause, fractions of the price before them. */
export interface IndexedRise {
  readonly fuel: number;
  readonly labour: number;
  readonly other: number;
}

/** Everybody carried in a year, a month, under a plan or a scenario. */
export interface CostSide {
  /** `2026-27`, `plan 12`: unique among the sides that can be compared. */
  readonly key: string;
  /** As people read it, such as `2025/26`. */
  readonly label: string;
  /** First day of the period: of two sides the earlier one is the base, so that turning them round turns the signs round. */
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  /** Contracts at the register's price of the year before, or at today's, which holds every saving that has begun. */
  readonly priced: 'before' | 'today';
  readonly rows: readonly CarriedRow[];
  /** Routes that carry nobody, whole pence. */
  readonly nobody_pence: number;
  /** The same, each by itself; absent where there are none. */
  readonly nobody?: readonly { readonly route_ref: string; readonly pence: number }[];
  /** Who is to be carried and has no route. */
  readonly waiting: ReadonlySet<number>;
  /** Policy, savings, income and one-offs that fall in the period; absent: none are recorded. */
  readonly adjusted?: readonly AdjustedPart[];
}

/** An adjustment's part of one side, whole pence; of a scenario also who joins or leaves, of whom nobody knows a name. */
export interface AdjustedPart {
  readonly kind: AdjustmentKind | 'joiners' | 'leavers';
  readonly within: AdjustedBar;
  readonly pence: number;
  /** What it is, as it was recorded; the same on both sides. */
  readonly label: string;
  /** How it was reckoned on this side. */
  readonly note: string;
  /** Clients behind it, below 0 where they are taken off; absent: of no client. */
  readonly clients?: number;
}

/** What both sides are measured by. */
export interface SplitBasis {
  /** Says how much of a vehicle's price goes by the day and how much by the kilometre. */
  readonly card: RateCard;
  /** What a vehicle contract pays for, shares of 1: the driver and fuel; the rest is other prices. */
  readonly driver_share: number;
  readonly fuel_share: number;
  /** Diesel, hundredths of a penny a litre; null where it is not known. */
  readonly diesel: (on: IsoDate) => number | null;
  /** The adult wage floor, pence an hour. */
  readonly wage: (on: IsoDate) => number | null;
  /** The consumer price index, any base. */
  readonly cpi: (on: IsoDate) => number | null;
  /** What the tracker's savings took off the prices of contracts, in the order of their days; absent: no saving is tracked. */
  readonly saved?: readonly SavedPrice[];
}

/** The price that a row's own price holds: assumed by a scenario, else of its day. */
export function priceBehind(row: CarriedRow, name: PriceName, basis: SplitBasis): number | null {
  return row.assumed === undefined ? basis[name](row.priced_on) : row.assumed[name];
}

/** Pence of one side: its routes, and what is adjusted beside them. */
export function sidePence(side: CostSide): number {
  return side.rows.reduce((sum, row) => sum + row.pence, side.nobody_pence + besidePence(side));
}

/** What is adjusted beside the routes, in no route's price. */
export function besidePence({ adjusted = [] }: CostSide): number {
  return adjusted.reduce((sum, { within, pence }) => (within === 'none' ? sum + pence : sum), 0);
}

/** What of a row's vehicle price pays for fuel and for the driver, 0 to 1; the rest is other prices. */
export function sharesOf(
  { fuel_share, assumed }: Pick<CarriedRow, 'fuel_share' | 'assumed'>,
  basis: Pick<SplitBasis, 'fuel_share' | 'driver_share'>,
): { readonly fuel: number; readonly driver: number } {
  if (assumed !== undefined) return { fuel: assumed.fuel_share, driver: assumed.driver_share };
  const fuel = fuel_share ?? basis.fuel_share;
  // A contract that states a dearer share of fuel leaves less for the driver.
  const driver = basis.fuel_share >= 1 ? 0 : basis.driver_share * ((1 - fuel) / (1 - basis.fuel_share)); // prettier-ignore
  return { fuel, driver };
}
