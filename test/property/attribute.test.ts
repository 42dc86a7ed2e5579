import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeRoute, splitPence } from '../../shared/costing/attribute.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('sharing an amount out', () => {
  it('adds up to the penny, keeps the sign and strays less than a penny from the exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 60 }),
        (total, weights) => {
          const shares = splitPence(total, weights);
          expect(sum(shares)).toBe(total);
          const whole = sum(weights);
          shares.forEach((share, at) => {
            const exact = whole > 0 ? (total * (weights[at] ?? 0)) / whole : total / weights.length;
            expect(Math.abs(share - exact)).toBeLessThan(1.001);
          });
        },
      ),
    );
  });

  it('gives a child next door the weight of one kilometre', () => {
    expect(attributeRoute(10_000, [{ direct_m: 0 }, { direct_m: 3000 }])).toEqual([2500, 7500]);
  });

  it('gives equal remainders to the earlier stop', () => {
    expect(splitPence(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitPence(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('has nobody to give to on an empty route', () => {
    expect(splitPence(500, [])).toEqual([]);
  });
});
