import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import type { PlannedStop } from '../../shared/model/plan.ts';
import { daysRun } from '../../shared/model/plan-rides.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { handingBack } from '../../shared/planning/desk/county-desk.ts';
import type { DeskPlan } from '../../shared/planning/desk/lay-desk.ts';
import { repairHandback } from '../../shared/planning/repair.ts';
import { plannedDesk } from '../helpers/planned-desk.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
/** Every other county has weeks: two homes, part-time days, colleges, boarders. */
const county = (drawn: number, clients: number): AuditFacts => {
  const plain = randomCounty(drawn, clients);
  const narrow = [...plain.clients.keys()].filter((id) => id % 5 === 0);
  const streets = new Map(narrow.map((id) => [id, 'taxi' as const]));
  return drawn % 2 === 0 ? { ...plain, streets } : withWeeks(plain, drawn);
};
const size = fc.integer({ min: 4, max: 40 });
const options = { seed: 1, iterations: 200, shouldStop: () => false };

const keyOf = ({ client_id, place }: PlannedStop) => `${client_id} ${place}`;

/** Every stop with its days and its route, but for those that a contract had: of two homes one may be lost, the other stays. */
function stopsKept(plan: Pick<DeskPlan, 'routes'>, lost: ReadonlySet<string>) {
  return plan.routes
    .flatMap((route) =>
      route.stops
        .filter((stop) => !lost.has(keyOf(stop)))
        .map((stop) => `${keyOf(stop)} ${stop.mornings} ${stop.afternoons} on ${route.ref}`),
    )
    .toSorted();
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
    let someDays = 0;
    let clean = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = county(drawn, clients);
        seen += everyHandback(facts, ({ desk, contract_id, repair }) => {
          const { trial, rehomed } = repair;
          const own = desk.plan.routes.find((route) => route.contract_id === contract_id);
          const lost = new Set(own?.stops.map(keyOf));
          someDays += own?.stops.filter((stop) => stop.place !== HOME).length ?? 0;
          expect(stopsKept(trial, lost)).toEqual(stopsKept(desk.plan, lost));
          expect(new Set(rehomed.map((each) => each.client_id))).toEqual(
            new Set(own?.stops.map((stop) => stop.client_id)),
          );
          const now = handingBack(facts, contract_id) as AuditFacts;
          const audit = auditPlan({ routes: trial.routes, unallocated: trial.unallocated }, now);
          if (trial.violations.length === 0)
            expect(audit.violations.filter((each) => each.severity === 'broken')).toEqual([]);
          // A request held for a decision is not planned: a hand-back that would leave such a child half a week is refused with that.
          for (const { code, client_id } of trial.violations) {
            expect(code).toBe('client_held');
            expect(facts.applications.get(client_id ?? 0)?.held_reason).not.toBe('');
          }
          clean += Number(trial.violations.length === 0);
          expect(trial.routes.some((route) => route.contract_id === contract_id)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(60);
    expect(clean).toBeGreaterThan(seen * 0.9);
    expect(someDays).toBeGreaterThan(0);
  });

  it('leaves every route that nobody joined the very same, and lists all others child by child', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        everyHandback(county(drawn, clients), ({ desk, repair }) => {
          const { trial, rehomed, contract_id } = repair;
          const lost = new Set(rehomed.map((each) => each.client_id));
          const own = desk.plan.routes.find((route) => route.contract_id === contract_id);
          const gone = new Set(own?.stops.map(keyOf));
          const touched = new Set(trial.changed.map((each) => each.ref));
          for (const route of desk.plan.routes)
            if (!touched.has(route.ref)) expect(trial.routes).toContain(route);
          for (const { before, after } of trial.changed) {
            if (before === null || after === null) continue;
            expect(after.stops.some((stop) => gone.has(keyOf(stop)))).toBe(true);
            const order = after.stops.filter((stop) => !gone.has(keyOf(stop))).map(keyOf);
            expect(order).toEqual(before.stops.map(keyOf));
          }
          const listed = new Set(trial.disruption.children.map((child) => child.client_id));
          for (const id of lost) expect(listed).toContain(id);
          for (const { before, after } of trial.changed) {
            if (before === null || after === null) continue;
            // Who was aboard from another address is no new company.
            const aboard = new Set(before.stops.map((stop) => stop.client_id));
            if (after.stops.every((stop) => aboard.has(stop.client_id))) continue;
            for (const id of aboard) expect(listed).toContain(id);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('says of every child where they go, and bills what the routes say', () => {
    let placed = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        everyHandback(county(drawn, clients), ({ desk, repair, contract_id }) => {
          const { trial } = repair;
          const own =
            desk.plan.routes.find((route) => route.contract_id === contract_id)?.stops ?? [];
          for (const { client_id, kind, to_ref, also, days_left } of repair.rehomed) {
            const on = trial.routes.find((r) =>
              r.stops.some((s) => s.client_id === client_id && s.place === HOME),
            );
            expect(on?.ref ?? '').toBe(to_ref);
            if (kind === 'no_longer_carried') continue;
            const line = trial.unallocated.find((each) => each.client_id === client_id);
            if (kind === 'unallocated') expect(line).toBeDefined();
            // Whoever loses a stop of some days is told of with those days, wherever their home goes.
            const now = trial.routes.flatMap((route) => route.stops.map(keyOf));
            const gone = own.filter(
              (stop) => stop.client_id === client_id && !now.includes(keyOf(stop)),
            );
            const days = daysRun(gone.filter((stop) => stop.place !== HOME));
            expect(days_left).toBe(days);
            placed += also.length;
            for (const { to_ref: ref } of also)
              expect(trial.routes.some((route) => route.ref === ref)).toBe(true);
            if (days !== 0) expect((line?.days ?? WHOLE_WEEK) & days).toBe(days);
          }
          const day = (plan: Pick<DeskPlan, 'routes'>) =>
            plan.routes.reduce((sum, route) => sum + route.cost_day_pence, 0);
          expect(trial.day_after_pence - trial.day_before_pence).toBe(day(trial) - day(desk.plan));
        });
      }),
      { numRuns: 40 },
    );
    expect(placed).toBeGreaterThan(5);
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
