/** A plan's year in the council's financial years, route by route by its school's own days. */
import type { IsoDate } from '../calendar/dates.ts';
import { financialYearName } from '../calendar/financial-year.ts';
import type { SchoolCalendars } from '../calendar/school-calendars.ts';
import {
  financialDays,
  financialPartsOf,
  splitToFinancial,
  type FinancialDays,
} from '../costing/financial-split.ts';
import { formatQuantity } from '../format/number.ts';
import type { Contract } from '../model/contract.ts';
import type { PlannedRoute } from '../model/plan.ts';
import type { CostFacts } from './facts.ts';

/** One financial year's part of the academic year's cost. */
export interface FinancialCost {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly pence: number;
  /** School days of the routes together, weighted by nothing: the days that the split rests on. */
  readonly route_days: number;
}

/** The parts, which add up to the plan's year exactly, and what was assumed. */
export interface FinancialYears {
  readonly parts: readonly FinancialCost[];
  readonly total_pence: number;
  readonly notes: readonly string[];
}

const NO_START = '0001-01-01';

/** Splits every route's year by its school's days. Schools and contracts' dates repeat, so each pair is counted once. */
export function financialYears(
  facts: Pick<CostFacts, 'plan' | 'year' | 'contracts'>,
  calendars: SchoolCalendars,
): FinancialYears {
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const known = new Map<string, FinancialDays>();
  const daysOf = (route: PlannedRoute, contract: Contract | null): FinancialDays => {
    const key = `${route.school_urn ?? ''} ${contract?.starts_on ?? ''} ${contract?.ends_on ?? ''}`;
    const found = known.get(key) ?? financialDays(route.school_urn, facts.year, { calendars, runs: contract });
    known.set(key, found);
    return found;
  };
  const parts = financialPartsOf(facts.year);
  const pence = parts.map(() => 0);
  const days = parts.map(() => 0);
  let assumed = 0;
  let undated = 0;
  for (const route of facts.plan.routes) {
    const contract = contracts.get(route.contract_id ?? 0) ?? null;
    const of = daysOf(route, contract);
    if (of.basis === 'working_days') assumed += 1;
    if (contract !== null && contract.starts_on <= NO_START) undated += 1;
    splitToFinancial(route.cost_year_pence, of).forEach((part, at) => {
      pence[at] = (pence[at] ?? 0) + part;
      days[at] = (days[at] ?? 0) + (of.days[at] ?? 0);
    });
  }
  return {
    parts: parts.map(({ year, from, to }, at) => ({ name: financialYearName(year), from, to, pence: pence[at] ?? 0, route_days: days[at] ?? 0 })),
    total_pence: pence.reduce((sum, each) => sum + each, 0),
    notes: [
      ...(assumed === 0 ? [] : [`No term dates are known for the schools of ${formatQuantity(assumed, 'route')}: weekdays from September to July that are no bank holiday stand in.`]),
      ...(undated === 0 ? [] : [`${formatQuantity(undated, 'contract')} ${undated === 1 ? 'has' : 'have'} no start: taken to run all year.`]),
    ],
  };
} // prettier-ignore
