/** What edits are made from: the facts kept until a record changes, and whether a plan may be edited at all. */
import type { Store } from '../../db/store.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { readPlanFacts } from '../jobs/plan-facts.ts';

interface KeptFacts {
  readonly mark: string;
  readonly facts: AuditFacts;
}

const kept = new WeakMap<Store, KeptFacts>();
const markOf = (store: Store, on: IsoDate): string => `${on} ${store.read.revision()}`;

/** The facts of the day. Answers while a stop is dragged have no time to read the county again. */
export function factsForEdits(store: Store, on: IsoDate): AuditFacts {
  const mark = markOf(store, on);
  const last = kept.get(store);
  if (last?.mark === mark) return last.facts;
  const facts = readPlanFacts(store, on);
  kept.set(store, { mark, facts });
  return facts;
}

/** Runs a write of plans alone: it changes none of the facts, so that they need not be read again. */
export function keepingFacts<T>(store: Store, on: IsoDate, write: () => T): T {
  const facts = factsForEdits(store, on);
  const done = write();
  kept.set(store, { mark: markOf(store, on), facts });
  return done;
}

/** A plan that is kept. */
export function keptPlan(store: Store, plan_id: number): Result<Plan> {
  const plan = store.trials.plan(plan_id);
  return plan === null
    ? fail('no_plan', 'This plan is not kept any more.', 'Choose a plan of the list.', { plan_id })
    : ok(plan);
}

/** A plan that may be edited: a draft in use, or a trial. */
export function editablePlan(store: Store, plan_id: number): Result<Plan> {
  const plan = keptPlan(store, plan_id);
  if (!plan.ok) return plan;
  const head = store.trials.summary(plan_id);
  if (head?.frozen !== null && head?.frozen !== undefined)
    return fail(
      'plan_frozen',
      `This plan was frozen by ${head.frozen.by}: nothing changes it.`,
      'Copy it, make the change in the copy, and put the copy in use.',
    );
  if (head !== null && head.approved_by !== '')
    return fail(
      'plan_approved',
      `This plan was approved by ${head.approved_by}.`,
      'Take the approval back, or copy the plan and make the change in the copy.',
    );
  if (head !== null && head.status === 'superseded' && head.trial === null)
    return fail(
      'plan_superseded',
      'This plan was superseded: it is kept to look at.',
      'Copy it, and edit the copy.',
    );
  return plan;
}
