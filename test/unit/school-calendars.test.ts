import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { WHOLE_WEEK, dayMask } from '../../shared/calendar/day-mask.ts';
import { dayRuleWords, yearGroupsWords } from '../../shared/calendar/day-rule-words.ts';
import {
  schoolCalendars,
  type CalendarSpan,
  type DayRule,
} from '../../shared/calendar/school-calendars.ts';
import { academicYearOf } from '../../shared/calendar/years.ts';

const d = isoDate;
const YEAR = academicYearOf(d('2026-09-01'));

const county: CalendarSpan[] = [
  { urn: 0, kind: 'term', from_on: d('2026-09-01'), to_on: d('2026-09-11'), label: 'Term 1' },
  { urn: 0, kind: 'term', from_on: d('2026-09-21'), to_on: d('2026-09-30'), label: 'Term 2' },
  { urn: 0, kind: 'closed', from_on: d('2026-09-01'), to_on: d('2026-09-01'), label: 'INSET' },
  { urn: 7, kind: 'closed', from_on: d('2026-09-02'), to_on: d('2026-09-02'), label: 'Staff day' },
  { urn: 9, kind: 'term', from_on: d('2026-09-07'), to_on: d('2026-09-08'), label: 'Own' },
];

const rule = (given: Partial<DayRule> & Pick<DayRule, 'urn' | 'kind' | 'from_on'>): DayRule => ({
  to_on: given.from_on,
  year_groups: [],
  days: WHOLE_WEEK,
  ends_s: null,
  why: '',
  ...given,
});

const september = { from: d('2026-09-01'), to: d('2026-09-30') };

describe('a school’s calendar', () => {
  it('follows the county, less its own closed days', () => {
    const at = schoolCalendars(county);
    expect(at.openDays(1, null, september)).toHaveLength(16);
    expect(at.firstDay(1, null, YEAR)).toBe('2026-09-02');
    expect(at.firstDay(7, null, YEAR)).toBe('2026-09-03');
    expect(at.firstDay(null, null, YEAR)).toBe('2026-09-02');
  });

  it('prefers the terms of the school, and then none of the county’s closed days count', () => {
    const at = schoolCalendars(county, [
      rule({ urn: 0, kind: 'closed', from_on: d('2026-09-07') }),
    ]);
    expect(at.openDays(9, null, september)).toEqual(['2026-09-07', '2026-09-08']);
    expect(at.runsOn(1, null, d('2026-09-07'))).toBe(false);
  });

  it('says why a day is closed', () => {
    const at = schoolCalendars(county, [
      rule({ urn: 1, kind: 'closed', from_on: d('2026-09-04'), why: 'Polling station' }),
    ]);
    const why = (day: string) => {
      const { open, because, why: words } = at.dayOf(1, null, d(day));
      return [open, because, words];
    };
    expect(why('2026-09-05')).toEqual([false, 'weekend', 'Weekend']);
    expect(why('2026-09-01')).toEqual([false, 'closed', 'INSET']);
    expect(why('2026-09-04')).toEqual([false, 'closed', 'Polling station']);
    expect(why('2026-09-15')).toEqual([false, 'holiday', 'Between terms']);
    expect(why('2026-10-05')).toEqual([false, 'holiday', 'After the last term']);
    expect(why('2026-12-25')).toEqual([false, 'bank_holiday', 'Bank holiday']);
    expect(why('2026-09-03')).toEqual([true, 'open', '']);
  });

  it('starts year groups on days of their own; a child whose year is not known with the first', () => {
    const at = schoolCalendars(county, [
      rule({
        urn: 1,
        kind: 'starts',
        from_on: d('2026-09-04'),
        year_groups: [8, 9],
        why: 'Years 8 and 9 start',
      }),
    ]);
    expect(at.firstDay(1, 7, YEAR)).toBe('2026-09-02');
    expect(at.firstDay(1, 8, YEAR)).toBe('2026-09-04');
    expect(at.firstDay(1, null, YEAR)).toBe('2026-09-02');
    expect(at.dayOf(1, 9, d('2026-09-03')).because).toBe('not_started');
    expect(at.runsOn(1, 9, d('2026-09-07'))).toBe(true);
  });

  it('does not carry a staggered start into the next academic year', () => {
    const at = schoolCalendars(
      [...county, { urn: 0, kind: 'term', from_on: d('2027-09-01'), to_on: d('2027-10-01') }],
      [rule({ urn: 1, kind: 'starts', from_on: d('2026-09-04'), year_groups: [8] })],
    );
    expect(at.runsOn(1, 8, d('2027-09-01'))).toBe(true);
  });

  it('opens a college on its days alone, for some years where they are named', () => {
    const at = schoolCalendars(county, [
      rule({
        urn: 1,
        kind: 'days',
        from_on: d('2026-09-01'),
        to_on: d('2027-07-31'),
        days: dayMask(['Mon', 'Tue', 'Wed']),
        year_groups: [12, 13],
      }),
    ]);
    expect(at.runsOn(1, 12, d('2026-09-09'))).toBe(true);
    expect(at.dayOf(1, 12, d('2026-09-10'))).toMatchObject({ open: false, because: 'not_a_day' });
    expect(at.runsOn(1, 11, d('2026-09-10'))).toBe(true);
  });

  it('finishes early', () => {
    const at = schoolCalendars(county, [
      rule({
        urn: 1,
        kind: 'early',
        from_on: d('2026-09-11'),
        ends_s: 43_200,
        why: 'Open evening',
      }),
    ]);
    expect(at.dayOf(1, null, d('2026-09-11'))).toEqual({
      open: true,
      because: 'early',
      why: 'Open evening',
      ends_s: 43_200,
    });
  });

  it('lets what is said of a day go before terms, the school’s before the county’s, a year group’s before all', () => {
    const at = schoolCalendars(county, [
      rule({ urn: 1, kind: 'open', from_on: d('2026-09-14'), why: 'Instead of a closure' }),
      rule({ urn: 0, kind: 'closed', from_on: d('2026-09-03'), to_on: d('2026-09-04') }),
      rule({ urn: 1, kind: 'open', from_on: d('2026-09-03') }),
      rule({ urn: 1, kind: 'closed', from_on: d('2026-09-08') }),
      rule({ urn: 1, kind: 'open', from_on: d('2026-09-08'), year_groups: [11] }),
      rule({ urn: 1, kind: 'starts', from_on: d('2026-09-10'), year_groups: [12] }),
      rule({ urn: 1, kind: 'open', from_on: d('2026-09-09') }),
    ]);
    expect(at.runsOn(1, 7, d('2026-09-14'))).toBe(true);
    expect(at.runsOn(1, 7, d('2026-09-03'))).toBe(true);
    expect(at.runsOn(1, 7, d('2026-09-04'))).toBe(false);
    expect(at.runsOn(1, 7, d('2026-09-08'))).toBe(false);
    expect(at.runsOn(1, 11, d('2026-09-08'))).toBe(true);
    // A day open for all does not begin the year for those who start later.
    expect(at.runsOn(1, 12, d('2026-09-09'))).toBe(false);
  });

  it('lets one day be open within days that are closed', () => {
    const at = schoolCalendars(county, [
      rule({ urn: 1, kind: 'closed', from_on: d('2026-09-07'), to_on: d('2026-09-11') }),
      rule({ urn: 1, kind: 'open', from_on: d('2026-09-09') }),
    ]);
    expect(at.openDays(1, null, { from: d('2026-09-07'), to: d('2026-09-11') })).toEqual([
      '2026-09-09',
    ]);
  });

  it('answers 1 September where nothing is known, and says that it does not know', () => {
    const at = schoolCalendars([]);
    expect(at.openDays(9, null, september)).toEqual([]);
    expect(at.firstDay(9, null, YEAR)).toBe('2026-09-01');
    expect(at.isKnown(9, YEAR)).toBe(false);
    expect(at.dayOf(9, null, d('2026-09-03'))).toMatchObject({
      open: true,
      because: 'no_calendar',
    });
    expect(at.runsOn(9, null, d('2027-08-12'))).toBe(false);
  });
});

describe('rules of days in words', () => {
  it('puts neighbouring years together', () => {
    expect(yearGroupsWords([9, 8, 11, 10])).toBe('years 8 to 11');
    expect(yearGroupsWords([0, 1, 7])).toBe('reception, year 1, year 7');
    expect(yearGroupsWords([])).toBe('');
  });
  it('tells each kind', () => {
    const from_on = d('2026-09-04');
    expect(dayRuleWords(rule({ urn: 1, kind: 'early', from_on, ends_s: 47_700 }))).toBe(
      '2026-09-04 finishes at 13:15',
    );
    expect(
      dayRuleWords(rule({ urn: 1, kind: 'starts', from_on, year_groups: [8], why: 'Staggered' })),
    ).toBe('2026-09-04, year 8 first day: Staggered');
  });
});
