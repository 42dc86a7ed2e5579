/** What a day of a school's year is, in words and as a mark. */
import type { CalendarDay } from '../../../shared/api/views/calendars.ts';
import { partsOf, weekdayOf, type IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDateWithDay } from '../../../shared/format/date.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';

/** How a day is drawn. Every kind has a letter or a style of its own, so that it is not told by colour alone. */
export type DayLook = 'open' | 'early' | 'closed' | 'holiday' | 'weekend' | 'unknown';

/** The look of a day. */
export function lookOf({ open, because }: CalendarDay): DayLook {
  if (because === 'no_calendar') return 'unknown';
  if (because === 'early') return 'early';
  if (open) return 'open';
  if (because === 'weekend') return 'weekend';
  return because === 'holiday' || because === 'bank_holiday' ? 'holiday' : 'closed';
}

/** What is said of a day: `Fri 12 Jun 2026: closed, INSET day`. */
export function dayWordsOf(day: CalendarDay): string {
  const state =
    day.because === 'early' && day.ends_s !== null
      ? `open, finishes at ${formatTimeOfDay(day.ends_s)}`
      : day.open
        ? 'open'
        : 'closed';
  return `${formatDateWithDay(day.on)}: ${state}${day.why === '' ? '' : `, ${day.why}`}`;
}

/** Months of an academic year in order, each with its days and the blanks before the first Monday. */
export function monthsOf(days: readonly CalendarDay[]): readonly {
  readonly month: string;
  readonly blanks: number;
  readonly days: readonly CalendarDay[];
}[] {
  const by = new Map<string, CalendarDay[]>();
  for (const day of days) {
    const key = day.on.slice(0, 7);
    const list = by.get(key);
    if (list === undefined) by.set(key, [day]);
    else list.push(day);
  }
  return [...by].map(([month, of]) => ({
    month,
    blanks: of[0] === undefined ? 0 : (ORDER.indexOf(weekdayOf(of[0].on)) + 7) % 7,
    days: of,
  }));
}

const ORDER = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The day of the month. */
export function dayNumber(on: IsoDate): number {
  return partsOf(on).day;
}
