import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { rollYears, type YearsOf } from '../../shared/casework/roll-years.ts';

const YEAR = academicYearFrom(2026);
const child = (id: number, born: string | null, year_group: number | null): YearsOf => ({
  id,
  date_of_birth: born === null ? null : isoDate(born),
  year_group,
});
/** Aged 8 on 31 August 2026: year 4 in 2026/27, year 3 the year before. */
const BORN = '2018-08-27';

describe('year groups at the turn of the year', () => {
  it.each<[string, YearsOf, number | undefined]>([
    ['goes up one', child(1, BORN, 3), 4],
    ['born on the last day of August is the youngest of the year', child(1, '2018-08-31', 3), 4],
    ['born a day later is a year below', child(1, '2018-09-01', 2), 3],
    ['deferred entry keeps the year behind', child(1, BORN, 2), 3],
    ['put ahead two years keeps them', child(1, BORN, 5), 6],
    ['recorded by this year’s age already stays', child(1, BORN, 4), undefined],
    ['without a date of birth goes up', child(1, null, 9), 10],
    ['without a year group is left', child(1, BORN, null), undefined],
    ['from the nursery into reception', child(1, '2022-05-01', -1), 0],
    ['still too young for reception stays', child(1, '2023-05-01', -1), undefined],
    ['the last year is not passed', child(1, '2001-10-01', 20), undefined],
  ])('%s', (_, given, expected) => {
    expect(rollYears([given], YEAR).rolled.get(1)).toBe(expected);
  });

  it('are of the year before where most dates of birth say so, and done once', () => {
    const many = [child(1, BORN, 3), child(2, '2015-01-01', 6), child(3, BORN, 2), child(4, null, 5)]; // prettier-ignore
    const plan = rollYears(many, YEAR);
    expect(plan).toMatchObject({ recorded: 'before', out_of_year: [3] });
    const after = many.map((each) => ({ ...each, year_group: plan.rolled.get(each.id) ?? each.year_group })); // prettier-ignore
    expect(after.map(({ year_group }) => year_group)).toEqual([4, 7, 3, 6]);
    expect(rollYears(after, YEAR).recorded).toBe('this');
    expect(rollYears([child(4, null, 5)], YEAR).recorded).toBeNull();
  });
});
