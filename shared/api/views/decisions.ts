/** What the rules propose on one application, what was signed, and what comes next. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { CaseRecord } from '../../casework/case-record.ts';
import type { Life } from '../../casework/life.ts';
import type { Proposal } from '../../eligibility/decide.ts';

export interface DecisionPage {
  readonly client_id: number;
  /** The day everything is reckoned on. */
  readonly on: IsoDate;
  readonly proposal: Proposal;
  /** Oldest first. */
  readonly decisions: CaseRecord['decisions'];
  readonly appeals: CaseRecord['appeals'];
  readonly life: Life;
  /** The first day an award would be needed from. */
  readonly first_day: IsoDate;
}
