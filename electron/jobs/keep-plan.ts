/** Puts a change by hand into the plan in use: with its records in one write, and taken back together. */
import type { Change, Store } from '../../db/store.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { auditEdited, touchedBy } from '../../shared/edits/audit-edited.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan, PlannedRoute, Unallocated } from '../../shared/model/plan.ts';
import { readPlanFacts } from './plan-facts.ts';
import type { PlanDesk } from './plan-desk.ts';

/** What the plan becomes, and the records that change with it. */
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

/**
 * Writes it down. An approved plan becomes a draft first, in a write of its own, so that the change itself can be undone; a frozen one is
 * refused.
 */
export function keepPlan(
  store: Store,
  desk: PlanDesk,
  kept: KeptChange,
  change: Change,
): Result<Plan> {
  const { plan } = desk;
  const frozen = store.trials.summary(plan.id)?.frozen ?? null;
  if (frozen !== null)
    return fail(
      'plan_frozen',
      `The plan was frozen by ${frozen.by}.`,
      'Copy it as a trial and work on that, or make a new plan.',
    );
  if (plan.status === 'approved') {
    // Whoever stands at the gate is asked before the approval is touched.
    tryWrite(store, change, () => keepIn(store, desk, kept));
    const { notices: _notices, ...plain } = change;
    store.write(plain, () => {
      store.trials.withdrawApproval(plan.id, change.who, kept.sentence);
    });
  }
  // A plan that was up to date is so afterwards: what its own change wrote is in it.
  const isCurrent = store.plans.stale().length === 0;
  return ok(
    store.write(change, () => {
      const { after, facts } = keepIn(store, desk, kept);
      if (isCurrent) store.trials.keepAudit(after.id, auditPlan(after, facts));
      return after;
    }),
  );
}

/** Within a write. */
function keepIn(
  store: Store,
  desk: PlanDesk,
  kept: KeptChange,
): { readonly after: Plan; readonly facts: AuditFacts } {
  kept.records();
  const before = store.plans.current() ?? desk.plan;
  const facts = readPlanFacts(store, desk.facts.on);
  const { routes, unallocated, sentence, client_id } = kept;
  const isByRoad = routes.some((route) => route.distance_basis === 'road');
  const changed: Plan = {
    ...before,
    routes,
    unallocated,
    distance_basis: isByRoad ? 'road' : 'estimated',
  };
  const audit = auditEdited(before, changed, touchedBy(before, changed), facts);
  const after = store.trials.applyEdit({ before, after: { ...changed, audit }, sentence, client_id }); // prettier-ignore
  return { after, facts };
}

class OnlyTried extends Error {}

/** Writes and takes everything back, so that a gate that would not let it pass says so first. */
function tryWrite(store: Store, change: Change, work: () => unknown): void {
  const { notices } = change;
  if (notices === undefined) return;
  const gate: typeof notices.gate = (opened) => {
    notices.gate(opened);
    throw new OnlyTried('only tried');
  };
  try {
    store.write({ ...change, notices: { ...notices, gate } }, work);
  } catch (tried) {
    if (!(tried instanceof OnlyTried)) throw tried;
  }
}
