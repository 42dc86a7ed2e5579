import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { makeReference, newApplicationProblems } from '../../shared/casework/new-application.ts';

const ON = isoDate('2026-08-10');
const year = academicYearFrom(2026);

describe('a reference made by hand', () => {
  it.each([
    ['R. Officer', 'H26-RO-001'],
    ['Dominik Zając', 'H26-DZ-001'],
    ['Émile', 'H26-E-001'],
    ['محمد علي', 'H26-XX-001'],
    ['', 'H26-XX-001'],
    ['Anne-Marie O’Neill', 'H26-AM-001'],
  ])('of %s is %s', (name, ref) => {
    expect(makeReference(name, year, () => false)).toBe(ref);
  });

  it('is the first that nobody has', () => {
    const taken = new Set(['H26-RO-001', 'H26-RO-002', 'H26-RO-004']);
    expect(makeReference('R. Officer', year, (ref) => taken.has(ref))).toBe('H26-RO-003');
  });
});

describe('an application entered by hand', () => {
  const child = {
    forename: 'X',
    surname: '',
    date_of_birth: null,
    home_address: '',
    postcode: '',
    carer_name: '',
    phone: '',
    school_urn: null,
  };
  const given = { of: { child }, type: 'Renewal', received_on: ON, ref: '' };
  const facts = { on: ON, isTaken: (ref: string) => ref === 'KT26-1' };

  it('needs a name of one letter or more, a kind and a day that has come', () => {
    expect(newApplicationProblems(given, facts)).toEqual([]);
    const bad = {
      of: { child: { ...child, forename: ' ', date_of_birth: isoDate('2026-08-11') } },
      type: '',
      received_on: isoDate('2026-08-11'),
      ref: ' KT26-1 ',
    };
    expect(newApplicationProblems(bad, facts)).toHaveLength(5);
  });
});
