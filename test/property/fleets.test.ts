import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { ProviderFleet } from '../../shared/model/register.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { FleetCount, FleetKinds } from '../../shared/planning/fleets/fleet-count.ts';
import {
  fleetUse,
  needsOf,
  type RunChains,
  type VehicleNeed,
} from '../../shared/planning/fleets/fleet-use.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { solveWithin } from '../../shared/planning/fleets/solve-within.ts';
import { withinFleets } from '../../shared/planning/fleets/within-fleets.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { randomCounty } from '../helpers/random-county.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const DISTRICTS = ['A', 'B', 'C'];
const CLASSES = ['taxi', 'accessible_taxi', 'minibus', 'accessible_minibus'];

/** A county whose clients live in three districts, and a few vehicles there. */
function limited(drawn: number, clients: number, most: number): AuditFacts {
  const random = seededRandom(drawn + 9);
  const county = randomCounty(drawn, clients);
  const all = [...county.clients].map(([id, client]) => [id, { ...client, district_code: random.pick(DISTRICTS) }] as const); // prettier-ignore
  const fleets: ProviderFleet[] = CLASSES.flatMap((vehicle_class) =>
    ['Apex', 'Swift'].map((provider) => ({
      provider,
      vehicle_class,
      count: random.below(most + 1),
      districts: random.chance(0.3) ? [] : DISTRICTS.filter(() => random.chance(0.6)),
    })),
  );
  return { ...county, clients: new Map(all), fleets };
}

function fitted(facts: AuditFacts) {
  const plan = planCounty({ ...facts, fleets: [] }, 60);
  const after = withinFleets(plan, facts, {
    work: sortCounty(facts),
    isOpen: (route) => route.contract_id === null,
    solve: (work, limits) => solveWithin(work, facts, { limits, options: { seed: 1, iterations: 60, shouldStop: () => false } }), // prettier-ignore
  });
  const names = { ...after, routes: after.routes.map((route, at) => ({ ...route, ref: route.ref === '' ? `NEW-${at}` : route.ref })) }; // prettier-ignore
  return { plan, after: names };
}

/** What the routes are short of, run by run. */
const shortBy = (routes: readonly PlannedRoute[], facts: AuditFacts, chains: RunChains): number =>
  fleetUse(needsOf(routes, facts, chains), facts.fleets ?? []).short.length;

const shortIn = (plan: ReturnType<typeof planCounty>, facts: AuditFacts): number =>
  auditPlan(plan, facts).violations.filter(({ code }) => code === 'fleet_short').reduce((sum, { text }) => sum + Number(/are ([0-9]+) vehicle/.exec(text)?.[1] ?? 0), 0); // prettier-ignore

describe('vehicles that are short, counted by kind', () => {
  it('are as many as run by run, before and after any routes change, chains broken by it too', () => {
    let chained = 0;
    fc.assert(
      fc.property(seed, fc.integer({ min: 5, max: 30 }), fc.nat(), (drawn, clients, at) => {
        const facts = limited(drawn, clients, 4);
        const { routes } = planCounty({ ...facts, fleets: [] }, 20);
        const random = seededRandom(drawn + at);
        // Any two or three runs of a county this small may be called a chain.
        const chains: Map<PlannedRoute, { all: readonly PlannedRoute[]; stays: PlannedRoute }> = new Map(); // prettier-ignore
        const free = random.shuffle([...routes]);
        while (free.length > 3 && random.chance(0.7)) {
          const all = free.splice(0, 2 + random.below(2));
          const stays = random.pick(all);
          for (const route of all) chains.set(route, { all, stays });
          chained++;
        }
        const count = new FleetCount(routes, new FleetKinds(facts, facts.fleets ?? [], chains));
        expect(count.short).toBe(shortBy(routes, facts, chains));
        const gone = routes.filter(() => random.chance(0.2));
        const come = gone.flatMap((route) =>
          random.chance(0.8) ? [{ ...route, vehicle_class: random.pick(CLASSES) }] : [],
        );
        const left = routes.filter((route) => !gone.includes(route));
        expect(count.after(gone, come)).toBe(shortBy([...left, ...come], facts, chains));
      }),
      { numRuns: 150 },
    );
    expect(chained).toBeGreaterThan(20);
  });
});

describe('plans within the fleets', () => {
  it('pass the audit, leave nobody out and are short of no more vehicles than before', () => {
    let mended = 0;
    fc.assert(
      fc.property(seed, fc.integer({ min: 5, max: 30 }), (drawn, clients) => {
        const facts = limited(drawn, clients, 3);
        const { plan, after } = fitted(facts);
        const broken = auditPlan(after, facts).violations.filter((v) => v.severity === 'broken');
        expect(broken).toEqual([]);
        expect(after.unallocated).toEqual(plan.unallocated);
        const [was, is] = [shortIn(plan, facts), shortIn(after, facts)];
        expect(is).toBeLessThanOrEqual(was);
        mended += was - is;
      }),
      { numRuns: 60, seed: 26 },
    );
    expect(mended).toBeGreaterThan(20);
  });

  it('are the plans as they were where there are vehicles enough, or no fleet is known', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 5, max: 25 }), (drawn, clients) => {
        const facts = limited(drawn, clients, 3);
        const fleets = (facts.fleets ?? []).map((row) => ({ ...row, count: 99, districts: [] }));
        const plenty = withinFleets(planCounty(facts, 40), { ...facts, fleets }, {
          work: sortCounty(facts),
          isOpen: () => true,
          solve: () => null,
        }); // prettier-ignore
        expect(plenty).toEqual(planCounty(facts, 40));
        expect(shortIn(planCounty(facts, 40), { ...facts, fleets: [] })).toBe(0);
      }),
      { numRuns: 20, seed: 26 },
    );
  });

  it('are the same again', () => {
    fc.assert(
      fc.property(seed, (drawn) => {
        const facts = limited(drawn, 20, 2);
        expect(fitted(facts).after).toEqual(fitted({ ...facts }).after);
      }),
      { numRuns: 10, seed: 26 },
    );
  });
});

/** The most needs that can have a vehicle, every way tried. */
function most(needs: readonly VehicleNeed[], fleets: readonly ProviderFleet[]): number {
  const [need, ...rest] = needs;
  if (need === undefined) return 0;
  let best = most(rest, fleets);
  fleets.forEach((row, at) => {
    const fits =
      row.count > 0 &&
      row.vehicle_class === need.vehicle_class &&
      (need.provider === '' || row.provider.toLowerCase() === need.provider) &&
      (row.districts.length === 0 || row.districts.includes(need.district));
    if (!fits) return;
    const left = fleets.map((each, i) => (i === at ? { ...each, count: each.count - 1 } : each));
    best = Math.max(best, 1 + most(rest, left));
  });
  return best;
}

describe('the vehicles given out', () => {
  it('are as many as can be, every way tried', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 6 }), (drawn, count) => {
        const random = seededRandom(drawn);
        const fleets = Array.from({ length: 1 + random.below(3) }, (): ProviderFleet => ({
          provider: random.pick(['Apex', 'Swift']),
          vehicle_class: random.pick(['taxi', 'minibus']),
          count: random.below(3),
          districts: random.chance(0.4) ? [] : DISTRICTS.filter(() => random.chance(0.5)),
        }));
        const needs = Array.from({ length: count }, (_, at): VehicleNeed => ({
          vehicle_class: random.pick(['taxi', 'minibus']),
          district: random.pick(DISTRICTS),
          provider: random.pick(['', '', 'apex', 'swift']),
          routes: [at],
        }));
        expect(needs.length - fleetUse(needs, fleets).short.length).toBe(most(needs, fleets));
      }),
      { numRuns: 200, seed: 26 },
    );
  });
});
