/** What the plan in use adds to a year that no confirmed contract carries yet. Shown apart: nobody is bound to it. */
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { spanOf, type Period } from '../calendar/financial-year.ts';
import type { BudgetLine } from '../model/budget.ts';
import type { StandDownRule } from '../model/year.ts';
import type { Contract } from '../model/contract.ts';
import { addTo, yearMoney, type LineSharing } from './contract-money.ts';
import type { DaysReader } from './days-run.ts';
import type { PlanRouteSource } from './money-facts.ts';

/** A route with what it adds. */
export interface PlanAdd {
  readonly ref: string;
  readonly days: number;
  readonly pence: number;
  readonly lines: ReadonlyMap<BudgetLine, number>;
}

/** The days that the plan is for. */
export interface PlanDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly on: IsoDate;
}

const NO_RULE: StandDownRule = { days_before: 1, by_s: 0, share_percent: 100 };

/** Every route that goes on no confirmed contract, from the plan's first day, or the period's end where that is later, to 31 March. */
export function planAdds(
  routes: readonly PlanRouteSource[],
  { from, to, on }: PlanDays,
  period: Period,
  { reader, sharing }: { readonly reader: DaysReader; readonly sharing: LineSharing },
): readonly PlanAdd[] {
  const after = addDays(spanOf(period).to, 1);
  const first = after > from ? after : from;
  return routes.flatMap((route): PlanAdd[] => {
    const contract: Pick<Contract, 'id' | 'ref' | 'provider' | 'starts_on' | 'ends_on' | 'price_day_pence' | 'assistant_day_pence' | 'school_urn' | 'last_indexed_on'> = {
      id: 0, ref: route.ref, provider: '', starts_on: first, ends_on: to, last_indexed_on: null,
      price_day_pence: route.day_pence - route.assistant_pence, assistant_day_pence: route.assistant_pence, school_urn: route.school_urn,
    }; // prettier-ignore
    const running = { contract, riders: route.riders, last_day: null, rule: NO_RULE, prices: [] };
    const days = reader.read({ running, days_a_year: route.days_a_year, first }, on);
    const prices = { vehicle: contract.price_day_pence, assistant: route.assistant_pence };
    const money = yearMoney(
      days,
      { priceOn: () => prices, price_days: [] },
      route.riders,
      period,
      sharing,
    );
    if (money.total_pence === 0) return [];
    return [{ ref: route.ref, days: money.days_run + money.days_left, pence: money.total_pence, lines: money.total }]; // prettier-ignore
  });
}

/** All of it by line. */
export function addsByLine(adds: readonly PlanAdd[]): ReadonlyMap<BudgetLine, number> {
  const lines = new Map<BudgetLine, number>();
  for (const add of adds) for (const [line, pence] of add.lines) addTo(lines, line, pence);
  return lines;
}
