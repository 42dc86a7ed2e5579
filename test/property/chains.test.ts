import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { travelBasisAt } from '../../shared/costing/read-settings.ts';
import { estimateTravel } from '../../shared/geo/estimate.ts';
import { estimatedTravel } from '../../shared/geo/travel.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { latenessOf } from '../../shared/planning/chains/chain-times.ts';
import { mostVehiclesFewer } from '../../shared/planning/chains/fewest-vehicles.ts';
import { findChains, vehiclesFewer } from '../../shared/planning/chains/find-chains.ts';
import { matchPairs, type Couple } from '../../shared/planning/chains/match-pairs.ts';
import { selectChains, type Choice } from '../../shared/planning/chains/select-chains.ts';
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

/** The most that choices without a member in two save, by trying everything. */
function dearest(choices: readonly Choice[]): number {
  const [choice, ...others] = choices;
  if (choice === undefined) return 0;
  const apart = others.filter((each) => !each.members.some((one) => choice.members.includes(one)));
  return Math.max(dearest(others), choice.pence + dearest(apart));
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

describe('chains chosen', () => {
  const choice = fc.record({
    members: fc.uniqueArray(fc.nat(9), { minLength: 2, maxLength: 4 }),
    pence: fc.integer({ min: 1, max: 9000 }),
  });

  it('save the most that any choice could, whatever they begin from', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 14 }), fc.nat(13), (choices, at) => {
        const start = at < choices.length ? [at] : [];
        const { chosen, proven } = selectChains(choices, start);
        const taken = chosen.map((each) => defined(choices[each], 'a choice'));
        const all = taken.flatMap(({ members }) => members);
        expect(new Set(all).size).toBe(all.length);
        expect(proven).toBe(true);
        expect(taken.reduce((sum, { pence }) => sum + pence, 0)).toBe(dearest(choices));
      }),
      { numRuns: 600 },
    );
  });
});

describe('the most vehicles that could be spared', () => {
  it('is a largest matching of runs to those that follow them, by trying everything', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 12, selector: String }),
        (drawn) => {
          const links = drawn.map(([from, to]) => ({ from, to }));
          const byHand = (rest: typeof links): number => {
            const [link, ...others] = rest;
            if (link === undefined) return 0;
            const apart = others.filter(({ from, to }) => from !== link.from && to !== link.to);
            return Math.max(byHand(others), 1 + byHand(apart));
          };
          expect(mostVehiclesFewer(7, links)).toBe(byHand(links));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the runs of a planned county', () => {
  it('hold by the clock, each chain and all at once', () => {
    let [found, long] = [0, 0];
    for (let seed = 1; seed <= 12; seed++) {
      const facts = randomCounty(seed, 30);
      const { routes: planned } = planCounty(facts, 30);
      const routes = planned.map((route, at) => ({ ...route, id: at + 1 }));
      const basis = travelBasisAt(DEFAULT_SETTINGS, ON);
      const travel = estimatedTravel(basis);
      const { chains, rules, at_most } = findChains({
        ...facts,
        routes,
        travel,
        // The invented homes lie far apart: schools that wait long let more runs meet.
        asked: { earlier_s: 5400, wait_s: 5400 },
      });
      found += chains.length;
      const seen = new Set<number>();
      for (const { runs, morning, afternoon, saving, chosen } of chains) {
        long += Number(runs.length > 2);
        const drive = (a: { lat: number; lon: number }, b: { lat: number; lon: number }) =>
          estimateTravel(a, b, basis).duration_s;
        runs.forEach((run, at) => {
          const moved = morning.moves_s[at] ?? 0;
          expect(moved).toBeGreaterThanOrEqual(-5400);
          expect(moved).toBeLessThanOrEqual(latenessOf(run, rules));
          const next = runs[at + 1];
          if (next === undefined) return;
          const there =
            run.route.arrive_s + moved + rules.turnaround_s + rules.margin_s + drive(run.at, next.first_home); // prettier-ignore
          expect(there).toBeLessThanOrEqual(next.first_pick_up_s + (morning.moves_s[at + 1] ?? 0) + 1e-6); // prettier-ignore
        });
        const home = runs.map((run, at) => ({ run, wait: afternoon.waits_s[at] ?? 0 }));
        const inOrder = afternoon.same_order ? home : home.toReversed();
        inOrder.forEach(({ run, wait }, at) => {
          expect(wait).toBeLessThanOrEqual(rules.wait_s);
          const next = inOrder[at + 1];
          if (next === undefined) return;
          const back = run.home_at_s + wait + rules.margin_s + drive(run.last_home, next.run.at);
          expect(back).toBeLessThanOrEqual(next.run.route.depart_s + next.wait + 1e-6);
        });
        expect(saving.day_pence).toBe(saving.working.reduce((sum, { pence }) => sum + pence, 0));
        if (!chosen) continue;
        for (const { route } of runs) {
          expect(seen.has(route.id)).toBe(false);
          seen.add(route.id);
        }
      }
      expect(vehiclesFewer(chains.filter(({ chosen }) => chosen))).toBeLessThanOrEqual(at_most);
    }
    expect(found).toBeGreaterThan(20);
    expect(long).toBeGreaterThan(0);
  });
});
