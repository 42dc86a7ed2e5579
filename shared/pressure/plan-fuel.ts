/** Fuel, electricity and greenhouse gases of a plan's routes in a year, by vehicle class and speed. */
import { travelsInWheelchair } from '../casework/questions.ts';
import { fuelBook, type FuelBasis, type FuelBook } from '../costing/fuel-use.ts';
import { numberAt } from '../costing/read-settings.ts';
import type { PlannedRoute } from '../model/plan.ts';
import type { CostFacts } from './facts.ts';

/** Kilometres a year of a route: its morning distance (metres), so many times a day, on its days. */
export function kilometresAYear(distance_m: number, days: number, legs: number): number {
  return (distance_m / 1000) * legs * days;
}

/** A route's year on the road. */
export interface RouteFuel {
  readonly route_id: number;
  readonly route_ref: string;
  readonly vehicle_class: string;
  readonly runs_on: string;
  readonly basis: FuelBasis;
  /** Mean speed while moving, km/h; null where neither distance nor time is known. */
  readonly kmh: number | null;
  readonly km_year: number;
  readonly litres_year: number;
  readonly kwh_year: number;
  /** Kilograms; null where no factor is known. */
  readonly kg_co2e_year: number | null;
}

/** What reckons the fuel of routes, its settings read once. */
export interface FuelReckoner {
  readonly legs: number;
  readonly of: (route: PlannedRoute) => RouteFuel;
}

/** The settings in force, and how long boarding takes, so that standing is not taken for driving slowly. */
export function fuelReckoner(
  facts: Pick<CostFacts, 'settings' | 'on' | 'clients'>,
  book: FuelBook = fuelBook(facts.settings, facts.on),
): FuelReckoner {
  const { settings, on } = facts;
  const legs = numberAt(settings, 'fuel_legs_a_day', on);
  const walking = numberAt(settings, 'boarding_walking_s', on);
  const wheelchair = numberAt(settings, 'boarding_wheelchair_s', on);
  const boarding = (client_id: number): number => {
    const client = facts.clients.get(client_id);
    return client !== undefined && travelsInWheelchair(client) ? wheelchair : walking;
  };
  return {
    legs,
    of: (route) => {
      const standing = route.stops.reduce((sum, { client_id }) => sum + boarding(client_id), 0);
      const moving_s = route.duration_s - standing;
      const kmh = moving_s <= 0 || route.distance_m <= 0 ? null : (route.distance_m / moving_s) * 3.6; // prettier-ignore
      const use = book.perKm(route.vehicle_class, kmh);
      const km = kilometresAYear(route.distance_m, route.days_a_year, legs);
      return {
        route_id: route.id,
        route_ref: route.ref,
        vehicle_class: route.vehicle_class,
        runs_on: use.runs_on,
        basis: use.basis,
        kmh,
        km_year: km,
        litres_year: km * use.litres,
        kwh_year: km * use.kwh,
        kg_co2e_year: use.kg_co2e === null ? null : km * use.kg_co2e,
      };
    },
  };
}

/** A vehicle class of the plan, or all of it. */
export interface ClassFuel {
  readonly vehicle_class: string;
  readonly routes: number;
  readonly km_year: number;
  /** Mean speed while moving, weighted by kilometres, km/h; null where none is known. */
  readonly kmh: number | null;
  readonly runs_on: readonly string[];
  readonly litres_year: number;
  readonly kwh_year: number;
  readonly kg_co2e_year: number;
  /** Routes whose gases are not known and so not among them. */
  readonly without_co2e: number;
}

/** Sums of a plan's routes by vehicle class, the most litres first. */
export function fuelByClass(routes: readonly RouteFuel[]): readonly ClassFuel[] {
  return [...Map.groupBy(routes, ({ vehicle_class }) => vehicle_class)]
    .map(([vehicle_class, of]) => sumFuel(vehicle_class, of))
    .toSorted((a, b) => b.litres_year - a.litres_year || (a.vehicle_class < b.vehicle_class ? -1 : 1));
} // prettier-ignore

/** The sum of some routes. */
export function sumFuel(vehicle_class: string, routes: readonly RouteFuel[]): ClassFuel {
  const sum = (of: (route: RouteFuel) => number): number =>
    routes.reduce((total, route) => total + of(route), 0);
  const timed = routes.filter(({ kmh }) => kmh !== null);
  const km = timed.reduce((total, { km_year }) => total + km_year, 0);
  return {
    vehicle_class,
    routes: routes.length,
    km_year: sum(({ km_year }) => km_year),
    kmh: km === 0 ? null : timed.reduce((total, route) => total + (route.kmh ?? 0) * route.km_year, 0) / km,
    runs_on: [...new Set(routes.map(({ runs_on }) => runs_on))].toSorted(),
    litres_year: sum(({ litres_year }) => litres_year),
    kwh_year: sum(({ kwh_year }) => kwh_year),
    kg_co2e_year: sum(({ kg_co2e_year }) => kg_co2e_year ?? 0),
    without_co2e: routes.filter(({ kg_co2e_year }) => kg_co2e_year === null).length,
  };
} // prettier-ignore
