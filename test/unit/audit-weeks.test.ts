import { describe, expect, it } from 'vitest';
import type { AuditedPlan, AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { PlannedStop } from '../../shared/model/plan.ts';
import { auditedCounty } from '../helpers/audited-county.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { someAddress, somePlacement } from '../helpers/random-weeks.ts';

/** Client 3 is at the other parent's on Thursday and Friday; client 4 at a college on Wednesday; client 1, on a contract, has childcare on Fridays. */
const facts: AuditFacts = {
  ...auditedCounty,
  weeks: new Map([
    [3, { addresses: [someAddress(30)], placements: [], second: null }],
    [4, { addresses: [], placements: [somePlacement(40)], second: null }],
    [
      1,
      {
        addresses: [
          someAddress(10, {
            kind: 'childcare',
            days: ['Fri'],
            legs: 'afternoon',
            lat: 51.21,
            lon: 0.46,
          }),
        ],
        placements: [],
        second: null,
      },
    ],
  ]),
};
const plan = planCounty(facts, 100);

type Change = (stop: PlannedStop) => PlannedStop | null;
/** The plan with the stops of a client changed, or left out where there is nothing left of one. */
function changed(client_id: number, change: Change, records = facts) {
  const routes = plan.routes.map((route) => ({
    ...route,
    stops: route.stops.flatMap((stop) =>
      stop.client_id === client_id ? (change(stop) ?? []) : stop,
    ),
  }));
  return [{ ...plan, routes }, records] as const;
}
const withWeek = (id: number, days: readonly ('Thu' | 'Fri' | 'Wed')[]): AuditFacts => ({
  ...facts,
  weeks: new Map([
    ...(facts.weeks ?? []),
    [id, { addresses: [someAddress(30, { days })], placements: [], second: null }],
  ]),
});

const PLANTED: readonly (readonly [string, readonly [AuditedPlan, AuditFacts], string])[] = [
  [
    'a child without a vehicle on the days at the other home',
    changed(3, (stop) => (stop.place === 'home' ? stop : null)),
    'days_missing',
  ],
  [
    'a day that came to the other home since',
    [plan, withWeek(3, ['Wed', 'Thu', 'Fri'])],
    'days_missing',
  ],
  ['a day on which nobody is at the other home', [plan, withWeek(3, ['Fri'])], 'wrong_days'],
  [
    'a stop at an address that is not in the record',
    changed(3, (stop) => (stop.place === 'home' ? stop : { ...stop, place: 'address 99' })),
    'wrong_place',
  ],
  [
    'a child collected at two addresses on one morning',
    changed(3, (stop) => ({ ...stop, mornings: 31 })),
    'client_twice',
  ],
  [
    'a ride that is the longest of another day',
    changed(3, (stop) => (stop.place === 'home' ? stop : { ...stop, ride_s: stop.ride_s + 600 })),
    'ride_wrong',
  ],
  [
    'a route of some days billed for the whole year',
    [
      {
        ...plan,
        routes: plan.routes.map((route) =>
          route.days_a_year < 190
            ? { ...route, days_a_year: 190, cost_year_pence: route.cost_day_pence * 190 }
            : route,
        ),
      },
      facts,
    ],
    'days_wrong',
  ],
  [
    'a day listed as unallocated on which the child is carried',
    [
      {
        ...plan,
        unallocated: [
          ...plan.unallocated,
          { client_id: 3, reason: 'no_vehicle', detail: 'x', days: 1 },
        ],
      },
      facts,
    ],
    'routed_and_unallocated',
  ],
];

describe('the audit of a week', () => {
  it('passes the plan as it was made, and notices the contract that serves another address', () => {
    const report = auditPlan(plan, facts);
    expect(report.passed).toBe(true);
    expect(report.violations.map(({ code }) => code)).toEqual(['second_home_on_contract']);
  });

  it('has a stop of some days to plant faults in', () => {
    const places = (id: number) =>
      plan.routes.flatMap(({ stops }) => stops.filter((stop) => stop.client_id === id));
    expect(places(3).map(({ place, mornings }) => [place, mornings])).toEqual(
      expect.arrayContaining([
        ['home', 7],
        ['address 30', 24],
      ]),
    );
    expect(
      places(1).map(({ place, mornings, afternoons }) => [place, mornings, afternoons]),
    ).toEqual(
      expect.arrayContaining([
        ['home', 31, 15],
        ['address 10', 0, 16],
      ]),
    );
    expect(plan.routes.find(({ school_urn }) => school_urn === 2)).toMatchObject({
      days_a_year: 38,
    });
  });

  it.each(PLANTED)('finds %s', (_what, [planted, records], code) => {
    const report = auditPlan(planted, records);
    expect(report.violations.map((each) => each.code)).toContain(code);
    expect(report.passed).toBe(false);
  });

  it('takes a child’s days on the list of the unallocated for said', () => {
    const [without] = changed(3, (stop) => (stop.place === 'home' ? stop : null));
    const listed = {
      ...without,
      routes: without.routes.filter((route) => route.stops.length > 0),
      unallocated: [
        ...plan.unallocated,
        { client_id: 3, reason: 'no_vehicle' as const, detail: 'Thu, Fri: no vehicle.', days: 24 },
      ],
    };
    const codes = auditPlan(listed, facts).violations.map(({ code }) => code);
    expect(codes).not.toContain('days_missing');
    expect(codes).not.toContain('routed_and_unallocated');
  });
});
