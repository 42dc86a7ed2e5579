/** The search's working solution: routes in flat arrays, changed in place and taken back through a journal. */
import { Displaced } from './displaced.ts';
import type { Instance } from './instance.ts';
import { KnownPlaces } from './known-places.ts';
import { DayLoads, seatsTaken, spacesTaken } from './loads.ts';
import { newRoutePrice, pinnedPrice, type Asked } from './route-price.ts';
import { settledWeight } from './settled.ts';
import { cheapestType } from './vehicle-choice.ts';

/**
 * Route `r` holds pupils `sequence[r * longest + k]`, k from 0 to `length[r] - 1`, in pick-up order, with
 * their ride in `ride` and in `slack` the least room left by any limit up to and including k (both seconds).
 * Routes 0 to pinned - 1 are the running ones. Every array is kept true after each change, so that an
 * insertion is judged in constant time (Savelsbergh, 1992).
 */
export class SearchState {
  readonly instance: Instance;
  readonly longest: number;
  readonly routes: number;
  readonly pinned: number;
  /** Somebody on a running route may be moved. */
  readonly isLoose: boolean;
  readonly sequence: Int32Array;
  readonly length: Int32Array;
  readonly ride: Float64Array;
  readonly slack: Float64Array;
  readonly distance: Float64Array;
  /** Seconds from the first boarding to the school. */
  readonly duration: Float64Array;
  readonly seats: Int32Array;
  readonly chairs: Int32Array;
  /** Clients on the route who need an assistant. */
  readonly assisted: Int32Array;
  /** Loads day by day; null where everyone rides every day. */
  readonly dayLoads: DayLoads | null;
  /** Days on which a new route runs, and on which a running one carries those who joined it. */
  readonly days: Uint8Array;
  /** Competences asked of a route's assistant. */
  readonly trained: Int32Array;
  /** Vehicle type, -1 for an empty or a running route. */
  readonly type: Int32Array;
  readonly cost: Float64Array;
  /** Part of `cost`: what it costs that its pupils have left their running routes for it. */
  readonly moves: Float64Array;
  /** -1 while on no route. */
  readonly routeOf: Int32Array;
  readonly placeOf: Int32Array;
  /** Routes of each type. */
  readonly used: Int32Array;
  /** Routes in use, listed in `active[0 .. activeCount - 1]`; `activeAt` is a route's place there or -1. */
  readonly active: Int32Array;
  activeCount = 0;
  private readonly activeAt: Int32Array;
  /** Sum of `cost`. */
  total = 0;
  /** Free pupils on no route. */
  missing = 0;
  /** Routes on which somebody rides too long: where the way past a stop is longer than by it, a ruin may leave one. */
  broken = 0;
  /** Metres, seconds and assisted clients of the running routes as they run now. */
  readonly pinnedMetres: Float64Array;
  readonly pinnedSeconds: Float64Array;
  readonly pinnedAssisted: Int32Array;
  /** 1 where a route is broken. */
  private readonly over: Uint8Array;
  /** Names what a route holds: as long as it is the same, so are the places on it. Taking back brings it back. */
  readonly version: Float64Array;
  private readonly savedVersion: Float64Array;
  /** What another route pays to make way for the type that `cheapestType` answered last. */
  typeExtra = 0;
  /** Counts every change of a route or of its vehicle. */
  changes = 0;
  readonly displaced: Displaced;
  /** Routes to be looked at before the next is passed over: drawn at once, not route by route. */
  untilBlink = 0;
  readonly places: KnownPlaces;
  private readonly asked: Asked = {
    seats: 0,
    chairs: 0,
    metres: 0,
    seconds: 0,
    assisted: 0,
    days: 0,
    share: 1,
    trained: 0,
  };
  private readonly journal: Int32Array;
  private journalCount = 0;
  private readonly stamp: Int32Array;
  private stampNow = 1;
  private readonly saved: Int32Array;
  private readonly savedLength: Int32Array;
  private readonly savedType: Int32Array;

  constructor(instance: Instance) {
    this.instance = instance;
    this.longest = instance.longest;
    this.pinned = instance.pinned.length;
    this.isLoose = instance.free.some((p) => (instance.home[p] as number) >= 0);
    const routes = this.pinned + instance.free.length + 1;
    this.routes = routes;
    this.sequence = new Int32Array(routes * this.longest);
    this.saved = new Int32Array(routes * this.longest);
    this.length = new Int32Array(routes);
    this.savedLength = new Int32Array(routes);
    this.savedType = new Int32Array(routes);
    this.ride = new Float64Array(routes * this.longest);
    this.slack = new Float64Array(routes * this.longest);
    this.distance = new Float64Array(routes);
    this.duration = new Float64Array(routes);
    this.seats = new Int32Array(routes);
    this.chairs = new Int32Array(routes);
    this.assisted = new Int32Array(routes);
    this.dayLoads = instance.isWeekly ? new DayLoads(routes) : null;
    this.days = new Uint8Array(routes);
    this.trained = new Int32Array(routes);
    this.type = new Int32Array(routes).fill(-1);
    this.cost = new Float64Array(routes);
    this.moves = new Float64Array(routes);
    this.routeOf = new Int32Array(instance.n).fill(-1);
    this.placeOf = new Int32Array(instance.n);
    this.used = new Int32Array(instance.types);
    this.active = new Int32Array(routes);
    this.activeAt = new Int32Array(routes).fill(-1);
    this.version = new Float64Array(routes);
    this.savedVersion = new Float64Array(routes);
    this.places = new KnownPlaces(instance.n, routes, instance);
    this.displaced = new Displaced(instance.types);
    this.over = new Uint8Array(routes);
    this.journal = new Int32Array(routes);
    this.stamp = new Int32Array(routes);
    this.pinnedMetres = new Float64Array(this.pinned);
    this.pinnedSeconds = new Float64Array(this.pinned);
    this.pinnedAssisted = new Int32Array(this.pinned);
    this.missing = instance.free.filter((p) => (instance.home[p] as number) < 0).length;
    for (let r = 0; r < this.pinned; r++) this.openPinned(r);
    this.commit();
  }

  private openPinned(r: number): void {
    const pupils = this.instance.pinned[r]?.pupils ?? new Int32Array(0);
    this.sequence.set(pupils, r * this.longest);
    this.length[r] = pupils.length;
    this.measure(r);
    // What is running costs its contract's price whatever the search does: only additions count.
    this.pinnedMetres[r] = this.distance[r] as number;
    this.pinnedSeconds[r] = this.duration[r] as number;
    this.pinnedAssisted[r] = this.assisted[r] as number;
    this.enlist(r);
    this.price(r);
  }

  /** Distance, loads, rides and slack of a route from its sequence. Places of pupils are set too. */
  private measure(r: number): void {
    const { instance, sequence, ride, slack } = this;
    const { n, distances, durations, boarding, limit, home } = instance;
    const from = r * this.longest;
    const length = this.length[r] as number;
    let metres = 0;
    const { isPlain } = instance;
    let moves = 0;
    let seconds = 0;
    let seats = 0;
    let chairs = 0;
    let assisted = 0;
    let days = 0;
    let trained = 0;
    let next = 0;
    for (let k = length - 1; k >= 0; k--) {
      const p = sequence[from + k] as number;
      metres += distances[p * n + next] as number;
      seconds +=
        (durations[p * n + next] as number) + (next === 0 ? 0 : (boarding[next] as number));
      ride[from + k] = seconds;
      seats += instance.seats[p] as number;
      chairs += instance.chairs[p] as number;
      assisted += instance.assistant[p] as number;
      if (home[p] !== r) {
        moves += instance.leave[p] as number;
        if (!isPlain) days |= instance.days[p] as number;
      }
      if (!isPlain) trained |= instance.trained[p] as number;
      this.routeOf[p] = r;
      this.placeOf[p] = k;
      next = p;
    }
    let least = Infinity;
    for (let k = 0; k < length; k++) {
      const left = (limit[sequence[from + k] as number] as number) - (ride[from + k] as number);
      if (left < least) least = left;
      slack[from + k] = least;
    }
    this.version[r] = ++this.changes;
    const isOver = least < -instance.tolerance ? 1 : 0;
    this.broken += isOver - (this.over[r] as number);
    this.over[r] = isOver;
    this.distance[r] = metres;
    this.duration[r] = next === 0 ? 0 : seconds + (boarding[next] as number);
    this.seats[r] = seats;
    this.chairs[r] = chairs;
    this.assisted[r] = assisted;
    this.days[r] = days;
    this.trained[r] = trained;
    this.moves[r] = moves;
    if (this.dayLoads !== null) this.dayLoads.measure(this, r);
  }

  private enlist(r: number): void {
    if ((this.activeAt[r] as number) >= 0) return;
    this.activeAt[r] = this.activeCount;
    this.active[this.activeCount++] = r;
  }

  private delist(r: number): void {
    const at = this.activeAt[r] as number;
    if (at < 0) return;
    const last = this.active[--this.activeCount] as number;
    this.active[at] = last;
    this.activeAt[last] = at;
    this.activeAt[r] = -1;
  }

  /** An unused route. There is always one: as many as free pupils and one more. */
  emptyRoute(): number {
    for (let r = this.pinned; r < this.routes; r++) if ((this.activeAt[r] as number) < 0) return r;
    throw new Error('No route left to open');
  }

  /** Gives a route a type, another route making way for it where all are in use. */
  private takeType(r: number, type: number): void {
    const own = this.type[r] as number;
    const isFull =
      type >= 0 && (this.used[type] as number) >= (this.instance.count[type] as number);
    if (type !== own && isFull) this.displaced.makeWay(this, type, own);
    this.setType(r, type);
  }

  /** Remembers a route as it is, so that `revert` can bring it back. Call before changing it. */
  touch(r: number): void {
    if (this.stamp[r] === this.stampNow) return;
    this.stamp[r] = this.stampNow;
    this.journal[this.journalCount++] = r;
    const from = r * this.longest;
    const length = this.length[r] as number;
    for (let k = 0; k < length; k++) this.saved[from + k] = this.sequence[from + k] as number;
    this.savedLength[r] = length;
    this.savedType[r] = this.type[r] as number;
    this.savedVersion[r] = this.version[r] as number;
  }

  /** Keeps the changes since the last commit. */
  commit(): void {
    this.journalCount = 0;
    this.stampNow++;
  }

  /** Takes back every change since the last commit. */
  revert(): void {
    for (let i = 0; i < this.journalCount; i++) {
      const r = this.journal[i] as number;
      const from = r * this.longest;
      for (let k = (this.length[r] as number) - 1; k >= 0; k--) {
        const p = this.sequence[from + k] as number;
        if (this.routeOf[p] === r) this.routeOf[p] = -1;
      }
    }
    for (let i = 0; i < this.journalCount; i++) {
      const r = this.journal[i] as number;
      const from = r * this.longest;
      const length = this.savedLength[r] as number;
      for (let k = 0; k < length; k++) this.sequence[from + k] = this.saved[from + k] as number;
      this.setLength(r, length);
      this.measure(r);
      this.version[r] = this.savedVersion[r] as number;
      this.setType(r, this.savedType[r] as number);
      this.price(r);
    }
    this.commit();
  }

  private setLength(r: number, length: number): void {
    this.missing += (this.length[r] as number) - length;
    this.length[r] = length;
    if (length > 0 || r < this.pinned) this.enlist(r);
    else this.delist(r);
  }

  private setType(r: number, type: number): void {
    const before = this.type[r] as number;
    if (before === type) return;
    if (before >= 0) this.used[before] = (this.used[before] as number) - 1;
    if (type >= 0) this.used[type] = (this.used[type] as number) + 1;
    this.type[r] = type;
    this.changes++;
  }

  /** A route as it is asked of vehicles and prices, with a pupil (0: nobody) put into it, so many metres and seconds long. Filled anew each time. */
  ask(p: number, r: number, metres: number, seconds: number): Asked {
    const { instance, asked } = this;
    const assisted = (this.assisted[r] as number) + (instance.assistant[p] as number);
    asked.metres = metres;
    asked.seconds = seconds;
    asked.assisted = assisted;
    // Where everyone rides every day, which is the hot case, nothing is looked up by days.
    if (this.dayLoads === null) {
      const helper = assisted > 0 ? 1 : 0;
      asked.seats = (this.seats[r] as number) + (instance.seats[p] as number) + helper;
      asked.chairs = (this.chairs[r] as number) + (instance.chairs[p] as number);
      if (!instance.isPlain)
        asked.trained = (this.trained[r] as number) | (instance.trained[p] as number);
      return asked;
    }
    asked.trained = (this.trained[r] as number) | (instance.trained[p] as number);
    asked.seats = seatsTaken(this, p, r);
    asked.chairs = spacesTaken(this, p, r);
    asked.days =
      (this.days[r] as number) | (instance.home[p] === r ? 0 : (instance.days[p] as number));
    asked.share = instance.share[asked.days] as number;
    return asked;
  }

  /** A route as it is asked of vehicles and prices with whoever is on it. */
  askAsIs(r: number): Asked {
    return this.ask(0, r, this.distance[r] as number, this.duration[r] as number);
  }

  /** Brings a route's cost up to date for its type. */
  private price(r: number): void {
    const asked = this.askAsIs(r);
    const type = this.type[r] as number;
    let cost = this.moves[r] as number;
    const { settled } = this.instance;
    if (settled !== null) cost += settledWeight(this, settled, { r, p: 0, k: 0 });
    if (r < this.pinned) {
      cost +=
        this.length[r] === 0
          ? -(this.instance.pinned[r]?.saving ?? 0)
          : pinnedPrice(this, r, asked);
    } else if (type >= 0) cost += newRoutePrice(this.instance, type, asked);
    this.total += cost - (this.cost[r] as number);
    this.cost[r] = cost;
  }

  /** After a change of sequence: measures, chooses the cheapest vehicle to be had, prices. */
  private settle(r: number): void {
    this.measure(r);
    if (r >= this.pinned) {
      this.takeType(r, this.length[r] === 0 ? -1 : cheapestType(this, this.askAsIs(r), r));
    }
    this.price(r);
  }

  /** Puts a pupil into a route before place `k`. */
  insert(p: number, r: number, k: number): void {
    this.touch(r);
    const from = r * this.longest;
    const length = this.length[r] as number;
    for (let i = length; i > k; i--)
      this.sequence[from + i] = this.sequence[from + i - 1] as number;
    this.sequence[from + k] = p;
    this.setLength(r, length + 1);
    this.settle(r);
  }

  /** Replaces a route's whole sequence; the pupils left out must go elsewhere or count as missing. */
  replace(r: number, pupils: Int32Array, length: number): void {
    this.touch(r);
    const from = r * this.longest;
    for (let k = (this.length[r] as number) - 1; k >= 0; k--) {
      const p = this.sequence[from + k] as number;
      if (this.routeOf[p] === r) this.routeOf[p] = -1;
    }
    for (let k = 0; k < length; k++) this.sequence[from + k] = pupils[k] as number;
    this.setLength(r, length);
    this.settle(r);
  }

  /** Gives a route the type that `cheapestType` answered for it. */
  changeType(r: number, type: number): void {
    this.touch(r);
    this.takeType(r, type);
    this.price(r);
  }

  /** Gives a route another type that is able to carry it and to be had. */
  retype(r: number, type: number): void {
    this.touch(r);
    this.setType(r, type);
    this.price(r);
  }
}
