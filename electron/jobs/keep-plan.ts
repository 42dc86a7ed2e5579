/** Writes a changed plan down as the one in use, audited whole by the records as they stand. */
import type { Change, Store } from '../../db/store.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { Plan, PlannedRoute, Unallocated } from '../../shared/model/plan.ts';
import { readPlanFacts } from './plan-facts.ts';
import type { PlanDesk } from './plan-desk.ts';

/** What the plan becomes, and the records that change with it in the same write. */
export interface KeptChange {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  /** What was done, for the history. */
  readonly sentence: string;
  /** Whom it is about; null for a route or a contract. */
  readonly client_id: number | null;
  /** Written before the plan: seats released, a contract handed back. */
  readonly records: () => void;
}

/** One write: records, then the plan. The history says both, and both are taken back together. */
export function keepPlan(
  store: Store,
  desk: PlanDesk,
  { routes, unallocated, records }: KeptChange,
  change: Change,
): Plan {
  const { plan, facts } = desk;
  return store.write(change, () => {
    records();
    const now = readPlanFacts(store, facts.on);
    const { id: _, status: __, ...head } = plan;
    const roads = plan.roads ?? '';
    const audit = auditPlan({ routes, unallocated, roads }, now);
    return store.plans.save({ ...head, routes, unallocated, audit });
  });
}
