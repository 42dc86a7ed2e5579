/** The stage an application is at: one word for lists, filters and the head of a case. */
import type { Application, ApplicationStatus } from '../model/client.ts';
import { DECISION_OUTCOMES, type DecisionOutcome } from '../model/decision.ts';
import type { LifeStep, LifeStepKind, Stage } from '../model/life.ts';
import { isDecided } from './status.ts';

/** Whether a state is the outcome of a decision. */
export function isOutcome(status: ApplicationStatus): status is DecisionOutcome {
  return (DECISION_OUTCOMES as readonly ApplicationStatus[]).includes(status);
}

/** Whether an application waits for its decision. */
export function isUndecided(status: ApplicationStatus): boolean {
  return status === 'received' || status === 'checking' || status === 'more_information';
}

/** What the stage rests on besides the status. */
export interface Standing {
  /** An appeal waits for its result. */
  readonly appealed: boolean;
  /** The last step that stands; null for none. */
  readonly step: LifeStepKind | null;
  /** The day of the first decision signed here; null for none. */
  readonly decided_on: string | null;
}

/** An application of which nothing but its status is known. */
export const NO_STANDING: Standing = { appealed: false, step: null, decided_on: null };

/**
 * The stage by what was signed. `in_place` holds only while a confirmed contract carries the child on the first day:
 * whoever shows it asks `shownStage` too. An open appeal goes before a hand-over, because it waits for the office.
 */
export function signedStage(application: Pick<Application, 'status'>, standing: Standing): Stage {
  const { status } = application;
  if (!isOutcome(status)) return status;
  if (standing.appealed) return 'appealed';
  // An end that was followed by a new decision is past, and what is refused goes no further.
  const goesOn = isDecided({ status }) && standing.step !== 'ended';
  return goesOn ? (standing.step ?? 'decided') : 'decided';
}

/** The stage as it may be shown: in place is never claimed for a child whom no confirmed contract carries. */
export function shownStage(signed: Stage, isCarried: boolean): Stage {
  return signed === 'in_place' && !isCarried ? 'handed_over' : signed;
}

/** The last step that was not taken back; null for none. */
export function standingStep(steps: readonly LifeStep[]): LifeStep | null {
  return steps.findLast((step) => step.taken_back === null) ?? null;
}
