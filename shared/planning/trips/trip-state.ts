/** Trips in flat arrays with the slots they hold, and a journal that takes changes back. */
import { Slots } from './slots.ts';
import type { TripInstance } from './trip-instance.ts';

/** What the search changes: every stop is on one trip or missing; every trip holds a slot that leaves it time. */
export class TripState {
  readonly instance: TripInstance;
  readonly slots: Slots;
  /** Most stops on a trip: `sequence[t * most + k]` for k below `length[t]`. */
  readonly most: number;
  readonly sequence: Int32Array;
  readonly length: Int32Array;
  readonly school: Int32Array;
  readonly load: Int32Array;
  /** Ticks from arrival at the first stop to the bell. */
  readonly ticks: Int32Array;
  /** Trip of each stop; -1 for missing. */
  readonly tripOf: Int32Array;
  /** Trips of each school: `trips[s * share + i]` for i below `count[s]`. */
  readonly count: Int32Array;
  readonly share: number;
  readonly trips: Int32Array;
  private readonly place: Int32Array;
  readonly missing: number[] = [];
  /** Ticks of all trips. */
  work = 0;
  private readonly freeTrips: number[] = [];
  private readonly closed: number[] = [];
  /** Trips changed since the last commit, as they were. */
  private readonly touched: Int32Array;
  private touches = 0;
  private readonly stamp: Int32Array;
  private now = 1;
  private readonly oldSequence: Int32Array;
  private readonly oldLength: Int32Array;
  private readonly oldHeld: Int32Array;
  private readonly oldMissing: number[] = [];

  constructor(instance: TripInstance, buses: number) {
    const { n, m } = instance;
    const most = Math.max(...instance.stopsOf.map((list) => list.length), 1);
    const trips = 2 * n + 2;
    this.instance = instance;
    this.most = most;
    this.slots = new Slots(instance, trips, (trip) => this.touch(trip));
    this.slots.supplyMore(m, buses);
    this.sequence = new Int32Array(trips * most);
    this.length = new Int32Array(trips);
    this.school = new Int32Array(trips);
    this.load = new Int32Array(trips);
    this.ticks = new Int32Array(trips);
    this.tripOf = new Int32Array(n).fill(-1);
    this.count = new Int32Array(m);
    this.share = most;
    this.trips = new Int32Array(m * most);
    this.place = new Int32Array(trips);
    this.touched = new Int32Array(trips);
    this.stamp = new Int32Array(trips);
    this.oldSequence = new Int32Array(trips * most);
    this.oldLength = new Int32Array(trips);
    this.oldHeld = new Int32Array(trips);
    for (let t = trips - 1; t >= 0; t--) this.freeTrips.push(t);
    for (const stop of instance.servable) this.missing.push(stop);
    this.begin();
  }

  /** Begins to journal. */
  private begin(): void {
    this.now++;
    this.touches = 0;
    this.oldMissing.length = 0;
    for (const stop of this.missing) this.oldMissing.push(stop);
  }

  /** Keeps what was changed. */
  commit(): void {
    for (const t of this.closed) this.freeTrips.push(t);
    this.closed.length = 0;
    this.begin();
  }

  /** Takes back all changes since the last commit. */
  revert(): void {
    const { tripOf, touched } = this;
    for (let i = 0; i < this.touches; i++) this.withdraw(touched[i] as number);
    for (let i = 0; i < this.touches; i++) this.reinstate(touched[i] as number);
    this.closed.length = 0;
    this.missing.length = 0;
    for (const stop of this.oldMissing) {
      this.missing.push(stop);
      tripOf[stop] = -1;
    }
    this.begin();
  }

  private withdraw(t: number): void {
    this.slots.release(t);
    if ((this.length[t] as number) > 0) {
      this.work -= this.ticks[t] as number;
      this.unlist(t);
      this.length[t] = 0;
    }
    if ((this.oldLength[t] as number) === 0) this.freeTrips.push(t);
  }

  private reinstate(t: number): void {
    const length = this.oldLength[t] as number;
    if (length === 0) return;
    const from = t * this.most;
    for (let k = 0; k < length; k++) {
      const stop = this.oldSequence[from + k] as number;
      this.sequence[from + k] = stop;
      this.tripOf[stop] = t;
    }
    this.length[t] = length;
    this.list(t);
    this.reckon(t);
    this.slots.hold(t, this.oldHeld[t] as number);
  }

  /** Notes how a trip was before its first change; every change of a trip or of its slot begins here. */
  touch(t: number): void {
    if (this.stamp[t] === this.now) return;
    this.stamp[t] = this.now;
    this.touched[this.touches++] = t;
    const length = this.length[t] as number;
    this.oldLength[t] = length;
    this.oldHeld[t] = this.slots.held[t] as number;
    const from = t * this.most;
    for (let k = 0; k < length; k++) this.oldSequence[from + k] = this.sequence[from + k] as number;
  }

  /** A new trip of one stop that was missing; it holds no slot yet. */
  open(stop: number): number {
    const t = this.freeTrips.pop();
    if (t === undefined) throw new Error('TripState: no room for a trip');
    this.touch(t);
    this.school[t] = this.instance.school[stop] as number;
    this.sequence[t * this.most] = stop;
    this.length[t] = 1;
    this.tripOf[stop] = t;
    this.list(t);
    this.reckon(t);
    return t;
  }

  /** Ends a trip whose stops have gone. Its slot is free; who held the slot that it gave must find another or go too. */
  private close(t: number): void {
    const s = this.school[t] as number;
    this.slots.release(t);
    this.closed.push(t);
    this.unlist(t);
    this.settleSchool(s);
  }

  /** Sees to it that no more slots of a school (or of the yard) are held than there are. */
  settleSchool(node: number): void {
    while (this.slots.isOverdrawn(node) && !this.slots.relieve(node))
      this.eject(this.slots.firstHolder(node));
  }

  /** Puts all stops of a trip among the missing. */
  eject(t: number): void {
    this.touch(t);
    const from = t * this.most;
    for (let k = 0; k < (this.length[t] as number); k++) {
      const stop = this.sequence[from + k] as number;
      this.tripOf[stop] = -1;
      this.missing.push(stop);
    }
    this.length[t] = 0;
    this.work -= this.ticks[t] as number;
    this.close(t);
  }

  /** Puts a missing stop on a trip, before the k-th; the trip must still find a slot (`settle`). */
  insert(stop: number, t: number, k: number): void {
    this.touch(t);
    const from = t * this.most;
    const length = this.length[t] as number;
    this.sequence.copyWithin(from + k + 1, from + k, from + length);
    this.sequence[from + k] = stop;
    this.length[t] = length + 1;
    this.tripOf[stop] = t;
    this.work -= this.ticks[t] as number;
    this.reckon(t);
  }

  /** Takes out of a trip the stops from the `first` to before the `last`, but for `skip` of them from `gap` on, into the missing. */
  take(t: number, string: { first: number; last: number; gap: number; skip: number }): void {
    this.touch(t);
    const from = t * this.most;
    const length = this.length[t] as number;
    let kept = 0;
    for (let k = 0; k < length; k++) {
      const stop = this.sequence[from + k] as number;
      const goes = k >= string.first && k < string.last;
      if (goes && (k < string.gap || k >= string.gap + string.skip)) {
        this.tripOf[stop] = -1;
        this.missing.push(stop);
      } else this.sequence[from + kept++] = stop;
    }
    this.length[t] = kept;
    this.work -= this.ticks[t] as number;
    if (kept === 0) this.close(t);
    else {
      this.reckon(t);
      this.settle(t);
    }
  }

  /** Finds a slot for a trip that holds none it can keep; without one its stops are missing. */
  settle(t: number): void {
    if (this.slots.isKept(t)) return;
    this.touch(t);
    this.slots.release(t);
    if (!this.slots.find(t)) this.eject(t);
  }

  /** Load and time of a trip from its stops. */
  private reckon(t: number): void {
    const { instance, sequence } = this;
    const { legs, pupils, dwell, local } = instance;
    const s = this.school[t] as number;
    const width = instance.width[s] as number;
    const base = instance.base[s] as number;
    const from = t * this.most;
    const to = from + (this.length[t] as number);
    let load = 0;
    let ticks = 0;
    let at = -1;
    for (let k = from; k < to; k++) {
      const stop = sequence[k] as number;
      const here = local[stop] as number;
      if (at >= 0) ticks += legs[at + here] as number;
      load += pupils[stop] as number;
      ticks += dwell[stop] as number;
      at = base + here * width;
    }
    ticks += legs[at + width - 1] as number;
    this.load[t] = load;
    this.ticks[t] = ticks;
    this.work += ticks;
    this.slots.setTrip(t, sequence[from] as number, ticks);
  }

  private list(t: number): void {
    const s = this.school[t] as number;
    const count = this.count[s] as number;
    this.trips[s * this.share + count] = t;
    this.place[t] = count;
    this.count[s] = count + 1;
    this.slots.supplyMore(s, 1);
  }

  private unlist(t: number): void {
    const s = this.school[t] as number;
    const last = (this.count[s] as number) - 1;
    const moved = this.trips[s * this.share + last] as number;
    const place = this.place[t] as number;
    this.trips[s * this.share + place] = moved;
    this.place[moved] = place;
    this.count[s] = last;
    this.slots.supplyMore(s, -1);
  }
}
