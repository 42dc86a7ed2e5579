import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import {
  formatDate,
  formatDateOrDash,
  formatDateWithDay,
  formatDayMonth,
} from '../../shared/format/date.ts';
import { formatMargin, formatMiles, formatMilesNumber } from '../../shared/format/distance.ts';
import {
  formatPence,
  formatPounds,
  formatPoundsChange,
  formatPumpPrice,
  formatShortPounds,
} from '../../shared/format/money.ts';
import {
  formatCount,
  formatCountOf,
  formatPercent,
  formatPercentChange,
  formatQuantity,
  formatShare,
} from '../../shared/format/number.ts';
import { formatMinutes, formatTimeOfDay } from '../../shared/format/time.ts';

const date = (text: string): IsoDate => text as IsoDate;

describe('money', () => {
  it('writes pounds and pence with thousands commas', () => {
    expect(formatPence(861783)).toBe('£8,617.83');
    expect(formatPence(-5)).toBe('−£0.05');
    expect(formatPence(0)).toBe('£0.00');
  });
  it('rounds whole pounds half away from zero', () => {
    expect(formatPounds(861750)).toBe('£8,618');
    expect(formatPounds(-861750)).toBe('−£8,618');
    expect(formatPounds(-40)).toBe('£0');
  });
  it('shortens headline amounts without losing their size at the edges', () => {
    expect(formatShortPounds(312_345_678)).toBe('£3.1m');
    expect(formatShortPounds(99_960_000)).toBe('£1.0m');
    expect(formatShortPounds(21_440_000)).toBe('£214k');
    expect(formatShortPounds(999_900)).toBe('£9,999');
    expect(formatShortPounds(-312_345_678)).toBe('−£3.1m');
  });
  it('always shows the sign of a change', () => {
    expect(formatPoundsChange(312_345_678)).toBe('+£3.1m');
    expect(formatPoundsChange(-4_000_000)).toBe('−£40k');
    expect(formatPoundsChange(0)).toBe('£0');
  });
  it('writes a pump price to a tenth of a penny', () => {
    expect(formatPumpPrice(14071)).toBe('140.7p a litre');
  });
});

describe('distance and time', () => {
  it('writes miles to one decimal', () => {
    expect(formatMiles(8046.72)).toBe('5.0 miles');
    expect(formatMiles(1609.344)).toBe('1.0 mile');
    expect(formatMilesNumber(2_000_000)).toBe('1,242.7');
    expect([15.4, 160, 161].map(formatMargin)).toEqual(['15 m', '160 m', '0.1 miles']);
  });
  it('writes whole minutes and clock times', () => {
    expect(formatMinutes(2520)).toBe('42 min');
    expect(formatTimeOfDay(31_800)).toBe('08:50');
    expect(formatTimeOfDay(86_400)).toBe('00:00');
    expect(formatTimeOfDay(-60)).toBe('23:59');
  });
});

describe('dates', () => {
  it('writes September with three letters', () => {
    expect(formatDate(date('2026-09-03'))).toBe('3 Sep 2026');
    expect(formatDayMonth(date('2026-09-03'))).toBe('3 Sep');
    expect(formatDateWithDay(date('2026-09-03'))).toBe('Thu 3 Sep 2026');
    expect(formatDateOrDash(null)).toBe('–');
  });
});

describe('numbers', () => {
  it('writes counts and what they are of', () => {
    expect(formatCount(1739)).toBe('1,739');
    expect(formatCountOf(37, 1739)).toBe('37 of 1,739');
    expect(formatQuantity(1, 'route')).toBe('1 route');
    expect(formatQuantity(2, 'child', 'children')).toBe('2 children');
  });
  it('writes percentages from fractions', () => {
    expect(formatPercent(0.137)).toBe('13.7%');
    expect(formatPercent(-0.0001)).toBe('0.0%');
    expect(formatPercentChange(0.032)).toBe('+3.2%');
    expect(formatPercentChange(-0.01)).toBe('−1.0%');
    expect(formatShare(590, 1739)).toBe('34%');
    expect(formatShare(0, 0)).toBe('–');
  });
});
