import type { PlanHead } from '../shared/api/views/edits.ts';
import type { PlanSummary } from '../shared/api/views/plan.ts';
import type { AuditReport, Plan } from '../shared/model/plan.ts';

/** An edit to be kept: the plan as it is in the store, and as it is to be. */
export interface KeptEdit {
  /** As `trials.plan` answered it. */
  readonly before: Plan;
  readonly after: Plan;
  readonly sentence: string;
  readonly client_id: number | null;
}

/** Plans beside each other: trials, edits by hand, which one is in use. The rules are the caller's. */
export interface TrialsStore {
  /** Every plan kept: the one in use first, then trials, then those before; newest first each. */
  readonly list: () => readonly PlanHead[];
  /** A plan of any kind; null where it is not kept. */
  readonly plan: (plan_id: number) => Plan | null;
  /** The plan that a route belongs to. */
  readonly planOfRoute: (route_id: number) => Plan | null;
  readonly summary: (plan_id: number) => PlanSummary | null;
  /** A copy as a trial of its own name. */
  readonly makeCopy: (
    plan_id: number,
    given: { readonly name: string; readonly note: string },
  ) => Plan;
  readonly changeName: (
    plan_id: number,
    given: { readonly name: string; readonly note: string },
  ) => void;
  /** The trial is no longer listed as one; it is kept a while as other superseded plans are. */
  readonly removeTrial: (plan_id: number) => void;
  /** The plan in use becomes a trial of the name given; this one takes its place. */
  readonly putInUse: (plan_id: number, name_of_old: string) => void;
  /** Keeps an edit: only the rows that differ are written, each undone by its exact values. */
  readonly applyEdit: (edit: KeptEdit) => Plan;
  /** Keeps what the audit says of a plan by the records of now. */
  readonly keepAudit: (plan_id: number, audit: AuditReport) => void;
  readonly markFrozen: (plan_id: number, by: string) => void;
  readonly withdrawApproval: (plan_id: number, by: string, reason: string) => void;
}
