import { addDays, type IsoDate } from '../../calendar/dates.ts';
import type { ReminderRule } from './rule.ts';

/** A reminder on record, from an import or issued here: its number and day. */
export interface RecordedReminder {
  readonly number: number;
  readonly on: IsoDate;
}

/** Where a chase stands for one child whose thing is not done. */
export type NextReminder =
  | {
      readonly state: 'due' | 'not_yet';
      readonly number: 1 | 2 | 3;
      readonly due_on: IsoDate;
    }
  | { readonly state: 'all_sent'; readonly sent: number; readonly last_on: IsoDate | null }
  | { readonly state: 'no_event' };

/**
 * Which reminder is next and whether it is due on a day. The next number is one above the highest on record, so that a
 * reminder recorded twice, by the council's system and here, counts once, and a gap in the record sends none again. It
 * is due `every_days` after the latest on record whatever its number, else `first_days` after the event.
 */
export function nextReminder(
  event_on: IsoDate | null,
  recorded: readonly RecordedReminder[],
  rule: ReminderRule,
  on: IsoDate,
): NextReminder {
  let sent = 0;
  let last: IsoDate | null = null;
  for (const each of recorded) {
    sent = Math.max(sent, each.number);
    if (last === null || each.on > last) last = each.on;
  }
  if (sent >= rule.most) return { state: 'all_sent', sent, last_on: last };
  if (last === null && event_on === null) return { state: 'no_event' };
  const due_on =
    last === null ? addDays(event_on ?? on, rule.first_days) : addDays(last, rule.every_days);
  const number = sent === 0 ? 1 : sent === 1 ? 2 : 3;
  return { state: due_on <= on ? 'due' : 'not_yet', number, due_on };
}
