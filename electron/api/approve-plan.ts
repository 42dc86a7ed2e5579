import type { GateGiven } from '../../shared/api/views/notices.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { isProvisional } from '../../shared/casework/status.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { Store } from '../../db/store.ts';
import { throughGate, type GatedChange } from './notices-gate.ts';
import { readPlanFacts } from '../jobs/plan-facts.ts';

/** How many references a refusal names. */
const NAMED = 20;

/**
 * Approves the plan in use, in the name given. Refused while a client on it is provisional or a rule is
 * broken, by the records as they stand now and not as they were when it was made.
 */
export function approvePlan(
  store: Store,
  request: {
    readonly plan_id: number;
    readonly by: string;
    readonly on: IsoDate;
    /** What was said at the gate of notices. */
    readonly notices?: GateGiven | undefined;
  },
): Result<Plan> {
  const plan = store.plans.current();
  if (plan === null || plan.id !== request.plan_id) {
    return fail(
      'not_current_plan',
      'This plan is no longer the one in use.',
      'Look at the plan in use and approve that.',
      { plan_id: request.plan_id },
    );
  }
  if (plan.status === 'approved') {
    return fail('already_approved', 'This plan is already approved.', 'Nothing needs to be done.');
  }
  const facts = readPlanFacts(store, request.on);
  const provisional = plan.routes
    .flatMap((route) => route.stops)
    .flatMap(({ client_id }) => facts.clients.get(client_id) ?? [])
    .filter((client) => isProvisional(client, facts.applications.get(client.id) ?? null));
  if (provisional.length > 0) {
    return fail(
      'provisional_clients',
      `${formatQuantity(provisional.length, 'client is', 'clients are')} provisional: without a decision or a complete TIF.`,
      'Decide their applications and complete their TIFs, then approve.',
      { count: provisional.length, refs: provisional.slice(0, NAMED).map((each) => each.ref) },
    );
  }
  const audit = auditPlan(plan, facts);
  const broken = audit.violations.filter((each) => each.severity === 'broken');
  if (broken.length > 0) {
    return fail(
      'broken_rules',
      `The audit finds ${formatQuantity(broken.length, 'broken rule')}: ${broken[0]?.text ?? ''}`,
      'Plan again, or correct what the audit names, then approve.',
      { count: broken.length, texts: broken.slice(0, NAMED).map((each) => each.text) },
    );
  }
  const gated: GatedChange = {
    kind: 'plan_approved',
    change: { who: request.by, why: 'approval' },
    given: request.notices,
    subject: { plan_id: plan.id },
  };
  return throughGate(store, gated, (change) =>
    ok(
      store.write(change, () => {
        const approved = store.plans.approve(plan.id, request.by);
        store.service.draftRoutes(request.by, request.on, 'the plan was approved');
        return approved;
      }),
    ),
  );
}
