import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { slowSouth } from '../helpers/one-way-county.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { withWeeks } from '../helpers/random-weeks.ts';
import { randomCounty } from '../helpers/random-county.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const size = fc.integer({ min: 0, max: 40 });

describe('a county planned', () => {
  it('passes the independent audit, whatever its flaws', () => {
    fc.assert(
      fc.property(seed, size, fc.integer({ min: 0, max: 300 }), (drawn, clients, iterations) => {
        const facts = randomCounty(drawn, clients);
        const audit = auditPlan(planCounty(facts, iterations), facts);
        expect(audit.violations.filter((each) => each.severity === 'broken')).toEqual([]);
        expect(audit.passed).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('passes it too on roads where the way home takes longer than the way there', () => {
    const travel = slowSouth();
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = { ...randomCounty(drawn, clients), travel };
        const plan = { ...planCounty(facts, 100), roads: travel.source };
        const broken = auditPlan(plan, facts).violations.filter(
          ({ severity }) => severity === 'broken',
        );
        expect(broken).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('passes it with streets that minibuses, or anything but cars, do not get to', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const county = randomCounty(drawn, clients);
        const narrow = [...county.clients.keys()].filter((id) => id % 3 === 0);
        const streets = new Map(narrow.map((id) => [id, id % 2 === 0 ? 'taxi' : 'car'] as const));
        const facts = { ...county, streets };
        const plan = planCounty(facts, 50);
        expect(
          auditPlan(plan, facts).violations.filter(({ severity }) => severity === 'broken'),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('passes it with two homes, part-time weeks, boarders and other schools, on roads and without', () => {
    fc.assert(
      fc.property(seed, size, fc.boolean(), (drawn, clients, onRoads) => {
        const county = withWeeks(randomCounty(drawn, clients), drawn + 1);
        const facts = onRoads ? { ...county, travel: slowSouth() } : county;
        const plan = { ...planCounty(facts, 50), roads: facts.travel?.source ?? '' };
        expect(
          auditPlan(plan, facts).violations.filter(({ severity }) => severity === 'broken'),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same plan again for the same seed', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = randomCounty(drawn, clients);
        expect(planCounty(facts, 100)).toEqual(planCounty(facts, 100));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves nobody without a vehicle for an advisory limit', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = randomCounty(drawn, clients);
        for (const { client_id, reason } of planCounty(facts, 50).unallocated) {
          if (reason === 'clinical_limit')
            expect(facts.clients.get(client_id)?.clinical_limit_s).not.toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });
});
