import { describe, expect, it } from 'vitest';
import { siftRoutes, totalRoutes } from '../../renderer/features/routes/route-filter.ts';
import { routeColumns } from '../../renderer/features/routes/route-columns.tsx';
import { callsHome, callsThere } from '../../renderer/features/routes/school-calls.ts';
import { loadsAlong } from '../../renderer/features/routes/loads.ts';
import { someStop } from '../helpers/cost-facts.ts';
import { siftCosts, totalCosts } from '../../renderer/features/costs/breakdown-sort.ts';
import type { RouteDetail, RouteRow } from '../../shared/api/views/plan.ts';
import type { BreakdownRow } from '../../shared/pressure/breakdown.ts';

const route = (id: number, change: Partial<RouteRow>): RouteRow => ({
  id,
  ref: `K${id}`,
  school_urn: 1,
  schools: [change.school_urn ?? 1],
  school: 'Meadowfield School',
  provider: 'Weald Cars',
  vehicle: 'Taxi',
  clients: 3,
  seats: 4,
  wheelchairs: 0,
  assistant: false,
  fixed: true,
  locked: false,
  state: 'running',
  state_since: null,
  without_transport: 0,
  distance_m: 10_000,
  distance_basis: 'estimated',
  duration_s: 1800,
  longest_ride_s: 1800,
  over_guide: 0,
  provisional: 0,
  violations: 0,
  problems: 0,
  cost_day_pence: 10_001,
  cost_year_pence: 1_900_190,
  ...change,
});

const SORT = { by: 'ref', descending: false } as const;
const ANY = { text: '', school_urn: null, state: null, marks: [] } as const;

describe('miles in a list of routes', () => {
  const road = route(2, { distance_basis: 'road' });

  it('say whether they are by road', () => {
    const word = (rows: readonly RouteRow[]) => totalRoutes(rows).distances;
    expect(word([])).toBe('est.');
    expect(word([route(1, {})])).toBe('est.');
    expect(word([road])).toBe('by road');
    expect(word([road, route(1, {})])).toBe('by road, part est.');
  });

  it('stand under a heading that says the same', () => {
    const head = (word: Parameters<typeof routeColumns>[0]) =>
      routeColumns(word).find(({ id }) => id === 'distance')?.header;
    expect(head('est.')).toBe('Miles, est.');
    expect(head('by road')).toBe('Road miles');
    // Where it differs from row to row, the row says it.
    expect(head('by road, part est.')).toBe('Road miles');
  });
});

describe('the list of routes', () => {
  const rows = [
    route(10, {}),
    route(9, { over_guide: 1, problems: 2, provider: 'Oast Travel' }),
    route(2, {
      school_urn: 2,
      school: 'Elms School',
      fixed: false,
      state: 'out_to_tender',
    }),
  ];

  it('sorts references as people read them', () => {
    expect(siftRoutes(rows, ANY, SORT).map(({ ref }) => ref)).toEqual(['K2', 'K9', 'K10']);
  });

  it('finds every word anywhere, and takes all marks together', () => {
    const found = (filter: Partial<Parameters<typeof siftRoutes>[1]>): number[] =>
      siftRoutes(rows, { ...ANY, ...filter }, SORT).map(({ id }) => id);
    expect(found({ text: 'oast meadow' })).toEqual([9]);
    expect(found({ state: 'out_to_tender' })).toEqual([2]);
    expect(found({ text: 'oast elms' })).toEqual([]);
    expect(found({ school_urn: 2 })).toEqual([2]);
    expect(found({ marks: ['new', 'unconfirmed'] })).toEqual([2]);
    expect(found({ marks: ['problems'] })).toEqual([9]);
    expect(found({ marks: ['new', 'over_guide'] })).toEqual([]);
  });

  it('adds up what it shows', () => {
    expect(totalRoutes(rows)).toMatchObject({
      routes: 3,
      clients: 9,
      over_guide: 1,
      cost_day_pence: 30_003,
      cost_year_pence: 5_700_570,
    });
  });
});

describe('a route that two schools share', () => {
  const shared = route(7, { school: 'Meadowfield and Harbour', schools: [1, 2], school_urn: 2 });

  it('is found by either school', () => {
    const found = (school_urn: number) =>
      siftRoutes(
        [shared],
        { text: '', state: null, school_urn, marks: [] },
        { by: 'school', descending: false },
      );
    expect([1, 2, 3].map((urn) => found(urn).length)).toEqual([1, 1, 0]);
  });

  it('calls in the order of the morning there, and of the afternoon home', () => {
    const detail = {
      row: shared,
      route: { arrive_s: 31_500, depart_s: 54_500 } as RouteDetail['route'],
      calls: [
        { school_urn: 1, school: 'Meadowfield', arrive_s: 31_000, depart_s: 55_000, home_order: 2 },
        { school_urn: 2, school: 'Harbour', arrive_s: 31_500, depart_s: 54_500, home_order: 1 },
      ],
    };
    expect(callsThere(detail).map((call) => call.school)).toEqual(['Meadowfield', 'Harbour']);
    expect(callsHome(detail)).toEqual([
      { school: 'Harbour', at_s: 54_500 },
      { school: 'Meadowfield', at_s: 55_000 },
    ]);
    expect(callsHome({ ...detail, calls: [] })).toEqual([
      { school: 'Meadowfield and Harbour', at_s: 54_500 },
    ]);
  });
});

describe('loads along a route', () => {
  it('give the assistant a seat and a wheelchair user a wheelchair space', () => {
    const stop = { wheelchair: false } as RouteDetail['stops'][number];
    const chair = { wheelchair: true } as RouteDetail['stops'][number];
    const detail = {
      route: {
        assistant: true,
        stops: [someStop(1), someStop(2), someStop(3)],
      } as unknown as RouteDetail['route'],
      stops: [stop, chair, { ...stop, equipment_seats: 1 }],
    };
    expect(loadsAlong(detail)).toEqual({
      after: [
        { seats: 2, wheelchairs: 0 },
        { seats: 2, wheelchairs: 1 },
        { seats: 4, wheelchairs: 1 },
      ],
      mostSeats: 4,
      mostChairs: 1,
    });
  });
});

describe('loads of a week', () => {
  it('count on each day who rides that day', () => {
    const [other, chair] = [
      { wheelchair: false },
      { wheelchair: true },
    ] as RouteDetail['stops'][number][];
    const detail = {
      route: {
        assistant: false,
        stops: [
          someStop(1, { mornings: 7, afternoons: 7 }),
          someStop(2, { mornings: 24, afternoons: 24 }),
          someStop(3, { mornings: 0, afternoons: 31 }),
        ],
      } as unknown as RouteDetail['route'],
      stops: [other, chair, other].flatMap((each) => each ?? []),
    };
    expect(loadsAlong(detail)).toEqual({
      after: [
        { seats: 1, wheelchairs: 0 },
        { seats: 0, wheelchairs: 1 },
        { seats: 0, wheelchairs: 0 },
      ],
      mostSeats: 2,
      mostChairs: 1,
    });
  });
});

describe('a breakdown of the cost', () => {
  const row = (label: string, cost: number, last: number): BreakdownRow => ({
    key: label,
    label,
    clients: 1,
    clients_before: 1,
    routes: 1,
    cost_day_pence: 100,
    cost_year_pence: cost,
    last_year_pence: last,
    per_client_pence: cost,
    mean_distance_m: null,
  });
  const rows = [row('Ashford', 300, 100), row('Dover', 500, 600), row('Swale', 300, 0)];

  it('sorts by change and keeps ties by name', () => {
    const labels = siftCosts(rows, '', { by: 'change', descending: true }).map((r) => r.label);
    expect(labels).toEqual(['Swale', 'Ashford', 'Dover']);
    const tied = siftCosts(rows, '', {
      by: 'cost_year',
      descending: false,
    }).map((r) => r.label);
    expect(tied).toEqual(['Ashford', 'Swale', 'Dover']);
  });

  it('adds up to the penny', () => {
    expect(totalCosts(rows)).toEqual({
      clients: 3,
      cost_day_pence: 300,
      cost_year_pence: 1100,
      last_year_pence: 700,
    });
  });
});
