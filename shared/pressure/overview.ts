/** The cost pressure in one piece, for the screen and for the papers. */
import type { AcademicYear } from '../calendar/dates.ts';
import type { CostLine } from '../model/plan.ts';
import { routesDistancesWord, type DistancesWord } from '../model/plan-distances.ts';
import { listAssumptions, type AssumptionLine } from './assumptions.ts';
import { explainChange, type Change, type ChangeBar } from './change.ts';
import type { CostFacts } from './facts.ts';
import { reckonFuel, type FuelReckoning } from './fuel.ts';
import { headlineOf } from './headline.ts';
import { buildLedger, type Ledger } from './ledger.ts';
import {
  judgePlacements,
  sumPlacements,
  type ClientPlacement,
  type PlacementPressure,
} from './placement.ts';

/** A line of the itemised bill; lines add up to the plan's cost. */
export interface BillLine {
  readonly key: CostLine['kind'];
  readonly label: string;
  readonly day_pence: number;
  readonly year_pence: number;
  readonly estimated: boolean;
}

/** Everything that the costs screen and the cost pressure summary show. */
export interface Overview {
  readonly year: AcademicYear;
  readonly last_year: AcademicYear;
  readonly lines: readonly BillLine[];
  readonly cost_day_pence: number;
  /** Of the routes, this year and last. */
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
  /** What is recorded beside the routes (policy, savings, income, one-offs in no route's price), this year and last. */
  readonly beside_pence: number;
  readonly last_beside_pence: number;
  /** The whole change, routes and beside them: what the bars add up to. */
  readonly pressure_pence: number;
  readonly clients: number;
  readonly per_client_pence: number;
  readonly waterfall: readonly ChangeBar[];
  readonly headline: string;
  readonly placement: PlacementPressure;
  readonly fuel: FuelReckoning;
  readonly assumptions: readonly AssumptionLine[];
  readonly distance_basis: 'estimated' | 'road';
  /** How the plan's distances were had, for a heading. */
  readonly distances: DistancesWord;
  /** The network they were measured on, its file and days; '' where they are estimated. */
  readonly roads: string;
  readonly change: Change;
}

/** Reckons everything; some 10 ms a thousand clients. */
export function makeOverview(
  facts: CostFacts,
  ledger: Ledger = buildLedger(facts),
  placements: readonly ClientPlacement[] = judgePlacements(facts, ledger),
): Overview {
  const change = explainChange(facts, ledger);
  const clients = change.clients_now;
  return {
    year: facts.year,
    last_year: facts.last_year,
    lines: billLines(facts),
    cost_day_pence: ledger.cost_day_pence,
    cost_year_pence: ledger.cost_year_pence,
    last_year_pence: ledger.last_year_pence,
    beside_pence: change.split.adjusted.to_pence,
    last_beside_pence: change.split.adjusted.from_pence,
    pressure_pence: change.split.to_pence - change.split.from_pence,
    clients,
    per_client_pence: clients === 0 ? 0 : Math.round(ledger.cost_year_pence / clients),
    waterfall: change.bars,
    headline: headlineOf(change),
    placement: sumPlacements(facts, placements),
    fuel: reckonFuel(facts),
    assumptions: listAssumptions(facts, change),
    distance_basis: facts.plan.distance_basis,
    distances: routesDistancesWord(facts.plan.routes),
    roads: facts.plan.roads ?? '',
    change,
  };
}

const BILL: readonly (readonly [CostLine['kind'], string])[] = [
  ['contract', 'Running contracts, vehicles'],
  ['contract_assistant', 'Running contracts, assistants'],
  ['variation', 'Stops added to running contracts'],
  ['fixed', 'New routes, fixed part'],
  ['distance', 'New routes, distance'],
  ['dead_mileage', 'New routes, dead mileage'],
  ['time', 'New routes, time'],
  ['minimum', 'New routes, up to the minimum'],
  ['assistant', 'Assistants added by the plan'],
];

/** The bill by kind of line, in the order above; kinds that do not occur are left out. */
export function billLines(facts: CostFacts): BillLine[] {
  const sums = new Map(BILL.map(([kind]) => [kind, { day: 0, year: 0, estimated: false, n: 0 }]));
  for (const route of facts.plan.routes) {
    for (const line of route.cost) {
      const sum = sums.get(line.kind);
      if (sum === undefined) continue;
      sum.day += line.pence;
      sum.year += line.pence * route.days_a_year;
      sum.estimated ||= line.estimated;
      sum.n += 1;
    }
  }
  return BILL.flatMap(([key, label]) => {
    const sum = sums.get(key);
    if (sum === undefined || sum.n === 0) return [];
    return [{ key, label, day_pence: sum.day, year_pence: sum.year, estimated: sum.estimated }];
  });
}
