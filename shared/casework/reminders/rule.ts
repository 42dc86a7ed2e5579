import type { IsoDate } from '../../calendar/dates.ts';
import { numberAt } from '../../costing/read-settings.ts';
import type { Chase } from '../../model/letter.ts';
import type { Setting } from '../../model/money.ts';

/** When reminders of a chase are due: days, and how many at most (0 to 3). */
export interface ReminderRule {
  /** From the event (told to apply; application received) to the first reminder. */
  readonly first_days: number;
  /** From each reminder to the next. */
  readonly every_days: number;
  readonly most: number;
}

/** The rule of each chase in force on a day. */
export function reminderRulesAt(
  settings: readonly Setting[],
  on: IsoDate,
): Readonly<Record<Chase, ReminderRule>> {
  return {
    apply: {
      first_days: numberAt(settings, 'reminder_apply_first_days', on),
      every_days: numberAt(settings, 'reminder_apply_every_days', on),
      most: numberAt(settings, 'reminder_apply_most', on),
    },
    tif: {
      first_days: numberAt(settings, 'reminder_tif_first_days', on),
      every_days: numberAt(settings, 'reminder_tif_every_days', on),
      most: numberAt(settings, 'reminder_tif_most', on),
    },
  };
}
