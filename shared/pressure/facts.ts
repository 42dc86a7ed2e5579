import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import type { SchoolWays } from '../eligibility/nearer-schools.ts';
import type { Position } from '../geo/position.ts';
import type { Client } from '../model/client.ts';
import type { IndexClause } from '../model/index-clause.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import type { CpiMonth, FuelPrice, Setting, WageFloor } from '../model/money.ts';
import type { IndexedPriceRow } from '../model/price-series.ts';
import type { Plan } from '../model/plan.ts';
import type { SavedPrice } from '../money/saved-prices.ts';
import type { District, School } from '../model/school.ts';

/** Everything that the cost pressure rests on, read from the store in one go. Nothing here is written back. */
export interface CostFacts {
  /** The day the figures are made for. */
  readonly on: IsoDate;
  readonly year: AcademicYear;
  readonly last_year: AcademicYear;
  readonly plan: Plan;
  readonly clients: ReadonlyMap<number, Client>;
  readonly schools: ReadonlyMap<number, School>;
  readonly districts: ReadonlyMap<string, District>;
  readonly contracts: readonly Contract[];
  readonly stops: readonly ContractStop[];
  readonly settings: readonly Setting[];
  /** Prices accepted by index clauses, in the order of acceptance; absent where none was. */
  readonly indexed?: readonly IndexedPriceRow[];
  /** Index clauses of providers and contracts; absent where none is kept. */
  readonly clauses?: readonly IndexClause[];
  /** Who signed each price accepted by clauses, by the number of its event. */
  readonly accepted_by?: ReadonlyMap<number, { readonly by: string; readonly on: IsoDate }>;
  /** What savings took off the prices of contracts; absent where none is tracked. */
  readonly saved?: readonly SavedPrice[];
  /** Weekly pump prices, oldest first. */
  readonly fuel: readonly FuelPrice[];
  /** Wage floors by date and age, oldest first. */
  readonly wages: readonly WageFloor[];
  /** Consumer price index by month, oldest first. */
  readonly cpi: readonly CpiMonth[];
  /** The road network that is loaded; absent where none is: distances are then estimated from straight lines. */
  readonly roads?: RoadMeasure;
}

/** Lengths of the fastest ways by car from homes to schools. */
export interface RoadMeasure {
  /** The network's file and days, in words. */
  readonly source: string;
  readonly from: (home: Position) => SchoolWays;
}
