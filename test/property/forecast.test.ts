import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import {
  CENTRAL,
  readScenario,
  type Scenario,
} from '../../shared/pressure/forecast/assumptions.ts';
import { forecast } from '../../shared/pressure/forecast/forecast.ts';
import type { ClientGroup } from '../../shared/pressure/forecast/groups.ts';
import { heldBudget } from '../../shared/pressure/forecast/held-budget.ts';
import { meanMoved, yearBases, yearCost } from '../../shared/pressure/forecast/year-cost.ts';

const group: fc.Arbitrary<ClientGroup> = fc.record({
  need: fc.constantFrom('ASD' as const, 'SEMH' as const, null),
  phase: fc.constantFrom('primary' as const, 'secondary' as const, null),
  clients: fc.integer({ min: 1, max: 3000 }),
  fuel_pence: fc.integer({ min: 0, max: 200_000_000 }),
  driver_pence: fc.integer({ min: 0, max: 900_000_000 }),
  other_pence: fc.integer({ min: 0, max: 600_000_000 }),
  assistant_pence: fc.integer({ min: 0, max: 300_000_000 }),
});
const groups = fc.array(group, { minLength: 1, maxLength: 8 });
const rate = fc.record({
  mean_percent: fc.double({ min: -3, max: 10, noNaN: true }),
  sd_percent: fc.double({ min: 0, max: 12, noNaN: true }),
});
const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    fuel: rate,
    wages: rate,
    cpi: rate,
    growth: rate,
    fuel_wage_correlation: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  .map((given) => ({ ...CENTRAL, ...given }));
const made = (
  all: readonly ClientGroup[],
  of: Scenario,
  effort = { years: 3, draws: 400, seed: 7 },
) => {
  const { years } = heldBudget(of, null, { base: academicYearFrom(2026), years: effort.years });
  const result = forecast(all, of, effort, { budgets: years.map(({ pence }) => pence) });
  if (result === null) throw new Error('stopped');
  return result;
};
/** The mean that the draws go to: prices and growth are independent, and each has its mean exactly. */
const closedForm = (all: readonly ClientGroup[], of: Scenario, year: number) =>
  all.reduce((sum, each) => {
    const at = (percent: number) => (1 + percent / 100) ** year;
    return (
      sum +
      at(of.growth.mean_percent) *
        (each.fuel_pence * at(of.fuel.mean_percent) +
          (each.driver_pence + each.assistant_pence) * at(of.wages.mean_percent) +
          each.other_pence * at(of.cpi.mean_percent))
    );
  }, 0);

/** A year with everything at its mean, pence. */
const meanCost = (all: readonly ClientGroup[], of: Scenario, year: number): number => {
  const base = yearBases(all, of, year).at(-1);
  return base === undefined ? Number.NaN : yearCost(base, of, meanMoved(of, year));
};

describe('what comes next', () => {
  it('means what the closed form says, the more draws the nearer', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(groups, scenario, (all, of) => {
        const { years } = made(all, of, { years: 3, draws: 4000, seed: 1 });
        for (const { year, mean_pence } of years) {
          const exact = closedForm(all, of, year);
          // Four standard errors of a spread of at most some 40% over 4,000 draws.
          expect(Math.abs(mean_pence - exact)).toBeLessThanOrEqual(exact * 0.03 + 2);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is exactly the closed form where nothing is uncertain', () => {
    fc.assert(
      fc.property(groups, scenario, (all, of) => {
        const sure = (each: Scenario['fuel']) => ({ ...each, sd_percent: 0 });
        const certain = {
          ...of,
          fuel: sure(of.fuel),
          wages: sure(of.wages),
          cpi: sure(of.cpi),
          growth: sure(of.growth),
        };
        const { years, tornado } = made(all, certain, { years: 4, draws: 5, seed: 3 });
        for (const each of years) {
          const exact = closedForm(all, certain, each.year);
          expect(Math.abs(each.p50_pence - exact)).toBeLessThanOrEqual(1 + exact * 1e-9);
          expect([each.p10_pence, each.p90_pence]).toEqual([each.p50_pence, each.p50_pence]);
        }
        for (const bar of tornado) expect(bar.low_pence).toBe(bar.high_pence);
      }),
      { numRuns: 50 },
    );
  });

  it('answers the same to the same seed, and keeps its percentiles in order', () => {
    fc.assert(
      fc.property(groups, scenario, fc.integer({ min: 0, max: 4_294_967_295 }), (all, of, seed) => {
        const effort = { years: 2, draws: 100, seed };
        const first = made(all, of, effort);
        expect(made(all, of, effort)).toEqual(first);
        for (const { p10_pence, p50_pence, p90_pence } of first.years) {
          expect(p10_pence).toBeLessThanOrEqual(p50_pence);
          expect(p50_pence).toBeLessThanOrEqual(p90_pence);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives a switching value at which the mean meets the budget', () => {
    fc.assert(
      fc.property(
        groups,
        scenario,
        fc.double({ min: 0.9, max: 1.4, noNaN: true }),
        (all, of, part) => {
          const base = all.reduce(
            (sum, each) =>
              sum + each.fuel_pence + each.driver_pence + each.other_pence + each.assistant_pence,
            0,
          );
          const budget = { first_year_pence: Math.round(base * part), mean_percent: 3 };
          const { switching } = made(all, { ...of, budget }, { years: 2, draws: 1, seed: 1 });
          for (const { key, switch_percent } of switching) {
            if (switch_percent === null) continue;
            const moved: Scenario = { ...of, [key]: { ...of[key], mean_percent: switch_percent } };
            const cost = meanCost(all, moved, 2);
            const target = budget.first_year_pence * 1.03;
            // The value is told to a hundredth of a per cent.
            expect(Math.abs(cost - target)).toBeLessThanOrEqual(target * 0.0005 + 2);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stops when told to', () => {
    expect(
      forecast([], CENTRAL, { years: 1, draws: 10_000, seed: 1 }, { step: (done) => done === 0 }),
    ).toBeNull();
  });
});

describe('what one assumption does', () => {
  const one: ClientGroup = {
    need: 'ASD',
    phase: 'primary',
    clients: 100,
    fuel_pence: 13_000_000,
    driver_pence: 50_000_000,
    other_pence: 37_000_000,
    assistant_pence: 0,
  };
  const still: Scenario = {
    ...CENTRAL,
    fuel: { mean_percent: 0, sd_percent: 0 },
    wages: { mean_percent: 0, sd_percent: 0 },
    cpi: { mean_percent: 0, sd_percent: 0 },
    growth: { mean_percent: 0, sd_percent: 0 },
  };
  const cost = (given: Partial<Scenario>, year = 1) =>
    Math.round(meanCost([one], { ...still, ...given }, year));

  it('is reckoned by hand: base a million pounds, 10,000 a client', () => {
    expect(cost({})).toBe(100_000_000);
    expect(cost({ fuel: { mean_percent: 10, sd_percent: 0 } })).toBe(101_300_000);
    expect(cost({ growth: { mean_percent: 5, sd_percent: 0 } }, 2)).toBe(110_250_000);
    expect(cost({ occupancy_percent: 25 })).toBe(80_000_000);
    // Two of a hundred take 3,000 pounds instead of 10,000.
    expect(cost({ ptb_percent: 2 })).toBe(98_600_000);
    // Five are trained for 4,000 each; the year after, ten travel alone and five more were trained.
    expect(cost({ trained_a_year: 5 })).toBe(97_000_000);
    expect(cost({ trained_a_year: 5 }, 2)).toBe(92_000_000);
    // Twenty places at half the price from year 2.
    const school = { name: 'Whitstable', year: 2, places: 20, need: null, saves_percent: 50 };
    expect(cost({ new_provision: [school] }, 1)).toBe(100_000_000);
    expect(cost({ new_provision: [school] }, 2)).toBe(90_000_000);
    expect(
      cost({
        growth_of: [
          { need: 'ASD', phase: null, mean_percent: 10 },
          { need: null, phase: 'primary', mean_percent: 1 },
        ],
      }),
    ).toBe(110_000_000);
  });
});

describe('a file of assumptions', () => {
  it('is the central scenario where it says nothing, and names every field that is wrong at once', () => {
    expect(readScenario({}).problems).toEqual([]);
    expect(readScenario({ name: 'Central' }).scenario).toEqual({ ...CENTRAL });
    const { problems } = readScenario({
      fuel: { mean_percent: 'dear' },
      growth_of: [{ need: 'XYZ' }],
      petrol: 1,
      budget: 5,
    });
    expect(problems).toHaveLength(4);
    expect(problems.join(' ')).toMatch(/petrol.*fuel.mean_percent.*growth_of\[0\].need.*budget/);
    expect(readScenario([]).problems).toEqual(['The file holds no object of assumptions.']);
  });
});
