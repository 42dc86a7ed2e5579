/** Facts that contradict each other give a sentence beside the proposal; every rule still answers. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { someSchool } from '../helpers/cost-facts.ts';
import { decideCase, walked, type CaseGiven } from '../helpers/eligibility-case.ts';
import { versionOf } from '../helpers/evidence-of.ts';

const born = (date_of_birth: string, year_group: number | null = null): CaseGiven => ({
  client: { date_of_birth: isoDate(date_of_birth), year_group },
});

describe('facts that contradict each other', () => {
  it.each<[string, CaseGiven, string]>([
    // Education Act 1996 s8: compulsory school age, and with it the year group, goes by the date of birth.
    [
      'born for year 6, recorded in year 3',
      born('2016-05-01', 3),
      'cannot be in year 3: by age it is year 6',
    ],
    ['born for year 6, recorded in nursery', born('2016-05-01', -1), 'cannot be in nursery'],
    // School Admissions Code 2021, 2.18: admission out of the normal age group is decided for each child.
    ['a year apart', born('2016-05-01', 5), 'taught out of year, or one of the two is wrong'],
    [
      'on the last day of a year group',
      born('2016-08-31', 5),
      'in year 6 and is recorded in year 5',
    ],
    ['born after the deciding day', born('2026-12-01'), 'lies after the deciding day'],
    // Children and Families Act 2014 s46: a plan may be kept until the end of the year of the 25th birthday.
    ['older than any plan', born('1999-05-01'), 'the age is 27: over 25'],
    // Family Law Reform Act 1969 s9(1): an age is attained at the commencement of the anniversary.
    ['born on 29 February', born('2016-02-29'), 'the birthday is taken as 1 March'],
    ['eight on the day itself', born('2018-11-02'), 'Turns 8 on the deciding day'],
    ['eight on the next', born('2018-11-03'), 'Still 7 on the deciding day and 8 on the next'],
    ['eleven on the day itself', born('2015-11-02'), 'Turns 11 on the deciding day'],
    [
      'eight on 1 March, born on 29 February',
      { ...born('2020-02-29'), on: '2028-02-29' },
      'Turns 8 on the deciding day',
    ],
    // Education (Start of Compulsory School Age) Order 1998 (SI 1998/1607).
    [
      'on the prescribed day',
      { ...born('2021-10-10'), on: '2026-12-31' },
      'compulsory school age begins today',
    ],
    // Education (School Leaving Date) Order 1997 (SI 1997/1970): 25 June 2027 is the last Friday in June.
    [
      'on the leaving day',
      { ...born('2011-05-01'), on: '2027-06-25' },
      'the last day of compulsory school age',
    ],
    [
      'too old for the school',
      { ...born('2010-05-01'), school: { name: 'Oak Primary', age_to: 11 } },
      'Oak Primary takes children up to 11, and this one is 16',
    ],
    [
      'too young for it',
      { ...born('2020-05-01'), school: { name: 'Oak Academy', age_from: 11 } },
      'Oak Academy takes children from 11',
    ],
    [
      // Children and Families Act 2014 s38(3)(d) and s44: the plan in force names the school.
      'at a school that section I names no more',
      {
        others: [someSchool(2, { name: 'Ash School' })],
        evidence: { section_i: [versionOf(1, { urns: [2] })] },
      },
      'Section I names Ash School since 15 Feb 2026, and the record still has Meadowfield School: that placement may have ended',
    ],
    [
      // No way on foot is shorter than the straight line.
      'a way measured from another home',
      { metres: 4000, evidence: walked(2000) },
      'is shorter than the straight line of 2.5 miles',
    ],
    [
      // Education Act 1996 s508B(1): children in the authority's area.
      'another county’s home, taken into use',
      {
        client: { district_code: 'E06000035' },
        application: { held_accepted: 'The home lies in Medway.' },
      },
      'lies in another county’s district; an officer took the application into use',
    ],
  ])('%s', (_what, given, sentence) => {
    const decided = decideCase(given);
    expect(decided.notes.join(' ')).toContain(sentence);
    // Nothing is lost: the rules answer as they would, each with its citation.
    expect(decided.rules.length).toBeGreaterThanOrEqual(4);
    expect(decided.rules.every(({ citation }) => citation !== '')).toBe(true);
  });

  it('are not seen where there are none', () => {
    expect(decideCase({ client: { year_group: 6 } }).notes).toEqual([]);
    expect(
      decideCase({ client: { year_group: 6 }, metres: 4000, evidence: walked(4100) }).notes,
    ).toEqual([]);
    expect(decideCase(born('2018-11-04')).notes).toEqual([]);
  });

  it('a home in another county is not ours, and says so', () => {
    const decided = decideCase({ client: { district_code: 'E06000035' } });
    expect(decided).toMatchObject({ proposal: 'not_met', power: { name: 'not_ours' } });
    expect(decided.reason).toContain('another county');
  });
});
