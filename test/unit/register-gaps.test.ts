import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/calendar/dates.ts';
import { NOBODY_ASSIGNED } from '../../shared/model/register.ts';
import { gapWords } from '../../shared/service/register/gap-words.ts';
import { gapsOf } from '../../shared/service/register/gaps.ts';
import { monthsLater } from '../../shared/service/register/papers.ts';
import {
  holds,
  inVehicle,
  onContract,
  REGISTER_DAY as ON,
  someCrew,
  someNeed,
  someVehicle,
  someWorker,
} from '../helpers/register-records.ts';

const YESTERDAY = addDays(ON, -1);
const said = (...given: Parameters<typeof gapsOf>): readonly string[] => gapsOf(...given).map(gapWords); // prettier-ignore

describe('what is missing on a day', () => {
  it('is nothing where everyone and everything is in date', () => {
    expect(gapsOf(someNeed(), someCrew(), ON)).toEqual([]);
  });

  it('does not block where the register says nothing of the contract', () => {
    const gaps = gapsOf(someNeed({ assistant: true }), NOBODY_ASSIGNED, ON);
    expect(gaps.map(({ code }) => code)).toEqual(['no_driver', 'no_assistant', 'no_vehicle']);
    expect(gaps.some(({ blocks }) => blocks)).toBe(false);
  });

  it('wants a holder and a cover of a competence, register or none', () => {
    const gaps = gapsOf(someNeed({ competences: ['Harness'] }), NOBODY_ASSIGNED, ON);
    expect(gaps.filter(({ blocks }) => blocks).map(({ code }) => code)).toEqual([
      'no_holder',
      'no_cover',
    ]);
  });

  it.each([
    ['badge', { badge_expires_on: YESTERDAY }],
    ['dbs', { dbs_on: isoDate('2023-08-10') }],
    ['training', { training_expires_on: YESTERDAY }],
  ] as const)('blocks on a person whose %s is out of date since today', (item, given) => {
    const [gap, ...rest] = gapsOf(
      someNeed(),
      someCrew([onContract('driver', someWorker(given))]),
      ON,
    );
    expect(rest).toEqual([]);
    expect(gap).toMatchObject({ code: 'out_of_date', item, who: 'Jo Marsh', since: ON, until: YESTERDAY, blocks: true }); // prettier-ignore
  });

  it.each([
    ['badge', { badge_expires_on: ON }],
    ['dbs', { dbs_on: isoDate('2023-08-11') }],
    ['training', { training_expires_on: ON }],
  ] as const)('lets a person pass on the last day of their %s', (_item, given) => {
    const crew = someCrew([onContract('driver', someWorker(given))]);
    expect(gapsOf(someNeed(), crew, ON)).toEqual([]);
    expect(gapsOf(someNeed(), crew, addDays(ON, 1))).toHaveLength(1);
  });

  it.each([
    ['plate', { plate_expires_on: YESTERDAY }],
    ['mot', { mot_expires_on: YESTERDAY }],
    ['insurance', { insurance_expires_on: YESTERDAY }],
    // Examined every six months: LOLER 1998, regulation 9(3)(a)(i).
    ['lift', { lift_examined_on: isoDate('2026-02-10') }],
  ] as const)('blocks on a vehicle whose %s is out of date since today', (item, given) => {
    const crew = someCrew(undefined, [inVehicle(someVehicle(given))]);
    expect(gapsOf(someNeed(), crew, ON)).toEqual([
      expect.objectContaining({ code: 'out_of_date', item, who: 'GK19 ABC', since: ON, blocks: true }), // prettier-ignore
    ]);
    expect(gapsOf(someNeed(), crew, YESTERDAY)).toEqual([]);
  });

  it('shows what is not recorded and does not block on it', () => {
    const nothing = someVehicle({ mot_expires_on: null, layouts: [], lift_limit_kg: null, lift_examined_on: null }); // prettier-ignore
    const crew = someCrew([onContract('driver', someWorker({ dbs_on: null }))], [inVehicle(nothing)]); // prettier-ignore
    expect(said(someNeed(), crew, ON)).toEqual([
      'Jo Marsh: enhanced DBS check not recorded.',
      'GK19 ABC: MOT not recorded.',
      'GK19 ABC: layout not recorded.',
    ]);
    expect(gapsOf(someNeed(), crew, ON).some(({ blocks }) => blocks)).toBe(false);
  });

  it('looks at covers as at the crew, and at nobody whose days are over', () => {
    const stale = someWorker({ id: 2, name: 'Al Reed', badge_expires_on: YESTERDAY });
    const crew = [onContract('driver', someWorker())];
    const covered = someCrew([...crew, onContract('cover', stale)]);
    expect(said(someNeed(), covered, ON)).toEqual([
      'Al Reed: badge out of date since 10 Aug 2026.',
    ]);
    const over = someCrew([...crew, onContract('cover', stale, [], { to_on: YESTERDAY })]);
    expect(gapsOf(someNeed(), over, ON)).toEqual([]);
    const ahead = someCrew([...crew, onContract('cover', stale, [], { from_on: addDays(ON, 1) })]);
    expect(gapsOf(someNeed(), ahead, ON)).toEqual([]);
  });

  it('blocks on whoever has left', () => {
    const crew = someCrew([onContract('driver', someWorker({ left_on: YESTERDAY }))]);
    expect(said(someNeed(), crew, ON)).toEqual([
      'Jo Marsh is no longer with the provider, last day 9 Aug 2026.',
    ]);
  });
});

describe('a competence that the children need', () => {
  const need = someNeed({ competences: ['Rescue medication'] });
  const aide = someWorker({ id: 2, name: 'Ann Hill', role: 'assistant' });
  const cover = someWorker({ id: 3, name: 'Sam Frost', role: 'assistant' });
  const driver = onContract('driver', someWorker());
  const medication = holds('Rescue medication');

  it('is there with a holder and another who covers', () => {
    const crew = someCrew([
      driver,
      onContract('assistant', aide, [medication]),
      onContract('cover', cover, [medication]),
    ]);
    expect(gapsOf(need, crew, ON)).toEqual([]);
  });

  it('may be held by the driver', () => {
    const crew = someCrew([
      onContract('driver', someWorker(), [medication]),
      onContract('cover', cover, [medication]),
    ]);
    expect(gapsOf(need, crew, ON)).toEqual([]);
  });

  it.each([
    ['nobody', [driver], ['no_holder', 'no_cover']],
    ['a holder alone', [driver, onContract('assistant', aide, [medication])], ['no_cover']],
    ['a cover alone', [driver, onContract('cover', cover, [medication])], ['no_holder']],
    [
      'a holder who is their own cover',
      [
        driver,
        onContract('assistant', aide, [medication]),
        onContract('cover', aide, [medication]),
      ],
      ['no_cover'],
    ],
    [
      'a cover who holds something else',
      [
        driver,
        onContract('assistant', aide, [medication]),
        onContract('cover', cover, [holds('Harness')]),
      ],
      ['no_cover'],
    ],
  ] as const)('is not there with %s', (_who, workers, codes) => {
    const gaps = gapsOf(need, someCrew(workers), ON);
    expect(gaps.map(({ code }) => code)).toEqual(codes);
    expect(gaps.every(({ blocks }) => blocks)).toBe(true);
  });

  it('counts to its last day, and then says whose ran out', () => {
    const crew = someCrew([
      driver,
      onContract('assistant', aide, [holds('Rescue medication', YESTERDAY)]),
      onContract('cover', cover, [medication]),
    ]);
    expect(gapsOf(need, crew, YESTERDAY)).toEqual([]);
    expect(said(need, crew, ON)).toEqual([
      'Rescue medication: nobody aboard holds it (Ann Hill’s ran out on 9 Aug 2026).',
    ]);
  });

  it('does not count before it was issued', () => {
    const early = { ...medication, issued_on: addDays(ON, 1) };
    const crew = someCrew([
      driver,
      onContract('assistant', aide, [early]),
      onContract('cover', cover, [medication]),
    ]);
    expect(gapsOf(need, crew, ON).map(({ code }) => code)).toEqual(['no_holder']);
  });
});

describe('a vehicle', () => {
  const chairs = (kg: number | null) =>
    someNeed({
      wheelchairs: [{ child: 'Kim Lee', kg }],
      rooms: [{ seats: 2, wheelchairs: 1 }],
    });

  it.each([
    [250, []],
    [251, ['GK19 ABC: Kim Lee weighs 251 kg with the wheelchair; the tie-downs bear 250 kg.']],
    [
      301,
      [
        'GK19 ABC: Kim Lee weighs 301 kg with the wheelchair; the lift bears 300 kg.',
        'GK19 ABC: Kim Lee weighs 301 kg with the wheelchair; the tie-downs bear 250 kg.',
      ],
    ],
    [null, ['Kim Lee: weight with the wheelchair not known.']],
  ])('bears %s kg or says what it does not', (kg, sentences) => {
    expect(said(chairs(kg), someCrew(), ON)).toEqual(sentences);
  });

  it('is asked for its limits only where somebody travels in a wheelchair', () => {
    const vehicle = inVehicle(someVehicle({ lift_limit_kg: null, tie_down_limit_kg: null }));
    expect(said(someNeed(), someCrew(undefined, [vehicle]), ON)).toEqual([]);
    expect(said(chairs(200), someCrew(undefined, [vehicle]), ON)).toEqual([
      'GK19 ABC: what the lift bears not recorded.',
      'GK19 ABC: what the tie-downs bear not recorded.',
    ]);
  });

  it('holds everyone in one of its layouts on every day, or says that it does not', () => {
    const rooms = [
      { seats: 8, wheelchairs: 0 },
      { seats: 4, wheelchairs: 2 },
    ];
    const need = someNeed({ rooms });
    const crew = (layouts: readonly string[]) =>
      someCrew(undefined, [inVehicle(someVehicle({ layouts }))]);
    expect(gapsOf(need, crew(['8+3']), ON)).toEqual([]);
    // One layout is kept all week, as the planner keeps it.
    expect(said(need, crew(['8+0', '4+2']), ON)).toEqual([
      'GK19 ABC: its layout (8+0, 4+2) does not hold everyone.',
    ]);
  });
});

describe('months later', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', 36, '2029-01-31'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(monthsLater(isoDate(from), months)).toBe(to);
  });
});
