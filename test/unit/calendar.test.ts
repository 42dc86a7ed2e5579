import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  ageOn,
  dateOf,
  daysBetween,
  isoDate,
  parseIsoDate,
  weekdayOf,
  type IsoDate,
} from '../../shared/calendar/dates.ts';
import { academicYearOf, planningYearOf, yearGroupByAge } from '../../shared/calendar/years.ts';
import { bankHolidays, easterSunday } from '../../shared/calendar/bank-holidays.ts';
import { addWorkingDays, isWorkingDay } from '../../shared/calendar/working-days.ts';

const d = isoDate;

describe('dates', () => {
  it('refuses days that are not in the calendar', () => {
    expect(dateOf(2015, 2, 31)).toBeNull();
    expect(dateOf(2024, 2, 29)).toBe('2024-02-29');
    expect(parseIsoDate('2023-02-29')).toBeNull();
    expect(parseIsoDate('20230228')).toBeNull();
    expect(() => isoDate('x')).toThrow(RangeError);
  });
  it('knows every day of three centuries, and no other', () => {
    const days: string[] = [];
    for (let year = 1899; year <= 2199; year++)
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) days.push(dateOf(year, month, day) ?? '');
    const last = Date.UTC(2199, 11, 31);
    const expected: string[] = [];
    for (let at = Date.UTC(1899, 0, 1); at <= last; at += 86_400_000)
      expected.push(new Date(at).toISOString().slice(0, 10));
    expect(days.filter((day) => day !== '')).toEqual(expected);
  });
  it('counts days as the machine does, from the year 1000 to 9999', () => {
    const day = (ms: number) => isoDate(new Date(ms).toISOString().slice(0, 10));
    const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
    const [first, last] = [Date.UTC(1000, 0, 1), Date.UTC(9999, 11, 31)];
    const wrong: string[] = [];
    // Steps of 397 days meet every day of the year and both ends of every month.
    for (let at = first, step = 1; at <= last; at += 397 * 86_400_000, step = (step * 37) % 1499) {
      const [from, to] = [day(at), day(Math.min(last, at + step * 86_400_000))];
      const days = Math.min(step, Math.round((last - at) / 86_400_000));
      if (addDays(from, days) !== to || addDays(to, -days) !== from) wrong.push(`${from} ${days}`);
      if (daysBetween(from, to) !== days) wrong.push(`${from} to ${to}`);
      if (weekdayOf(from) !== weekday.format(at)) wrong.push(`weekday ${from}`);
    }
    expect(wrong).toEqual([]);
    // Open ends of contracts stay what they are.
    expect(addDays(d('9999-12-31'), 1)).toBe('9999-12-31');
    expect(addDays('0001-01-01' as IsoDate, 1)).toBe('0001-01-02');
    expect(addDays('0001-01-01' as IsoDate, -1)).toBe('0001-01-01');
  });
  it('counts days over clock changes and leap years', () => {
    expect(addDays(d('2026-03-28'), 2)).toBe('2026-03-30');
    expect(daysBetween(d('2024-01-01'), d('2025-01-01'))).toBe(366);
    expect(daysBetween(d('2026-08-10'), d('2026-08-01'))).toBe(-9);
    expect(weekdayOf(d('2026-11-22'))).toBe('Sun');
  });
  it('knows ages', () => {
    expect(ageOn(d('2015-09-01'), d('2026-08-31'))).toBe(10);
    expect(ageOn(d('2015-08-31'), d('2026-08-31'))).toBe(11);
    expect(ageOn(d('2012-02-29'), d('2023-02-28'))).toBe(10);
    expect(ageOn(d('2012-02-29'), d('2023-03-01'))).toBe(11);
  });
});

describe('years', () => {
  test.each([
    ['2026-08-31', '2025/26', '2026/27'],
    ['2026-09-01', '2026/27', '2026/27'],
    ['2027-02-28', '2026/27', '2026/27'],
    ['2027-03-01', '2026/27', '2027/28'],
    ['2099-12-31', '2099/00', '2099/00'],
  ])('%s is in %s and plans for %s', (date, year, planned) => {
    expect(academicYearOf(d(date))).toBe(year);
    expect(planningYearOf(d(date))).toBe(planned);
  });
  it('gives the year group by age', () => {
    const year = academicYearOf(d('2026-09-01'));
    expect(yearGroupByAge(d('2015-08-31'), year)).toBe(7);
    expect(yearGroupByAge(d('2015-09-01'), year)).toBe(6);
    expect(yearGroupByAge(d('2022-08-31'), year)).toBe(0);
    expect(yearGroupByAge(d('2024-08-31'), year)).toBe(-1);
  });
});

describe('bank holidays of England and Wales', () => {
  // As listed on gov.uk/bank-holidays.
  test.each([
    [2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
    [2021, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [
      2022,
      ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
    ],
    [2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
  ])('%i', (year, days) => {
    expect(bankHolidays(year)).toEqual(days.map((day) => `${year}-${day}`));
  });
  test.each([
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2019, '2019-04-21'],
    [2038, '2038-04-25'],
  ])('Easter of %i', (year, date) => expect(easterSunday(year)).toBe(date));
});

describe('working days', () => {
  it('skips weekends and bank holidays', () => {
    expect(isWorkingDay(d('2026-12-28'))).toBe(false);
    expect(addWorkingDays(d('2026-12-24'), 1)).toBe('2026-12-29');
    expect(addWorkingDays(d('2026-12-29'), -1)).toBe('2026-12-24');
    expect(addWorkingDays(d('2026-08-29'), 0)).toBe('2026-09-01');
  });
});
