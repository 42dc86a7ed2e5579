import { assert } from '../../kernel/assert.ts';

/**
 * Whole pence that add up to `total`: amounts are cut towards zero and what is missing goes, a penny each, to the
 * largest remainders in its direction, ties by name. Turning every sign round turns every result round. `total` lies
 * within a penny an amount of their sum.
 */
export function roundSigned(
  amounts: readonly { readonly name: string; readonly pence: number }[],
  total: number,
): number[] {
  assert(Number.isInteger(total), `a total in whole pence, not ${total}`);
  const whole = amounts.map(({ pence }) => Math.trunc(pence));
  const missing = total - whole.reduce((a, b) => a + b, 0);
  const sign = Math.sign(missing);
  assert(Math.abs(missing) <= 2 * amounts.length, `a rounding of ${missing} pence`);
  const order = amounts
    .map(({ name, pence }, at) => ({ at, name, rest: (pence - Math.trunc(pence)) * sign }))
    .toSorted((a, b) => b.rest - a.rest || (a.name < b.name ? -1 : 1));
  for (let i = 0; i < Math.abs(missing); i++) {
    const at = order[i % order.length]?.at ?? 0;
    whole[at] = (whole[at] ?? 0) + sign;
  }
  return whole.map((pence) => pence + 0);
}
