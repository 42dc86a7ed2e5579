import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { renewalNeed, renewalRef, type Carried } from '../../shared/casework/renewals.ts';

const YEAR = academicYearFrom(2026);
const born = (text: string) => ({ date_of_birth: isoDate(text) });
const CLIENT = { id: 1, ...born('2016-01-10'), year_group: 6, school_urn: 1 };
const SCHOOL = { name: 'Meadowfield', status: 'open', age_to: 19 } as const;
type Given = Partial<Omit<Carried, 'client'>> & { readonly client?: Partial<Carried['client']> };
const carried = (given: Given): Carried => ({
  school: SCHOOL,
  contract_urn: 1,
  applied: false,
  moved: false,
  ...given,
  client: { ...CLIENT, ...given.client },
});

describe('what a child who is carried needs', () => {
  it.each<[string, string, Given]>([
    ['renewal', 'same school and home', {}],
    ['renewal', 'within the secondary phase', { client: { year_group: 8 } }],
    ['renewal', 'in the third year of the sixth form', { client: { year_group: 14 } }],
    ['applied', 'asked for already', { applied: true, client: { year_group: 7 } }],
    ['phase_transfer', 'year 6 to 7', { client: { year_group: 7 } }],
    ['phase_transfer', 'year 11 to 12', { client: { year_group: 12 } }],
    ['phase_transfer', 'sixth form to adult', { client: { year_group: 15 } }],
    ['phase_transfer', 'nursery to reception', { client: { year_group: 0 } }],
    // Aged 11 on 31 August 2026: a school for 4 to 11 ended with year 6.
    [
      'phase_transfer',
      'the last age',
      { client: { ...born('2015-08-31'), year_group: null }, school: { ...SCHOOL, age_to: 11 } },
    ],
    [
      'renewal',
      'a day before the last age',
      { client: { ...born('2015-09-01'), year_group: null }, school: { ...SCHOOL, age_to: 11 } },
    ],
    ['leaver', 'aged 25 when the year begins', { client: born('2001-08-31') }],
    ['phase_transfer', 'aged 24', { client: { ...born('2001-09-01'), year_group: 15 } }],
    ['placement_ended', 'no school', { client: { school_urn: null }, school: null }],
    ['placement_ended', 'a closed school', { school: { ...SCHOOL, status: 'closed' } }],
    ['placement_ended', 'a route to another school', { contract_urn: 2 }],
    ['renewal', 'a route whose school is not listed', { contract_urn: null }],
    ['address_changed', 'moved', { moved: true }],
    [
      'renewal',
      'nothing known of age or year',
      { client: { date_of_birth: null, year_group: null } },
    ],
  ])('%s: %s', (group, _name, given) => {
    const need = renewalNeed(carried(given), YEAR);
    expect(need.group).toBe(group);
    expect(need.why).toMatch(/\.$/);
  });

  it('has a reference of the year and the child’s own', () => {
    expect(renewalRef('KC25-00012', YEAR)).toBe('RN26-KC25-00012');
  });
});
