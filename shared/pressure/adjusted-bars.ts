/** What an adjustment does to a waterfall before it is kept: the same bars with one adjustment in another's place. */
import { addMonths, firstDayOf, parseMonthKey } from '../calendar/months.ts';
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { academicYearFrom, firstDateOf, lastDateOf } from '../calendar/years.ts';
import {
  ADJUSTED_BAR_WORDS,
  ADJUSTMENT_KIND_WORDS,
  pencePart,
  type Adjustment,
} from '../costing/adjustment-settings.ts';
import type { ChangeBar } from './change.ts';
import { SPLIT_BARS } from './split/split-sides.ts';

/** Days of one side, both included. */
export interface SidePeriod {
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
}

/** What is set against what: a side as the screen names it. */
export interface NamedSide {
  /** `2025-26`, `2026-01`, `plan-3`. */
  readonly key: string;
  readonly kind: string;
}

/** The days of a year or a month by its name; a plan is of the year given. Null for what has no days of its own. */
export function sidePeriod(
  { key, kind }: NamedSide,
  planned: SidePeriod | null,
): SidePeriod | null {
  if (kind === 'plan') return planned;
  if (kind === 'month') {
    const month = parseMonthKey(key);
    return month === null ? null : { from_on: firstDayOf(month), to_on: addDays(firstDayOf(addMonths(month, 1)), -1) }; // prettier-ignore
  }
  const match = /^(\d{4})-\d{2}$/.exec(key);
  if (kind !== 'year' || match === null) return null;
  const year = academicYearFrom(Number(match[1]));
  return { from_on: firstDateOf(year), to_on: lastDateOf(year) };
}

/** What changes: the adjustment as it was, null for a new one; and as it would be, null for one taken out. */
export interface AdjustmentChange {
  readonly was: Adjustment | null;
  readonly now: Adjustment | null;
}

/** The bars with the change in them; those that come to nothing are left out. The first and last stay totals and the others still add up. */
export function barsWith(
  bars: readonly ChangeBar[],
  { was, now }: AdjustmentChange,
  sides: { readonly from: SidePeriod; readonly to: SidePeriod },
): readonly ChangeBar[] {
  const added = new Map<string, number>();
  const add = (key: string, pence: number): void => {
    added.set(key, (added.get(key) ?? 0) + pence);
  };
  const beside = { from: 0, to: 0 };
  for (const [each, sign] of [[was, -1], [now, 1]] as const) {
    if (each === null) continue;
    const part = { from: sign * pencePart(each, sides.from), to: sign * pencePart(each, sides.to) };
    add(each.kind, part.to - part.from);
    if (each.within !== 'none') add(each.within, part.from - part.to);
    else {
      beside.from += part.from;
      beside.to += part.to;
    }
  } // prettier-ignore
  const first = bars[0];
  const last = bars.at(-1);
  if (first === undefined || last === undefined) return bars;
  const found = new Map(bars.slice(1, -1).map((bar) => [bar.key, bar]));
  return [
    { ...first, pence: first.pence + beside.from },
    ...SPLIT_BARS.flatMap((key): readonly ChangeBar[] => {
      const bar = found.get(key) ?? freshBar(key);
      const pence = bar.pence + (added.get(key) ?? 0);
      return pence === 0 ? [] : [{ ...bar, pence }];
    }),
    { ...last, pence: last.pence + beside.to },
  ];
}

function freshBar(key: string): ChangeBar {
  const words: Readonly<Record<string, string>> = { ...ADJUSTED_BAR_WORDS, ...ADJUSTMENT_KIND_WORDS };
  return { key, label: words[key] ?? key, pence: 0, kind: 'change', clients: 0, parts: 0, note: '', estimated: false };
} // prettier-ignore
