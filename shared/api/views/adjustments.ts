/** Policy, savings, income and one-offs as they are recorded. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Adjustment } from '../../costing/adjustment-settings.ts';

export interface AdjustmentsPage {
  /** The day they hold on. */
  readonly on: IsoDate;
  /** By kind, then by their first day. */
  readonly adjustments: readonly Adjustment[];
  /** The day on which another list, dated ahead in the settings, takes their place; null for none. */
  readonly replaced_on: IsoDate | null;
}
