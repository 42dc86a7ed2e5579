import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { PlannedRoute, Violation } from '../../shared/model/plan.ts';
import { textOf } from '../../shared/model/stop-key.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { releasing } from '../../shared/planning/desk/county-desk.ts';
import { mergeLone } from '../../shared/planning/what-if/merge-lone.ts';
import { moveBell } from '../../shared/planning/what-if/move-bell.ts';
import { retenderSchool } from '../../shared/planning/what-if/retender-school.ts';
import { plannedDesk } from '../helpers/planned-desk.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
/** Every other county has weeks: two homes, part-time days, colleges, boarders. */
const county = (drawn: number, clients: number): AuditFacts => {
  const plain = randomCounty(drawn, clients);
  return drawn % 2 === 0 ? plain : withWeeks(plain, drawn);
};
const size = fc.integer({ min: 4, max: 40 });
const options = { seed: 1, iterations: 400, shouldStop: () => false };
const broken = (violations: readonly Violation[]) =>
  violations.filter((each) => each.severity === 'broken');

describe('a school let anew', () => {
  it('passes the audit of the whole plan, keeps everybody a place, and adds up', () => {
    let seen = 0;
    let [moved, others] = [0, 0];
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = county(drawn, clients);
        const desk = plannedDesk(facts);
        const made = retenderSchool(desk, 1, options);
        if (!made.ok) return;
        seen++;
        const trial = made.value;
        moved += trial.released.length;
        others += desk.plan.routes.flatMap(({ school_urn, stops }) => school_urn === 1 ? stops.filter(({ place }) => place !== HOME) : []).length; // prettier-ignore
        const now = releasing(facts, new Set(trial.released)) as AuditFacts;
        const audit = auditPlan({ routes: trial.routes, unallocated: trial.unallocated }, now);
        expect(broken(audit.violations)).toEqual([]);
        const riders = (routes: typeof trial.routes) =>
          routes.flatMap((route) => route.stops.map(textOf)).toSorted((a, b) => (a < b ? -1 : 1));
        expect(riders(trial.routes)).toEqual(riders(desk.plan.routes));
        for (const route of desk.plan.routes)
          if (route.school_urn !== 1) expect(trial.routes).toContain(route);
        const day = (routes: typeof trial.routes) =>
          routes.reduce((sum, route) => sum + route.cost_day_pence, 0);
        expect(trial.day_after_pence - trial.day_before_pence).toBe(
          day(trial.routes) - day(desk.plan.routes),
        );
      }),
      { numRuns: 90 },
    );
    expect(seen).toBeGreaterThan(30);
    expect(moved).toBeGreaterThan(0);
    expect(others).toBeGreaterThan(20);
  });
});

describe('lone children', () => {
  it('share only where that passes the audit and saves; each is in one group or told why not', () => {
    let groups = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = county(drawn, clients);
        const desk = plannedDesk(facts);
        const found = mergeLone(desk, null);
        groups += found.groups.length;
        const told = [
          ...found.groups.flatMap((group) => [group.into_ref, ...group.refs]),
          ...found.stay.map((each) => each.ref),
        ];
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBe(found.lone);
        for (const group of found.groups) {
          expect(group.saved_day_pence).toBeGreaterThan(0);
          expect(group.saved_year_pence).toBeGreaterThan(0);
          const gone = new Set(group.refs);
          const routes = desk.plan.routes
            .filter((route) => !gone.has(route.ref))
            .map((route) => (route.ref === group.into_ref ? group.route : route));
          const { unallocated } = desk.plan;
          const now = releasing(facts, new Set(group.released)) as AuditFacts;
          expect(broken(auditPlan({ routes, unallocated }, now).violations)).toEqual([]);
          const day = (all: typeof routes) => all.reduce((sum, r) => sum + r.cost_day_pence, 0);
          expect(day([...desk.plan.routes]) - day(routes)).toBe(group.saved_day_pence);
          const year = (all: typeof routes) => all.reduce((sum, r) => sum + r.cost_year_pence, 0);
          expect(year([...desk.plan.routes]) - year(routes)).toBe(group.saved_year_pence);
        }
        for (const each of found.stay) expect(each.because).not.toBe('');
      }),
      { numRuns: 60 },
    );
    expect(groups).toBeGreaterThan(5);
  });
});

const rides = ({ arrive_s, depart_s, stops }: PlannedRoute) => ({
  arrive_s,
  depart_s,
  rides: stops.map((stop) => [stop.client_id, stop.ride_s, stop.home_ride_s]),
});

describe('a bell moved', () => {
  it('moves every time of the school by as much, costs nothing by itself, and touches no other school', () => {
    fc.assert(
      fc.property(seed, size, fc.integer({ min: -30, max: 30 }), (drawn, clients, minutes) => {
        const facts = county(drawn, clients);
        const desk = plannedDesk(facts);
        const made = moveBell(desk, 1, minutes);
        if (!made.ok) return;
        const { trial } = made.value;
        expect(trial.day_after_pence).toBe(trial.day_before_pence);
        expect(broken(trial.violations)).toEqual([]);
        const before = new Map(desk.plan.routes.map((route) => [route.id, route]));
        for (const route of trial.routes) {
          const was = before.get(route.id);
          if (route.school_urn !== 1) expect(route).toBe(was);
          else
            expect(rides(route)).toEqual({ ...rides(was ?? route), arrive_s: (was?.arrive_s ?? 0) + minutes * 60, depart_s: (was?.depart_s ?? 0) + minutes * 60 }); // prettier-ignore
        }
        if (minutes === 20)
          for (const child of trial.disruption.children)
            expect(child.changes.map((each) => each.kind)).toContain('school_run');
      }),
      { numRuns: 80 },
    );
  });

  it('is refused off the day, and where no route goes', () => {
    const desk = plannedDesk(randomCounty(3, 20));
    expect(moveBell(desk, 99, 5)).toMatchObject({ ok: false, error: { code: 'unknown_school' } });
    expect(moveBell(desk, 1, -700)).toMatchObject({
      ok: false,
      error: { code: 'bell_off_the_day' },
    });
  });
});
