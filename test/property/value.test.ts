/** Laws of value: nothing above a line is below nothing, edges are alike on both sides, and what is suggested is lawful and saves. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPart } from '../../shared/audit/audit-part.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { ptbPolicyAt } from '../../shared/costing/value-settings-at.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { METRES_PER_MILE } from '../../shared/kernel/units.ts';
import { openDesk, releasing, type CountyDesk } from '../../shared/planning/desk/county-desk.ts';
import { loneShares } from '../../shared/planning/what-if/lone-shares.ts';
import { seatsFreed } from '../../shared/planning/what-if/seat-freed.ts';
import { ptbCliffs } from '../../shared/pressure/value/cliff.ts';
import { pricesOutOfLine } from '../../shared/pressure/value/out-of-line.ts';
import { theilSen } from '../../shared/pressure/value/theil-sen.ts';
import { randomFacts } from '../helpers/cost-facts.ts';
import { plannedDesk } from '../helpers/planned-desk.ts';
import { randomCounty } from '../helpers/random-county.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });
const policy = ptbPolicyAt(DEFAULT_SETTINGS, isoDate('2026-09-01'));

describe('the edges of the bands', () => {
  it('are close on either side alike, and each side has the other’s sum', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(5, 10),
        fc.double({ min: 2, max: 900, noNaN: true }),
        fc.constantFrom('under_16' as const, 'sixth_form' as const),
        (edge, off, group) => {
          const at = (straight_m: number) =>
            ptbCliffs(policy, { group, straight_m, low_income: false, days_a_week: 5 });
          const [near, far] = [edge * METRES_PER_MILE - off, edge * METRES_PER_MILE + off].map(at);
          expect(near?.length).toBe(off <= policy.cliff_margin_m ? 1 : 0);
          expect(far?.length).toBe(near?.length);
          const [a, b] = [near?.[0], far?.[0]];
          if (a === undefined || b === undefined) return;
          expect(a.margin_m).toBeCloseTo(0 - b.margin_m, 6);
          expect([a.here_pence, a.there_pence]).toEqual([b.there_pence, b.here_pence]);
          expect(a.there_pence).toBeGreaterThan(a.here_pence);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a line through routes alike', () => {
  it('is found exactly, whatever a quarter of the points are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 300 }),
        fc.array(fc.integer({ min: -5000, max: 50_000 }), { minLength: 3, maxLength: 3 }),
        (base, slope, wild) => {
          const points = Array.from({ length: 13 }, (_, x) => ({ x, y: base + slope * x }));
          const line = theilSen(points.map((point, at) => ({ ...point, y: point.y + (at % 5 === 2 ? (wild[at % 3] ?? 0) : 0) }))); // prettier-ignore
          expect(line?.slope).toBeCloseTo(slope, 6);
          expect(line?.base).toBeCloseTo(base, 6);
        },
      ),
      { numRuns: 100 },
    );
    expect(theilSen([])).toBe(null);
    expect(theilSen([{ x: 2, y: 5 }])).toEqual({ base: 5, slope: 0 });
    expect(theilSen([{ x: 0, y: 5 }, { x: 1, y: 3 }])?.slope).toBe(0); // prettier-ignore
  });

  it('never has a price less than nothing above it, nor one without enough beside it', () => {
    let rows = 0;
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 120 }), (drawn, size) => {
        const found = pricesOutOfLine({ ...randomFacts(drawn, size), reasons: new Map() });
        rows += found.rows.length;
        expect(found.compared + found.apart.length).toBe(found.running);
        let total = 0;
        for (const row of found.rows) {
          expect(row.above_day_pence).toBeGreaterThan(0);
          expect(row.ratio).toBeGreaterThanOrEqual(1.2);
          expect(row.peers).toBeGreaterThanOrEqual(found.fewest_peers);
          expect(row.above_share).toBeGreaterThanOrEqual(0);
          expect(row.above_share).toBeLessThanOrEqual(1);
          total += row.above_year_pence;
        }
        expect(found.above_year_pence).toBe(total);
        for (const { because } of found.apart) expect(because).not.toBe('');
      }),
      { numRuns: 40 },
    );
    expect(rows).toBeGreaterThan(20);
  });
});

/** A county planned while no schools shared, and since then two that stand close together may. */
function neighbours(plain: AuditFacts): CountyDesk {
  const second = defined(plain.schools.get(2), 'the second school');
  const schools = new Map([...plain.schools, [2, { ...second, lat: 51.256, lon: 0.556 }]]);
  const planned = plannedDesk({ ...plain, schools });
  const near = { key: 'sharing_within_m', from_on: isoDate('2020-09-01'), value: 3000, unit: 'm', label: '', source: '', estimated: true }; // prettier-ignore
  const settings = [...plain.settings.filter(({ key }) => key !== near.key), near];
  const opened = openDesk(planned.plan, { ...plain, schools, settings }, (routes, now) => auditPart(routes, now, '')); // prettier-ignore
  if (!opened.ok) throw new Error(opened.error.cause);
  return opened.value;
}

describe('lone children', () => {
  it('share only where all of it together passes the audit and saves, and never with sole occupancy', () => {
    const seen = { together: 0, joins: 0, schools: 0 };
    fc.assert(
      fc.property(seed, fc.integer({ min: 4, max: 32 }), (drawn, clients) => {
        const plain = randomCounty(drawn, clients);
        const desk = drawn % 2 === 0 ? plannedDesk(plain) : neighbours(plain);
        const { facts } = desk;
        const { lone, shares, stay } = loneShares(desk);
        for (const { kind } of shares) seen[kind]++;
        const told = [...shares.flatMap(({ lone_ids }) => lone_ids), ...stay.map(({ client_id }) => client_id)]; // prettier-ignore
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBe(lone);
        for (const { client_ids, saved_year_pence } of shares) {
          expect(saved_year_pence).toBeGreaterThan(0);
          for (const id of client_ids) expect(facts.clients.get(id)?.sole_occupancy).toBe(false);
        }
        const gone = new Set(shares.flatMap(({ refs }) => refs));
        const into = new Map(shares.map((share) => [share.into_ref, share.route]));
        const routes = desk.plan.routes
          .filter(({ ref }) => !gone.has(ref))
          .map((route) => into.get(route.ref) ?? route);
        const now = releasing(facts, new Set(shares.flatMap(({ released }) => released)));
        const { violations } = auditPlan({ routes, unallocated: desk.plan.unallocated }, now); // prettier-ignore
        expect(violations.filter(({ severity }) => severity === 'broken')).toEqual([]);
        const year = (all: typeof routes) => all.reduce((sum, r) => sum + r.cost_year_pence, 0);
        expect(year([...desk.plan.routes]) - year(routes)).toBe(shares.reduce((sum, each) => sum + each.saved_year_pence, 0)); // prettier-ignore
      }),
      { numRuns: 30, seed: 7 },
    );
    expect(seen.together).toBeGreaterThan(2);
    expect(seen.joins).toBeGreaterThan(0);
    expect(seen.schools).toBeGreaterThan(0);
  });
});

describe('a seat freed', () => {
  it('saves a lone child’s whole route, never less than nothing, and never more than the route costs', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 4, max: 30 }), (drawn, clients) => {
        const desk = plannedDesk(randomCounty(drawn, clients));
        const routes = new Map(desk.plan.routes.map((route) => [route.id, route]));
        const seats = seatsFreed(desk);
        const aboard = desk.plan.routes.reduce((sum, { stops }) => sum + new Set(stops.map(({ client_id }) => client_id)).size, 0); // prettier-ignore
        expect(seats).toHaveLength(aboard);
        for (const seat of seats) {
          const cost = routes.get(seat.route_id)?.cost_year_pence ?? 0;
          expect(seat.saves_year_pence).toBeGreaterThanOrEqual(0);
          expect(seat.saves_year_pence).toBeLessThanOrEqual(cost);
          expect(seat.how === 'route_ends').toBe(seat.others === 0);
          if (seat.how === 'route_ends') expect(seat.saves_year_pence).toBe(cost);
          if (seat.how === 'price_stays') expect(seat.saves_year_pence).toBe(0);
        }
      }),
      { numRuns: 25 },
    );
  });
});
