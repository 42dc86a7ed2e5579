import type { IsoDate } from '../calendar/dates.ts';

/** Weekly road fuel price, tenths of pence would lose precision: hundredths of a penny a litre, whole. */
export interface FuelPrice {
  readonly week_on: IsoDate;
  /** Hundredths of a penny a litre: 140.71 p/l is 14071. */
  readonly petrol: number;
  readonly diesel: number;
}

/** A monthly price index value (ONS D7BT, 2015 = 100). `month` is `YYYY-MM`. */
export interface CpiMonth {
  readonly month: string;
  readonly index: number;
}

/** Wage floor from a date for an age band [min_age, max_age). */
export interface WageFloor {
  readonly from_on: IsoDate;
  readonly min_age: number;
  readonly max_age: number;
  readonly pence_an_hour: number;
}

/**
 * One editable, dated, sourced figure. `value` is JSON: a number or an object such as the rate card.
 * `estimated` marks an engineering assumption, shown as `est.` wherever a figure rests on it.
 */
export interface Setting {
  readonly key: string;
  readonly from_on: IsoDate;
  readonly value: unknown;
  readonly unit: string;
  readonly label: string;
  readonly source: string;
  readonly estimated: boolean;
}

/** A vehicle class of the rate card. Money in pence: `fixed` a day, `per_km` a morning kilometre, both for the whole school day. */
export interface VehicleClass {
  readonly id: string;
  readonly name: string;
  /** Alternative layouts, the first is the usual one: seats for clients and assistants, wheelchair spaces. */
  readonly layouts: readonly { readonly seats: number; readonly wheelchairs: number }[];
  readonly fixed_pence: number;
  readonly per_km_pence: number;
  /** Pence a morning hour from the first pick-up to the school, for the whole school day; absent: none. */
  readonly per_hour_pence?: number;
  /** The vehicle costs at least so much a day, assistants apart, pence; absent: no minimum but the fixed part. */
  readonly minimum_pence?: number;
  /** Metres a day paid for before the first pick-up; absent: as the setting for all classes says. */
  readonly dead_mileage_m?: number;
}

/** What a day's transport costs: pence. */
export interface RateCard {
  readonly classes: readonly VehicleClass[];
  readonly assistant_pence: number;
}
