import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { bestTargets } from '../../shared/edits/best-targets.ts';
import type { PlanEdit } from '../../shared/edits/edit.ts';
import { makeEdit } from '../../shared/edits/make-edit.ts';
import { reckonRoute } from '../../shared/planning/reckon/reckon-route.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import { isShared, schoolsOfRoute } from '../../shared/model/route-schools.ts';
import { joinedKept } from '../../electron/jobs/kept-schools.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { sharedContract } from '../../shared/planning/sharing/shared-contracts.ts';
import { hasCallsByHand } from '../../shared/planning/sharing/standing-calls.ts';
import { allowing, neighbours, outOnOneRoad } from '../helpers/neighbours.ts';
import { slowSouth } from '../helpers/one-way-county.ts';
import { planOf, randomEdit } from '../helpers/random-edits.ts';
import { withEveryClass } from '../helpers/random-card.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const size = fc.integer({ min: 4, max: 20 });

/** What an edit never brings about: a plan that contradicts itself. Rules of transport an edit may break, and the audit says so. */
const CONTRADICTIONS = new Set([
  'calls_wrong', 'call_times_wrong', 'lines_do_not_add_up', 'not_whole_pence', 'year_wrong', 'price_wrong', 'days_wrong',
  'contract_price_wrong', 'variation_wrong', 'line_kind_wrong', 'distance_wrong', 'ride_wrong', 'pick_up_wrong', 'direct_wrong',
  'drop_off_order_wrong', 'drop_off_wrong', 'home_distance_wrong', 'home_ride_wrong', 'home_direct_wrong', 'limit_wrong',
  'fixed_wrong', 'client_twice', 'client_missing', 'confirmed_wrongly', 'assistant_missing', 'assistant_without_need',
]); // prettier-ignore

function county(drawn: number, clients: number): AuditFacts {
  const whole = neighbours(drawn, clients);
  const drawnFacts = drawn % 5 < 3 ? outOnOneRoad(whole, drawn) : whole;
  const facts = drawn % 3 === 0 ? withWeeks(drawnFacts, drawn + 1) : drawnFacts;
  const paid = drawn % 4 === 1 ? withEveryClass(facts, { per_hour_pence: 1500, minimum_pence: 8000 }) : facts; // prettier-ignore
  return allowing(drawn % 2 === 0 ? paid : { ...paid, travel: slowSouth() }, drawn);
}

const planned = (facts: AuditFacts): Plan => {
  const plan = { ...planOf(facts), roads: facts.travel?.source ?? '' };
  return { ...plan, audit: auditPlan(plan, facts) };
};
const sorted = (found: Plan['audit']['violations']) => found.map((each) => JSON.stringify(each)).toSorted(); // prettier-ignore
const byNumber = (a: number | null, b: number | null): number => (a ?? 0) - (b ?? 0);
const yearOf = ({ routes }: Plan) => routes.reduce((sum, route) => sum + route.cost_year_pence, 0);

describe('shared routes edited by hand', () => {
  it('are reckoned as planning wrote them while nobody changes them', () => {
    let shared = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = county(drawn, clients);
        const plan = planned(facts);
        for (const route of plan.routes.filter(isShared)) {
          shared += 1;
          const again = reckonRoute(route, route.stops, facts);
          const schools = new Set(route.stops.map((stop) => stop.school_urn));
          expect({ ...again, calls: again.calls ?? [] }).toEqual({
            ...route,
            calls: again.calls ?? [],
          });
          expect(new Set(again.stops.map((stop) => stop.school_urn))).toEqual(schools);
          expect(again.calls).toEqual(route.calls);
        }
      }),
      { numRuns: 90, seed: 26 },
    );
    expect(shared).toBeGreaterThan(12);
  });

  it('keep the bill, every ride and every call right, and are audited as the whole plan would be', () => {
    let edits = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = county(drawn, clients);
        const random = seededRandom(drawn + 7);
        let plan = planned(facts);
        for (let turn = 0; turn < 10; turn++) {
          const shared = plan.routes.filter(isShared).flatMap((route) => route.stops);
          const some = shared[random.below(Math.max(1, shared.length))];
          const drawnEdit = randomEdit(plan, facts, random);
          const edit = some !== undefined && 'client_id' in drawnEdit ? { ...drawnEdit, client_id: some.client_id, place: some.place } : drawnEdit; // prettier-ignore
          const made = makeEdit(plan, edit, facts);
          if (!made.ok) continue;
          const touched = made.value.plan.routes.filter((route) => !plan.routes.includes(route));
          edits += touched.filter(isShared).length;
          plan = made.value.plan;
          const codes = plan.audit.violations.map((each) => each.code);
          expect(codes.filter((code) => CONTRADICTIONS.has(code))).toEqual([]);
        }
        expect(sorted(plan.audit.violations)).toEqual(sorted(auditPlan(plan, facts).violations));
      }),
      { numRuns: 40, seed: 26 },
    );
    expect(edits).toBeGreaterThan(40);
  });

  it('call at their schools in the order that a planner sets, through every edit, until it is given back', () => {
    const orderOf = ({ calls = [] }: PlannedRoute, leg: 'there' | 'home') =>
      (leg === 'there' ? calls : calls.toSorted((a, b) => a.home_order - b.home_order)).map((call) => call.school_urn); // prettier-ignore
    let [set, kept, refused, contracts] = [0, 0, 0, 0];
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = county(drawn, clients);
        const random = seededRandom(drawn + 11);
        for (const { id } of planned(facts).routes.filter(isShared)) {
          let plan = planned(facts);
          const shared = (): PlannedRoute => defined(plan.routes.find((each) => each.id === id), 'the route'); // prettier-ignore
          const edit = (asked: PlanEdit): boolean => {
            const made = makeEdit(plan, asked, facts);
            if (!made.ok) {
              expect(made.error.code).toBe('same_place');
              refused++;
              return false;
            }
            plan = made.value.plan;
            const codes = plan.audit.violations.map((each) => each.code);
            expect(codes.filter((code) => CONTRADICTIONS.has(code))).toEqual([]);
            expect(sorted(plan.audit.violations)).toEqual(sorted(auditPlan(plan, facts).violations)); // prettier-ignore
            return true;
          };
          const before = shared();
          const leg = random.pick(['there', 'home'] as const);
          const other = leg === 'there' ? 'home' : 'there';
          const turned = orderOf(before, leg).toReversed();
          expect(edit({ kind: 'calls', route_id: id, [leg]: turned })).toBe(true);
          expect(edit({ kind: 'calls', route_id: id, [leg]: turned })).toBe(false);
          expect(orderOf(shared(), leg)).toEqual(turned);
          if (leg === 'there') expect(shared().stops.map((each) => each.client_id)).toEqual(before.stops.map((each) => each.client_id)); // prettier-ignore
          if (orderOf(shared(), other).join() === orderOf(before, other).join()) kept++;
          // Stops are moved about; as long as the route is shared, the order stands.
          for (let turn = 0; turn < 3; turn++) {
            const stop = random.pick(shared().stops);
            const { client_id, place } = stop;
            const goes = { client_id, place };
            edit({ kind: 'reorder', ...goes, position: random.below(shared().stops.length) });
            expect(orderOf(shared(), leg)).toEqual(turned);
          }
          if (before.contract_id !== null) {
            // The next plan of the county, or of another school, has it still.
            const work = sortCounty(facts);
            const run = defined(work.shared.find(({ contract }) => contract.id === before.contract_id), 'the contract'); // prettier-ignore
            const [found] = joinedKept(plan, work, { kept: null, asked: null });
            expect(orderOf(sharedContract(run, facts, found), leg)).toEqual(turned);
            contracts++;
          }
          expect(edit({ kind: 'calls', route_id: id, [leg]: null })).toBe(true);
          expect(hasCallsByHand(shared().calls)).toBe(false);
          expect(edit({ kind: 'calls', route_id: id, [leg]: null })).toBe(false);
          const wrong = makeEdit(plan, { kind: 'calls', route_id: id, there: [1, 1] }, facts);
          expect(wrong.ok ? null : wrong.error.code).toBe('calls_not_of_route');
          set++;
        }
      }),
      { numRuns: 60, seed: 26 },
    );
    expect(set).toBeGreaterThan(10);
    expect(contracts).toBeGreaterThan(3);
    expect(kept).toBeGreaterThan(4);
    expect(refused).toBeGreaterThan(10);
  });

  it('are parted into a route for each school with everyone still aboard, and may be merged again', () => {
    let parted = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = county(drawn, clients);
        const plan = planned(facts);
        const route = plan.routes.find((each) => isShared(each) && each.contract_id === null);
        if (route === undefined) return;
        const made = makeEdit(plan, { kind: 'part', route_id: route.id }, facts);
        if (!made.ok) throw new Error(made.error.cause);
        const { plan: after, effect } = made.value;
        const own = after.routes.filter((each) => !plan.routes.includes(each));
        expect(own.map(({ school_urn }) => school_urn).toSorted(byNumber)).toEqual(schoolsOfRoute(route).toSorted(byNumber)); // prettier-ignore
        expect(own.some(isShared)).toBe(false);
        expect(own.flatMap(({ stops }) => stops.map((stop) => stop.client_id)).toSorted(byNumber)).toEqual(route.stops.map((stop) => stop.client_id).toSorted(byNumber)); // prettier-ignore
        expect(yearOf(after) - yearOf(plan)).toBe(effect.cost_year_pence);
        // Planning shared it because that saves money.
        expect(effect.cost_year_pence).toBeGreaterThan(0);
        const broken = effect.came.filter((each) => each.severity === 'broken');
        expect(broken).toEqual([]);
        const [a, b] = own;
        const again = makeEdit(after, { kind: 'merge', route_id: b?.id ?? 0, into_id: a?.id ?? 0 }, facts); // prettier-ignore
        if (!again.ok) throw new Error(again.error.cause);
        expect(again.value.plan.routes.filter(isShared)).toHaveLength(plan.routes.filter(isShared).length); // prettier-ignore
        expect(again.value.effect.cost_year_pence).toBeLessThan(0);
        parted += 1;
      }),
      { numRuns: 90, seed: 26 },
    );
    expect(parted).toBeGreaterThan(6);
  });

  it('are offered to the children of each of their schools', () => {
    let offered = 0;
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const facts = county(drawn, clients);
        const plan = planned(facts);
        const route = plan.routes.find((each) => isShared(each) && each.contract_id === null);
        if (route === undefined) return;
        const stop = route.stops[0];
        if (stop === undefined) return;
        const off = makeEdit(plan, { kind: 'take-off', ...stop, reason: 'Tried.' }, facts);
        if (!off.ok) throw new Error(off.error.cause);
        const places = bestTargets(off.value.plan, stop, facts, 50);
        if (!places.ok) throw new Error(places.error.cause);
        const back = places.value.find(({ edit }) => 'to' in edit && 'route_id' in edit.to && edit.to.route_id === route.id); // prettier-ignore
        expect(back).toBeDefined();
        offered += 1;
      }),
      { numRuns: 70, seed: 26 },
    );
    expect(offered).toBeGreaterThan(2);
  });
});
