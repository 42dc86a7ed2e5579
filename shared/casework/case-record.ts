/** What is kept of one application's way: its states, its signed decisions, its appeals. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Proposal } from '../eligibility/decide.ts';
import type { Application, ApplicationStatus } from '../model/client.ts';
import type { Appeal, Decision } from '../model/decision.ts';
import type { InformationRequest, LifeStep } from '../model/life.ts';

/** A decision with the facts as they stood: every rule, measure and citation on the day it was signed. */
export interface SignedDecision extends Decision {
  readonly facts: Proposal;
}

/** A change of state as the history has it; one that came with a decision is left to the decision. */
export interface StatusMove {
  readonly to: ApplicationStatus;
  readonly on: IsoDate;
  readonly by: string;
}

/** One application's way so far; each list oldest first. */
export interface CaseRecord {
  readonly application: Pick<Application, 'ref' | 'status' | 'received_on'> &
    Partial<Pick<Application, 'decided_on'>>;
  readonly moves: readonly StatusMove[];
  readonly decisions: readonly SignedDecision[];
  readonly appeals: readonly Appeal[];
  /** Steps after the decision, those taken back among them. */
  readonly steps: readonly LifeStep[];
  readonly information: readonly InformationRequest[];
}
