import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, WEEKDAYS, type Weekday } from '../../shared/calendar/dates.ts';
import {
  addressProblems,
  careProblems,
  particularsWarnings,
  placementProblems,
  plannerSentences,
  spansMeet,
  uncoveredDays,
} from '../../shared/casework/check-particulars.ts';
import type { AddressGiven, ClientAddress, Particulars } from '../../shared/model/particulars.ts';

const ON = isoDate('2026-09-10');
const address = (change: Partial<AddressGiven> = {}): AddressGiven => ({
  kind: 'other_parent',
  address: '3 Bramble Way',
  postcode: 'ME14 1CV',
  days: ['Mon', 'Tue'],
  legs: 'both',
  rhythm: 'daily',
  power: 's508B',
  budget: 'education',
  budget_note: '',
  from_on: isoDate('2026-09-01'),
  to_on: null,
  protected: false,
  note: '',
  ...change,
});
const kept = (change: Partial<ClientAddress> = {}): ClientAddress => ({
  ...address(change),
  id: 1,
  lat: 51,
  lon: 0.5,
  ...change,
});
const all = (change: Partial<Particulars> = {}): Particulars => ({
  addresses: [],
  placements: [],
  care: [],
  moves: [],
  ...change,
});
const client = { days: WEEKDAYS, care_status: '', school_urn: 1, second_days: [] };

describe('an address', () => {
  it.each([
    ['is kept as it is', {}, 0],
    ['needs somewhere', { address: '', postcode: ' ' }, 1],
    ['of the record needs nothing', { kind: 'home', address: '', postcode: '' }, 0],
    ['needs days', { days: [] }, 1],
    ['of a residential school runs weekly', { kind: 'residential', rhythm: 'weekly', days: [] }, 0],
    ['of a residential school is not daily', { kind: 'residential' }, 1],
    ['of a parent is not weekly', { rhythm: 'weekly' }, 1],
    ['of a short break is discretion', { kind: 'short_break' }, 1],
    ['of childcare under s508C', { kind: 'childcare', power: 's508C' }, 0],
    ['paid elsewhere says where', { budget: 'other_authority' }, 1],
    ['ends after it begins', { to_on: isoDate('2026-08-31') }, 1],
  ] as const)('%s', (_name, change, count) => {
    expect(addressProblems(address(change), [])).toHaveLength(count);
  });

  it('shares a day with another only where the note says why', () => {
    const home = address({ kind: 'home', days: ['Tue', 'Wed'] });
    expect(addressProblems(address(), [home])).toEqual([
      'Other parent and statutory home both have Tue. Say in the note why.',
    ]);
    expect(addressProblems(address({ note: 'Alternate weeks.' }), [home])).toEqual([]);
    expect(addressProblems(address({ legs: 'morning' }), [{ ...home, legs: 'afternoon' }])).toEqual(
      [],
    );
    const later = { ...home, from_on: isoDate('2027-01-01') };
    expect(addressProblems(address({ to_on: isoDate('2026-12-31') }), [later])).toEqual([]);
  });
});

describe('days nobody covers', () => {
  it('are named once the home has days of its own; else the home has what is left', () => {
    expect(uncoveredDays([address()], WEEKDAYS, ON)).toEqual([]);
    const home = address({ kind: 'home', days: ['Wed', 'Thu'] });
    expect(uncoveredDays([address(), home], WEEKDAYS, ON)).toEqual(['Fri']);
    expect(uncoveredDays([address(), home], ['Mon', 'Wed'], ON)).toEqual([]);
    const morning = address({ kind: 'home', days: WEEKDAYS, legs: 'morning' });
    expect(uncoveredDays([address(), morning], WEEKDAYS, ON)).toEqual(['Wed', 'Thu', 'Fri']);
  });

  it('and days covered are together the days of travel, whatever the days are', () => {
    const days = fc.subarray([...WEEKDAYS] as Weekday[]);
    fc.assert(
      fc.property(days, days, days, (home, other, travel) => {
        const rows = [address({ kind: 'home', days: home }), address({ days: other })];
        const open = uncoveredDays(rows, travel, ON);
        const wanted = travel.length === 0 ? WEEKDAYS : travel;
        for (const day of wanted)
          expect(open.includes(day)).toBe(!home.includes(day) && !other.includes(day));
        expect(open.every((day) => wanted.includes(day))).toBe(true);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('meet whichever way round they are asked', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((n) => isoDate(`2026-02-${String(n).padStart(2, '0')}`));
    const span = fc.record({ from_on: day, to_on: fc.option(day, { nil: null }) });
    fc.assert(
      fc.property(span, span, (a, b) => spansMeet(a, b) === spansMeet(b, a)),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('what does not fit', () => {
  it('is said: overlaps, a missing position, a setting that ended, EOTAS beside a school, care by two', () => {
    const care = { id: 1, authority: 'Medway', recharge: true, from_on: ON, to_on: null, note: '' };
    const eotas = {
      id: 1,
      kind: 'eotas' as const,
      school_urn: null,
      name: 'Tutor at home',
      days: [],
      from_on: isoDate('2026-09-01'),
      to_on: null,
      note: '',
    };
    const said = particularsWarnings(
      all({
        addresses: [kept({ lat: null, lon: null }), kept({ id: 2, kind: 'foster', days: ['Tue'] })],
        placements: [
          eotas,
          { ...eotas, kind: 'pru', name: 'Unit 4', to_on: isoDate('2026-09-04') },
        ],
        care: [care, { ...care, id: 2, authority: 'Bexley' }],
      }),
      client,
      ON,
    );
    expect(said).toEqual([
      'Other parent and foster carer both have Tue.',
      'Other parent: its position is not known, because its postcode could not be matched.',
      'Pupil referral unit Unit 4 ended on 4 Sep 2026.',
      'EOTAS is education without a school, and the record names a school.',
      'Two authorities are responsible at once.',
    ]);
  });

  it('says how the planner takes the week, and nothing that is over', () => {
    const over = kept({ id: 2, to_on: isoDate('2026-09-02') });
    const said = plannerSentences(all({ addresses: [kept(), over] }), client, ON);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('planned as a stop of its own on Mon, Tue');
    expect(plannerSentences(all(), client, ON)).toEqual([]);
  });

  it('asks for the name of a provision and of an authority', () => {
    const given = {
      kind: 'eotas' as const,
      school_urn: 5,
      name: '',
      days: [],
      from_on: ON,
      to_on: null,
      note: '',
    };
    expect(placementProblems(given)).toHaveLength(1);
    expect(placementProblems({ ...given, school_urn: null })).toEqual(['Name the provision.']);
    expect(
      careProblems({ authority: ' ', recharge: false, from_on: ON, to_on: null, note: '' }),
    ).toEqual(['Name the responsible authority.']);
  });
});
