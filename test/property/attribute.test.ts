import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPence } from '../../shared/costing/attribute.ts';
import { attributeRoute, type Sharing } from '../../shared/costing/share-rule.ts';
import { SHARE_RULES, type ShareRule } from '../../shared/costing/share-settings.ts';

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

  it('gives equal remainders to the earlier stop', () => {
    expect(splitPence(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitPence(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('has nobody to give to on an empty route', () => {
    expect(splitPence(500, [])).toEqual([]);
  });
});

describe('sharing a route out by the stated rule', () => {
  /** Three homes in a row along a meridian, a kilometre apart, and the school a kilometre on. */
  const home = (km: number) => ({ lat: 51 + km / 111.195, lon: 0.5 });
  const by = (rule: ShareRule): Sharing => ({
    rule,
    homeOf: (client_id) => (client_id > 90 ? null : home(client_id)),
    schoolOf: () => home(4),
  });
  const stop = (client_id: number, direct_m: number | null, legs = {}) => ({ client_id, direct_m, ...legs }); // prettier-ignore
  const route = (...stops: readonly ReturnType<typeof stop>[]) => ({ cost_day_pence: 12_000, school_urn: 1, stops }); // prettier-ignore

  it('gives everybody the same by seats, half of it for half of the legs', () => {
    expect(attributeRoute(route(stop(1, 0), stop(2, 9000)), by('equal'))).toEqual([6000, 6000]);
    expect(
      attributeRoute(route(stop(1, 0, { afternoons: 0 }), stop(2, 9000)), by('equal')),
    ).toEqual([4000, 8000]);
  });

  it('gives a child next door the weight of one kilometre by distance', () => {
    expect(attributeRoute(route(stop(1, 0), stop(2, 3000)), by('distance'))).toEqual([3000, 9000]);
    expect(attributeRoute(route(stop(1, null), stop(2, 3000)), by('distance'))).toEqual([3000, 9000]); // prettier-ignore
  });

  it('gives whoever lies on the way the least by what they add to the run', () => {
    // Without the first, the run is 1 km shorter; the others lie on the way and weigh the least there is, as does a home not known.
    expect(attributeRoute(route(stop(0, 0), stop(2, 0), stop(3, 0)), by('marginal'))).toEqual([6000, 3000, 3000]); // prettier-ignore
    expect(attributeRoute(route(stop(0, 0), stop(99, 0), stop(3, 0)), by('marginal'))).toEqual([7200, 2400, 2400]); // prettier-ignore
  });

  it('adds up whatever the rule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHARE_RULES),
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(
          fc.record({
            client_id: fc.integer({ min: 0, max: 99 }),
            direct_m: fc.option(fc.integer({ min: 0, max: 60_000 })),
            mornings: fc.integer({ min: 0, max: 31 }),
            afternoons: fc.integer({ min: 0, max: 31 }),
          }),
          { minLength: 1, maxLength: 16 },
        ),
        (rule, cost_day_pence, stops) => {
          const shares = attributeRoute({ cost_day_pence, school_urn: 1, stops }, by(rule));
          expect(sum(shares)).toBe(cost_day_pence);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
