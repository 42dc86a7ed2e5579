import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { isShared } from '../../shared/model/route-schools.ts';
import { isSameStop } from '../../shared/model/stop-key.ts';
import { joinedShared } from '../../electron/jobs/kept-schools.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { sharedContract } from '../../shared/planning/sharing/shared-contracts.ts';
import { releasing } from '../../shared/planning/desk/county-desk.ts';
import { offersFor, takePlace } from '../../shared/planning/offers.ts';
import { allowing, neighbours, outOnOneRoad } from '../helpers/neighbours.ts';
import { plannedDesk } from '../helpers/planned-desk.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

/** Contracts with room for three more, and each who looks for a place next door to somebody who has one. */
function nextDoor(facts: AuditFacts, drawn: number): AuditFacts {
  const random = seededRandom(drawn + 9);
  const contracts = facts.contracts.map((each) => ({ ...each, seats: each.seats + 3 }));
  const carried = facts.stops.flatMap(({ client_id }) => facts.clients.get(client_id) ?? []);
  const ids = new Set(carried.map((each) => each.id));
  const clients = new Map(facts.clients);
  for (const client of facts.clients.values()) {
    if (ids.has(client.id) || client.lat === null || carried.length === 0) continue;
    const { lat, lon } = random.pick(carried);
    if (lat === null || lon === null) continue;
    clients.set(client.id, { ...client, lat: lat + 0.005, lon: lon + 0.005 });
  }
  return { ...facts, contracts, clients };
}

/** Clients whom no contract carries. */
function seekers({ clients, stops }: AuditFacts): readonly number[] {
  const carried = new Set(stops.map((each) => each.client_id));
  return [...clients.keys()].filter((id) => !carried.has(id));
}

describe('a place on a contract that several schools share', () => {
  it('keeps its calls, everyone’s order and every rule, and costs what the bill then says', () => {
    let [lawful, refused, told] = [0, 0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (drawn) => {
        const county = nextDoor(neighbours(drawn, 24), drawn);
        const weekly = drawn % 2 === 0 ? county : withWeeks(county, drawn + 1);
        const facts = allowing(weekly, drawn);
        const desk = plannedDesk(facts);
        if (desk.work.shared.length === 0) return;
        for (const client_id of seekers(facts)) {
          const found = offersFor(desk, client_id);
          if (!found.ok) continue;
          told += found.value.not_offered.length;
          for (const offer of found.value.offers) {
            if (!isShared(offer.route) || offer.route_id === null) continue;
            const key = { client_id, place: found.value.place };
            const before = defined(desk.plan.routes.find((route) => route.id === offer.route_id), 'the route'); // prettier-ignore
            expect(offer.route.calls).toEqual(before.calls);
            const others = offer.route.stops.filter((stop) => !isSameStop(stop, key));
            expect(others.map((stop) => stop.client_id)).toEqual(before.stops.map((stop) => stop.client_id)); // prettier-ignore
            expect(offer.added_day_pence).toBe(offer.route.cost_day_pence - before.cost_day_pence);
            const taken = takePlace(desk, key, offer.route_id);
            if (!taken.ok) throw new Error(taken.error.cause);
            const { release_id, routes, unallocated } = taken.value;
            const now = release_id === null ? facts : releasing(facts, new Set([release_id]));
            const { violations } = auditPlan({ routes, unallocated, roads: desk.plan.roads ?? '' }, { ...facts, stops: now.stops }); // prettier-ignore
            const broken = violations.filter((each) => each.severity === 'broken' && each.route_ref === offer.ref); // prettier-ignore
            if (offer.passes) expect(broken).toEqual([]);
            else expect(broken.length).toBeGreaterThan(0);
            // The next plan keeps them where they are for as long as their school stays as it is.
            const work = sortCounty(now);
            const [kept] = joinedShared({ routes }, work);
            const run = work.shared.find(({ contract }) => contract.id === offer.contract_id);
            if (run === undefined) throw new Error('The contract is shared no more');
            const { id, ref } = before;
            expect({ ...sharedContract(run, now, kept), id, ref }).toEqual(offer.route);
            lawful += Number(offer.passes);
            refused += Number(!offer.passes);
          }
        }
      }),
      { numRuns: 70, seed: 26 },
    );
    expect(lawful).toBeGreaterThan(20);
    expect(told).toBeGreaterThan(refused);
  });
});

describe('a child on a route that several schools share', () => {
  it('is offered other places, judged on the route they leave as on the one they join', () => {
    let [offered, taken, parted, contracts] = [0, 0, 0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (drawn) => {
        const near = neighbours(drawn, 18);
        const county = drawn % 3 === 0 ? outOnOneRoad(near, drawn) : nextDoor(near, drawn);
        const facts = allowing(drawn % 2 === 0 ? county : withWeeks(county, drawn + 1), drawn);
        const desk = plannedDesk(facts);
        for (const on of desk.plan.routes.filter(isShared)) {
          for (const { client_id, place } of on.stops) {
            const key = { client_id, place };
            const found = offersFor(desk, client_id, place);
            if (!found.ok) {
              expect(found.error.code).toMatch(
                /route_not_to_school|cannot_be_placed|no_open_request/,
              );
              continue;
            }
            offered++;
            expect(found.value.on_ref).toBe(on.ref);
            for (const offer of found.value.offers) {
              expect(offer.is_current).toBe(offer.route_id === on.id);
              if (!offer.passes || offer.is_current) continue;
              const made = takePlace(desk, key, offer.route_id);
              if (!made.ok) throw new Error(made.error.cause);
              const { release_id, routes, unallocated } = made.value;
              const now: AuditFacts = { ...facts, ...(release_id === null ? {} : { stops: releasing(facts, new Set([release_id])).stops }) }; // prettier-ignore
              const { violations } = auditPlan({ routes, unallocated, roads: '' }, now);
              const known = new Set(auditPlan({ ...desk.plan, roads: '' }, facts).violations.map((each) => each.text)); // prettier-ignore
              expect(violations.filter((each) => each.severity === 'broken' && !known.has(each.text))).toEqual([]); // prettier-ignore
              const left = routes.find((route) => route.id === on.id);
              const stays = on.stops.filter((stop) => !isSameStop(stop, key));
              expect(left?.stops.map((stop) => stop.client_id)).toEqual(stays.map((stop) => stop.client_id)); // prettier-ignore
              for (const route of desk.plan.routes)
                if (route.id !== on.id && route.id !== offer.route_id) expect(routes).toContain(route); // prettier-ignore
              const work = sortCounty(now);
              const run = work.shared.find(({ contract }) => contract.id === on.contract_id);
              if (left !== undefined && run !== undefined) {
                // As planning itself would write it down by the records as they then stand.
                const kept = joinedShared({ routes }, work).find((each) => each.route.id === on.id);
                expect({ ...sharedContract(run, now, kept), id: on.id, ref: on.ref }).toEqual(left);
              }
              taken++;
              contracts += Number(on.contract_id !== null);
              parted += Number(left !== undefined && !isShared(left));
            }
          }
        }
      }),
      { numRuns: 45, seed: 26 },
    );
    expect(offered).toBeGreaterThan(20);
    expect(taken).toBeGreaterThan(30);
    expect(contracts).toBeGreaterThan(10);
    expect(parted).toBeGreaterThan(5);
  });
});
