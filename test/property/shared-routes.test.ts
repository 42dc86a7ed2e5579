import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { isShared } from '../../shared/model/route-schools.ts';
import { APART_GROUNDS, type SharingRecords } from '../../shared/model/sharing.ts';
import { slowSouth } from '../helpers/one-way-county.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const size = fc.integer({ min: 2, max: 30 });
const SAID = { reason: 'One road', recorded_on: isoDate('2026-06-01'), recorded_by: 'A. Planner' };

/** A county whose two schools lie near each other, their bells up to half an hour apart, and contracts of which some serve both. */
function neighbours(drawn: number, clients: number): AuditFacts {
  const county = randomCounty(drawn, clients);
  const random = seededRandom(drawn + 3);
  const first = defined(county.schools.get(1), 'school 1');
  const near = {
    ...defined(county.schools.get(2), 'school 2'),
    lat: (first.lat ?? 0) + 0.01,
    lon: (first.lon ?? 0) + 0.01,
    day_starts_s: 31_800 + 300 * random.below(7),
    day_ends_s: 54_900 + 300 * random.below(7),
  };
  const all = new Map(county.clients);
  for (const { client_id } of county.stops) {
    const client = all.get(client_id);
    if (client !== undefined && client.school_urn === 1 && random.chance(0.3))
      all.set(client_id, { ...client, school_urn: 2 });
  }
  return { ...county, clients: all, schools: new Map([...county.schools, [2, near]]) };
}

function allowing(facts: AuditFacts, drawn: number, allowed = true): AuditFacts {
  const random = seededRandom(drawn + 5);
  const sharing: SharingRecords = {
    pairs: [{ school_a: 1, school_b: 2, allowed, ...SAID }],
    apart: [...facts.clients.keys()]
      .filter(() => random.chance(0.1))
      .map((client_id) => ({ client_id, ground: random.pick(APART_GROUNDS), ...SAID })),
  };
  return { ...facts, sharing };
}

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
