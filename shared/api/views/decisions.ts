/** What the rules propose on one application, what was signed, and what comes next. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { CaseRecord } from '../../casework/case-record.ts';
import type { StepFacts } from '../../casework/check-step.ts';
import type { Life } from '../../casework/life.ts';
import type { LifeStepKind } from '../../model/life.ts';
import type { Proposal } from '../../eligibility/decide.ts';

export interface DecisionPage {
  readonly client_id: number;
  /** The day everything is reckoned on. */
  readonly on: IsoDate;
  readonly proposal: Proposal;
  /** Oldest first. */
  readonly decisions: CaseRecord['decisions'];
  readonly appeals: CaseRecord['appeals'];
  readonly steps: CaseRecord['steps'];
  readonly information: CaseRecord['information'];
  readonly life: Life;
  /** What a step after the decision rests on, and the one that may be signed next. */
  readonly step_facts: StepFacts;
  readonly next_step: LifeStepKind | null;
  /** The first day an award would be needed from. */
  readonly first_day: IsoDate;
}
