import { describe, expect, it } from 'vitest';
import type { Position } from '../../shared/geo/position.ts';
import { emptyWays } from '../../shared/planning/chains/empty-ways.ts';
import { findChains } from '../../shared/planning/chains/find-chains.ts';
import { someChain, someRun, WITHOUT_MARGIN } from '../helpers/chain-facts.ts';
import { someClient, someSchool } from '../helpers/cost-facts.ts';

const settings = (key: string, value: number) =>
  WITHOUT_MARGIN.map((each) => (each.key === key ? { ...each, value } : each));

describe('two runs that one vehicle could do', () => {
  it('fit as worked out by hand', () => {
    const { chains, runs, proven, at_most } = findChains(someChain());
    expect(runs).toBe(2);
    expect(chains).toHaveLength(1);
    expect([proven, at_most]).toEqual([true, 1]);
    const [pair] = chains;
    expect(pair?.runs.map((run) => run.route.ref)).toEqual(['R1', 'R2']);
    // At school 1 by 08:00, five minutes there, ten to the home: 08:15 for a pick-up at 08:20.
    expect(pair?.morning).toMatchObject({
      moves_s: [0, 0],
      hops: [{ leaves_s: 29_100, reaches_s: 29_700 }],
      // Five minutes to the pick-up, and fifteen earlier and five later would be allowed.
      spare_s: 300 + 900 + 300,
    });
    // Home by 15:20 at 51.05, a quarter of an hour to school 2, which lets out at 15:30.
    expect(pair?.afternoon).toMatchObject({
      same_order: true,
      hops: [{ leaves_s: 55_200, reaches_s: 56_100 }],
      waits_s: [0, 300],
      spare_s: 600,
    });
    expect(pair?.saving).toEqual({
      keeps: 0,
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
    const { chains } = findChains(someChain({ pick_up_s: 29_700 - 1020 }));
    expect(chains[0]?.morning).toMatchObject({
      moves_s: [-900, 120],
      hops: [{ leaves_s: 28_200, reaches_s: 28_800 }],
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
  ])('%s', (_, given, count) => {
    expect(findChains(someChain(given)).chains).toHaveLength(count);
  });

  it('keep some minutes in hand, morning and afternoon', () => {
    const withMargin = { facts: { settings: settings('chain_margin_s', 240) } };
    const [pair] = findChains(someChain({ ...withMargin, pick_up_s: 29_700 })).chains;
    expect(pair?.morning).toMatchObject({ moves_s: [-240, 0], hops: [{ reaches_s: 29_460 }], spare_s: 960 }); // prettier-ignore
    expect(pair?.afternoon).toMatchObject({ hops: [{ reaches_s: 56_100 }], waits_s: [0, 540], spare_s: 360 }); // prettier-ignore
    // The last second of both, as without a margin, that much sooner.
    for (const [pick_up_s, count] of [
      [28_740, 1],
      [28_739, 0],
    ] as const)
      // prettier-ignore
      expect(findChains(someChain({ ...withMargin, pick_up_s })).chains).toHaveLength(count);
  });

  it('may go the other way round in the afternoon', () => {
    // School 2 lets out first: home at 15:05 at 51.1, ten minutes to school 1.
    const { chains } = findChains(
      someChain({ second: { depart_s: 53_100 }, first: { depart_s: 54_600 } }),
    );
    expect(chains[0]?.afternoon).toMatchObject({
      same_order: false,
      hops: [{ leaves_s: 54_300, reaches_s: 54_900 }],
      waits_s: [300, 0],
    });
  });

  it('keep the vehicle that saves more, and pay for its dearer kilometres', () => {
    // Keeping the minibus saves a taxi (70.00), less 6 km at 1.30 and 9 km at 0.40 more.
    const first = { vehicle_class: 'minibus', seats: 12 };
    const { chains } = findChains(someChain({ first }));
    expect(chains[0]?.saving).toMatchObject({ keeps: 0, day_pence: 7000 - 780 - 360 });
  });

  it('give back no more than a contract costs, and only what the setting says', () => {
    const cheap = findChains(someChain({ second: { cost_day_pence: 3000 }, first: { cost_day_pence: 3000 } })); // prettier-ignore
    expect(cheap.chains[0]?.saving.day_pence).toBe(3000 - 540);
    const half = findChains(
      someChain({ facts: { settings: settings('chain_saved_percent', 50) } }),
    );
    expect(half.chains[0]?.saving.day_pence).toBe(3500 - 540);
  });

  it('say what was not looked at', () => {
    const facts = someChain({ first: { school_urn: 99 }, second: { stops: [] } });
    expect(findChains(facts)).toMatchObject({
      runs: 0,
      left_out: { no_school: 1, no_position: 0, no_clients: 1 },
      chains: [],
    });
    expect(findChains({ ...facts, routes: [] })).toMatchObject({ runs: 0, chains: [] });
  });
});

/** Three schools north of each other: each run begins twenty minutes after the one before has reached its school. */
function threeRuns(given: { readonly third_pick_up_s?: number; readonly seats?: number } = {}) {
  const two = someChain();
  const { third_pick_up_s = 33_000, seats = 3 } = given;
  const third = someRun(3, { school_urn: 3, pick_up_s: third_pick_up_s }, { arrive_s: third_pick_up_s + 1800, depart_s: 57_600, seats }); // prettier-ignore
  return {
    ...two,
    routes: [...two.routes, third],
    clients: new Map([
      ...two.clients,
      [6, someClient(6, { lat: 51.2, lon: 0.5 })],
      [7, someClient(7, { lat: 51.25, lon: 0.5 })],
    ]),
    schools: new Map([
      ...two.schools,
      [3, someSchool(3, { lat: 51.3, lon: 0.5, day_starts_s: 36_000 })],
    ]),
  };
}

/** As `someChain`, one of the two runs calling at school 3 ten minutes before its own, in the afternoon ten minutes before it. */
function sharing(
  which: 'first' | 'second',
  school3: Parameters<typeof someSchool>[1],
  pick_up_s = 30_000,
) {
  const own = which === 'first' ? { school_urn: 1, arrive_s: 28_800, depart_s: 54_600 } : { school_urn: 2, arrive_s: 31_800, depart_s: 56_400 }; // prettier-ignore
  const before = { school_urn: 3, arrive_s: own.arrive_s - 600, depart_s: own.depart_s - 600 };
  const calls = [
    { ...before, home_order: 1 },
    { ...own, home_order: 2 },
  ];
  const chain = someChain({ pick_up_s, [which]: { calls, depart_s: before.depart_s } });
  // The bells of the school where the run ends leave as much as the rules of chains do.
  const schools = new Map([
    [1, someSchool(1, { lat: 51, lon: 0.5, day_starts_s: 29_100, day_ends_s: 54_300 })],
    [2, someSchool(2, { lat: 51.2, lon: 0.5, day_starts_s: 32_400, day_ends_s: 56_100 })],
    [3, someSchool(3, { lat: 51.1, lon: 0.5, day_starts_s: 32_400, day_ends_s: 55_800, ...school3 })],
  ]); // prettier-ignore
  return findChains({ ...chain, schools }).chains[0];
}

describe('a run that several schools share', () => {
  it('comes no earlier than any of its schools receives children', () => {
    // By the rules the first run comes 900 s before: it may where school 3, reached at 07:50, opens 20 minutes before 08:10 (900 s earlier).
    const opens = (seconds: number) => ({ day_starts_s: 28_200 + 1200 - seconds });
    const moves = (seconds: number) => sharing('first', opens(seconds), 28_680)?.morning.moves_s;
    expect(moves(900)).toEqual([-900, 120]);
    expect(moves(780)).toEqual([-780, 240]);
    // Twelve minutes of the first and five of the second are just what the seventeen ask for; a minute less is not.
    expect(moves(720)).toEqual([-720, 300]);
    expect(moves(719)).toBeUndefined();
  });

  it('comes no later than the first of its schools begins', () => {
    // Reached at 08:40; the second run is asked to move two minutes.
    const moves = (starts: number) => sharing('second', { day_starts_s: starts }, 28_680)?.morning.moves_s; // prettier-ignore
    expect(moves(31_200 + 120)).toEqual([-900, 120]);
    expect(moves(31_200 + 119)).toBeUndefined();
  });

  it('is met in the afternoon at the school that it calls at first, and waits there no longer than any lets its children wait', () => {
    // Home from the first run by 15:20 at 51.05, five minutes to school 3 at 51.1, which is left at 15:30.
    const chain = (ends: number) => sharing('second', { day_ends_s: ends });
    expect(chain(55_800)?.afternoon).toMatchObject({
      hops: [{ leaves_s: 55_200, reaches_s: 55_500 }],
      waits_s: [0, 0],
    });
    expect(chain(55_800)?.afternoon.spare_s).toBe(300 + 900);
    // Twenty minutes after their day children are fetched at the latest: three minutes are left of it.
    expect(chain(55_800 - 1200 + 180)?.afternoon.spare_s).toBe(300 + 180);
  });
});

describe('three runs that one vehicle could do', () => {
  const three = (facts: ReturnType<typeof threeRuns>) => {
    const found = findChains(facts);
    return { ...found, chain: found.chains.find(({ runs }) => runs.length === 3) };
  };

  it('go one after the other by the clock, and spare two vehicles', () => {
    const { chain, chains, at_most, proven } = three(threeRuns());
    expect(chain?.runs.map((run) => run.route.ref)).toEqual(['R1', 'R2', 'R3']);
    // R2 is at its school at 08:50, five minutes there, at the home beside it at once: 08:55 for 09:10.
    expect(chain?.morning).toMatchObject({
      moves_s: [0, 0, 0],
      hops: [{ leaves_s: 29_100, reaches_s: 29_700 }, { leaves_s: 32_100, reaches_s: 32_100 }], // prettier-ignore
    });
    // Home with R2 at 15:50 after waiting five minutes, from 51.1 twenty minutes to school 3, which lets out at 16:00.
    expect(chain?.afternoon).toMatchObject({
      same_order: true,
      hops: [{ leaves_s: 55_200 }, { leaves_s: 57_300, reaches_s: 58_500 }],
      waits_s: [0, 300, 900],
    });
    expect(chain?.saving.day_pence).toBe(14_000 - 540);
    expect(chains.filter(({ chosen }) => chosen)).toEqual([chain]);
    expect([at_most, proven]).toEqual([2, true]);
  });

  it('are none where the moves of one add up to more than another may move', () => {
    // R1 must be 15 minutes earlier for R2, and R2 15 minutes earlier for R3: R2 cannot be both on time for R1 and early.
    const facts = threeRuns({ third_pick_up_s: 31_200 });
    const late = { ...facts, routes: facts.routes.map((route) => route.id === 2 ? { ...route, stops: route.stops.map((stop) => ({ ...stop, pick_up_s: stop.pick_up_s - 1200 })) } : route) }; // prettier-ignore
    const { chains } = findChains(late);
    expect(chains.map(({ runs }) => runs.map(({ route }) => route.id).join(' ')).toSorted()).toEqual(['1 2', '1 3', '2 3']); // prettier-ignore
    expect(chains.filter(({ chosen }) => chosen)).toHaveLength(1);
  });

  it('keep the one vehicle that holds all of them', () => {
    expect(three(threeRuns({ seats: 4 })).chain?.saving.keeps).toBe(2);
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
