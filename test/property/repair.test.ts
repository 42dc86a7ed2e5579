import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { handingBack } from '../../shared/planning/desk/county-desk.ts';
import type { DeskPlan } from '../../shared/planning/desk/lay-desk.ts';
import { repairHandback } from '../../shared/planning/repair.ts';
import { plannedDesk } from '../helpers/planned-desk.ts';
import { randomCounty } from '../helpers/random-county.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const size = fc.integer({ min: 4, max: 40 });
const options = { seed: 1, iterations: 200, shouldStop: () => false };

/** Every child's route, without those of one contract. */
function homes(plan: Pick<DeskPlan, 'routes'>, lost: ReadonlySet<number>) {
  return plan.routes
    .flatMap((route) => route.stops.map((stop) => [stop.client_id, route.ref] as const))
    .filter(([id]) => !lost.has(id))
    .toSorted((a, b) => a[0] - b[0]);
}

/** Repairs after every hand-back that a county allows. */
function everyHandback(
  facts: AuditFacts,
  look: (found: {
    readonly desk: ReturnType<typeof plannedDesk>;
    readonly contract_id: number;
    readonly repair: Extract<ReturnType<typeof repairHandback>, { ok: true }>['value'];
  }) => void,
): number {
  const desk = plannedDesk(facts);
  let seen = 0;
  for (const { id } of facts.contracts) {
    const made = repairHandback(desk, id, options);
    if (!made.ok) {
      expect(made.error.code).toBe('contract_not_in_plan');
      continue;
    }
    seen++;
    look({ desk, contract_id: id, repair: made.value });
  }
  return seen;
}

describe('a contract handed back', () => {
  it('moves its own children only, and passes the audit of the whole plan', () => {
    let seen = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = randomCounty(drawn, clients);
        seen += everyHandback(facts, ({ desk, contract_id, repair }) => {
          const { trial, rehomed } = repair;
          const lost = new Set(rehomed.map((each) => each.client_id));
          expect(homes(trial, lost)).toEqual(homes(desk.plan, lost));
          const now = handingBack(facts, contract_id) as AuditFacts;
          const audit = auditPlan({ routes: trial.routes, unallocated: trial.unallocated }, now);
          expect(audit.violations.filter((each) => each.severity === 'broken')).toEqual([]);
          expect(trial.violations).toEqual([]);
          expect(trial.routes.some((route) => route.contract_id === contract_id)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(60);
  });

  it('leaves every route that nobody joined the very same, and lists all others child by child', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        everyHandback(randomCounty(drawn, clients), ({ desk, repair }) => {
          const { trial, rehomed } = repair;
          const lost = new Set(rehomed.map((each) => each.client_id));
          const touched = new Set(trial.changed.map((each) => each.ref));
          for (const route of desk.plan.routes)
            if (!touched.has(route.ref)) expect(trial.routes).toContain(route);
          for (const { before, after } of trial.changed) {
            if (before === null || after === null) continue;
            expect(after.stops.some((stop) => lost.has(stop.client_id))).toBe(true);
            const order = after.stops.map((s) => s.client_id).filter((id) => !lost.has(id));
            expect(order).toEqual(before.stops.map((stop) => stop.client_id));
          }
          const listed = new Set(trial.disruption.children.map((child) => child.client_id));
          for (const id of lost) expect(listed).toContain(id);
          for (const { before, after } of trial.changed)
            for (const stop of before === null || after === null ? [] : before.stops)
              expect(listed).toContain(stop.client_id);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('says of every child where they go, and bills what the routes say', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        everyHandback(randomCounty(drawn, clients), ({ desk, repair }) => {
          const { trial } = repair;
          for (const { client_id, kind, to_ref } of repair.rehomed) {
            const on = trial.routes.find((r) => r.stops.some((s) => s.client_id === client_id));
            expect(on?.ref ?? '').toBe(to_ref);
            if (kind === 'unallocated')
              expect(trial.unallocated.map((each) => each.client_id)).toContain(client_id);
          }
          const day = (plan: Pick<DeskPlan, 'routes'>) =>
            plan.routes.reduce((sum, route) => sum + route.cost_day_pence, 0);
          expect(trial.day_after_pence - trial.day_before_pence).toBe(day(trial) - day(desk.plan));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is the same repair again', () => {
    const facts = randomCounty(7, 40);
    const twice = [1, 2].map(() => {
      const all: unknown[] = [];
      everyHandback(facts, ({ repair }) => all.push(repair));
      return all;
    });
    expect(twice[0]).toEqual(twice[1]);
  });
});
