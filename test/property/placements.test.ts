import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { NEEDS } from '../../shared/model/client.ts';
import type { NewProvision } from '../../shared/model/placement.ts';
import { moved, takeOffPlan, withoutJourneys } from '../../shared/planning/at-school.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { journeysInOrder } from '../../shared/planning/journeys-lacking.ts';
import { offersFor } from '../../shared/planning/offers.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { tryProvision } from '../../shared/pressure/placements/new-provision.ts';
import {
  PLACEMENT_DIMENSIONS,
  placedClients,
  placementRows,
} from '../../shared/pressure/placements/placed-clients.ts';
import { randomFacts } from '../helpers/cost-facts.ts';
import { plannedDesk } from '../helpers/planned-desk.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });

/** Facts whose clients go to the schools that their routes go to, and a provision somewhere among them. */
function drawn(at: number) {
  const made = randomFacts(at, 12);
  const random = seededRandom(at);
  const goes = new Map(
    made.plan.routes.flatMap((r) => r.stops.map((stop) => [stop.client_id, r.school_urn] as const)),
  );
  const clients = new Map(
    [...made.clients].map(([id, each]) => [id, { ...each, school_urn: goes.get(id) ?? null }]),
  );
  const facts = { ...made, clients };
  const provision: NewProvision = {
    name: 'Tried',
    lat: 51 + random.next() * 0.4,
    lon: 0.2 + random.next(),
    needs: random.shuffle(NEEDS).slice(0, 6),
    phases: random.chance(0.5) ? [] : ['primary', 'secondary'],
    age_from: 4,
    age_to: 16,
    places: random.below(8),
    opens_on: isoDate('2026-09-01'),
    rule: random.pick(['distance', 'saving']),
  };
  return { facts, ledger: buildLedger(facts), provision };
}

describe('a new provision, whatever the county', () => {
  it('keeps to its places, gives them to nobody whom it is no nearer for, and accounts for everybody', () => {
    let placed = 0;
    fc.assert(
      fc.property(seed, (at) => {
        const { facts, ledger, provision } = drawn(at);
        const trial = tryProvision(facts, ledger, provision);
        placed += trial.placed.length;
        expect(trial.placed.length + trial.places_left).toBe(provision.places);
        expect(trial.places_left === 0 || trial.no_place.length === 0).toBe(true);
        for (const each of trial.placed) {
          expect(each.to_m).toBeLessThan(each.from_m);
          expect(each.cost_after_pence).toBeLessThanOrEqual(each.cost_pence);
          expect(provision.needs).toContain(each.client.need);
        }
        const unknown = trial.not_known.reduce((sum, each) => sum + each.client_ids.length, 0);
        expect(trial.suitable + trial.other_needs + trial.other_ages + unknown).toBe(
          trial.looked_at,
        );
        expect(trial.placed.length + trial.no_place.length + trial.no_nearer).toBe(trial.suitable);
        for (const year of trial.starters)
          expect(year.on_roll.clients).toBeLessThanOrEqual(provision.places);
        expect(tryProvision(facts, ledger, provision)).toEqual(trial);
      }),
      { numRuns: 60 },
    );
    expect(placed).toBeGreaterThan(30);
  });

  it('with more places never means more miles by distance, nor more pounds by saving', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const { facts, ledger, provision } = drawn(at);
        const trial = (places: number) => tryProvision(facts, ledger, { ...provision, places });
        let before = trial(0);
        expect(before.all_to_m).toBe(before.all_from_m);
        for (let places = 1; places < 10; places += 2) {
          const after = trial(places);
          if (provision.rule === 'distance')
            expect(after.all_to_m).toBeLessThanOrEqual(before.all_to_m + 1e-6);
          const saved = ({ sums }: typeof after) => sums.cost_pence - sums.cost_after_pence;
          expect(saved(after)).toBeGreaterThanOrEqual(saved(before));
          before = after;
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('placements by any dimension', () => {
  it('hold every client once, and every penny of those carried', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const { facts, ledger } = drawn(at);
        const placed = placedClients(facts, ledger);
        const carried = ledger.this_year
          .filter(({ client_id }) => client_id !== null)
          .reduce((sum, { year_pence }) => sum + year_pence, 0);
        for (const by of PLACEMENT_DIMENSIONS) {
          const rows = placementRows(facts, placed, by);
          expect(rows.reduce((sum, row) => sum + row.clients, 0)).toBe(placed.length);
          expect(rows.reduce((sum, row) => sum + row.cost_pence + row.open_cost_pence, 0)).toBe(
            carried,
          );
          for (const { beyond, nearest, cannot_tell, not_known, clients, ...row } of rows) {
            expect(beyond + nearest + cannot_tell + not_known).toBe(clients);
            expect(row.difference_pence).toBe(row.cost_pence - row.nearest_cost_pence);
            expect(row.difference_pence).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what adding a child at a school costs', () => {
  it('is the price of the best offer there, and the plan in use stays as it is', () => {
    let [priced, several] = [0, 0];
    fc.assert(
      fc.property(seed, fc.integer({ min: 2, max: 24 }), (at, clients) => {
        const plain = randomCounty(at, clients);
        const facts = at % 2 === 0 ? plain : withWeeks(plain, at);
        const county = plannedDesk(facts);
        const before = structuredClone(county.plan.routes);
        const client_id = 1 + (at % clients);
        const taken = takeOffPlan(county, client_id);
        if (!taken.ok) throw new Error(taken.error.cause);
        for (const school of facts.schools.values()) {
          const put = taken.value.at(school);
          if (put.kind === 'none') {
            expect(put.why).toMatch(/[.”"]$/);
            continue;
          }
          const there = moved(facts, [taken.value.client], school);
          const plan = withoutJourneys(county.plan, [taken.value.client]);
          const desk = { ...county, plan, facts: there, work: sortCounty(there) };
          const [first] = journeysInOrder(client_id, there).filter(({ school_urn }) => school_urn === school.urn); // prettier-ignore
          const found = offersFor(desk, client_id, first?.place);
          const price = found.ok ? found.value.offers[0]?.added_year_pence : null;
          if (put.journeys === 1) expect(put.year_pence).toBe(price);
          else several += 1;
          priced += 1;
        }
        expect(county.plan.routes).toEqual(before);
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(priced).toBeGreaterThan(40);
    expect(several).toBeGreaterThan(0);
  });
});
