/** By when each recipient of a change notice is told. */
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { IsoDate } from '../../calendar/dates.ts';
import { numberAt } from '../../costing/read-settings.ts';
import type { NoticeRecipient } from '../../model/change-notice.ts';
import type { Setting } from '../../model/money.ts';

/** Working days before a change, by recipient. */
export type LeadTimes = Readonly<Record<NoticeRecipient, number>>;

/** The lead times in force on a day. */
export function leadTimesAt(settings: readonly Setting[], on: IsoDate): LeadTimes {
  const provider = numberAt(settings, 'notice_provider_days', on);
  return {
    family: numberAt(settings, 'notice_family_days', on),
    school: numberAt(settings, 'notice_school_days', on),
    old_provider: provider,
    new_provider: provider,
    assistant: numberAt(settings, 'notice_assistant_days', on),
    social_worker: numberAt(settings, 'notice_social_worker_days', on),
  };
}

/**
 * The last day on which telling is in time: so many working days before the change, but no day before it was known, since nobody could
 * be told then.
 */
export function byWhen(lead: number, effective_on: IsoDate, known_on: IsoDate): IsoDate {
  const due = lead === 0 ? effective_on : addWorkingDays(effective_on, -lead);
  return due < known_on ? known_on : due;
}
