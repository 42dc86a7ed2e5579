import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Violation } from '../../shared/model/plan.ts';
import { isSameStop, type StopKey } from '../../shared/model/stop-key.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { layDesk, writeDesk, type DeskPlan } from '../../shared/planning/desk/lay-desk.ts';
import { journeysInOrder } from '../../shared/planning/journeys-lacking.ts';
import { offersFor, takePlace } from '../../shared/planning/offers.ts';
import { plannedDesk } from '../helpers/planned-desk.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
/** Every other county has weeks: two homes, part-time days, colleges, boarders. */
const county = (drawn: number, clients: number): AuditFacts => {
  const plain = randomCounty(drawn, clients);
  return drawn % 2 === 0 ? plain : withWeeks(plain, drawn);
};
const size = fc.integer({ min: 2, max: 40 });

const broken = (violations: readonly Violation[]) =>
  violations.filter((each) => each.severity === 'broken');

describe('a plan laid out', () => {
  it('is written down again as it was, whatever the county', () => {
    fc.assert(
      fc.property(seed, size, (drawn, clients) => {
        const { plan, facts, work } = plannedDesk(county(drawn, clients));
        for (const school of work.schools.filter((each) => each.listed)) {
          const order = { plan, facts, work, school_urn: school.school.urn, joining: [] };
          const desk = defined(layDesk(order), 'a desk');
          const { after, fresh } = writeDesk(desk, { changed: new Map(), fresh: [] });
          expect(fresh).toEqual([]);
          const own = plan.routes.filter((route) => route.school_urn === school.school.urn);
          expect([...after.values()]).toEqual(expect.arrayContaining([...own]));
          expect(after.size).toBe(own.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('places for a client', () => {
  /** Anyone; every fourth time one who has other places than home, where the county has some. */
  const drawnClient = (facts: AuditFacts, at: number) => {
    const ids = [...facts.clients.keys()];
    const elsewhere = ids.filter((id) =>
      journeysInOrder(id, facts).some(({ place }) => place !== HOME),
    );
    const from = at % 4 === 0 && elsewhere.length > 0 ? elsewhere : ids;
    return defined(from[Math.floor(at / 4) % from.length], 'a client');
  };
  /** One of the client's journeys, mostly the one that is asked for where none is named. */
  const drawnJourney = (facts: AuditFacts, at: number) => {
    const journeys = journeysInOrder(drawnClient(facts, at), facts);
    return at % 3 === 0 ? undefined : journeys.at(-1)?.place;
  };

  it('are at most three, lawful ones first, and add what the bill then says', () => {
    let [widened, others] = [0, 0];
    fc.assert(
      fc.property(seed, size, fc.nat(), (drawn, clients, at) => {
        const facts = county(drawn, clients);
        const desk = plannedDesk(facts);
        const found = offersFor(desk, drawnClient(facts, at), drawnJourney(facts, at));
        if (!found.ok) return;
        const key = { client_id: found.value.client_id, place: found.value.place };
        others += Number(key.place !== HOME && found.value.offers.length > 0);
        const { offers, new_route } = found.value;
        expect(offers.length).toBeLessThanOrEqual(3);
        const passes = offers.map((each) => Number(each.passes));
        expect(passes).toEqual(passes.toSorted((a, b) => b - a));
        const all = [...offers, ...(new_route === null ? [] : [new_route])];
        for (const offer of all) {
          const { route } = offer;
          expect(route.stops[offer.stop_order - 1]).toMatchObject(key);
          if (offer.kind === 'new') expect(offer.added_day_pence).toBe(route.cost_day_pence);
          // A route that ran on some days runs on more with the child: the day's price alone would not say what that costs.
          const { added_days_a_year: days } = offer;
          const day_before = route.cost_day_pence - offer.added_day_pence;
          expect(offer.added_year_pence).toBe(
            route.cost_year_pence - day_before * (route.days_a_year - days),
          );
          widened += Number(days > 0);
          const spread = Math.round(offer.added_year_pence / route.days_a_year);
          if (days === 0) expect(spread).toBe(offer.added_day_pence);
          expect(offer.weight_pence).toBe(spread + offer.disruption.pence);
          const told = offer.affected.map((each) => each.client_id);
          expect(new Set(told).size).toBe(told.length);
        }
      }),
      // As many other stops each time.
      { numRuns: 300, seed: 3 },
    );
    expect(widened).toBeGreaterThan(0);
    expect(others).toBeGreaterThan(10);
  });

  it('when taken pass the audit of the whole plan, cost what was said, and move nobody else', () => {
    let taken = 0;
    fc.assert(
      fc.property(seed, size, fc.nat(), (drawn, clients, at) => {
        const drawnCounty = county(drawn, clients);
        const narrow = [...drawnCounty.clients.keys()].filter((id) => id % 4 === 0);
        const facts = {
          ...drawnCounty,
          streets: new Map(narrow.map((id) => [id, 'taxi' as const])),
        };
        const desk = plannedDesk(facts);
        const client_id = drawnClient(facts, at);
        const found = offersFor(desk, client_id, drawnJourney(facts, at));
        if (!found.ok) return;
        const key = { client_id, place: found.value.place };
        for (const offer of found.value.offers.filter((each) => each.passes)) {
          const made = takePlace(desk, key, offer.route_id);
          if (!made.ok) throw new Error(made.error.cause);
          taken++;
          const { routes, unallocated, release_id } = made.value;
          const now: AuditFacts = {
            ...facts,
            stops: facts.stops.map((stop) =>
              stop.client_id === release_id && stop.left_on === null
                ? { ...stop, released: true }
                : stop,
            ),
          };
          expect(broken(auditPlan({ routes, unallocated }, now).violations)).toEqual([]);
          const before = new Map(desk.plan.routes.map((route) => [route.id, route]));
          const touched = new Set([offer.route_id, onRoute(desk.plan, key)]);
          for (const route of routes) {
            const was = before.get(route.id);
            if (was !== undefined && !touched.has(route.id)) expect(route).toBe(was);
          }
          expect(othersByRoute({ ...made.value }, key)).toEqual(othersByRoute(desk.plan, key));
          if (found.value.on_ref === null) {
            const sum = (
              plan: Pick<DeskPlan, 'routes'>,
              of: 'cost_day_pence' | 'cost_year_pence',
            ) => plan.routes.reduce((total, route) => total + route[of], 0);
            const more = (of: 'cost_day_pence' | 'cost_year_pence') =>
              sum({ routes }, of) - sum(desk.plan, of);
            expect(more('cost_day_pence')).toBe(offer.added_day_pence);
            expect(more('cost_year_pence')).toBe(offer.added_year_pence);
          }
        }
      }),
      // The example: who leaves a contract has a stop of other days on it, for which there is then no room on the way home.
      { numRuns: 150, examples: [[886_699, 8, 1_010_864_748]] },
    );
    expect(taken).toBeGreaterThan(50);
  });
});

function onRoute(plan: DeskPlan, key: StopKey): number | null {
  return plan.routes.find(({ stops }) => stops.some((stop) => isSameStop(stop, key)))?.id ?? null;
}

/** Everyone else's stops by route, in order: whose, where, on which days. */
function othersByRoute(plan: Pick<DeskPlan, 'routes'>, key: StopKey) {
  return plan.routes
    .map((route) => [
      route.ref,
      route.stops
        .filter((stop) => !isSameStop(stop, key))
        .map(({ client_id: id, place, mornings, afternoons }) => [id, place, mornings, afternoons]),
    ])
    .filter(([, stops]) => (stops?.length ?? 0) > 0);
}
