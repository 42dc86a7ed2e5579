import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { dayMask, dayWords } from '../../shared/calendar/day-mask.ts';
import { weekOf, type WeekRecords } from '../../shared/casework/week.ts';
import type { Client } from '../../shared/model/client.ts';
import { someClient } from '../helpers/cost-facts.ts';
import { someAddress, somePlacement } from '../helpers/random-weeks.ts';

const ON = isoDate('2026-09-03');
const week = (given: Partial<Client>, records: Partial<WeekRecords> = {}) =>
  weekOf(
    someClient(1, { school_urn: 1, school_given: 'School 1', ...given }),
    { addresses: [], placements: [], second: null, ...records },
    ON,
  ).map(({ place, school_urn, mornings, afternoons, main }) =>
    [place, school_urn, dayWords(mornings), dayWords(afternoons), main].join(' | '),
  );

/** Records and the journeys of their week: address, school, mornings, afternoons, whether it is the record's own way. */
const WEEKS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['nothing but a home', week({}), ['home | 1 | every day | every day | true']],
  ['no days at all: every day', week({ days: [] }), ['home | 1 | every day | every day | true']],
  [
    'a part-time timetable',
    week({ days: ['Mon', 'Wed'] }),
    ['home | 1 | Mon, Wed | Mon, Wed | true'],
  ],
  [
    'a second address of the record',
    week({ second_days: ['Thu', 'Fri'] }),
    ['home | 1 | Mon, Tue, Wed | Mon, Tue, Wed | true', 'second | 1 | Thu, Fri | Thu, Fri | false'],
  ],
  [
    'addresses kept one by one, which stand for the record’s second',
    week({ second_days: ['Mon'] }, { addresses: [someAddress(7)] }),
    [
      'home | 1 | Mon, Tue, Wed | Mon, Tue, Wed | true',
      'address 7 | 1 | Thu, Fri | Thu, Fri | false',
    ],
  ],
  [
    'childcare after school on one day',
    week(
      {},
      { addresses: [someAddress(7, { kind: 'childcare', days: ['Tue'], legs: 'afternoon' })] },
    ),
    ['home | 1 | every day | Mon, Wed, Thu, Fri | true', 'address 7 | 1 |  | Tue | false'],
  ],
  [
    'an address over by then, and one not begun',
    week(
      {},
      {
        addresses: [
          someAddress(7, { to_on: isoDate('2026-09-02') }),
          someAddress(8, { from_on: isoDate('2026-09-04') }),
        ],
      },
    ),
    ['home | 1 | every day | every day | true'],
  ],
  [
    'a day that two addresses claim: the first has it',
    week(
      {},
      {
        addresses: [someAddress(7), someAddress(8, { days: ['Fri', 'Wed'] })],
      },
    ),
    [
      'home | 1 | Mon, Tue | Mon, Tue | true',
      'address 7 | 1 | Thu, Fri | Thu, Fri | false',
      'address 8 | 1 | Wed | Wed | false',
    ],
  ],
  [
    'a weekly boarder',
    week({}, { addresses: [someAddress(7, { kind: 'residential', rhythm: 'weekly', days: [] })] }),
    ['home | 1 | Mon | Fri | true'],
  ],
  [
    'a college on its own days',
    week(
      { days: ['Mon', 'Tue', 'Wed'] },
      { placements: [somePlacement(3, { days: ['Thu', 'Fri'] })] },
    ),
    [
      'home | 1 | Mon, Tue, Wed | Mon, Tue, Wed | true',
      'home to 3 | 2 | Thu, Fri | Thu, Fri | false',
    ],
  ],
  [
    'a college on a day at the other home',
    week({}, { addresses: [someAddress(7)], placements: [somePlacement(3, { days: ['Fri'] })] }),
    [
      'home | 1 | Mon, Tue, Wed | Mon, Tue, Wed | true',
      'address 7 | 1 | Thu | Thu | false',
      'address 7 to 3 | 2 | Fri | Fri | false',
    ],
  ],
  [
    'EOTAS on two days: no school, no journey',
    week(
      {},
      { placements: [somePlacement(3, { kind: 'eotas', school_urn: null, days: ['Tue', 'Thu'] })] },
    ),
    ['home | 1 | Mon, Wed, Fri | Mon, Wed, Fri | true'],
  ],
];

describe('a client’s week', () => {
  it.each(WEEKS)('%s', (_what, made, expected) => {
    expect(made).toEqual(expected);
  });

  it('has each day of travel once each way', () => {
    const journeys = weekOf(
      someClient(1, { school_urn: 1 }),
      { addresses: [someAddress(7)], placements: [somePlacement(3)], second: null },
      ON,
    );
    for (const leg of ['mornings', 'afternoons'] as const) {
      expect(journeys.reduce((sum, each) => sum + each[leg], 0)).toBe(31);
      expect(journeys.reduce((days, each) => days | each[leg], 0)).toBe(31);
    }
  });

  it('counts days as bits, Monday first', () => {
    expect([dayMask([]), dayMask(['Mon']), dayMask(['Thu', 'Fri'])]).toEqual([0, 1, 24]);
  });
});
