import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { costBySchool } from '../../shared/costing/share-by-school.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Client } from '../../shared/model/client.ts';
import type { PlannedRoute, SchoolCall } from '../../shared/model/plan.ts';
import type { SharingRecords } from '../../shared/model/sharing.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { arrivals, departures } from '../../shared/planning/sharing/call-times.ts';
import { auditedCounty } from '../helpers/audited-county.ts';
import { someClient, someContract, someSchool } from '../helpers/cost-facts.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { someApplication } from '../helpers/random-county.ts';

const SAID = { reason: 'One road', recorded_on: isoDate('2026-06-01'), recorded_by: 'A. Planner' };
const ALLOWED: SharingRecords = {
  pairs: [{ school_a: 1, school_b: 2, allowed: true, ...SAID }],
  apart: [],
};
const RULES = { early_s: 1200, stand_s: 300, arrive_before_s: 600, leave_after_s: 600 };
const at = (h: number, m: number): number => h * 3600 + m * 60;

describe('the times of two calls', () => {
  it.each([
    // Bells, the way between, arrivals worked by hand: as late as both allow, five minutes at the first school.
    [at(8, 50), at(9, 0), 300, [at(8, 40), at(8, 50)]],
    [at(8, 50), at(9, 0), 240, [at(8, 40), at(8, 49)]],
    [at(8, 50), at(8, 50), 300, [at(8, 30), at(8, 40)]],
    [at(8, 50), at(8, 50), 301, null],
    [at(8, 50), at(9, 30), 300, null],
    [at(9, 0), at(8, 40), 300, null],
  ] as const)('%i and %i with %i s between: %j', (one, other, way, expected) => {
    const schools = [one, other].map((starts_s) => ({ starts_s, ends_s: at(15, 15) }));
    expect(arrivals(schools, [way], RULES)).toEqual(expected);
  });

  it.each([
    [at(15, 0), at(15, 15), 300, [at(15, 10), at(15, 25)]],
    [at(15, 15), at(15, 15), 300, [at(15, 25), at(15, 35)]],
    [at(15, 15), at(15, 15), 301, null],
    [at(15, 30), at(15, 0), 60, null],
  ] as const)('home from %i and %i with %i s between: %j', (one, other, way, expected) => {
    const schools = [one, other].map((ends_s) => ({ starts_s: at(8, 50), ends_s }));
    expect(departures(schools, [way], RULES)).toEqual(expected);
  });

  it('keep what a contract states, whatever the bells', () => {
    const schools = [at(8, 50), at(9, 30)].map((starts_s) => ({ starts_s, ends_s: at(15, 15) }));
    expect(arrivals(schools, [300], RULES, { at: 0, s: at(8, 20) })).toEqual([
      at(8, 20),
      at(8, 30),
    ]);
    expect(departures(schools, [300], RULES, { at: 1, s: at(15, 45) })).toEqual([
      at(15, 35),
      at(15, 45),
    ]);
  });
});

/** Two children of neighbouring schools, twenty miles out on one road. */
const schools = [
  someSchool(1, { name: 'Meadowfield', day_starts_s: at(8, 50), day_ends_s: at(15, 15) }),
  someSchool(2, { name: 'Harbour', lat: 51.26, lon: 0.56, day_starts_s: at(9, 0), day_ends_s: at(15, 15) }), // prettier-ignore
];
const clients = [
  someClient(1, { lat: 51.4, lon: 0.7, school_urn: 1, year_group: 9 }),
  someClient(2, { lat: 51.401, lon: 0.701, school_urn: 2, year_group: 9 }),
];
const waiting: AuditFacts = {
  ...auditedCounty,
  clients: new Map(clients.map((each) => [each.id, each])),
  applications: new Map([1, 2].map((id) => [id, someApplication(id)])),
  schools: new Map(schools.map((each) => [each.urn, each])),
  contracts: [],
  stops: [],
  sharing: ALLOWED,
};
const plan = planCounty(waiting, 100);
const shared = defined(plan.routes[0], 'the shared route');
const withChild = (id: number, given: Partial<Client>): AuditFacts => ({
  ...waiting,
  clients: new Map([...waiting.clients, [id, { ...defined(clients[id - 1], 'child'), ...given }]]),
});
const codesOf = (route: PlannedRoute, facts = waiting): readonly string[] =>
  auditPlan({ ...plan, routes: [route] }, facts).violations.map(({ code }) => code);
const callsWith = (i: number, given: Partial<SchoolCall>): PlannedRoute => ({
  ...shared,
  calls: shared.calls?.map((call, at) => (at === i ? { ...call, ...given } : call)) ?? [],
});

describe('two schools on one route', () => {
  it('cost one vehicle, call at both before their bells, and pass the audit', () => {
    expect(plan.routes).toHaveLength(1);
    expect(shared.calls?.map((call) => call.school_urn)).toEqual([1, 2]);
    const [first, last] = shared.calls ?? [];
    expect(first?.arrive_s).toBeLessThanOrEqual(at(8, 50));
    expect(last?.arrive_s).toBe(shared.arrive_s);
    expect(new Set(shared.stops.map((stop) => stop.school_urn))).toEqual(new Set([1, 2]));
    const alone = planCounty({ ...waiting, sharing: { pairs: [], apart: [] } }, 100);
    expect(alone.routes).toHaveLength(2);
    const costs = alone.routes.reduce((sum, route) => sum + route.cost_day_pence, 0);
    expect(shared.cost_day_pence).toBeLessThan(costs - 7000);
    expect(auditPlan(plan, waiting).violations).toEqual([]);
  });

  it('ride to their own school: the first is not aboard to the second', () => {
    const [one, two] = [1, 2].map((id) => shared.stops.find((stop) => stop.client_id === id));
    const [first, last] = shared.calls ?? [];
    expect((one?.pick_up_s ?? 0) + (one?.ride_s ?? 0)).toBeLessThanOrEqual(first?.arrive_s ?? 0);
    expect((two?.pick_up_s ?? 0) + (two?.ride_s ?? 0)).toBeLessThanOrEqual(last?.arrive_s ?? 0);
  });

  it.each<[string, Partial<Client>, Partial<SharingRecords>]>([
    ['a child with sole occupancy', { sole_occupancy: true }, {}],
    ['a child who stays apart', {}, { apart: [{ client_id: 2, ground: 'medical', ...SAID }] }],
    ['two who may not travel together', { not_with: ['C-1'] }, {}],
    ['a limit that the calls would break', { clinical_limit_s: 2500 }, {}],
    [
      'a planner who says no',
      {},
      { pairs: [{ school_a: 1, school_b: 2, allowed: false, ...SAID }] },
    ],
  ])('do not share with %s', (_, given, records) => {
    const facts = { ...withChild(2, given), sharing: { ...ALLOWED, ...records } };
    const apart = planCounty(facts, 100);
    expect(apart.routes.every((route) => route.calls === undefined)).toBe(true);
    expect(auditPlan(apart, facts).violations.filter((v) => v.severity === 'broken')).toEqual([]);
  });

  it('share by how near they lie where a setting says so', () => {
    const near = (metres: number): AuditFacts => ({
      ...waiting,
      sharing: { pairs: [], apart: [] },
      settings: waiting.settings.map((each) =>
        each.key === 'sharing_within_m' ? { ...each, value: metres } : each,
      ),
    });
    expect(planCounty(near(1000), 50).routes).toHaveLength(2);
    expect(planCounty(near(1500), 50).routes).toHaveLength(1);
  });
});

describe('what a shared route costs', () => {
  it('is each school’s in the proportion of its children, to the penny', () => {
    const [first] = shared.stops;
    const third = { ...defined(first, 'stop'), client_id: 3, school_urn: 1 };
    const route = { ...shared, cost_day_pence: 10_000, stops: [...shared.stops, third] };
    expect([...costBySchool(route)]).toEqual([[1, 6667], [2, 3333]]); // prettier-ignore
    const [plain] = planCounty({ ...waiting, sharing: { pairs: [], apart: [] } }, 50).routes;
    expect([...costBySchool(defined(plain, 'route')).values()]).toEqual([plain?.cost_day_pence]);
  });
});

describe('the audit of a shared route', () => {
  it.each<[string, PlannedRoute, string]>([
    [
      'a call at which nobody gets off',
      { ...shared, stops: shared.stops.slice(0, 1) },
      'calls_wrong',
    ],
    ['calls in no order home', callsWith(0, { home_order: 2 }), 'calls_wrong'],
    ['an arrival that is no call', { ...shared, arrive_s: shared.arrive_s - 60 }, 'calls_wrong'],
    [
      'too little time between',
      callsWith(0, { arrive_s: shared.arrive_s - 120 }),
      'call_times_wrong',
    ],
    [
      'a first call long before the bell',
      callsWith(0, { arrive_s: at(8, 0) }),
      'arrives_too_early',
    ],
    ['a call after the bell', callsWith(0, { arrive_s: at(8, 51) }), 'arrives_late'],
    ['children who wait', callsWith(1, { depart_s: at(15, 40) }), 'waits_too_long'],
    ['a departure before the bell', callsWith(1, { depart_s: at(15, 10) }), 'departs_early'],
    [
      'a ride to the wrong school',
      { ...shared, stops: shared.stops.map((stop) => ({ ...stop, school_urn: 2 })) },
      'wrong_school',
    ],
    [
      'a ride that is not as stated',
      { ...shared, stops: shared.stops.map((stop) => ({ ...stop, ride_s: stop.ride_s - 60 })) },
      'ride_wrong',
    ],
    [
      'a ride home that is not as stated',
      { ...shared, stops: shared.stops.map((s) => ({ ...s, home_ride_s: s.home_ride_s + 60 })) },
      'home_ride_wrong',
    ],
    [
      'a length that is not as stated',
      { ...shared, distance_m: shared.distance_m - 500 },
      'distance_wrong',
    ],
    [
      'a way home that is not as stated',
      { ...shared, home_m: shared.home_m - 500 },
      'home_distance_wrong',
    ],
    ['a school told only to a stop', withoutCalls(), 'calls_wrong'],
  ])('finds %s', (_, route, code) => {
    expect(codesOf(shared)).toEqual([]);
    expect(codesOf(route)).toContain(code);
  });

  it('finds schools that may not share any more, and a child who stays apart since', () => {
    const forbid = { ...waiting, sharing: { pairs: [], apart: [] } };
    expect(codesOf(shared, forbid)).toContain('schools_may_not_share');
    const apart = [{ client_id: 1, ground: 'behaviour' as const, ...SAID }];
    expect(codesOf(shared, { ...waiting, sharing: { ...ALLOWED, apart } })).toContain(
      'stays_apart',
    );
    expect(codesOf(shared, withChild(1, { sole_occupancy: true }))).toContain('stays_apart');
  });
});

function withoutCalls(): PlannedRoute {
  const { calls: _, ...rest } = shared;
  return rest;
}

/** The same two on one contract of the first school. */
const running: AuditFacts = {
  ...waiting,
  applications: new Map(),
  contracts: [someContract(1, { seats: 3, school_urn: 1, arrives_s: at(8, 35) })],
  stops: [1, 2].map((client_id) => ({
    contract_id: 1,
    client_id,
    stop_order: client_id,
    pick_up_s: null,
    released: false,
    left_on: null,
  })),
};

describe('a contract that serves two schools', () => {
  it('is taken as it is, its time kept, without a notice of a wrong school', () => {
    const made = planCounty(running, 50);
    expect(sortCounty(running).shared).toHaveLength(1);
    expect(made.routes).toMatchObject([{ contract_id: 1, cost_day_pence: 10_000 }]);
    expect(made.routes[0]?.calls).toMatchObject([
      { school_urn: 1, arrive_s: at(8, 35) },
      { school_urn: 2 },
    ]);
    expect(auditPlan(made, running).violations).toEqual([]);
  });

  it('goes to one school with a notice where the two may not share', () => {
    const facts = { ...running, sharing: { pairs: [], apart: [] } };
    const made = planCounty(facts, 50);
    expect(made.routes[0]?.calls).toBeUndefined();
    expect(auditPlan(made, facts).violations).toMatchObject([
      { code: 'wrong_school', severity: 'notice', client_id: 2 },
    ]);
  });

  it('lets who asks for transport to its second school stay, and who has no companion there go', () => {
    const asking = { ...running, applications: new Map([[2, someApplication(2)]]) };
    expect(sortCounty(asking).shared).toHaveLength(0);
    const third = someClient(3, { lat: 51.402, lon: 0.702, school_urn: 2, year_group: 9 });
    const stops = [...running.stops, { ...defined(running.stops[1], 'stop'), client_id: 3, stop_order: 3 }]; // prettier-ignore
    const three = { ...asking, clients: new Map([...running.clients, [3, third]]), stops };
    const made = planCounty(three, 50);
    expect(made.routes.map((route) => route.stops.map((stop) => stop.client_id))).toEqual([[1, 2, 3]]); // prettier-ignore
    expect(auditPlan(made, three).passed).toBe(true);
  });

  it('has a notice, and no more, for a child who stays apart', () => {
    const apart = [{ client_id: 2, ground: 'medical' as const, ...SAID }];
    const facts = { ...running, sharing: { ...ALLOWED, apart } };
    expect(auditPlan(planCounty(facts, 50), facts).violations).toMatchObject([
      { code: 'stays_apart', severity: 'notice', client_id: 2 },
    ]);
  });
});
