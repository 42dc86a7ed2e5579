import { parseIsoDate, type IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import type { Moment } from '../../model/tender.ts';

/** A day and a time of day as one moment; null where either is none. `12:00`, also `9:30`. */
export function momentOf(day: string, time: string): Moment | null {
  const on = parseIsoDate(day);
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(time.trim());
  if (on === null || match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (hours > 23 || minutes > 59) return null;
  return `${on}T${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Whether a text is a moment of a real day: `2026-08-07T12:00`. */
export function isMoment(text: string): boolean {
  const [day = '', time = '', more] = text.split('T');
  return more === undefined && momentOf(day, time) === text;
}

/** The day of a moment. */
export function dayOfMoment(moment: Moment): IsoDate {
  return moment.slice(0, 10) as IsoDate;
}

/** `7 Aug 2026, 12:00`. */
export function formatMoment(moment: Moment): string {
  return `${formatDate(dayOfMoment(moment))}, ${moment.slice(11)}`;
}
