import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { estimatedTravel, type Travel } from '../../shared/geo/travel.ts';
import { auditedCounty } from '../helpers/audited-county.ts';
import { planCounty } from '../helpers/plan-county.ts';

/** Roads on which client 3's home, by its latitude, has no way to anywhere; or none from anywhere. */
function cutOff(leg: 'there' | 'home', none: number, at = 51.3): AuditFacts {
  const even = estimatedTravel({ factor: 1.4, speed_mps: 10.9 });
  const travel: Travel = {
    source: 'roads with an island',
    table: (points) => {
      const made = even.table(points);
      const { n } = made;
      const cut = (value: number, cell: number): number => {
        const [from, to] = [Math.floor(cell / n), cell % n];
        return points[leg === 'there' ? from : to]?.lat === at && from !== to ? none : value;
      };
      return {
        n,
        byRoad: new Uint8Array(n).fill(1),
        distances: made.distances.map(cut),
        durations: made.durations.map(cut),
      };
    },
  };
  return { ...auditedCounty, travel };
}

describe('a home without a way', () => {
  it.each([
    ['there', Number.POSITIVE_INFINITY, 'from the stop to the school'],
    ['there', Number.NaN, 'from the stop to the school'],
    ['home', Number.POSITIVE_INFINITY, 'from the school to the stop'],
  ] as const)('%s (%s) is a sentence, and no time of anybody', (leg, none, words) => {
    const facts = cutOff(leg, none);
    const plan = { ...planCounty(facts, 100), roads: 'roads with an island' };
    const left = plan.unallocated.find((each) => each.client_id === 3);
    expect(left).toMatchObject({ reason: 'unreachable' });
    expect(left?.detail).toContain(words);
    const stops = plan.routes.flatMap((route) => route.stops);
    expect(stops.map((stop) => stop.client_id).toSorted((a, b) => a - b)).toEqual([1, 2, 4, 5]);
    for (const stop of stops) expect(Math.max(stop.ride_s, stop.home_ride_s)).toBeLessThan(86_400);
    const { violations } = auditPlan(plan, facts);
    expect(violations.filter(({ severity }) => severity === 'broken')).toEqual([]);
  });

  it.each([
    ['there', Number.POSITIVE_INFINITY, 1, 51.2],
    ['there', Number.NaN, 2, 51.22],
    ['home', Number.POSITIVE_INFINITY, 2, 51.22],
  ] as const)(
    '%s (%s) of client %i on a contract is noticed, and they ride on',
    (leg, none, id, lat) => {
      const facts = cutOff(leg, none, lat);
      const plan = { ...planCounty(facts, 100), roads: 'roads with an island' };
      const running = plan.routes.find((route) => route.contract_id === 1);
      expect(running?.stops.map((stop) => stop.client_id).slice(0, 2)).toEqual([1, 2]);
      expect(running?.distance_basis).toBe('estimated');
      const { violations, passed } = auditPlan(plan, facts);
      expect(passed).toBe(true);
      expect(
        violations.filter(({ code, client_id }) => code === 'no_way' && client_id === id),
      ).toMatchObject([{ severity: 'notice', route_ref: running?.ref }]);
      for (const stop of plan.routes.flatMap((route) => route.stops))
        expect(Math.max(stop.ride_s, stop.home_ride_s, stop.direct_s)).toBeLessThan(86_400);
    },
  );

  it('is broken where a plan puts somebody there who waits', () => {
    const plan = { ...planCounty(auditedCounty, 100), roads: 'roads with an island' };
    const { violations } = auditPlan(plan, cutOff('there', Number.NaN));
    expect(violations).toContainEqual(
      expect.objectContaining({ code: 'no_way', severity: 'broken', client_id: 3 }),
    );
  });

  it.each([
    ['ride_s', 1e9],
    ['ride_s', Number.NaN],
    ['pick_up_s', Number.NaN],
    ['home_ride_s', Number.POSITIVE_INFINITY],
    ['direct_m', -1],
  ] as const)('is found where a stop states its %s as %s', (key, value) => {
    const plan = planCounty(auditedCounty, 100);
    const routes = plan.routes.map((route) => ({
      ...route,
      stops: route.stops.map((stop) => (stop.client_id === 3 ? { ...stop, [key]: value } : stop)),
    }));
    const codes = auditPlan({ ...plan, routes }, auditedCounty).violations.map(({ code }) => code);
    expect(codes).toContain('not_a_number');
  });

  it('is found where a route states a length or a price that is no number', () => {
    const plan = planCounty(auditedCounty, 100);
    for (const wrong of [{ distance_m: Number.NaN }, { cost_day_pence: Number.NaN }]) {
      const routes = plan.routes.map((route, i) => (i === 0 ? { ...route, ...wrong } : route));
      const report = auditPlan({ ...plan, routes }, auditedCounty);
      expect(report.violations.map(({ code }) => code)).toContain('not_a_number');
      expect(report.passed).toBe(false);
    }
  });

  it('is found by the audit where the roads have a way after all', () => {
    const facts = cutOff('there', Number.POSITIVE_INFINITY);
    const { unallocated } = planCounty(facts, 100);
    const codes = auditPlan({ routes: [], unallocated }, auditedCounty).violations.filter(
      ({ code, client_id }) => code === 'reason_wrong' && client_id === 3,
    );
    expect(codes).toHaveLength(1);
  });
});
