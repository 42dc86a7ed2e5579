/** The budget of Costs > Budget as the years to come are held against it. */
import { calendarsOf } from '../../../db/client-facts.ts';
import type { Store } from '../../../db/store.ts';
import { isoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { transportBudget } from '../../../shared/money/transport-budget.ts';
import type { CostFacts } from '../../../shared/pressure/facts.ts';
import { budgetDays, type RecordedBudget } from '../../../shared/pressure/forecast/held-budget.ts';

/** Reads it for the plan that the facts are of. */
export function recordedBudget(
  store: Store,
  { plan, clients, year, on }: Pick<CostFacts, 'plan' | 'clients' | 'year' | 'on'>,
): RecordedBudget {
  const { money } = store;
  const carried = new Set(plan.routes.flatMap(({ stops }) => stops.map(({ client_id }) => client_id))); // prettier-ignore
  const budget = transportBudget({
    codes: money.codes(),
    budgets: money.budgets(),
    virements: money.virements(),
    clients: [...carried].map((id) => clients.get(id)),
    year,
    on,
    version_on: versionOn(store, on),
  });
  return { ...budget, days: budgetDays(year, calendarsOf(store)) };
}

/** The day of the last change to a budget, a virement or a code’s line. The invented county’s own day may lie before that on which it was made. */
function versionOn(store: Store, on: IsoDate): IsoDate | null {
  const [last] = store.history.page({ entity: 'budget' }, 0, 1).rows;
  if (last === undefined) return null;
  const day = isoDate(last.at.slice(0, 10));
  return day < on ? day : on;
}
