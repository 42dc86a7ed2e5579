import type { Store } from '../../db/store.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Plan, Violation } from '../../shared/model/plan.ts';
import { readPlanFacts } from './plan-facts.ts';

/** Audits the plan anew, against the records of today rather than those it was made from: its broken rules. */
export function checkPlan(store: Store, plan: Plan, on: IsoDate): readonly Violation[] {
  return auditPlan(plan, readPlanFacts(store, on)).violations.filter(
    (violation) => violation.severity === 'broken',
  );
}
