import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { estimatedTravel, type Travel } from '../../shared/geo/travel.ts';
import { auditedCounty } from '../helpers/audited-county.ts';
import { planCounty } from '../helpers/plan-county.ts';

/** Roads on which client 3's home, by its latitude, has no way to anywhere; or none from anywhere. */
function cutOff(leg: 'there' | 'home', none: number): AuditFacts {
  const even = estimatedTravel({ factor: 1.4, speed_mps: 10.9 });
  const travel: Travel = {
    source: 'roads with an island',
    table: (points) => {
      const made = even.table(points);
      const { n } = made;
      const cut = (value: number, at: number): number => {
        const [from, to] = [Math.floor(at / n), at % n];
        return points[leg === 'there' ? from : to]?.lat === 51.3 && from !== to ? none : value;
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

  it('is found by the audit where the roads have a way after all', () => {
    const facts = cutOff('there', Number.POSITIVE_INFINITY);
    const { unallocated } = planCounty(facts, 100);
    const codes = auditPlan({ routes: [], unallocated }, auditedCounty).violations.filter(
      ({ code, client_id }) => code === 'reason_wrong' && client_id === 3,
    );
    expect(codes).toHaveLength(1);
  });
});
