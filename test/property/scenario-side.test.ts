import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import { CENTRAL, type Scenario } from '../../shared/pressure/forecast/assumptions.ts';
import type { ClientGroup } from '../../shared/pressure/forecast/groups.ts';
import { scenarioSide } from '../../shared/pressure/forecast/scenario-side.ts';
import { meanMoved, yearBases, yearCost } from '../../shared/pressure/forecast/year-cost.ts';
import { sharesOf, sidePence, type CarriedRow, type CostSide, type SplitBasis } from '../../shared/pressure/split/carried.ts'; // prettier-ignore
import { splitSides, type SplitBarName } from '../../shared/pressure/split/split-sides.ts';

const NOW = isoDate('2026-09-01');
const card = rateCardAt(DEFAULT_SETTINGS, NOW);
const basis: SplitBasis = { card, driver_share: 0.5, fuel_share: 0.13, diesel: () => 18660, wage: () => 1271, cpi: () => 142.9 }; // prettier-ignore
const NEEDS = ['ASD', 'SEMH', null] as const;

const row = (client_id: number): fc.Arbitrary<CarriedRow> =>
  fc.record({
    client_id: fc.constant(client_id),
    school_urn: fc.constantFrom(100, 200),
    provider: fc.constant('Ironmark'),
    route_ref: fc.constantFrom('A', 'B'),
    vehicle_class: fc.constantFrom(...card.classes.map(({ id }) => id)),
    pence: fc.integer({ min: 200_000, max: 3_000_000 }),
    assistant_pence: fc.constantFrom(0, 0, 123_456.5),
    days: fc.constantFrom(190, 95),
    vehicle_days: fc.double({ min: 10, max: 190, noNaN: true }),
    aboard: fc.integer({ min: 1, max: 12 }),
    route_m: fc.double({ min: 1000, max: 60_000, noNaN: true }),
    part_year: fc.constant(false),
    priced_on: fc.constant(NOW),
    fuel_share: fc.constantFrom(null, 0.1, 0.4),
  });
const rows = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 })
  .chain((ids) => fc.tuple(...ids.map(row)));
const percent = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const rate = fc.record({ mean_percent: percent(-4, 12), sd_percent: fc.constant(2) });
const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    fuel: rate,
    wages: rate,
    cpi: rate,
    growth: rate,
    growth_of: fc.constantFrom([], [{ need: 'ASD' as const, phase: null, mean_percent: -8 }]),
    occupancy_percent: percent(-5, 5),
    ptb_percent: percent(0, 4),
    trained_a_year: fc.constantFrom(0, 1),
    new_provision: fc.constantFrom([], [{ name: 'Whitstable', year: 1, places: 2, need: 'SEMH' as const, saves_percent: 30 }]), // prettier-ignore
  })
  .map((given) => ({ ...CENTRAL, ...given }));

const sideOf = (of: readonly CarriedRow[]): CostSide => ({
  key: '2026-27',
  label: '2026/27',
  from_on: NOW,
  to_on: isoDate('2027-08-31'),
  priced: 'today',
  rows: of,
  nobody_pence: 0,
  waiting: new Set(),
});
/** The groups that the rows make: need by client number. */
const groupsOf = (of: readonly CarriedRow[]): readonly ClientGroup[] =>
  NEEDS.map((need, at) => {
    const own = of.filter(({ client_id }) => client_id % 3 === at);
    const sum = (part: (each: CarriedRow) => number) => own.reduce((total, each) => total + part(each), 0); // prettier-ignore
    const vehicle = (each: CarriedRow) => each.pence - each.assistant_pence;
    const shares = (each: CarriedRow) => sharesOf(each, basis);
    return {
      need,
      phase: null,
      clients: own.length,
      fuel_pence: sum((each) => vehicle(each) * shares(each).fuel),
      driver_pence: sum((each) => vehicle(each) * shares(each).driver),
      other_pence: sum((each) => vehicle(each) * (1 - shares(each).fuel - shares(each).driver)),
      assistant_pence: sum((each) => each.assistant_pence),
    };
  }).filter(({ clients }) => clients > 0);
const years = fc.integer({ min: 1, max: 10 });
const at = (of: readonly CarriedRow[], given: Scenario, year: number): CostSide =>
  scenarioSide({ from: academicYearFrom(2026), now: sideOf(of), groups: groupsOf(of), basis }, { key: `s-${year}`, scenario: given, year }); // prettier-ignore

describe('a year of a scenario as a side', () => {
  it('costs what the forecast’s closed form says, to the penny, in whole pence', () => {
    fc.assert(
      fc.property(rows, scenario, years, (of, given, year) => {
        const side = at(of, given, year);
        const last = yearBases(groupsOf(of), given, year).at(-1);
        const mean = last === undefined ? Number.NaN : yearCost(last, given, meanMoved(given, year)); // prettier-ignore
        // Sums of fractions in another order differ by a hair.
        expect(Math.abs(sidePence(side) - mean)).toBeLessThan(0.501);
        for (const { pence } of [...side.rows, ...(side.adjusted ?? [])]) expect(Number.isInteger(pence)).toBe(true); // prettier-ignore
      }),
    );
  });

  it('adds up as bars, turned round too, and leaves the retender what whole pence leave', () => {
    fc.assert(
      fc.property(rows, scenario, years, (of, given, year) => {
        const [now, then] = [sideOf(of), at(of, given, year)];
        const [there, back] = [splitSides(now, then, basis), splitSides(then, now, basis)];
        const bar = (split: typeof there, name: SplitBarName) => split.bars.find((each) => each.name === name)?.pence ?? Number.NaN; // prettier-ignore
        expect(there.bars.reduce((sum, { pence }) => sum + pence, 0)).toBe(sidePence(then) - sidePence(now)); // prettier-ignore
        for (const name of ['fuel', 'labour', 'other_prices', 'sharing', 'policy'] as const)
          expect(bar(back, name) + bar(there, name)).toBe(0);
        expect(bar(back, 'leavers') + bar(there, 'joiners')).toBe(0);
        expect(Math.abs(bar(there, 'retender'))).toBeLessThanOrEqual(of.length + 20);
        expect([bar(there, 'distance'), bar(there, 'mix'), bar(there, 'days')].every((pence) => Math.abs(pence) <= of.length)).toBe(true); // prettier-ignore
      }),
    );
  });

  it('moves nothing where a scenario assumes no change', () => {
    const still = { mean_percent: 0, sd_percent: 0 };
    fc.assert(
      fc.property(rows, years, (of, year) => {
        const none = { ...CENTRAL, fuel: still, wages: still, cpi: still, growth: still };
        const split = splitSides(sideOf(of), at(of, none, year), basis);
        expect(split.bars.filter(({ pence }) => pence !== 0)).toEqual([]);
      }),
    );
  });
});
