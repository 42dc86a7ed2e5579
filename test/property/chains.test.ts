import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { travelBasisAt } from '../../shared/costing/read-settings.ts';
import { estimateTravel } from '../../shared/geo/estimate.ts';
import { estimatedTravel } from '../../shared/geo/travel.ts';
import { findChains } from '../../shared/planning/chains/find-chains.ts';
import { matchPairs, type Couple } from '../../shared/planning/chains/match-pairs.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { ON } from '../helpers/cost-facts.ts';

/** The most couples without a member in two, by trying everything. */
function most(couples: readonly Couple[]): number {
  const [couple, ...others] = couples;
  if (couple === undefined) return 0;
  const { a, b } = couple;
  const apart = others.filter((each) => ![each.a, each.b].some((x) => x === a || x === b));
  return Math.max(most(others), 1 + most(apart));
}

describe('pairs that can be had at once', () => {
  it('are as many as can be, and nobody is in two', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 16 }),
        (members, drawn) => {
          const couples = drawn
            .map(([a, b]) => ({ a: a % members, b: b % members }))
            .filter(({ a, b }) => a !== b);
          const chosen = matchPairs(members, couples).map((at) => couples[at]);
          const all = chosen.flatMap((couple) =>
            couple === undefined ? [] : [couple.a, couple.b],
          );
          expect(new Set(all).size).toBe(all.length);
          expect(chosen).toHaveLength(most(couples));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('take the first of the list where that costs none', () => {
    expect(matchPairs(4, [{ a: 0, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 3 }])).toEqual([0, 2]); // prettier-ignore
    expect(matchPairs(4, [{ a: 1, b: 2 }, { a: 0, b: 1 }, { a: 2, b: 3 }])).toEqual([1, 2]); // prettier-ignore
  });
});

describe('the runs of a planned county', () => {
  it('hold by the clock, each pair and all at once', () => {
    let found = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const facts = randomCounty(seed, 30);
      const { routes: planned } = planCounty(facts, 30);
      const routes = planned.map((route, at) => ({ ...route, id: at + 1 }));
      const basis = travelBasisAt(DEFAULT_SETTINGS, ON);
      const travel = estimatedTravel(basis);
      const { pairs, rules } = findChains({
        ...facts,
        routes,
        travel,
        // The invented homes lie far apart: schools that wait long let more runs meet.
        asked: { earlier_s: 5400, wait_s: 5400 },
      });
      found += pairs.length;
      const seen = new Set<number>();
      for (const { first, second, morning, afternoon, saving, chosen } of pairs) {
        const drive = (a: typeof first.at, b: typeof first.at) =>
          estimateTravel(a, b, basis).duration_s;
        const atSchool = first.route.arrive_s - morning.earlier_s;
        expect(morning.earlier_s).toBeLessThanOrEqual(5400);
        const atHome =
          atSchool + rules.turnaround_s + rules.margin_s + drive(first.at, second.first_home);
        expect(atHome).toBeLessThanOrEqual(second.first_pick_up_s + morning.later_s + 1e-6);
        const arrives = second.route.arrive_s + morning.later_s;
        expect(arrives).toBeLessThanOrEqual(Math.max(second.day_starts_s, second.route.arrive_s));
        const [one, other] = afternoon.same_order ? [first, second] : [second, first];
        const back =
          one.route.depart_s +
          one.route.home_duration_s +
          rules.margin_s +
          drive(one.last_home, other.at);
        expect(back).toBeLessThanOrEqual(other.route.depart_s + afternoon.wait_s + 1e-6);
        expect(afternoon.wait_s).toBeLessThanOrEqual(rules.wait_s);
        expect(saving.day_pence).toBe(saving.working.reduce((sum, { pence }) => sum + pence, 0));
        if (!chosen) continue;
        for (const { route } of [first, second]) {
          expect(seen.has(route.id)).toBe(false);
          seen.add(route.id);
        }
      }
    }
    expect(found).toBeGreaterThan(20);
  });
});
