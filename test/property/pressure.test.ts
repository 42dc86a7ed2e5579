import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumPence } from '../../shared/kernel/units.ts';
import { lastYearPence } from '../../shared/costing/attribute.ts';
import { breakdown, type Dimension } from '../../shared/pressure/breakdown.ts';
import { explainChange } from '../../shared/pressure/change.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { makeOverview } from '../../shared/pressure/overview.ts';
import { judgePlacements, sumPlacements } from '../../shared/pressure/placement.ts';
import { shapley } from '../../shared/pressure/shapley.ts';
import { roundSigned } from '../../shared/pressure/split/round-signed.ts';
import { randomFacts } from '../helpers/cost-facts.ts';

const county = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 40 }))
  .map(([seed, size]) => randomFacts(seed, size));
const DIMENSIONS: readonly Dimension[] = [
  'school',
  'district',
  'need',
  'phase',
  'provider',
  'client',
  'vehicle',
];

describe('sums to the penny', () => {
  it('breaks both years down by anything without losing or finding a penny', () => {
    fc.assert(
      fc.property(county, fc.constantFrom(...DIMENSIONS), (facts, by) => {
        const rows = breakdown(facts, buildLedger(facts), by);
        const { routes } = facts.plan;
        expect(sumPence(rows.map((row) => row.cost_day_pence))).toBe(
          sumPence(routes.map((route) => route.cost_day_pence)),
        );
        expect(sumPence(rows.map((row) => row.cost_year_pence))).toBe(
          sumPence(routes.map((route) => route.cost_year_pence)),
        );
        expect(sumPence(rows.map((row) => row.last_year_pence))).toBe(
          lastYearPence(facts.contracts, facts.last_year),
        );
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });

  it('walks from last year to this year by whole pennies', () => {
    fc.assert(
      fc.property(county, (facts) => {
        const { bars } = explainChange(facts, buildLedger(facts));
        const changes = bars.filter((bar) => bar.kind === 'change');
        const first = bars[0];
        const last = bars.at(-1);
        expect(first?.pence).toBe(lastYearPence(facts.contracts, facts.last_year));
        expect((first?.pence ?? 0) + sumPence(changes.map((bar) => bar.pence))).toBe(last?.pence);
        for (const bar of changes) {
          expect(Number.isInteger(bar.pence)).toBe(true);
          expect(bar.pence).not.toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('adds the bill and the placements up', () => {
    fc.assert(
      fc.property(county, (facts) => {
        const overview = makeOverview(facts);
        expect(sumPence(overview.lines.map((line) => line.year_pence))).toBe(
          overview.cost_year_pence,
        );
        expect(sumPence(overview.lines.map((line) => line.day_pence))).toBe(
          overview.cost_day_pence,
        );
        const ledger = buildLedger(facts);
        const each = judgePlacements(facts, ledger);
        const all = sumPlacements(facts, each);
        expect(sumPence(each.map((one) => one.excess_year_pence))).toBe(all.excess_year_pence);
        expect(sumPence(all.rows.map((row) => row.excess_year_pence))).toBe(all.excess_year_pence);
        expect(all.clients_beyond + all.clients_nearest + all.cannot_tell).toBe(each.length);
        expect(all.excess_year_pence).toBeLessThanOrEqual(overview.cost_year_pence);
        expect(all.excess_year_pence).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('Shapley values', () => {
  /** Any game of n players: an outcome for each of the 2^n coalitions. */
  const game = fc
    .integer({ min: 1, max: 6 })
    .chain((n) =>
      fc.tuple(
        fc.constant(n),
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** n, maxLength: 2 ** n }),
      ),
    );

  it('add up to the whole change (efficiency)', () => {
    fc.assert(
      fc.property(game, ([n, outcomes]) => {
        const values = shapley(n, (mask) => outcomes[mask] ?? 0);
        const whole = (outcomes[2 ** n - 1] ?? 0) - (outcomes[0] ?? 0);
        expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(whole, 6);
      }),
    );
  });

  it('do not depend on the order of the drivers (symmetry)', () => {
    fc.assert(
      fc.property(game, ([n, outcomes]) => {
        const values = shapley(n, (mask) => outcomes[mask] ?? 0);
        const mirrored = (mask: number): number => {
          let out = 0;
          for (let bit = 0; bit < n; bit++) if (mask & (1 << bit)) out |= 1 << (n - 1 - bit);
          return out;
        };
        const turned = shapley(n, (mask) => outcomes[mirrored(mask)] ?? 0);
        turned.toReversed().forEach((value, at) => expect(value).toBeCloseTo(values[at] ?? 0, 6));
      }),
    );
  });

  it('give nothing to a driver that changes nothing', () => {
    fc.assert(
      fc.property(game, ([n, outcomes]) => {
        const values = shapley(n + 1, (mask) => outcomes[mask % 2 ** n] ?? 0);
        expect(values[n]).toBeCloseTo(0, 9);
      }),
    );
  });

  it('round to a total that is a penny an amount away at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 9 }),
        (amounts) => {
          const total = Math.round(amounts.reduce((a, b) => a + b, 0)) + 0;
          const rounded = roundSigned(
            amounts.map((pence, at) => ({ name: String(at), pence })),
            total,
          );
          expect(rounded.reduce((a, b) => a + b, 0)).toBe(total);
          rounded.forEach((value, at) =>
            expect(Math.abs(value - (amounts[at] ?? 0))).toBeLessThan(2),
          );
        },
      ),
    );
  });
});
