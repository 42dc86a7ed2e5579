/** Asking for a plan and approving one. */
import { call } from '../../bridge/bridge.ts';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { takeJob } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { throughGate } from '../notices/gate-state.ts';

/** Seed of a plan nobody asked another for: the same data then give the same plan on every machine. */
export const PLAN_SEED = 1;

/**
 * Starts planning one school, or the county with null, by iterations so that the answer does not hang on the machine's speed; with `settle` in
 * rounds until another brings little.
 */
export async function startPlan(
  schoolUrn: number | null,
  seed: number,
  settle = false,
): Promise<void> {
  const answer = await call('plan/start', { school_urn: schoolUrn, seed, settle });
  if (answer.ok) takeJob(answer.value);
  else notifyFailure(answer.error);
}

/** Approves a plan in a person's name; true when done. */
export async function approvePlan(planId: number, by: string): Promise<boolean> {
  const answer = await throughGate((gate) =>
    call('plan/approve', { plan_id: planId, by, ...gate }),
  );
  if (answer.ok) notify({ tone: 'good', text: `Plan approved by ${by}.` });
  else notifyFailure(answer.error);
  return answer.ok;
}

/** Why a plan cannot be approved now, as a sentence; null when it can. */
export function whyNotApproved(plan: PlanSummary): string | null {
  if (plan.status === 'approved') return 'This plan is approved already.';
  if (plan.trial !== null) return 'Put the trial in use first.';
  if (plan.status === 'superseded') return 'A newer plan has taken its place.';
  if (!plan.audit.passed) return 'The audit found broken rules. Mend them and plan again.';
  if (plan.stale[0] !== undefined)
    return `${plan.stale[0]} Plan again, or check the plan again under Plans.`;
  if (plan.provisional > 0)
    return `${plan.provisional} ${plan.provisional === 1 ? 'client is' : 'clients are'} provisional: they have no award decision or no complete TIF.`;
  return null;
}
