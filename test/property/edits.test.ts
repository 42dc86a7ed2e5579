import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { bestTargets } from '../../shared/edits/best-targets.ts';
import { stopOf } from '../../shared/edits/client-journeys.ts';
import { isToBeCarried } from '../../shared/planning/reckon/county-standing.ts';
import { makeEdit } from '../../shared/edits/make-edit.ts';
import { reckonRoute } from '../../shared/planning/reckon/reckon-route.ts';
import { textOf } from '../../shared/model/stop-key.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { Plan, Violation } from '../../shared/model/plan.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { planOf, randomEdit } from '../helpers/random-edits.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const size = fc.integer({ min: 1, max: 30 });

/** Findings that no edit may ever bring about: the plan would contradict itself, not a rule of transport. */
const CONTRADICTIONS = [
  'lines_do_not_add_up',
  'not_whole_pence',
  'year_wrong',
  'price_wrong',
  'days_wrong',
  'contract_price_wrong',
  'line_kind_wrong',
  'distance_wrong',
  'ride_wrong',
  'pick_up_wrong',
  'direct_wrong',
  'drop_off_order_wrong',
  'drop_off_wrong',
  'home_distance_wrong',
  'home_ride_wrong',
  'home_direct_wrong',
  'limit_wrong',
  'unknown_vehicle',
  'fixed_wrong',
  'client_twice',
  'client_missing',
  'client_unknown',
  'unallocated_twice',
  'routed_and_unallocated',
  'confirmed_wrongly',
  'contract_twice',
  'unknown_contract',
  'assistant_missing',
  'assistant_without_need',
  'reason_without_words',
  'reason_wrong',
];

const sorted = (violations: readonly Violation[]): readonly string[] =>
  violations.map((each) => JSON.stringify(each)).toSorted();

const dayOf = (plan: Plan): number =>
  plan.routes.reduce((sum, route) => sum + route.cost_day_pence, 0);

/** Each state of a plan under edits drawn at random, with the one before. */
function editAtRandom(
  facts: AuditFacts,
  drawn: number,
  edits: number,
  look: (before: Plan, made: ReturnType<typeof makeEdit>) => void,
): Plan {
  const random = seededRandom(drawn + 7);
  let plan = planOf(facts);
  for (let turn = 0; turn < edits; turn++) {
    const made = makeEdit(plan, randomEdit(plan, facts, random), facts);
    look(plan, made);
    if (made.ok) plan = made.value.plan;
  }
  return plan;
}

describe('edits of a plan, drawn at random', () => {
  it('keep the bill adding up and everyone accounted for once', () => {
    let made = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = randomCounty(drawn, clients);
        editAtRandom(facts, drawn, 12, (before, answer) => {
          if (!answer.ok) {
            expect(answer.error.cause).not.toBe('');
            expect(answer.error.action).not.toBe('');
            return;
          }
          made += 1;
          const { plan, effect, sentence } = answer.value;
          const codes = plan.audit.violations.map((each) => each.code);
          expect(codes.filter((code) => CONTRADICTIONS.includes(code))).toEqual([]);
          expect(dayOf(plan) - dayOf(before)).toBe(effect.cost_day_pence);
          expect(sentence).not.toBe('');
          const carried = [...facts.clients.keys()].filter((id) => isToBeCarried(id, facts));
          const listed = [
            ...plan.routes.flatMap((route) => route.stops.map((stop) => stop.client_id)),
            ...plan.unallocated.map((each) => each.client_id),
          ];
          expect(listed.toSorted((a, b) => a - b)).toEqual(carried.toSorted((a, b) => a - b));
          expect(new Set(plan.routes.map((route) => route.id)).size).toBe(plan.routes.length);
        });
      }),
      { numRuns: 120 },
    );
    expect(made).toBeGreaterThan(300);
  });

  it('are audited as the whole plan would be', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = randomCounty(drawn, clients);
        const plan = editAtRandom(facts, drawn, 8, () => undefined);
        const whole = auditPlan(plan, facts);
        expect(sorted(plan.audit.violations)).toEqual(sorted(whole.violations));
        expect({ ...plan.audit, violations: [] }).toEqual({ ...whole, violations: [] });
      }),
      { numRuns: 120 },
    );
  });

  it('move the stops of some days like any other, and leave no day of a week without a word', () => {
    let moved = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = withWeeks(randomCounty(drawn, clients), drawn);
        const plan = editAtRandom(facts, drawn, 12, (before, answer) => {
          if (!answer.ok) return;
          const { plan: after, effect } = answer.value;
          const found = after.audit.violations;
          // Put on a route to another school their day is missing, and the audit says why.
          const misled = new Set(found.flatMap((each) => each.code === 'wrong_place' ? [each.client_id] : [])); // prettier-ignore
          const codes = found
            .filter((each) => !misled.has(each.client_id))
            .map((each) => each.code);
          const never = [...CONTRADICTIONS, 'days_missing', 'wrong_days'];
          expect(codes.filter((code) => never.includes(code))).toEqual([]);
          expect(dayOf(after) - dayOf(before)).toBe(effect.cost_day_pence);
          const stops = after.routes.flatMap((route) => route.stops.map(textOf));
          expect(new Set(stops).size).toBe(stops.length);
          moved += effect.rides.filter(({ place, before: was, after: is }) => place !== HOME && was?.route_ref !== is?.route_ref).length; // prettier-ignore
        });
        const whole = auditPlan(plan, facts);
        expect(sorted(plan.audit.violations)).toEqual(sorted(whole.violations));
      }),
      { numRuns: 150 },
    );
    expect(moved).toBeGreaterThan(100);
  });

  it('leave the plan they are given as it was', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = randomCounty(drawn, clients);
        editAtRandom(facts, drawn, 6, (before) => {
          const copy = structuredClone(before);
          makeEdit(before, randomEdit(before, facts, seededRandom(drawn)), facts);
          expect(before).toEqual(copy);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('never touch a locked route', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = randomCounty(drawn, clients);
        editAtRandom(facts, drawn, 12, (before, answer) => {
          if (!answer.ok || answer.value.sentence.endsWith('locked')) return;
          const after = new Set(answer.value.plan.routes);
          for (const route of before.routes) {
            if (route.locked === true) expect(after.has(route)).toBe(true);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a route reckoned by hand', () => {
  it('is the route that planning wrote', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = withWeeks(randomCounty(drawn, clients), drawn);
        for (const route of planOf(facts).routes) {
          expect(reckonRoute(route, route.stops, facts)).toEqual(route);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the best places for a client', () => {
  it('do what they say when they are taken, the first breaking the fewest rules', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = withWeeks(randomCounty(drawn, clients), drawn);
        const plan = planOf(facts);
        const client_id = 1 + (drawn % clients);
        const found = bestTargets(plan, stopOf(plan, client_id, facts), facts);
        if (!found.ok) return;
        expect(found.value.length).toBeLessThanOrEqual(3);
        const broken = found.value.map(
          ({ made }) => made.effect.came.filter((each) => each.severity === 'broken').length,
        );
        expect(broken).toEqual(broken.toSorted((a, b) => a - b));
        for (const { edit, made } of found.value)
          expect(makeEdit(plan, edit, facts)).toEqual({ ok: true, value: made });
      }),
      { numRuns: 60 },
    );
  });
});
