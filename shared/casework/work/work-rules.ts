/** The days that the queues go by, read once for many cases. */
import { addDays, type AcademicYear, type IsoDate } from '../../calendar/dates.ts';
import { deadlineOf, numberAt } from '../../costing/read-settings.ts';
import type { Setting } from '../../model/money.ts';

export interface WorkRules {
  readonly on: IsoDate;
  readonly deadline_on: IsoDate;
  /** The day by which a request received on a day is to be decided. */
  readonly decideBy: (received_on: IsoDate) => IsoDate;
  /** The time advertised for deciding, on the day of work, days. */
  readonly target_days: number;
  readonly decision_days: number;
  readonly deadline_days: number;
  readonly tif_days: number;
  readonly transport_days: number;
  readonly appeal_days: number;
  readonly oldest_days: number;
}

/** The rules in force on a day. */
export function workRules(
  settings: readonly Setting[],
  year: AcademicYear,
  on: IsoDate,
): WorkRules {
  const byDay = new Map<IsoDate, IsoDate>();
  return {
    on,
    deadline_on: deadlineOf(settings, year, on),
    decideBy: (received_on) => {
      const known = byDay.get(received_on);
      if (known !== undefined) return known;
      const by = addDays(received_on, numberAt(settings, 'decision_days', received_on));
      byDay.set(received_on, by);
      return by;
    },
    target_days: numberAt(settings, 'decision_days', on),
    decision_days: numberAt(settings, 'work_decision_days', on),
    deadline_days: numberAt(settings, 'work_deadline_days', on),
    tif_days: numberAt(settings, 'work_tif_days', on),
    transport_days: numberAt(settings, 'work_transport_days', on),
    appeal_days: numberAt(settings, 'work_appeal_days', on),
    oldest_days: numberAt(settings, 'work_oldest_days', on),
  };
}
