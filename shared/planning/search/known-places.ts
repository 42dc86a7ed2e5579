import type { Instance } from './instance.ts';

/** Most slots kept: 20 bytes each, 36 at most. */
const MOST_SLOTS = 1 << 22;

/**
 * The best place of each pupil on each route as it was last judged. Most steps change two or three routes and are taken
 * back, so most places are known already. Where there are more pairs than slots, pairs share them: the key tells whose
 * a slot is.
 */
export class KnownPlaces {
  /** Pupil and version of the route together; a version belongs to one state of one route alone. */
  readonly key: Float64Array;
  /** -1: no place is feasible. */
  readonly place: Int32Array;
  /** Metres that it adds. */
  readonly metres: Float64Array;
  /** Seconds by which the run becomes longer; empty where nobody is paid for them. */
  readonly seconds: Float64Array;
  /** What the route then weighs for those who are settled; empty where nothing does. */
  readonly weight: Float64Array;
  private readonly routes: number;
  private readonly slots: number;

  constructor(
    n: number,
    routes: number,
    { settled, isTimed }: Pick<Instance, 'settled' | 'isTimed'>,
  ) {
    this.routes = routes;
    this.slots = Math.min(MOST_SLOTS, n * routes);
    this.key = new Float64Array(this.slots);
    this.place = new Int32Array(this.slots);
    this.metres = new Float64Array(this.slots);
    this.seconds = new Float64Array(isTimed ? this.slots : 0);
    this.weight = new Float64Array(settled === null ? 0 : this.slots);
  }

  slot(p: number, r: number): number {
    const slot = p * this.routes + r;
    return slot < this.slots ? slot : slot % this.slots;
  }

  keep(slot: number, key: number, place: number, metres: number): void {
    this.key[slot] = key;
    this.place[slot] = place;
    this.metres[slot] = metres;
  }
}
