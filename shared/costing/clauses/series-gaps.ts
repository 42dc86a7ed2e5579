/** What is missing in a series of prices, in sentences. */
import { addDays, daysBetween, type IsoDate } from '../../calendar/dates.ts';
import { addMonths, monthsBetween, parseMonthKey, type Month } from '../../calendar/months.ts';
import { formatDate, formatMonth } from '../../format/date.ts';
import { formatCount, formatQuantity } from '../../format/number.ts';

/** A stretch without a value: the last one before it, the first after it, how many are missing. */
export interface SeriesGap {
  readonly after: string;
  readonly before: string;
  readonly missing: number;
}

const DAYS_A_WEEK = 7;

/** Stretches of a weekly series, oldest first; a week published a day or two late is no gap. */
export function weekGaps(weeks: readonly IsoDate[]): readonly SeriesGap[] {
  return weeks.slice(1).flatMap((week, at) => {
    const before = weeks[at] ?? week;
    const missing = Math.round(daysBetween(before, week) / DAYS_A_WEEK) - 1;
    return missing > 0 ? [{ after: before, before: week, missing }] : [];
  });
}

/** Stretches of a monthly series, oldest first. */
export function monthGaps(months: readonly string[]): readonly SeriesGap[] {
  const known = months.flatMap((text) => parseMonthKey(text) ?? []);
  return known.slice(1).flatMap((month, at) => {
    const before = known[at] ?? month;
    const missing = monthsBetween(before, month) - 1;
    return missing > 0 ? [{ after: before, before: month, missing }] : [];
  });
}

/** Gaps that are named one by one; more are counted. */
const MOST_NAMED = 3;

/** The gaps in words, and what stands in for them; none where there are none. */
export function gapSentences(gaps: readonly SeriesGap[], unit: 'week' | 'month'): readonly string[] {
  if (gaps.length === 0) return [];
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const instead =
    unit === 'week'
      ? 'A month goes by the weeks that it has; one without any by the newest month before it, at most six months old.'
      : 'The newest month before a gap stands in, at most six months old.';
  if (gaps.length > MOST_NAMED) {
    const longest = gaps.reduce((most, gap) => (gap.missing > most.missing ? gap : most));
    return [
      `${formatQuantity(missing, unit)} are missing in ${formatCount(gaps.length)} places, the most ${gapWords(longest, unit)}. ${instead}`,
    ];
  }
  return gaps.map((gap) => `${gapWords(gap, unit)}: ${instead}`);
} // prettier-ignore

function gapWords({ after, before, missing }: SeriesGap, unit: 'week' | 'month'): string {
  const day = (text: string): string =>
    unit === 'week' ? formatDate(text as IsoDate) : formatMonth(text as Month);
  return `${formatQuantity(missing, unit)} between ${day(after)} and ${day(before)}`;
}

/** How long ago the newest week was, where that is too long ago to be today's price; '' where it is not. */
export function oldWeekSentence(newest: IsoDate | null, on: IsoDate): string {
  if (newest === null) return 'No week is known. Import the weekly road fuel prices of DESNZ.';
  const weeks = Math.floor(daysBetween(newest, on) / DAYS_A_WEEK);
  if (addDays(newest, 4 * DAYS_A_WEEK) >= on) return '';
  return `The newest week, ${formatDate(newest)}, is ${formatQuantity(weeks, 'week')} old: it stands in for today’s. Import the prices again.`;
}

/** The same of a month. */
export function oldMonthSentence(newest: Month | null, now: Month): string {
  if (newest === null) return 'No month is known. Import the series as ONS publishes it.';
  if (addMonths(newest, 3) >= now) return '';
  return `The newest month, ${formatMonth(newest)}, is ${formatQuantity(monthsBetween(newest, now), 'month')} old: it stands in for today’s. Import the series again.`;
}
