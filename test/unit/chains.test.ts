import { describe, expect, it } from 'vitest';
import type { Position } from '../../shared/geo/position.ts';
import { emptyWays } from '../../shared/planning/chains/empty-ways.ts';
import { findChains } from '../../shared/planning/chains/find-chains.ts';
import { someChain, WITHOUT_MARGIN } from '../helpers/chain-facts.ts';

const settings = (key: string, value: number) =>
  WITHOUT_MARGIN.map((each) => (each.key === key ? { ...each, value } : each));

describe('two runs that one vehicle could do', () => {
  it('fit as worked out by hand', () => {
    const { pairs, runs } = findChains(someChain());
    expect(runs).toBe(2);
    expect(pairs).toHaveLength(1);
    const [pair] = pairs;
    expect([pair?.first.route.ref, pair?.second.route.ref]).toEqual(['R1', 'R2']);
    // At school 1 by 08:00, five minutes there, ten to the home: 08:15 for a pick-up at 08:20.
    expect(pair?.morning).toMatchObject({
      earlier_s: 0,
      later_s: 0,
      leaves_s: 29_100,
      reaches_s: 29_700,
      // Five minutes to the pick-up, and fifteen earlier and five later would be allowed.
      spare_s: 300 + 900 + 300,
    });
    // Home by 15:20 at 51.05, a quarter of an hour to school 2, which lets out at 15:30.
    expect(pair?.afternoon).toMatchObject({
      same_order: true,
      leaves_s: 55_200,
      reaches_s: 56_100,
      wait_s: 300,
      spare_s: 600,
    });
    expect(pair?.saving).toEqual({
      keeps: 'first',
      day_pence: 7000 - 540,
      year_pence: (7000 - 540) * 190,
      working: [
        { text: '100% of the fixed price of route R2', pence: 7000 },
        { text: '6.0 km empty between the runs at £0.90 a km', pence: -540 },
      ],
    });
    expect(pair?.chosen).toBe(true);
  });

  it('move the first run before the second, no more than need be', () => {
    // Ready at the home at 08:15; wanted there 17 minutes before.
    const { pairs } = findChains(someChain({ pick_up_s: 29_700 - 1020 }));
    expect(pairs[0]?.morning).toMatchObject({
      earlier_s: 900,
      later_s: 120,
      leaves_s: 28_200,
      reaches_s: 28_800,
      spare_s: 180,
    });
  });

  it.each<[string, Parameters<typeof someChain>[0], number]>([
    ['the last second of the morning', { pick_up_s: 28_500 }, 1],
    ['a second less', { pick_up_s: 28_499 }, 0],
    [
      'as planned, in time',
      { pick_up_s: 29_400, facts: { asked: { earlier_s: 0, wait_s: null } } },
      1,
    ],
    [
      'as planned, a second late',
      { pick_up_s: 29_399, facts: { asked: { earlier_s: 0, wait_s: null } } },
      0,
    ],
    [
      'a school whose day starts as the run arrives: nothing later',
      { pick_up_s: 28_799, second: { arrive_s: 32_400 } },
      0,
    ],
    ['the same to the second', { pick_up_s: 28_800, second: { arrive_s: 32_400 } }, 1],
    ['the last second of the afternoon', { second: { depart_s: 55_200 } }, 1],
    ['children who would wait too long', { second: { depart_s: 55_199 } }, 0],
    [
      'children who need not wait',
      { second: { depart_s: 56_100 }, facts: { asked: { earlier_s: null, wait_s: 0 } } },
      1,
    ],
    [
      'children who may not wait',
      { second: { depart_s: 56_099 }, facts: { asked: { earlier_s: null, wait_s: 0 } } },
      0,
    ],
    ['another provider', { second: { provider: 'Bolt' } }, 0],
    ['a provider that is not known', { first: { provider: '' }, second: { provider: '' } }, 0],
    ['a run not let yet', { second: { provider: '', contract_id: null } }, 1],
    ['a larger vehicle first', { first: { vehicle_class: 'minibus', seats: 12 } }, 1],
    ['a larger vehicle second', { second: { vehicle_class: 'minibus', seats: 12 } }, 1],
    [
      'a new run that needs a larger vehicle than the contract has',
      { second: { vehicle_class: 'minibus', seats: 12, provider: '', contract_id: null } },
      0,
    ],
    [
      'neither vehicle holds both',
      { first: { seats: 2, wheelchairs: 1, vehicle_class: 'accessible_taxi' } },
      0,
    ],
    ['a school that no list has', { second: { school_urn: null } }, 0],
    ['a route without clients', { second: { stops: [] } }, 0],
    ['nothing saved', { facts: { settings: settings('chain_saved_percent', 7) } }, 0],
  ])('%s', (_, given, pairs) => {
    expect(findChains(someChain(given)).pairs).toHaveLength(pairs);
  });

  it('keep some minutes in hand, morning and afternoon', () => {
    const withMargin = { facts: { settings: settings('chain_margin_s', 240) } };
    const [pair] = findChains(someChain({ ...withMargin, pick_up_s: 29_700 })).pairs;
    expect(pair?.morning).toMatchObject({ earlier_s: 240, reaches_s: 29_460, spare_s: 960 });
    expect(pair?.afternoon).toMatchObject({ reaches_s: 56_100, wait_s: 540, spare_s: 360 });
    // The last second of both, as without a margin, that much sooner.
    for (const [pick_up_s, count] of [
      [28_740, 1],
      [28_739, 0],
    ] as const)
      // prettier-ignore
      expect(findChains(someChain({ ...withMargin, pick_up_s })).pairs).toHaveLength(count);
  });

  it('may go the other way round in the afternoon', () => {
    // School 2 lets out first: home at 15:05 at 51.1, ten minutes to school 1.
    const { pairs } = findChains(
      someChain({ second: { depart_s: 53_100 }, first: { depart_s: 54_600 } }),
    );
    expect(pairs[0]?.afternoon).toMatchObject({
      same_order: false,
      leaves_s: 54_300,
      reaches_s: 54_900,
      wait_s: 300,
    });
  });

  it('keep the vehicle that saves more, and pay for its dearer kilometres', () => {
    // Keeping the minibus saves a taxi (70.00), less 6 km at 1.30 and 9 km at 0.40 more.
    const first = { vehicle_class: 'minibus', seats: 12 };
    const { pairs } = findChains(someChain({ first }));
    expect(pairs[0]?.saving).toMatchObject({ keeps: 'first', day_pence: 7000 - 780 - 360 });
  });

  it('give back no more than a contract costs, and only what the setting says', () => {
    const cheap = findChains(someChain({ second: { cost_day_pence: 3000 }, first: { cost_day_pence: 3000 } })); // prettier-ignore
    expect(cheap.pairs[0]?.saving.day_pence).toBe(3000 - 540);
    const half = findChains(
      someChain({ facts: { settings: settings('chain_saved_percent', 50) } }),
    );
    expect(half.pairs[0]?.saving.day_pence).toBe(3500 - 540);
  });

  it('say what was not looked at', () => {
    const facts = someChain({ first: { school_urn: 99 }, second: { stops: [] } });
    expect(findChains(facts)).toMatchObject({
      runs: 0,
      left_out: { no_school: 1, no_position: 0, no_clients: 1 },
      pairs: [],
    });
    expect(findChains({ ...facts, routes: [] })).toMatchObject({ runs: 0, pairs: [] });
  });
});

describe('empty ways', () => {
  it('go the way asked, by road only where both ends lie on it, a table for each school', () => {
    let tables = 0;
    const place = (lat: number): Position => ({ lat, lon: 0 });
    const travel = {
      source: 'a map',
      // Uphill takes longer: from i to j it is 100 i + j seconds, ten times as many metres.
      table: (points: readonly Position[]) => {
        tables++;
        const n = points.length;
        const cost = (at: number): number =>
          100 * (points[Math.floor(at / n)]?.lat ?? 0) + (points[at % n]?.lat ?? 0) + 0.4;
        const durations = Float64Array.from({ length: n * n }, (_, at) => cost(at));
        const byRoad = Uint8Array.from(points, ({ lat }) => (lat < 3 ? 1 : 0));
        return { n, durations, distances: durations.map((each) => 10 * each), byRoad };
      },
    };
    const asked = [
      { school: place(1), home: place(2), to: 'home' as const },
      { school: place(5), home: place(2), to: 'home' as const },
      { school: place(1), home: place(3), to: 'school' as const },
      { school: place(1), home: place(2), to: 'school' as const },
    ];
    expect(emptyWays(travel, asked)).toEqual([
      { duration_s: 103, distance_m: 1024, by_road: true },
      { duration_s: 503, distance_m: 5024, by_road: false },
      { duration_s: 302, distance_m: 3014, by_road: false },
      { duration_s: 202, distance_m: 2014, by_road: true },
    ]);
    expect(tables).toBe(2);
  });
});
