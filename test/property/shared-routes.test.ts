import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { isShared } from '../../shared/model/route-schools.ts';
import { slowSouth } from '../helpers/one-way-county.ts';
import { allowing, neighbours } from '../helpers/neighbours.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const size = fc.integer({ min: 2, max: 30 });

const brokenOf = (routes: ReturnType<typeof planCounty>, facts: AuditFacts) =>
  auditPlan({ ...routes, roads: facts.travel?.source ?? '' }, facts).violations.filter(
    ({ severity }) => severity === 'broken',
  );
const yearOf = (routes: readonly PlannedRoute[]): number =>
  routes.reduce((sum, route) => sum + route.cost_year_pence, 0);

describe('routes that two schools share', () => {
  it('pass the independent audit, on roads and by estimate, with weeks and without', () => {
    let shared = 0;
    fc.assert(
      fc.property(seed, size, fc.boolean(), fc.boolean(), (drawn, clients, onRoads, inWeeks) => {
        const county = neighbours(drawn, clients);
        const weekly = inWeeks ? withWeeks(county, drawn + 1) : county;
        const facts = allowing(onRoads ? { ...weekly, travel: slowSouth() } : weekly, drawn);
        const plan = planCounty(facts, 50);
        shared += plan.routes.filter(isShared).length;
        expect(brokenOf(plan, facts)).toEqual([]);
      }),
      { numRuns: 200, seed: 26 },
    );
    expect(shared).toBeGreaterThan(50);
  });

  it('cost no more than apart and leave nobody out who had a route', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const { stops: _, contracts: __, ...rest } = neighbours(drawn, clients);
        const county = { ...rest, stops: [], contracts: [] };
        const apart = planCounty(county, 50);
        const together = planCounty(allowing(county, drawn), 50);
        expect(yearOf(together.routes)).toBeLessThanOrEqual(yearOf(apart.routes));
        expect(together.unallocated).toEqual(apart.unallocated);
      }),
      { numRuns: 60, seed: 26 },
    );
  });

  it('are none where a planner forbids it, nor unless one allows it', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const county = neighbours(drawn, clients);
        const plan = planCounty(county, 30);
        expect(plan.routes.filter(isShared)).toEqual([]);
        expect(planCounty(allowing(county, drawn, false), 30)).toEqual(plan);
      }),
      { numRuns: 40, seed: 26 },
    );
  });

  it('are the same again', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = allowing(neighbours(drawn, clients), drawn);
        expect(planCounty(facts, 30)).toEqual(planCounty({ ...facts }, 30));
      }),
      { numRuns: 20, seed: 26 },
    );
  });
});
