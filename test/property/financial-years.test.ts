import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, type AcademicYear, type IsoDate } from '../../shared/calendar/dates.ts';
import { schoolCalendars } from '../../shared/calendar/school-calendars.ts';
import { financialDays, splitToFinancial } from '../../shared/costing/financial-split.ts';

const YEAR = '2026/27' as AcademicYear;
const term = (urn: number, from: string, to: string) => ({ urn, kind: 'term' as const, from_on: isoDate(from), to_on: isoDate(to) }); // prettier-ignore
/** School 5 opens on ten days before April and five after. */
const calendars = schoolCalendars([
  term(5, '2026-09-07', '2026-09-18'),
  term(5, '2027-04-19', '2027-04-23'),
]);

describe('an academic year in financial years', () => {
  it('goes by the days that the school is open in each', () => {
    const split = financialDays(5, YEAR, { calendars, runs: null });
    expect([split.days, split.basis]).toEqual([[10, 5], 'calendar']);
    expect(splitToFinancial(100_000, split)).toEqual([66_667, 33_333]);
  });

  it('counts the days of a contract alone, and all of them where it has none', () => {
    const runs = { starts_on: isoDate('2026-09-14'), ends_on: isoDate('2027-04-19') };
    expect(financialDays(5, YEAR, { calendars, runs }).days).toEqual([5, 1]);
    const never = { starts_on: isoDate('2027-06-01'), ends_on: '9999-12-31' as IsoDate };
    expect(financialDays(5, YEAR, { calendars, runs: never }).days).toEqual([10, 5]);
  });

  it('takes weekdays of September to July where no calendar is known, and says so', () => {
    const split = financialDays(6, YEAR, { calendars, runs: null });
    expect(split.basis).toBe('working_days');
    // 152 weekdays to 31 March less 5 bank holidays; 88 to 31 July less 3.
    expect(split.days).toEqual([147, 85]);
  });

  it('adds up to the year for any amount and any contract', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((n) => isoDate(new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10))); // prettier-ignore
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), day, day, (pence, a, b) => {
        const runs = a < b ? { starts_on: a, ends_on: b } : { starts_on: b, ends_on: a };
        const parts = splitToFinancial(pence, financialDays(5, YEAR, { calendars, runs }));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(pence);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
