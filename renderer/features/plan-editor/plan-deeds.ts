/** What is done with whole plans. */
import { call } from '../../bridge/bridge.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { throughGate } from '../notices/gate-state.ts';
import { showPlan, useShownPlan } from './shown-plan.ts';

/** Copies a plan as a trial and shows it; false where it was refused. */
export async function copyPlan(plan_id: number, name: string, note: string): Promise<boolean> {
  const answer = await call('edits/copy', { plan_id, name, note });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return false;
  }
  showPlan(answer.value.plan_id);
  notify({
    tone: 'good',
    text: `The trial “${name}” is on the map. The plan in use stays as it is.`,
  });
  return true;
}

/** Puts a trial or an earlier plan in use; false where it was refused. */
export async function putInUse(plan_id: number, release: boolean): Promise<boolean> {
  const answer = await throughGate((gate) => call('edits/use', { plan_id, release, ...gate }));
  if (!answer.ok) {
    notifyFailure(answer.error);
    return false;
  }
  showPlan(null);
  notify({ tone: 'good', text: 'The plan is in use. The one before is kept as a trial.' });
  return true;
}

/** Deletes a trial. */
export async function deleteTrial(plan_id: number, name: string): Promise<void> {
  const answer = await call('edits/delete', { plan_id });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  if (useShownPlan.getState().plan_id === plan_id) showPlan(null);
  notify({ tone: 'good', text: `The trial “${name}” is deleted.` });
}

/** Audits the plan by the records of today. */
export async function checkAgain(plan_id: number): Promise<void> {
  const answer = await call('edits/check', { plan_id });
  if (!answer.ok) notifyFailure(answer.error);
  else
    notify(
      answer.value.audit.passed
        ? { tone: 'good', text: 'Checked by the records of today: no rule is broken.' }
        : {
            tone: 'warning',
            text: 'Checked by the records of today: rules are broken. The Audit list says which.',
          },
    );
}

/** Freezes the approved plan in a person's name. */
export async function freezePlan(plan_id: number, by: string): Promise<boolean> {
  const answer = await call('edits/freeze', { plan_id, by });
  if (answer.ok) notify({ tone: 'good', text: `The plan is frozen by ${by}.` });
  else notifyFailure(answer.error);
  return answer.ok;
}

/** Takes an approval back, with the reason. */
export async function withdrawApproval(
  plan_id: number,
  by: string,
  reason: string,
): Promise<boolean> {
  const answer = await call('edits/withdraw', { plan_id, by, reason });
  if (answer.ok) notify({ tone: 'good', text: 'The approval is taken back: the plan is a draft.' });
  else notifyFailure(answer.error);
  return answer.ok;
}
