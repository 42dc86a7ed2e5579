import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { makeEdit } from '../../shared/edits/make-edit.ts';
import { routesAsOne } from '../../shared/edits/routes-as-one.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { isShared, schoolsOfRoute } from '../../shared/model/route-schools.ts';
import { releasing } from '../../shared/planning/desk/county-desk.ts';
import { allowing, neighbours, outOnOneRoad } from '../helpers/neighbours.ts';
import { planOf } from '../helpers/random-edits.ts';

const goOn = (): boolean => true;
const broken = (plan: Plan, facts: AuditFacts): readonly string[] =>
  auditPlan(plan, facts)
    .violations.filter(({ severity }) => severity === 'broken')
    .map(({ text }) => text);
const yearOf = ({ routes }: Plan) => routes.reduce((sum, route) => sum + route.cost_year_pence, 0);
const dayOf = ({ routes }: Plan) => routes.reduce((sum, route) => sum + route.cost_day_pence, 0);

/** A plan made while nobody shares, and the word that its schools may, so that there is something to propose. */
function apart(drawn: number): { readonly plan: Plan; readonly facts: AuditFacts } {
  const near = neighbours(drawn, 16);
  const facts = drawn % 2 === 0 ? outOnOneRoad(near, drawn) : near;
  const roomy = facts.contracts.map((each) => ({ ...each, seats: each.seats + 4 }));
  const whole = { ...facts, contracts: roomy };
  return { plan: planOf(whole), facts: allowing(whole, drawn) };
}

describe('routes of two schools proposed as one', () => {
  it('break no rule, save what they say, and can all be taken one after another', () => {
    let [proposed, contracts] = [0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (drawn) => {
        const { plan, facts } = apart(drawn);
        const found = routesAsOne(plan, facts, goOn);
        const ids = found.flatMap((each) => [each.from_id, each.into_id]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(found.map((each) => each.saved_year_pence)).toEqual(found.map((each) => each.saved_year_pence).toSorted((a, b) => b - a)); // prettier-ignore
        let now = plan;
        let records = facts;
        for (const each of found) {
          const from = now.routes.find((route) => route.id === each.from_id);
          const leaves = from?.stops.filter((stop) => stop.fixed).map((stop) => stop.client_id) ?? []; // prettier-ignore
          expect(each.releases).toBe(leaves.length);
          const made = makeEdit(now, { kind: 'merge', route_id: each.from_id, into_id: each.into_id }, records); // prettier-ignore
          if (!made.ok) throw new Error(made.error.cause);
          const after = made.value.plan;
          expect(yearOf(now) - yearOf(after)).toBe(each.saved_year_pence);
          expect(dayOf(now) - dayOf(after)).toBe(each.saved_day_pence);
          const route = after.routes.find(({ id }) => id === each.into_id);
          expect(route !== undefined && isShared(route)).toBe(true);
          if (route !== undefined) expect(schoolsOfRoute(route)).toEqual(each.school_urns);
          // With the seats given up, as the dialog does in the same write.
          const { stops } = releasing(records, new Set(leaves));
          const known = new Set(broken(now, records));
          records = { ...records, stops };
          expect(broken(after, records).filter((text) => !known.has(text))).toEqual([]);
          now = after;
          proposed++;
          contracts += Number(leaves.length > 0);
        }
      }),
      { numRuns: 40, seed: 26 },
    );
    expect(proposed).toBeGreaterThan(10);
    expect(contracts).toBeGreaterThan(1);
  });

  it('are none where no schools may share, and for nobody who stays apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (drawn) => {
        const { plan, facts } = apart(drawn);
        const { sharing: _, ...unsaid } = facts;
        expect(routesAsOne(plan, unsaid, goOn)).toEqual([]);
        expect(routesAsOne(plan, allowing(facts, drawn, false), goOn)).toEqual([]);
        expect(routesAsOne(plan, facts, () => false)).toEqual([]);
        const kept = new Set(facts.sharing?.apart.map((each) => each.client_id));
        const routes = new Map(plan.routes.map((route) => [route.id, route]));
        for (const { from_id, into_id } of routesAsOne(plan, facts, goOn))
          for (const id of [from_id, into_id])
            for (const { client_id } of routes.get(id)?.stops ?? []) {
              expect(kept.has(client_id)).toBe(false);
              expect(facts.clients.get(client_id)?.sole_occupancy).toBe(false);
            }
      }),
      { numRuns: 15, seed: 26 },
    );
  });
});
