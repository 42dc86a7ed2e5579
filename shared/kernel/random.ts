/**
 * A seeded random generator (sfc32; Chris Doty-Humphrey, PractRand, 2010): the same seed gives the
 * same sequence on every machine.
 */
export interface Random {
  /** A float in [0, 1). */
  next(): number;
  /** A whole number in [0, bound); bound is at least 1. */
  below(bound: number): number;
  /** One of the items; throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** An item drawn in proportion to its weight (weights at least 0, their sum above 0). */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** True with the given probability in [0, 1]. */
  chance(probability: number): boolean;
  /** A standard normal draw (Box and Muller, 1958). */
  normal(): number;
  /** A new array with the items in random order (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/** Makes a generator from a whole-number seed. */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88 ^ (seed << 13);
  let c = 0xb7e15162 ^ (seed >>> 7);
  let d = 1;
  const next32 = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 16; i++) next32();
  const next = (): number => next32() / 4294967296;
  const below = (bound: number): number => Math.floor(next() * bound);
  const random: Random = {
    next,
    below,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError('Nothing to pick from');
      return items[below(items.length)] as T;
    },
    weighted<T>(items: readonly (readonly [T, number])[]): T {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0);
      const last = items[items.length - 1];
      if (last === undefined || total <= 0) throw new RangeError('Nothing to weigh');
      let left = next() * total;
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return last[0];
    },
    chance: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle<T>(items: readonly T[]): T[] {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const held = out[i] as T;
        out[i] = out[j] as T;
        out[j] = held;
      }
      return out;
    },
  };
  return random;
}
