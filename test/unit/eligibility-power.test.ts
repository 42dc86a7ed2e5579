import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import {
  birthday,
  compulsoryFrom,
  compulsoryUntil,
  leavingDay,
} from '../../shared/eligibility/ages.ts';
import { thresholdsAt } from '../../shared/eligibility/thresholds.ts';
import { decideCase, ruleOf, TERM } from '../helpers/eligibility-case.ts';

const thresholds = thresholdsAt(DEFAULT_SETTINGS, TERM);

describe('compulsory school age', () => {
  // Education Act 1996 s8(2): on a prescribed day itself, else the next one (SI 1998/1607).
  it.each([
    ['2021-08-31', '2026-08-31'],
    ['2021-09-01', '2026-12-31'],
    ['2021-12-31', '2026-12-31'],
    ['2022-01-01', '2027-03-31'],
    ['2022-03-31', '2027-03-31'],
    ['2022-04-01', '2027-08-31'],
    ['2020-02-29', '2025-03-31'],
  ])('of a child born on %s begins on %s', (born, begins) => {
    expect(compulsoryFrom(isoDate(born), thresholds)).toBe(begins);
  });

  // Education (School Leaving Date) Order 1997 (SI 1997/1970): the last Friday in June.
  it.each([
    [2024, '2024-06-28'],
    [2025, '2025-06-27'],
    [2026, '2026-06-26'],
    [2027, '2027-06-25'],
    [2028, '2028-06-30'],
    [2029, '2029-06-29'],
  ])('has its leaving day in %i on %s', (year, day) => {
    expect(leavingDay(year, thresholds)).toBe(day);
  });

  // Education Act 1996 s8(3): the school year in which sixteen is reached.
  it.each([
    ['2009-09-01', '2026-06-26'],
    ['2010-08-31', '2026-06-26'],
    ['2010-09-01', '2027-06-25'],
    ['2008-02-29', '2024-06-28'],
  ])('of one born on %s ends on %s', (born, ends) => {
    expect(compulsoryUntil(isoDate(born), thresholds)).toBe(ends);
  });

  it('counts a birthday of 29 February on 1 March of a common year', () => {
    expect(birthday(isoDate('2020-02-29'), 7)).toBe('2027-03-01');
    expect(birthday(isoDate('2020-02-29'), 8)).toBe('2028-02-29');
  });
});

describe('the power', () => {
  it.each<[string, string, string, string]>([
    // s508C below compulsory school age, s508B from the prescribed day itself.
    ['2021-09-01', '2026-12-30', 's508C', 'the day before the prescribed day'],
    ['2021-09-01', '2026-12-31', 's508B', 'the prescribed day'],
    // s508B on the leaving day, s509AA from the day after.
    ['2010-05-01', '2026-06-26', 's508B', 'the last Friday in June of year 11'],
    ['2010-05-01', '2026-06-27', 's509AA', 'the day after'],
    // s509AC: sixth-form age to the nineteenth birthday.
    ['2007-11-03', '2026-11-02', 's509AA', 'the day before turning 19'],
    ['2007-11-02', '2026-11-02', 'cannot_tell', 'the nineteenth birthday, no course known'],
  ])('of one born on %s is on %s %s: %s', (born, on, power) => {
    const { name, citation } = decideCase({ client: { date_of_birth: isoDate(born) }, on }).power;
    expect(name).toBe(power);
    expect(citation).toContain('Education Act 1996');
  });

  // s509AC(1): a course begun before 19; s508F: begun later.
  it.each([
    ['2026-05-31', 's509AA'],
    ['2026-06-01', 's508F'],
  ])('at 19 and over follows the course: begun on %s, %s', (began, power) => {
    const client = { date_of_birth: isoDate('2007-06-01') };
    const proposal = decideCase({ client, evidence: { course_began_on: isoDate(began) } });
    expect(proposal.power.name).toBe(power);
    expect(proposal.proposal).toBe('cannot_tell');
    expect(ruleOf(proposal, 'post_16').missing.length).toBeGreaterThan(1);
    expect(ruleOf(proposal, 'distance').outcome).toBe('not_needed');
  });

  it('is not ours where the home lies in another county, unless a person decided otherwise', () => {
    const client = { district_code: 'E06000035' };
    expect(decideCase({ client })).toMatchObject({
      power: { name: 'not_ours' },
      proposal: 'not_met',
    });
    expect(decideCase({ client, application: { held_accepted: 'Outside.' } }).power.name).toBe(
      's508B',
    );
    expect(decideCase({ client: { ...client, care_status: 'Looked after' } })).toMatchObject({
      power: { name: 'cannot_tell' },
      proposal: 'cannot_tell',
    });
    expect(decideCase({ client: { district_code: '' } }).notes.join(' ')).toContain('district');
    expect(decideCase({ application: { status: 'not_ours' } }).power.name).toBe('not_ours');
  });

  it.each([
    [null, 'cannot_tell'],
    [-1, 's508C'],
    [0, 'cannot_tell'],
    [1, 's508B'],
    [11, 's508B'],
    [12, 's509AA'],
    [14, 'cannot_tell'],
  ])('without a date of birth goes by year group %s: %s', (year_group, power) => {
    const decided = decideCase({ client: { date_of_birth: null, year_group } });
    expect(decided.power.name).toBe(power);
    expect(decided.power.missing).toContain('The date of birth.');
  });

  it('knows by year group alone when year 11 leaves', () => {
    const client = { date_of_birth: null, year_group: 12 };
    expect(decideCase({ client, on: '2026-06-26' }).power.name).toBe('s508B');
    expect(decideCase({ client, on: '2026-06-27' }).power.name).toBe('s509AA');
  });

  it('below compulsory school age follows the policy from four, and is discretion before', () => {
    const four = { date_of_birth: isoDate('2022-05-01') };
    expect(decideCase({ client: four })).toMatchObject({
      power: { name: 's508C' },
      proposal: 'met',
    });
    const three = { date_of_birth: isoDate('2023-05-01') };
    const decided = decideCase({ client: three });
    expect(decided).toMatchObject({ power: { name: 's508C' }, proposal: 'cannot_tell' });
    expect(decided.waiting_for.join(' ')).toContain('discretion');
  });
});

describe('what changes before long', () => {
  it.each<[string, string, string, string, string]>([
    ['2018-12-31', '2026-11-02', '2026-12-31', 'Turns 8', 's508B'],
    ['2016-01-01', '2026-11-02', '2027-01-01', 'Turns 11', 's508B'],
    ['2021-10-30', '2026-11-02', '2026-12-31', 'prescribed day', 's508B'],
    ['2010-05-01', '2026-05-01', '2026-06-26', 'last Friday in June', 's509AA'],
    ['2020-02-29', '2028-01-15', '2028-02-29', 'Turns 8', 's508B'],
  ])('for one born on %s, asked on %s, is on %s: %s, then %s', (born, on, day, what, power) => {
    const { changes } = decideCase({ client: { date_of_birth: isoDate(born) }, on });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ on: day, power_then: power });
    expect(changes[0]?.what).toContain(what);
  });

  it('is not listed on the day itself nor after 60 days', () => {
    const born = (date: string) => ({ client: { date_of_birth: isoDate(date) } });
    expect(decideCase(born('2018-11-02')).changes).toEqual([]);
    expect(decideCase(born('2019-01-01')).changes).toHaveLength(1);
    expect(decideCase(born('2019-01-02')).changes).toEqual([]);
  });

  it('reaches to the first day of transport where that is later', () => {
    const client = { date_of_birth: isoDate('2018-08-20') };
    const later = { client, on: '2026-05-20', starts_on: '2026-09-03' };
    expect(decideCase(later).changes.map(({ on }) => on)).toEqual(['2026-08-20']);
  });

  it('tells what the same facts bring then: two miles at seven, three at eight', () => {
    const client = { date_of_birth: isoDate('2018-11-20') };
    const decided = decideCase({ client, evidence: walkedTwoAndAHalf });
    expect(decided.proposal).toBe('met');
    expect(decided.changes[0]?.proposal_then).toBe('cannot_tell');
  });

  it('lists a post-16 course, the end of a temporary problem and a review of a route', () => {
    const { changes } = decideCase({
      application: { type: 'Post-16' },
      starts_on: '2026-11-10',
      evidence: {
        accompaniment: {
          walks_accompanied: false,
          parent_can_accompany: null,
          reason: 'broken leg',
          by: 'A. Officer',
          on: isoDate('2026-10-01'),
          ends_on: isoDate('2026-11-30'),
        },
        routes: [
          {
            id: 1,
            name: 'Mill Lane',
            assessed_on: isoDate('2025-12-01'),
            assessor: 'A. Walker',
            conditions: 'morning, winter',
            safe: true,
            safe_way_m: null,
            review_on: isoDate('2026-12-01'),
          },
        ],
      },
    });
    expect(changes.map(({ on }) => on)).toEqual(['2026-11-10', '2026-11-30', '2026-12-01']);
  });
});

const walkedTwoAndAHalf = {
  measured: {
    distance_m: 2.5 * 1609.344,
    error_m: 0,
    tool: 'a measuring wheel',
    on: isoDate('2026-10-01'),
    by: 'A. Officer',
  },
};
