import { seededRandom, type Random } from '../kernel/random.ts';

/**
 * A generator of random numbers for one part of the county, so that a change in one part leaves the
 * others as they were. The name is mixed into the seed by FNV-1a (Fowler, Noll and Vo, 1991).
 */
export function streamOf(seed: number, part: string): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < part.length; i++) {
    hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
  }
  return seededRandom(hash >>> 0);
}

/** Whole numbers that add up to `total`, in proportion to `weights`, by largest remainder (Hamilton, 1792). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order) {
    if (left <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

/** A list of `total` items in random order, each as often as its weight says, exact to the rounding. */
export function dealt<T>(
  random: Random,
  total: number,
  parts: readonly (readonly [T, number])[],
): T[] {
  const counts = shareOut(
    total,
    parts.map(([, weight]) => weight),
  );
  return random.shuffle(
    parts.flatMap(([item], at) => Array.from({ length: counts[at] ?? 0 }, () => item)),
  );
}
