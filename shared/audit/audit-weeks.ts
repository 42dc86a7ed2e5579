import type { Violation } from '../model/plan.ts';
import type { AuditedPlan, AuditFacts } from './audit-facts.ts';
import { weeks } from './checks/weeks.ts';

/** What only the whole plan tells: a day missing from the routes looked at may be another route's. */
export const OF_THE_WHOLE_WEEK: ReadonlySet<string> = new Set([
  'days_missing',
  'fleet_short',
  'competence_short',
]);

/** Days on which these clients have no vehicle anywhere in the plan. */
export function missingDays(
  plan: AuditedPlan,
  facts: AuditFacts,
  client_ids: ReadonlySet<number>,
): readonly Violation[] {
  const routes = plan.routes.flatMap((route) => {
    const stops = route.stops.filter((stop) => client_ids.has(stop.client_id));
    return stops.length === 0 ? [] : [{ ...route, stops }];
  });
  return weeks({ ...plan, routes }, facts).filter(({ code }) => OF_THE_WHOLE_WEEK.has(code));
}
