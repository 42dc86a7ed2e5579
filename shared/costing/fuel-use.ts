/** Fuel, electricity and greenhouse gases of a vehicle by its class and speed. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Setting } from '../model/money.ts';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import {
  ELECTRIC,
  isFactor,
  isFactors,
  isFuelCurves,
  isFuelOfClass,
  type FuelCurve,
} from './fuel-settings.ts';
import { isShares, litresPer100Km, read } from './read-settings.ts';

/** Speeds that the curves are used for, km/h [A]: below and above they would bend away from anything driven. */
export const LEAST_KMH = 10;
export const MOST_KMH = 120;

/** Litres a kilometre at a speed, km/h. TAG data book, May 2023, A1.3.8. */
export function litresPerKm({ a, b, c, d }: FuelCurve, kmh: number): number {
  return a / kmh + b + c * kmh + d * kmh * kmh;
}

/** Where a figure of fuel use is from. */
export type FuelBasis = 'curve' | 'own_figure' | 'electric';

/** What a kilometre of a vehicle takes. */
export interface KilometreUse {
  /** Name of the curve, or `electric_car`. */
  readonly runs_on: string;
  readonly basis: FuelBasis;
  /** The speed used, km/h, within the curves' range. */
  readonly kmh: number;
  readonly litres: number;
  readonly kwh: number;
  /** null where no factor is known: electricity has none here. */
  readonly kg_co2e: number | null;
}

/** The settings of fuel use in force on a day, read once. */
export interface FuelBook {
  /** A vehicle of a class at a mean speed, km/h; a speed that is not known is 40. */
  readonly perKm: (vehicle_class: string, kmh: number | null) => KilometreUse;
}

/** Speed taken where a route's is not known: the one at which the data book's curves are usually quoted [A]. */
export const USUAL_KMH = 40;

/** Reads the settings of fuel use. A council's own litres per 100 km of a class go before the curve. */
export function fuelBook(settings: readonly Setting[], on: IsoDate): FuelBook {
  const curves = read(settings, 'fuel_curves', on, isFuelCurves);
  const kinds = read(settings, 'fuel_of_class', on, isFuelOfClass);
  const perKmFactors = read(settings, 'co2e_kg_per_km', on, isFactors);
  const perLitre = read(settings, 'co2e_kg_per_litre', on, isFactor);
  const electric = read(settings, 'electric_kwh_per_km', on, isFactor);
  const own = ownLitres(settings, on);
  return {
    perKm: (vehicle_class, speed) => {
      const kmh = Math.min(MOST_KMH, Math.max(LEAST_KMH, speed ?? USUAL_KMH));
      const runs_on = kinds[vehicle_class] ?? DEFAULT_KIND;
      if (runs_on === ELECTRIC)
        return { runs_on, basis: 'electric', kmh, litres: 0, kwh: electric, kg_co2e: null };
      const curve = curves[runs_on];
      const figure = own.get(vehicle_class);
      const fallback = litresPer100Km(settings, on, vehicle_class) / 100;
      const litres = figure !== undefined ? figure / 100 : curve === undefined ? fallback : Math.max(0, litresPerKm(curve, kmh));
      const basis: FuelBasis = figure !== undefined || curve === undefined ? 'own_figure' : 'curve';
      // A factor a kilometre is of the usual use of its kind; litres of one's own give off what litres do.
      const factor = basis === 'curve' ? perKmFactors[runs_on] : undefined;
      return { runs_on, basis, kmh, litres, kwh: 0, kg_co2e: factor ?? litres * perLitre };
    },
  }; // prettier-ignore
}

/** What a class is taken to run on that the setting does not name: the thirstiest that carries children daily [A]. */
const DEFAULT_KIND = 'diesel_van';

/** Litres per 100 km that the council gave itself: those that differ from what Kerbside began with. */
export function ownLitres(settings: readonly Setting[], on: IsoDate): ReadonlyMap<string, number> {
  const given = read(settings, 'fuel_litres_per_100km', on, isShares);
  const began = read(DEFAULT_SETTINGS, 'fuel_litres_per_100km', on, isShares);
  return new Map(Object.entries(given).filter(([name, value]) => began[name] !== value));
}
