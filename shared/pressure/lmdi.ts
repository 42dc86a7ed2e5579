import { assert } from '../kernel/assert.ts';

/** Closer than this, relatively, the logarithms' difference has no digits left; the mean of both is then as exact. */
const ALIKE = 1e-8;

/** The logarithmic mean of two amounts above zero; their mean where they are all but equal. */
export function logarithmicMean(a: number, b: number): number {
  assert(a > 0 && b > 0, 'a logarithmic mean of amounts above zero');
  return Math.abs(a - b) <= ALIKE * b ? (a + b) / 2 : (a - b) / (Math.log(a) - Math.log(b));
}

/**
 * Additive LMDI-I (Ang 2005): the change of a product of factors, split by factor with no residual.
 * `before` and `after` give each factor, all above zero. In the unit of the product. The check
 * beside the Shapley split: number of clients x cost a client.
 */
export function lmdi(before: readonly number[], after: readonly number[]): number[] {
  assert(before.length === after.length, 'the same factors before and after');
  const product = (factors: readonly number[]) => factors.reduce((a, b) => a * b, 1);
  const mean = logarithmicMean(product(after), product(before));
  return before.map((old, at) => mean * Math.log((after[at] ?? 0) / old));
}
