import { assert } from '../kernel/assert.ts';

/** The logarithmic mean of two amounts above zero; the amount itself where they are equal. */
export function logarithmicMean(a: number, b: number): number {
  assert(a > 0 && b > 0, 'a logarithmic mean of amounts above zero');
  return a === b ? a : (a - b) / (Math.log(a) - Math.log(b));
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
