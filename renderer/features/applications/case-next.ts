/** Which of the things that can be done with a case comes next, by where its application stands. */
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { isUndecided } from '../../../shared/casework/stage.ts';
import type { InformationRequest } from '../../../shared/model/life.ts';

export type CaseAction =
  | 'decide-held'
  | 'sign-decision'
  | 'ask-information'
  | 'answer-information'
  | 'next-step'
  | 'set-state'
  | 'new-application'
  | 'end-application'
  | 'take-back-step';

/** The first thing asked that has no answer yet; null where nothing waits. */
export function openRequest(decisions: DecisionPage | null): InformationRequest | null {
  return decisions?.information.find(({ answer }) => answer === null) ?? null;
}

/** What an officer does next; null where nothing is waited for, or it is not read yet. */
export function nextAction(
  page: Pick<CasePage, 'application' | 'transport'>,
  decisions: DecisionPage | null,
): CaseAction | null {
  const { application } = page;
  if (application === null) return page.transport === 'closed' ? 'new-application' : null;
  if (application.held_reason !== '') return 'decide-held';
  if (decisions === null) return null;
  if (isUndecided(application.status)) {
    if (openRequest(decisions) !== null) return 'answer-information';
    return decisions.proposal.proposal === 'cannot_tell' ? 'ask-information' : 'sign-decision';
  }
  if (
    decisions.life.due.some(
      ({ what, overdue }) => what === 'new_decision' || (what === 'award_end' && overdue),
    )
  )
    return 'sign-decision';
  return decisions.next_step === null ? null : 'next-step';
}
