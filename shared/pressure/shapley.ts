import { assert } from '../kernel/assert.ts';

/** More drivers than this would need more than a million evaluations. */
const MOST_DRIVERS = 20;

/**
 * Shapley values (Shapley 1953; as a decomposition: Sun 1998, Shorrocks 2013) of `n` drivers under a
 * full model: `value(mask)` is the outcome when the drivers whose bits are set have moved to their
 * new state. 2^n evaluations. The values add up to `value(all) - value(none)` (efficiency), do not
 * depend on the drivers' order (symmetry) and are zero for a driver that changes nothing.
 */
export function shapley(n: number, value: (mask: number) => number): number[] {
  assert(n >= 0 && n <= MOST_DRIVERS, `at most ${MOST_DRIVERS} drivers, not ${n}`);
  const size = 2 ** n;
  const outcomes = Float64Array.from({ length: size }, (_, mask) => value(mask));
  const weights = orderWeights(n);
  return Array.from({ length: n }, (_, driver) => {
    const bit = 2 ** driver;
    let total = 0;
    for (let mask = 0; mask < size; mask++) {
      if ((mask & bit) !== 0) continue;
      const gain = (outcomes[mask | bit] ?? 0) - (outcomes[mask] ?? 0);
      total += gain * (weights[bitsIn(mask)] ?? 0);
    }
    return total;
  });
}

/** `weights[k]`: the chance that exactly a given set of k others has moved first, k!(n-1-k)!/n!. */
function orderWeights(n: number): number[] {
  const weights: number[] = [];
  for (let k = 0; k < n; k++) {
    // 1 / (n * C(n-1, k)), which never overflows.
    let choose = 1;
    for (let i = 1; i <= k; i++) choose = (choose * (n - i)) / i;
    weights.push(1 / (n * choose));
  }
  return weights;
}

function bitsIn(mask: number): number {
  let bits = 0;
  for (let left = mask; left !== 0; left &= left - 1) bits += 1;
  return bits;
}
