import type { Random } from '../../kernel/random.ts';
import type { Tours } from './tours.ts';

/** Customers taken out on average, the longest string, and how strings are split: the paper's numbers. */
const MEAN = 10;
const LONGEST = 10;
const SPLIT = 0.5;
const WIDER = 0.01;

/** Takes strings of neighbours out of routes near one customer. */
export class StringRuin {
  readonly removed: Int32Array;
  count = 0;
  private readonly ruined: Int32Array;
  private stamp = 0;

  constructor(tours: Tours) {
    this.removed = new Int32Array(tours.n);
    this.ruined = new Int32Array(tours.n);
  }

  run(tours: Tours, random: Random): void {
    const { near, nearCount, n } = tours;
    this.stamp++;
    this.count = 0;
    const longest = Math.min(LONGEST, (n - 1) / tours.used);
    let strings = Math.floor(random.next() * ((4 * MEAN) / (1 + longest) - 1) + 1);
    const seed = 1 + random.below(n - 1);
    this.takeAround(tours, seed, longest, random);
    strings--;
    for (let i = 0; i < nearCount && strings > 0; i++) {
      const c = near[seed * nearCount + i] as number;
      const r = tours.route[c] as number;
      if (r < 0 || this.ruined[r] === this.stamp) continue;
      this.takeAround(tours, c, longest, random);
      strings--;
    }
  }

  private takeAround(tours: Tours, c: number, longest: number, random: Random): void {
    const r = tours.route[c] as number;
    this.ruined[r] = this.stamp;
    const all = tours.count[r] as number;
    const taken = Math.floor(random.next() * Math.min(all, longest) + 1);
    let skip = 0;
    if (taken > 1 && taken < all && random.next() < SPLIT) {
      skip = 1;
      while (taken + skip < all && random.next() < WIDER) skip++;
    }
    const span = taken + skip;
    // Walk back from the customer as far as the span may begin, then a random way forward again.
    let start = c;
    let back = 0;
    while (back < span - 1 && tours.prev[start] !== 0) {
      start = tours.prev[start] as number;
      back++;
    }
    let ahead = 0;
    for (let at = c; ahead < span - 1 && tours.next[at] !== 0; at = tours.next[at] as number)
      ahead++;
    const least = span - 1 - ahead;
    const first = least + random.below(back - least + 1);
    for (let k = back; k > first; k--) start = tours.next[start] as number;
    const gap = skip === 0 ? span : 1 + random.below(taken - 1);
    for (let k = 0, at = start; k < span; k++) {
      const next = tours.next[at] as number;
      if (k < gap || k >= gap + skip) {
        tours.remove(at);
        this.removed[this.count++] = at;
      }
      at = next;
    }
  }
}
