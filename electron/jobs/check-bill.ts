import { attributeRoute, type Sharing } from '../../shared/costing/share-rule.ts';
import { formatPence } from '../../shared/format/money.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import type { PlanSummary } from '../../shared/api/views/plan.ts';
import type { Finding } from './check-store.ts';

/** The bill from the bottom up: lines make routes, shares make routes, routes make the day and the year. */
export function checkBill(plan: Plan, summary: PlanSummary, sharing: Sharing): Finding[] {
  const found = plan.routes.flatMap((route) => checkRoute(route, sharing));
  const day = sumPence(plan.routes.map((route) => route.cost_day_pence));
  const year = sumPence(plan.routes.map((route) => route.cost_year_pence));
  if (day !== summary.cost_day_pence) {
    found.push(differs('The plan’s day', summary.cost_day_pence, 'its routes', day));
  }
  if (year !== summary.cost_year_pence) {
    found.push(differs('The plan’s year', summary.cost_year_pence, 'its routes', year));
  }
  return found;
}

function checkRoute(route: PlannedRoute, sharing: Sharing): Finding[] {
  const found: Finding[] = [];
  const name = `Route ${route.ref}`;
  const lines = sumPence(route.cost.map((line) => line.pence));
  if (lines !== route.cost_day_pence) {
    found.push(differs(`${name}, a day`, route.cost_day_pence, 'its lines', lines));
  }
  const year = route.cost_day_pence * route.days_a_year;
  if (year !== route.cost_year_pence) {
    found.push(differs(`${name}, a year`, route.cost_year_pence, 'its days', year));
  }
  if (route.stops.length > 0) {
    const shares = sumPence(attributeRoute(route, sharing));
    if (shares !== route.cost_day_pence) {
      found.push(differs(`${name}, a day`, route.cost_day_pence, 'its clients’ shares', shares));
    }
  }
  return found;
}

function differs(what: string, is: number, parts: string, sum: number): Finding {
  return {
    code: 'bill_does_not_add_up',
    text: `${what} costs ${formatPence(is)}, but ${parts} come to ${formatPence(sum)}.`,
  };
}
