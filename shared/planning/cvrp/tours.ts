/** Routes from and to a depot as linked lists in flat arrays, with a log that takes changes back one by one. */
import type { CvrpProblem, CvrpRoutes } from './cvrp-problem.ts';

/** How many neighbours of each customer are listed. */
const MOST_NEAR = 100;

/**
 * Customer `c` stands between `prev[c]` and `next[c]` (0 is the depot) on `route[c]`, -1 while on none. `legTo[c]` and
 * `legFrom[c]` are the distances from the one and to the other. Every array has an entry for place 0 or route 0 on.
 */
export class Tours {
  readonly n: number;
  readonly capacity: number;
  readonly demand: Int32Array;
  readonly distances: Int32Array;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  readonly legTo: Int32Array;
  readonly legFrom: Int32Array;
  readonly route: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly load: Int32Array;
  readonly count: Int32Array;
  /** `near[c * nearCount + i]`: customers nearest to c first, without c. */
  readonly near: Int32Array;
  readonly nearCount: number;
  /** Sum of all legs. */
  total = 0;
  /** Routes with somebody on them. */
  used = 0;
  /** Entries of three: customer (negative: put in), the place before, the route. */
  private readonly log: Int32Array;
  private logged = 0;

  constructor(problem: CvrpProblem) {
    const { n } = problem;
    this.n = n;
    this.capacity = problem.capacity;
    this.demand = problem.demand;
    this.distances = problem.distances;
    const array = (): Int32Array => new Int32Array(n);
    this.next = array();
    this.prev = array();
    this.legTo = array();
    this.legFrom = array();
    this.route = array().fill(-1);
    this.first = array();
    this.last = array();
    this.load = array();
    this.count = array();
    this.nearCount = Math.min(MOST_NEAR, n - 2);
    this.near = nearest(problem, this.nearCount);
    this.log = new Int32Array(6 * n);
  }

  /** Puts a customer behind `before` (0: at the front) of a route. */
  insert(c: number, before: number, r: number): void {
    this.link(c, before, r);
    this.log[this.logged++] = -c;
    this.log[this.logged++] = before;
    this.log[this.logged++] = r;
  }

  /** Takes a customer out. */
  remove(c: number): void {
    const r = this.route[c] as number;
    this.log[this.logged++] = c;
    this.log[this.logged++] = this.prev[c] as number;
    this.log[this.logged++] = r;
    this.unlink(c, r);
  }

  /** Keeps the changes since the last commit. */
  commit(): void {
    this.logged = 0;
  }

  /** Takes back every change since the last commit, the last one first. */
  revert(): void {
    const { log } = this;
    for (let i = this.logged - 3; i >= 0; i -= 3) {
      const c = log[i] as number;
      if (c < 0) this.unlink(-c, log[i + 2] as number);
      else this.link(c, log[i + 1] as number, log[i + 2] as number);
    }
    this.logged = 0;
  }

  private link(c: number, before: number, r: number): void {
    const { next, prev, legTo, legFrom, distances, n } = this;
    const after =
      before === 0
        ? this.count[r] === 0
          ? 0
          : (this.first[r] as number)
        : (next[before] as number);
    const to = distances[before * n + c] as number;
    const from = distances[c * n + after] as number;
    let gone = 0;
    if (before === 0) this.first[r] = c;
    else {
      next[before] = c;
      gone = legFrom[before] as number;
      legFrom[before] = to;
    }
    if (after === 0) this.last[r] = c;
    else {
      prev[after] = c;
      gone = legTo[after] as number;
      legTo[after] = from;
    }
    prev[c] = before;
    next[c] = after;
    legTo[c] = to;
    legFrom[c] = from;
    this.route[c] = r;
    this.load[r] = (this.load[r] as number) + (this.demand[c] as number);
    if ((this.count[r] as number) === 0) this.used++;
    this.count[r] = (this.count[r] as number) + 1;
    this.total += to + from - gone;
  }

  private unlink(c: number, r: number): void {
    const { next, prev, legTo, legFrom, distances, n } = this;
    const before = prev[c] as number;
    const after = next[c] as number;
    let leg = distances[before * n + after] as number;
    if (before === 0) this.first[r] = after;
    else {
      next[before] = after;
      legFrom[before] = leg;
    }
    if (after === 0) this.last[r] = before;
    else {
      prev[after] = before;
      legTo[after] = leg;
    }
    this.total += leg - (legTo[c] as number) - (legFrom[c] as number);
    this.route[c] = -1;
    this.load[r] = (this.load[r] as number) - (this.demand[c] as number);
    this.count[r] = (this.count[r] as number) - 1;
    if (this.count[r] === 0) this.used--;
  }

  /** The routes in use, in order of their first customer. */
  read(): CvrpRoutes {
    const routes: number[][] = [];
    for (let r = 0; r < this.n; r++) {
      if (this.count[r] === 0) continue;
      const route: number[] = [];
      for (let c = this.first[r] as number; c !== 0; c = this.next[c] as number) route.push(c);
      routes.push(route);
    }
    return routes.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  }

  /** A route with nobody on it: there is one for each customer. */
  emptyRoute(): number {
    for (let r = 0; r < this.n; r++) if (this.count[r] === 0) return r;
    throw new Error('No route left to open');
  }
}

function nearest({ n, distances }: CvrpProblem, count: number): Int32Array {
  const near = new Int32Array(n * Math.max(0, count));
  for (let c = 1; c < n; c++) {
    const others = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((other) => other !== c);
    others.sort(
      (a, b) => (distances[c * n + a] as number) - (distances[c * n + b] as number) || a - b,
    );
    for (let i = 0; i < count; i++) near[c * count + i] = others[i] as number;
  }
  return near;
}
