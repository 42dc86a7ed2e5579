import { describe, expect, it } from 'vitest';
import type { AuditedPlan, AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { someContract } from '../helpers/cost-facts.ts';
import {
  auditedCounty as facts,
  auditedPlan as plan,
  change,
  changeStop,
  routeWith,
  withClient,
} from '../helpers/audited-county.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { someApplication } from '../helpers/random-county.ts';

const running = routeWith(1);
const fresh = routeWith(4);
const clinical = routeWith(5);

const without = (client_id: number): AuditedPlan => ({
  ...plan,
  routes: plan.routes.map((route) => ({
    ...route,
    stops: route.stops.filter((stop) => stop.client_id !== client_id),
  })),
});

const cheaper = (route: PlannedRoute): PlannedRoute['cost'] =>
  route.cost.map((line, i) => (i === 0 ? { ...line, pence: line.pence - 100 } : line));

/** What is planted, where, and the code that must be found. */
const PLANTED: readonly (readonly [string, AuditedPlan, AuditFacts, string])[] = [
  ['a client left out', without(3), facts, 'client_missing'],
  [
    'an unallocated client struck from the list',
    { ...plan, unallocated: [] },
    facts,
    'client_missing',
  ],
  ['a client on two routes', { ...plan, routes: [...plan.routes, fresh] }, facts, 'client_twice'],
  [
    'a client on a route and listed as unallocated',
    {
      ...plan,
      unallocated: [...plan.unallocated, { client_id: 3, reason: 'no_vehicle', detail: 'x' }],
    },
    facts,
    'routed_and_unallocated',
  ],
  [
    'the same client listed twice',
    { ...plan, unallocated: [...plan.unallocated, ...plan.unallocated] },
    facts,
    'unallocated_twice',
  ],
  [
    'a client whose request was withdrawn',
    plan,
    {
      ...facts,
      applications: new Map([
        ...facts.applications,
        [3, someApplication(3, { status: 'withdrawn' })],
      ]),
    },
    'client_closed',
  ],
  [
    'a held request on a route',
    plan,
    {
      ...facts,
      applications: new Map([
        ...facts.applications,
        [3, someApplication(3, { held_reason: 'Phase' })],
      ]),
    },
    'client_held',
  ],
  ['an unknown client', changeStop(fresh, 4, { client_id: 99 }), facts, 'client_unknown'],
  [
    'a client who needs nothing listed as unallocated',
    plan,
    {
      ...facts,
      applications: new Map([
        ...facts.applications,
        [6, someApplication(6, { status: 'refused' })],
      ]),
    },
    'unallocated_closed',
  ],
  [
    'too few seats',
    plan,
    { ...facts, contracts: [someContract(1, { seats: 1, arrives_s: 31_000 })] },
    'unknown_vehicle',
  ],
  ['a vehicle smaller than its load', change(running, { seats: 1 }), facts, 'over_seats'],
  [
    'a wheelchair without a space',
    plan,
    withClient(1, { mobility: 'wheelchair_travels' }),
    'over_wheelchairs',
  ],
  [
    'an assistant without a seat',
    change(fresh, { seats: fresh.stops.length }),
    facts,
    'over_seats',
  ],
  ['a layout of no class', change(fresh, { seats: 40 }), facts, 'unknown_vehicle'],
  ['sole occupancy shared', plan, withClient(1, { sole_occupancy: true }), 'sole_occupancy_shared'],
  ['two who may not travel together', plan, withClient(2, { not_with: ['C-1'] }), 'not_with'],
  ['an assistant left at home', change(fresh, { assistant: false }), facts, 'assistant_missing'],
  [
    'an assistant without need',
    change(clinical, { assistant: true }),
    withClient(4, { assistant: 'none' }),
    'assistant_without_need',
  ],
  ['a ride understated', changeStop(running, 1, { ride_s: 60 }), facts, 'ride_wrong'],
  [
    'a pick-up that does not fit',
    changeStop(running, 1, { pick_up_s: 1000 }),
    facts,
    'pick_up_wrong',
  ],
  ['a direct journey misstated', changeStop(running, 1, { direct_m: 1 }), facts, 'direct_wrong'],
  ['a limit misstated', changeStop(running, 1, { limit_s: 9999 }), facts, 'limit_wrong'],
  ['a distance misstated', change(running, { distance_m: 1 }), facts, 'distance_wrong'],
  ['a clinical limit broken', plan, withClient(5, { clinical_limit_s: 60 }), 'over_clinical_limit'],
  ['a guide broken without need', plan, shortGuide(), 'over_guide'],
  ['a late arrival', change(fresh, { arrive_s: 40_000 }), facts, 'arrives_late'],
  ['an early departure', change(fresh, { depart_s: 40_000 }), facts, 'departs_early'],
  ['a route to another school', change(fresh, { school_urn: 2 }), facts, 'wrong_school'],
  ['a school that is not there', change(fresh, { school_urn: 3 }), facts, 'unknown_school'],
  ['a client moved off their contract', movedOff(), facts, 'taken_off_contract'],
  ['a carried client dropped', dropped(), facts, 'taken_off_contract'],
  [
    'a contract in another order',
    change(running, { stops: running.stops.toReversed() }),
    facts,
    'order_changed',
  ],
  ['a stop that claims to be fixed', changeStop(fresh, 4, { fixed: true }), facts, 'fixed_wrong'],
  [
    'a contract that runs twice',
    { ...plan, routes: [...plan.routes, running] },
    facts,
    'contract_twice',
  ],
  ['a contract that is not there', change(running, { contract_id: 9 }), facts, 'unknown_contract'],
  [
    'a confirmation that is not there',
    change(running, { confirmed: true }),
    { ...facts, contracts: [someContract(1, { seats: 2, arrives_s: 31_000, confirmed: false })] },
    'confirmed_wrongly',
  ],
  [
    'lines that do not add up',
    change(fresh, { cost_day_pence: fresh.cost_day_pence + 1 }),
    facts,
    'lines_do_not_add_up',
  ],
  ['a year that is not its days', change(fresh, { cost_year_pence: 1 }), facts, 'year_wrong'],
  [
    'part of a penny',
    change(fresh, { cost_day_pence: fresh.cost_day_pence + 0.5 }),
    facts,
    'not_whole_pence',
  ],
  [
    'a new route below the rate card',
    change(fresh, {
      cost: cheaper(fresh),
      cost_day_pence: fresh.cost_day_pence - 100,
      cost_year_pence: (fresh.cost_day_pence - 100) * 190,
    }),
    facts,
    'price_wrong',
  ],
  [
    'a contract below its price',
    change(running, {
      cost: cheaper(running),
      cost_day_pence: running.cost_day_pence - 100,
      cost_year_pence: (running.cost_day_pence - 100) * 190,
    }),
    facts,
    'contract_price_wrong',
  ],
  [
    'a variation for nobody',
    change(running, {
      cost: [
        ...running.cost,
        { kind: 'variation', label: '', working: '', pence: 500, estimated: true },
      ],
    }),
    facts,
    'variation_wrong',
  ],
  ['other days than the contract', change(running, { days_a_year: 191 }), facts, 'days_wrong'],
  [
    'a class that is not on the card',
    change(fresh, { vehicle_class: 'horse' }),
    facts,
    'unknown_class',
  ],
  [
    'a rate-card line on a contract',
    change(running, {
      cost: [...running.cost, { kind: 'fixed', label: '', working: '', pence: 1, estimated: true }],
    }),
    facts,
    'line_kind_wrong',
  ],
  ['a reason that does not hold', plan, withClient(6, { lat: 51.2, lon: 0.5 }), 'reason_wrong'],
  [
    'a reason without words',
    { ...plan, unallocated: plan.unallocated.map((each) => ({ ...each, detail: '' })) },
    facts,
    'reason_without_words',
  ],
];

/** The client who waits on a shared ride, under a guide that the direct journey keeps and the ride does not. */
function shortGuide(): AuditFacts {
  const longest = fresh.stops.find((stop) => stop.ride_s > stop.direct_s * 1.1 + 5);
  const limit = longest === undefined ? 60 : longest.ride_s - 3;
  const on = isoDate('2026-01-01');
  const settings = DEFAULT_SETTINGS.map((each) =>
    each.key === 'ride_guide_primary_s'
      ? { ...each, from_on: on, value: Math.max(60, limit) }
      : each,
  );
  return { ...facts, settings };
}

function movedOff(): AuditedPlan {
  const moved = running.stops.slice(0, 1);
  return {
    ...plan,
    routes: plan.routes.map((route) => {
      if (route === running) return { ...route, stops: running.stops.slice(1) };
      return route === clinical ? { ...route, stops: [...moved, ...route.stops] } : route;
    }),
  };
}

function dropped(): AuditedPlan {
  const gone = { client_id: 1, reason: 'no_vehicle' as const, detail: 'dropped' };
  return { ...without(1), unallocated: [...plan.unallocated, gone] };
}

describe('the audit', () => {
  it('passes the plan as it was made', () => {
    const report = auditPlan(plan, facts);
    expect(report.violations).toEqual([]);
    expect(report).toMatchObject({
      passed: true,
      checked_routes: plan.routes.length,
      checked_clients: 6,
    });
  });

  it('has a shared new route to plant faults in', () => {
    expect(fresh.stops.length).toBeGreaterThan(1);
    expect(fresh.contract_id).toBeNull();
    expect(running.stops.map((stop) => stop.client_id)).toEqual([1, 2]);
  });

  it.each(PLANTED)('finds %s', (_what, planted, records, code) => {
    const report = auditPlan(planted, records);
    expect(report.violations.map((each) => each.code)).toContain(code);
    expect(report.passed).toBe(false);
  });

  it('notices what does not stop a plan', () => {
    const review = auditPlan(
      plan,
      withClient(5, { sole_occupancy: true, sole_until: isoDate('2026-07-31') }),
    );
    expect(review.violations.map((each) => each.code)).toEqual(['sole_occupancy_to_review']);
    const changed = auditPlan(changeStop(fresh, 4, { provisional: false }), facts);
    expect(changed.violations.map((each) => each.code)).toEqual(['provisional_changed']);
    const unseated = auditPlan(plan, withClient(1, { assistant: 'shared' }));
    expect(unseated.violations).toContainEqual(
      expect.objectContaining({ code: 'assistant_without_seat', severity: 'notice' }),
    );
    expect([review.passed, changed.passed]).toEqual([true, true]);
  });
});

it('says of a contract left out whether its children sit on another as well', () => {
  const twice: AuditFacts = {
    ...facts,
    contracts: [...facts.contracts, someContract(2, { seats: 2 }), someContract(3, { seats: 2 })],
    stops: [...facts.stops, ...facts.stops.map((stop) => ({ ...stop, contract_id: 2 }))],
  };
  const texts = auditPlan(planCounty(twice, 50), twice)
    .violations.filter(({ code }) => code === 'contract_without_clients')
    .map(({ text }) => text);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toMatch(/sit on another contract as well \(.+ on .+, .+ on .+\)/);
  expect(texts[1]).toContain('carries nobody any more');
});
