/**
 * Who follows whom. A bus that has ended a trip of a school is free there at its bell, whichever trip it ran: so all
 * that a trip asks of the one before is its school. Each school offers as many slots as it has trips, the yard as many
 * as there are buses, and each trip holds one slot. Whether one more trip can have a slot is a question of
 * augmenting paths in that matching (Berge, 1957), searched over schools rather than trips.
 */
import type { TripInstance } from './trip-instance.ts';

const NO_TRIP = -1;

/** The matching of trips to slots. Node p below m is school p, node m the yard. */
export class Slots {
  readonly nodes: number;
  /** Slots of each node, and how many are held. */
  readonly supply: Int32Array;
  readonly used: Int32Array;
  /** Node whose slot a trip holds; -1 for none. */
  readonly held: Int32Array;
  /** First stop of a trip, and how many schools of its order it may follow. */
  private readonly first: Int32Array;
  private readonly options: Int32Array;
  private readonly ticks: Int32Array;
  /** Trips that hold a slot of p and could hold one of q: `could[p * nodes + q]`; its non-zero entries as bits. */
  private readonly could: Int32Array;
  private readonly reach: Int32Array;
  private readonly words: number;
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private version = 1;
  /** Nodes where a slot can be freed, given one more at p: `open[p * words + w]`, with the version they were reckoned for. */
  private readonly open: Int32Array;
  private readonly openFor: Int32Array;
  private readonly queue: Int32Array;
  private readonly parent: Int32Array;
  private readonly instance: TripInstance;
  private readonly beforeMove: (trip: number) => void;

  /** For at most so many trips; `beforeMove` hears of each trip that is about to change its slot for another's sake. */
  constructor(instance: TripInstance, trips: number, beforeMove: (trip: number) => void) {
    this.instance = instance;
    this.beforeMove = beforeMove;
    this.nodes = instance.m + 1;
    this.words = (this.nodes + 31) >> 5;
    this.supply = new Int32Array(this.nodes);
    this.used = new Int32Array(this.nodes);
    this.held = new Int32Array(trips).fill(-1);
    this.first = new Int32Array(trips);
    this.options = new Int32Array(trips);
    this.ticks = new Int32Array(trips);
    this.could = new Int32Array(this.nodes * this.nodes);
    this.reach = new Int32Array(this.nodes * this.words);
    this.head = new Int32Array(this.nodes).fill(NO_TRIP);
    this.next = new Int32Array(trips);
    this.previous = new Int32Array(trips);
    this.open = new Int32Array(this.nodes * this.words);
    this.openFor = new Int32Array(this.nodes);
    this.queue = new Int32Array(this.nodes);
    this.parent = new Int32Array(this.nodes);
  }

  /** Changes how many slots a node offers. */
  supplyMore(node: number, more: number): void {
    this.supply[node] = (this.supply[node] as number) + more;
    this.version++;
  }

  /** More held than offered. */
  isOverdrawn(node: number): boolean {
    return (this.used[node] as number) > (this.supply[node] as number);
  }

  /** A trip that holds a slot of the node, or -1; and the one after it. */
  firstHolder(node: number): number {
    return this.head[node] as number;
  }
  nextHolder(trip: number): number {
    return this.next[trip] as number;
  }

  /** Tells where a trip begins and how long it is, so which slots it could hold; its own may no longer be among them. */
  setTrip(trip: number, first: number, ticks: number): void {
    const node = this.held[trip] as number;
    const options = this.optionsOf(first, ticks, trip);
    if (node >= 0) {
      if (first === this.first[trip]) {
        const before = this.options[trip] as number;
        if (options > before) this.adjust(node, first, before, options, 1);
        else if (options < before) this.adjust(node, first, options, before, -1);
      } else {
        this.adjust(node, this.first[trip] as number, 0, this.options[trip] as number, -1);
        this.adjust(node, first, 0, options, 1);
      }
    }
    this.first[trip] = first;
    this.options[trip] = options;
    this.ticks[trip] = ticks;
  }

  private optionsOf(first: number, ticks: number, trip: number): number {
    const { m, longest, choices } = this.instance;
    const count = choices[first] as number;
    let k = first === this.first[trip] ? Math.min(this.options[trip] as number, count) : count;
    const from = first * m;
    while (k > 0 && (longest[from + k - 1] as number) < ticks) k--;
    while (k < count && (longest[from + k] as number) >= ticks) k++;
    return k;
  }

  private adjust(node: number, first: number, from: number, to: number, by: number): void {
    const { m, order } = this.instance;
    for (let k = from; k < to; k++) this.countUp(node, order[first * m + k] as number, by);
  }

  private countUp(p: number, q: number, by: number): void {
    const at = p * this.nodes + q;
    const count = (this.could[at] as number) + by;
    this.could[at] = count;
    if (by > 0 ? count > 1 : count > 0) return;
    const word = p * this.words + (q >> 5);
    if (by > 0) this.reach[word] = (this.reach[word] as number) | (1 << (q & 31));
    else this.reach[word] = (this.reach[word] as number) & ~(1 << (q & 31));
    this.version++;
  }

  /** Gives a trip a slot of the node, whether or not one is left. */
  hold(trip: number, node: number): void {
    this.held[trip] = node;
    this.used[node] = (this.used[node] as number) + 1;
    const head = this.head[node] as number;
    this.next[trip] = head;
    this.previous[trip] = NO_TRIP;
    if (head !== NO_TRIP) this.previous[head] = trip;
    this.head[node] = trip;
    this.adjust(node, this.first[trip] as number, 0, this.options[trip] as number, 1);
    this.countUp(node, this.nodes - 1, 1);
    this.version++;
  }

  /** Takes a trip's slot from it. */
  release(trip: number): void {
    const node = this.held[trip] as number;
    if (node < 0) return;
    this.held[trip] = -1;
    this.used[node] = (this.used[node] as number) - 1;
    const before = this.previous[trip] as number;
    const after = this.next[trip] as number;
    if (before === NO_TRIP) this.head[node] = after;
    else this.next[before] = after;
    if (after !== NO_TRIP) this.previous[after] = before;
    this.adjust(node, this.first[trip] as number, 0, this.options[trip] as number, -1);
    this.countUp(node, this.nodes - 1, -1);
    this.version++;
  }

  /** Whether a trip holds a slot that its first stop and length allow. */
  isKept(trip: number): boolean {
    const node = this.held[trip] as number;
    return node >= 0 && this.canHold(trip, node);
  }

  /**
   * Longest trip, in ticks, that could begin at the stop if one more slot were free at `spare`: Infinity where
   * a bus could come from the yard, -1 where no slot can be had.
   */
  longestFrom(stop: number, spare: number): number {
    const { m, order, longest, choices } = this.instance;
    if (this.openFor[spare] !== this.version) this.reckonOpen(spare);
    const from = spare * this.words;
    if (this.isOpen(from, this.nodes - 1)) return Infinity;
    const count = choices[stop] as number;
    for (let k = 0; k < count; k++)
      if (this.isOpen(from, order[stop * m + k] as number)) return longest[stop * m + k] as number;
    return -1;
  }

  private isOpen(from: number, node: number): boolean {
    return (((this.open[from + (node >> 5)] as number) >>> (node & 31)) & 1) === 1;
  }

  /** Nodes with a slot to spare, and those whose holders could move to such, and so on. */
  private reckonOpen(spare: number): void {
    const { nodes, words, open, reach } = this;
    const from = spare * words;
    for (let w = 0; w < words; w++) open[from + w] = 0;
    let shut = 0;
    for (let p = 0; p < nodes; p++) {
      if (p === spare || (this.used[p] as number) < (this.supply[p] as number))
        open[from + (p >> 5)] = (open[from + (p >> 5)] as number) | (1 << (p & 31));
      else this.queue[shut++] = p;
    }
    let found = true;
    while (found) {
      found = false;
      let left = 0;
      for (let i = 0; i < shut; i++) {
        const p = this.queue[i] as number;
        let joint = 0;
        for (let w = 0; w < words; w++)
          joint |= (reach[p * words + w] as number) & (open[from + w] as number);
        if (joint === 0) this.queue[left++] = p;
        else {
          open[from + (p >> 5)] = (open[from + (p >> 5)] as number) | (1 << (p & 31));
          found = true;
        }
      }
      shut = left;
    }
    this.openFor[spare] = this.version;
  }

  /** Finds a slot for a trip that holds none, moving others where that frees one; false if there is none. */
  find(trip: number): boolean {
    const { m, order } = this.instance;
    const first = this.first[trip] as number;
    this.parent.fill(-2);
    let count = 0;
    for (let k = (this.options[trip] as number) - 1; k >= 0; k--) {
      const p = order[first * m + k] as number;
      this.parent[p] = -1;
      this.queue[count++] = p;
    }
    this.parent[this.nodes - 1] = -1;
    this.queue[count++] = this.nodes - 1;
    const end = this.searchSpare(count);
    if (end < 0) return false;
    this.hold(trip, this.shift(end));
    return true;
  }

  /** Moves one holder away from an overdrawn node, through others where need be; false if none can go. */
  relieve(node: number): boolean {
    this.parent.fill(-2);
    this.parent[node] = -1;
    this.queue[0] = node;
    const end = this.searchSpare(1);
    if (end < 0) return false;
    this.shift(end);
    return true;
  }

  /** Breadth first from the queue to a node with a slot to spare; -1 if none is reached. */
  private searchSpare(count: number): number {
    for (let at = 0; at < count; at++) {
      const p = this.queue[at] as number;
      if ((this.used[p] as number) < (this.supply[p] as number)) return p;
      for (let w = 0; w < this.words; w++) {
        let bits = this.reach[p * this.words + w] as number;
        while (bits !== 0) {
          const bit = 31 - Math.clz32(bits);
          bits &= ~(1 << bit);
          const q = (w << 5) + bit;
          if (this.parent[q] !== -2) continue;
          this.parent[q] = p;
          this.queue[count++] = q;
        }
      }
    }
    return -1;
  }

  /** Moves a holder along each step of the path that ends at `end`; the node where the path began. */
  private shift(end: number): number {
    let q = end;
    let p = this.parent[q] as number;
    while (p >= 0) {
      const trip = this.holderFor(p, q);
      this.beforeMove(trip);
      this.release(trip);
      this.hold(trip, q);
      q = p;
      p = this.parent[q] as number;
    }
    return q;
  }

  /** A trip that holds a slot of p and could hold one of q. */
  private holderFor(p: number, q: number): number {
    for (let trip = this.head[p] as number; trip !== NO_TRIP; trip = this.next[trip] as number)
      if (this.canHold(trip, q)) return trip;
    throw new Error('Slots: the counts of who could move are wrong');
  }

  private canHold(trip: number, q: number): boolean {
    if (q === this.nodes - 1) return true;
    const { m, room } = this.instance;
    return (room[(this.first[trip] as number) * m + q] as number) >= (this.ticks[trip] as number);
  }
}
