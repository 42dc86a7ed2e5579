import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/calendar/dates.ts';
import {
  financialYearName,
  parsePeriodKey,
  periodKey,
  periodOf,
  PERIODS,
  periodWords,
  previousPeriod,
  spanOf,
  yearSpan,
} from '../../shared/calendar/financial-year.ts';
import { academicYearOf } from '../../shared/calendar/years.ts';
import { guessBudgetLine } from '../../shared/intake/budget-line-names.ts';
import { parseFinancialYear } from '../../shared/intake/financial-period.ts';
import { parseSignedMoney } from '../../shared/intake/signed-money.ts';

describe('periods of a financial year', () => {
  it.each([
    ['2026-04-01', 2026, 1],
    ['2026-03-31', 2025, 12],
    ['2026-08-31', 2026, 5],
    ['2026-09-01', 2026, 6],
    ['2026-12-31', 2026, 9],
    ['2027-01-01', 2026, 10],
    ['2028-02-29', 2027, 11],
  ])('%s lies in period %s/%s', (day, year, period) => {
    expect(periodOf(isoDate(day))).toEqual({ year, period });
  });

  it('follow each other without a gap from 1 April to 31 March, also in a leap year', () => {
    for (const year of [2026, 2027]) {
      const spans = PERIODS.map((period) => spanOf({ year, period }));
      expect([spans[0]?.from, spans.at(-1)?.to]).toEqual(Object.values(yearSpan(year)));
      for (const [at, { to }] of spans.slice(0, -1).entries())
        expect(spans[at + 1]?.from).toBe(addDays(to, 1));
    }
    expect(spanOf({ year: 2027, period: 11 }).to).toBe('2028-02-29');
  });

  it('mix two academic years: 1 to 5 the one, 6 to 12 the other', () => {
    const years = PERIODS.map((period) => academicYearOf(spanOf({ year: 2026, period }).from));
    expect(years.map((year) => year === '2025/26')).toEqual(PERIODS.map((period) => period <= 5));
    expect(new Set(years).size).toBe(2);
  });

  it('are written as year and period, not month', () => {
    expect(periodKey({ year: 2026, period: 4 })).toBe('2026-04');
    expect(parsePeriodKey('2026-12')).toEqual({ year: 2026, period: 12 });
    expect(['2026-13', '2026-00', '2026-4', '26-04', ''].map(parsePeriodKey)).toEqual([null, null, null, null, null]); // prettier-ignore
    expect(periodWords({ year: 2026, period: 10 })).toBe('Period 10, January 2027');
    expect([previousPeriod({ year: 2026, period: 1 }), previousPeriod({ year: 2026, period: 2 })?.period]).toEqual([null, 1]); // prettier-ignore
    expect(financialYearName(2099)).toBe('2099/00');
  });
});

describe('cells of the council’s money', () => {
  it.each([
    ['2026/27', 2026],
    ['2026-2027', 2026],
    ['26/27', 2026],
    ['FY27', 2026],
    ['FY2026/27', 2026],
    ['2026', 2026],
    ['2026/28', null],
    ['next year', null],
  ])('the financial year %s starts in %s', (text, year) => {
    expect(parseFinancialYear(text)).toBe(year);
  });

  it.each([
    ['1,234.56', 123_456],
    ['(120.00)', -12_000],
    ['−3', -300],
    ['45.10-', -4510],
    ['£45.10 CR', -4510],
    ['45.10 Dr', 4510],
    ['1,23', null],
    ['ten', null],
  ])('the amount %s is %s pence', (text, pence) => {
    expect(parseSignedMoney(text)).toBe(pence);
  });

  it.each([
    ['SEN Transport Pre-16', 'pre_16_sen'],
    ['SEND transport 16 to 18', 'post_16_sen'],
    ['Post 19 learners', 'adult_sen'],
    ['Mainstream home to school', 'mainstream'],
    ['Passenger assistants', 'assistants'],
    ['Bus passes', 'passes'],
    ['Personal Transport Budgets', 'ptb'],
    ['Sixth form contributions', 'contributions'],
    ['Recharge to children’s social care', 'recharge_care'],
    ['Income from other authorities', 'recharge_authorities'],
    ['Miscellaneous', null],
  ])('%s is the line %s', (words, line) => {
    expect(guessBudgetLine(words)).toBe(line);
  });
});
