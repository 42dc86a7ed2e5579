/** What people record beside the cost that is reckoned. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Adjustment } from '../../costing/adjustment-settings.ts';
import type { PaperPart, PaperTexts } from '../../costing/paper-settings.ts';

/** Policy, savings, income and one-offs as they are recorded. */
export interface AdjustmentsPage {
  /** The day they hold on. */
  readonly on: IsoDate;
  /** By kind, then by their first day. */
  readonly adjustments: readonly Adjustment[];
  /** The day on which another list, dated ahead in the settings, takes their place; null for none. */
  readonly replaced_on: IsoDate | null;
}

/** Who wrote a part last, and when (an ISO moment). */
export interface PaperHand {
  readonly who: string;
  readonly at: string;
}

/** What is written of the committee paper. */
export interface PaperPage {
  readonly texts: PaperTexts;
  /** Of the parts that somebody wrote by hand. */
  readonly hands: Partial<Readonly<Record<PaperPart, PaperHand>>>;
}
