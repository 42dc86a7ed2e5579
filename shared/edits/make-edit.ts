/** Makes an edit and says everything it does: the plan after, its audit, money, rides, rules. */
import { ok, type Result } from '../kernel/result.ts';
import type { Plan } from '../model/plan.ts';
import { auditEdited, auditTouched, touchedBy } from './audit-edited.ts';
import { changeVehicle } from './change-vehicle.ts';
import { closeRoute } from './close-route.ts';
import type { ArgsOf, Edit, EditFacts, Edited, PlanEdit } from './edit.ts';
import { effectOf, type EditEffect } from './edit-effect.ts';
import { measureAgain } from './measure-again.ts';
import { mergeRoutes } from './merge-routes.ts';
import { moveClient } from './move-client.ts';
import { openEmptyRoute } from './open-route.ts';
import { orderCalls } from './order-calls.ts';
import { partRoute } from './part-route.ts';
import { placeClient } from './place-client.ts';
import { factsOfPlan } from './plan-facts.ts';
import { reorderClient } from './reorder-client.ts';
import { setLock } from './set-lock.ts';
import { takeOff } from './take-off.ts';

/** A plan after an edit, audited, with what the edit does. */
export interface MadeEdit extends Edited {
  readonly effect: EditEffect;
}

/** Makes an edit of any kind. What it touched is audited by the records of today; nothing is written. */
export function makeEdit(plan: Plan, edit: PlanEdit, facts: EditFacts): Result<MadeEdit> {
  const own = factsOfPlan(plan, facts);
  if (!own.ok) return own;
  const edited = dispatch(plan, edit, own.value);
  if (!edited.ok) return edited;
  const after = edited.value.plan;
  const touched = touchedBy(plan, after);
  const audit = auditEdited(plan, after, touched, own.value);
  const findings = {
    before: auditTouched(plan, touched.before, touched, own.value),
    after: auditTouched(after, touched.after, touched, own.value),
  };
  const effect = effectOf({ before: plan, after, touched, findings }, own.value);
  return ok({ ...edited.value, plan: { ...after, audit }, effect });
}

const EDITS: { readonly [K in PlanEdit['kind']]: Edit<K> } = {
  move: moveClient,
  reorder: reorderClient,
  'take-off': takeOff,
  place: placeClient,
  open: openEmptyRoute,
  close: closeRoute,
  merge: mergeRoutes,
  calls: orderCalls,
  part: partRoute,
  vehicle: changeVehicle,
  lock: setLock,
  measure: measureAgain,
};

function dispatch<K extends PlanEdit['kind']>(
  plan: Plan,
  edit: ArgsOf<K>,
  facts: EditFacts,
): Result<Edited> {
  return EDITS[edit.kind](plan, edit, facts);
}
