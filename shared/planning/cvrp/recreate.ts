import type { Random } from '../../kernel/random.ts';
import type { StringRuin } from './string-ruin.ts';
import type { Tours } from './tours.ts';

/** Places beside so many nearest neighbours are looked at. */
const NEIGHBOURS = 100;
/** Chance of passing over a place. */
const BLINK = 0.01;

/** Puts customers back, each at the cheapest place beside one of its neighbours. */
export class Recreate {
  private readonly key: Int32Array;
  private readonly neighbours: number;
  /** Places until the next one is passed over: drawn at once, not place by place. */
  private untilBlink = 0;

  constructor(tours: Tours) {
    this.key = new Int32Array(tours.n);
    this.neighbours = Math.min(NEIGHBOURS, tours.nearCount);
  }

  run(tours: Tours, ruin: StringRuin, random: Random): void {
    this.sort(tours, ruin, random);
    for (let i = 0; i < ruin.count; i++) this.put(tours, ruin.removed[i] as number, random);
  }

  /** Puts everyone on routes for a first plan. */
  putAll(tours: Tours, random: Random): void {
    for (let c = 1; c < tours.n; c++) this.put(tours, c, random);
  }

  private put(tours: Tours, c: number, random: Random): void {
    const { near, nearCount, route, load, next, prev, legTo, legFrom, distances, n } = tours;
    const room = tours.capacity - (tours.demand[c] as number);
    const row = c * n;
    const home = distances[row] as number;
    let best = 2 * home;
    let before = -1;
    let onRoute = -1;
    const from = c * nearCount;
    const to = from + this.neighbours;
    let { untilBlink } = this;
    for (let i = from; i < to; i++) {
      const v = near[i] as number;
      const r = route[v] as number;
      if (r < 0 || (load[r] as number) > room) continue;
      if (untilBlink-- <= 0) {
        untilBlink = drawBlink(random);
        continue;
      }
      const side = distances[row + v] as number;
      const behind =
        side + (distances[row + (next[v] as number)] as number) - (legFrom[v] as number);
      if (behind < best) {
        best = behind;
        before = v;
        onRoute = r;
      }
      const ahead = side + (distances[row + (prev[v] as number)] as number) - (legTo[v] as number);
      if (ahead < best) {
        best = ahead;
        before = prev[v] as number;
        onRoute = r;
      }
    }
    this.untilBlink = untilBlink;
    if (onRoute < 0) tours.insert(c, 0, tours.emptyRoute());
    else tours.insert(c, before, onRoute);
  }

  /** Random, largest demand, farthest or nearest first, in shares of 4, 4, 2 and 1. */
  private sort(tours: Tours, ruin: StringRuin, random: Random): void {
    const { removed, count } = ruin;
    const { key } = this;
    const draw = random.next() * 11;
    for (let i = 0; i < count; i++) {
      const c = removed[i] as number;
      if (draw < 4) key[i] = random.below(1 << 20);
      else if (draw < 8) key[i] = -(tours.demand[c] as number);
      else if (draw < 10) key[i] = -(tours.distances[c] as number);
      else key[i] = tours.distances[c] as number;
    }
    for (let i = 1; i < count; i++) {
      const c = removed[i] as number;
      const rank = key[i] as number;
      let j = i - 1;
      for (; j >= 0 && (key[j] as number) > rank; j--) {
        removed[j + 1] = removed[j] as number;
        key[j + 1] = key[j] as number;
      }
      removed[j + 1] = c;
      key[j + 1] = rank;
    }
  }
}

function drawBlink(random: Random): number {
  return Math.floor(Math.log(1 - random.next()) / Math.log(1 - BLINK));
}
