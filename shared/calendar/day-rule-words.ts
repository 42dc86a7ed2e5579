import { dayWords } from './day-mask.ts';
import type { DayRule } from './school-calendars.ts';

/** A year group in words: `reception`, `year 7`, `nursery`. */
export function yearGroupWords(group: number): string {
  if (group === 0) return 'reception';
  return group < 0 ? 'nursery' : `year ${group}`;
}

/** Year groups in words, neighbours together: `years 8 to 11`; '' for all. */
export function yearGroupsWords(groups: readonly number[]): string {
  const sorted = [...new Set(groups)].sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const group of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && group === last.to + 1 && last.from >= 1) last.to = group;
    else runs.push({ from: group, to: group });
  }
  return runs
    .map(({ from, to }) => (from === to ? yearGroupWords(from) : `years ${from} to ${to}`))
    .join(', ');
}

function clock(s: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(s / 3600))}:${two(Math.floor((s % 3600) / 60))}`;
}

/** A rule as the history tells it: `2026-10-23 closed: INSET day`; dates as they are stored. */
export function dayRuleWords(rule: DayRule): string {
  const { kind, from_on, to_on, year_groups, days, ends_s, why } = rule;
  const span = from_on === to_on || kind === 'starts' ? from_on : `${from_on} to ${to_on}`;
  const whom = year_groups.length === 0 ? '' : `, ${yearGroupsWords(year_groups)}`;
  const what =
    kind === 'early'
      ? `finishes at ${clock(ends_s ?? 0)}`
      : kind === 'starts'
        ? 'first day'
        : kind === 'days'
          ? `open on ${dayWords(days)} alone`
          : kind;
  return `${span}${whom} ${what}${why === '' ? '' : `: ${why}`}`;
}
