import { describe, expect, it } from 'vitest';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { parseMonthKey } from '../../shared/calendar/months.ts';
import {
  chainSeries,
  overlapOf,
  overlapSentence,
} from '../../shared/costing/clauses/chain-series.ts';
import { clauseProblems, clauseSentence } from '../../shared/costing/clauses/check-clause.ts';
import {
  gapSentences,
  monthGaps,
  oldMonthSentence,
  oldWeekSentence,
  weekGaps,
} from '../../shared/costing/clauses/series-gaps.ts';
import { priceGapLines } from '../../shared/pressure/price-gaps.ts';
import { someClause } from '../helpers/clauses.ts';
import { someContract, someFacts } from '../helpers/cost-facts.ts';

const weeks = (...days: readonly string[]) => days.map((day) => isoDate(day));

describe('gaps of a series', () => {
  it('are counted in weeks and months, and a week published a day late is none', () => {
    expect(weekGaps(weeks('2026-01-05', '2026-01-12', '2026-01-20', '2026-01-26'))).toEqual([]);
    expect(weekGaps(weeks('2026-01-05', '2026-02-02'))).toEqual([
      { after: '2026-01-05', before: '2026-02-02', missing: 3 },
    ]);
    expect(monthGaps(['2025-11', '2025-12', '2026-02'])).toEqual([
      { after: '2025-12', before: '2026-02', missing: 1 },
    ]);
  });

  it('are named one by one up to three, and else counted', () => {
    expect(gapSentences([], 'week')).toEqual([]);
    expect(gapSentences(monthGaps(['2025-12', '2026-02']), 'month')).toEqual([
      '1 month between Dec 2025 and Feb 2026: The newest month before a gap stands in, at most six months old.',
    ]);
    const many = monthGaps(['2025-01', '2025-03', '2025-05', '2025-07', '2025-12']);
    expect(gapSentences(many, 'month')[0]).toMatch(
      /^7 months are missing in 4 places, the most 4 months between Jul 2025 and Dec 2025/,
    );
  });

  it('say when the newest value is too old to be today’s', () => {
    expect(oldWeekSentence(isoDate('2026-05-18'), isoDate('2026-06-15'))).toBe('');
    expect(oldWeekSentence(isoDate('2026-05-18'), isoDate('2026-06-16'))).toContain(
      'is 4 weeks old',
    );
    expect(oldWeekSentence(null, isoDate('2026-06-16'))).toContain('No week is known');
    const month = (text: string) => parseMonthKey(text);
    const now = month('2026-05');
    if (now === null) throw new Error('a month');
    expect(oldMonthSentence(month('2026-02'), now)).toBe('');
    expect(oldMonthSentence(month('2026-01'), now)).toContain('is 4 months old');
  });

  it('stand among the assumptions, with contracts that have no start', () => {
    const undated = someContract(1, { starts_on: '0001-01-01' as IsoDate });
    const lines = priceGapLines(someFacts({ contracts: [undated, someContract(2)] }));
    const said = new Map(lines.map(({ key, value }) => [key, value]));
    expect(said.get('gaps_fuel')).toBeUndefined();
    expect(said.get('undated_contracts')).toContain('1 of 2');
    const week = (day: string) => ({ week_on: isoDate(day), petrol: 14_000, diesel: 14_000 });
    const known = {
      ...someFacts({}),
      fuel: [week('2026-07-06'), week('2026-08-03')],
      cpi: [{ month: '2026-07', index: 141 }],
    };
    expect(priceGapLines(known).map(({ key }) => key)).toEqual(['gaps_fuel']);
  });
});

describe('an index of another base year', () => {
  const older = [
    { month: '2025-12', index: 140 },
    { month: '2026-01', index: 141 },
  ];
  it('is chained by the months that both know, and not at all without one', () => {
    const newer = [
      { month: '2026-01', index: 107 },
      { month: '2026-02', index: 108 },
    ];
    expect(chainSeries(older, newer)?.at(-1)).toEqual({
      month: '2026-02',
      index: Math.round((108 / (107 / 141)) * 100) / 100,
    });
    expect(chainSeries(older, newer)?.slice(0, 2)).toEqual(older);
    expect(chainSeries(older, [{ month: '2026-03', index: 108 }])).toBeNull();
    expect(overlapSentence(overlapOf(older, []), 2015, 2023)).toContain('they cannot be chained');
  });
});

describe('a clause', () => {
  it('is said in a sentence', () => {
    expect(clauseSentence(someClause({ lag_months: 1, cap_percent: 5, collar_percent: 0, symmetric: true, from_on: isoDate('2026-09-01') }))).toBe(
      '13% of the price follows diesel, from the month in which each price was set, 1 month in arrears, up and down, at most +5%, never below it; from 1 Sep 2026.',
    );
  });

  it('is refused with all that stands against it', () => {
    expect(clauseProblems(someClause({ kind: 'fixed', share_percent: 0, lag_months: 25, to_on: isoDate('1999-01-01') }))).toHaveLength(5);
    expect(clauseProblems(someClause())).toEqual([]);
  });
}); // prettier-ignore
