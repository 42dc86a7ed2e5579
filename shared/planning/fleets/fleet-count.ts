/** How many vehicles routes are short of, counted by kind of need, so that what one change makes of it is known at once. */
import type { PlannedRoute } from '../../model/plan.ts';
import type { ProviderFleet } from '../../model/register.ts';
import type { CountyFacts } from '../county.ts';
import {
  fleetRows,
  isServed,
  kindOfNeed,
  knownFleets,
  type FleetRow,
  type KnownFleets,
  type NeedKind,
  type RunChains,
} from './fleet-use.ts';

/** Needs of one kind. */
interface Kind {
  readonly need: NeedKind;
  /** Places of the rows that serve it. */
  readonly rows: readonly number[];
}

/** What is the same for every plan of a county: kinds of need and what was worked out of them. */
export class FleetKinds {
  readonly facts: CountyFacts;
  readonly chains: RunChains;
  readonly known: KnownFleets;
  private readonly rows: readonly FleetRow[];
  private readonly kinds = new Map<string, Kind>();
  private readonly shortages = new Map<string, number>();

  constructor(facts: CountyFacts, fleets: readonly ProviderFleet[], chains: RunChains) {
    this.facts = facts;
    this.chains = chains;
    this.known = knownFleets(fleets);
    this.rows = fleetRows(fleets);
  }

  /** The key of what a route with a vehicle of its own needs; null: nothing that is known. */
  keyOf(route: PlannedRoute): string | null {
    const need = kindOfNeed(route, this.facts, this.known);
    if (need === null) return null;
    const key = `${need.vehicle_class}\n${need.district}\n${need.provider}`;
    if (!this.kinds.has(key))
      this.kinds.set(key, {
        need,
        rows: this.rows.flatMap((row, at) => (isServed(row, need) ? [at] : [])),
      });
    return key;
  }

  classOf(key: string): string {
    return this.kinds.get(key)?.need.vehicle_class ?? '';
  }

  /** Vehicles of one class that so many needs of each kind are short of: all less a largest flow from kinds to rows. */
  shortOf(counts: readonly (readonly [key: string, count: number])[]): number {
    const wanted = counts.filter(([, count]) => count > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const name = wanted.map(([key, count]) => `${key} ${count}`).join('\n');
    const known = this.shortages.get(name);
    if (known !== undefined) return known;
    const kinds = wanted.map(([key]) => this.kinds.get(key)?.rows ?? []);
    const room = this.rows.map((row) => row.count);
    const short = leftWithout(kinds, wanted.map(([, count]) => count), room); // prettier-ignore
    this.shortages.set(name, short);
    return short;
  }
}

/** Needs by kind that find no room in rows, at best (augmenting paths, as much at a time as each bears). */
function leftWithout(
  kinds: readonly (readonly number[])[],
  counts: readonly number[],
  room: number[],
): number {
  const flow = kinds.map(() => new Map<number, number>());
  let short = 0;
  for (const [first, count] of counts.entries()) {
    let left = count;
    while (left > 0) {
      const path = pathToRoom(kinds, flow, { first, room });
      if (path === null) break;
      const last = path.at(-1);
      let much = Math.min(left, room[last?.row ?? -1] ?? 0);
      // Each kind behind the first gives up what it holds of the row that is taken from it.
      path.forEach(({ kind }, i) => {
        const taken = path[i - 1]?.row;
        if (taken !== undefined) much = Math.min(much, flow[kind]?.get(taken) ?? 0);
      });
      path.forEach(({ kind, row }, i) => {
        const held = flow[kind];
        const taken = path[i - 1]?.row;
        if (taken !== undefined) held?.set(taken, (held.get(taken) ?? 0) - much);
        held?.set(row, (held.get(row) ?? 0) + much);
      });
      if (last !== undefined) room[last.row] = (room[last.row] ?? 0) - much;
      left -= much;
    }
    short += left;
  }
  return short;
}

interface Step {
  readonly kind: number;
  readonly row: number;
}

/** The shortest way to a row with room: each step a kind that takes a row, from the kind that holds it and goes on; null: none. */
function pathToRoom(
  kinds: readonly (readonly number[])[],
  flow: readonly ReadonlyMap<number, number>[],
  { first, room }: { readonly first: number; readonly room: readonly number[] },
): readonly Step[] | null {
  const seen = new Set<number>();
  let front: readonly { readonly kind: number; readonly path: readonly Step[] }[] = [
    { kind: first, path: [] },
  ];
  while (front.length > 0) {
    const next: { readonly kind: number; readonly path: readonly Step[] }[] = [];
    for (const { kind, path } of front) {
      for (const row of kinds[kind] ?? []) {
        if (seen.has(row)) continue;
        seen.add(row);
        const here = [...path, { kind, row }];
        if ((room[row] ?? 0) > 0) return here;
        flow.forEach((held, other) => {
          if (other !== kind && (held.get(row) ?? 0) > 0) next.push({ kind: other, path: here });
        });
      }
    }
    front = next;
  }
  return null;
}

/** The count of one plan. */
export class FleetCount {
  /** Vehicles that the routes are short of. */
  readonly short: number;
  private readonly of: FleetKinds;
  private readonly here: ReadonlySet<PlannedRoute>;
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly shortByClass = new Map<string, number>();

  constructor(routes: readonly PlannedRoute[], of: FleetKinds) {
    this.of = of;
    this.here = new Set(routes);
    for (const route of routes) {
      const key = this.needOf(route, this.here);
      if (key === null) continue;
      const vehicle_class = of.classOf(key);
      const counts = this.counts.get(vehicle_class) ?? new Map<string, number>();
      this.counts.set(vehicle_class, counts.set(key, (counts.get(key) ?? 0) + 1));
    }
    let short = 0;
    for (const [vehicle_class, counts] of this.counts) {
      const own = of.shortOf([...counts]);
      this.shortByClass.set(vehicle_class, own);
      short += own;
    }
    this.short = short;
  }

  /** Vehicles that they are short of where some routes go and others come. A chain whose route goes is none any more. */
  after(gone: readonly PlannedRoute[], come: readonly PlannedRoute[]): number {
    const left = new Set(gone);
    const broken = new Set<PlannedRoute>(gone);
    for (const route of gone) {
      const chain = this.of.chains.get(route);
      if (chain?.all.every((each) => this.here.has(each)) === true)
        for (const each of chain.all) broken.add(each);
    }
    const change = new Map<string, number>();
    const add = (key: string | null, by: number): void => {
      if (key !== null) change.set(key, (change.get(key) ?? 0) + by);
    };
    for (const route of broken) add(this.needOf(route, this.here), -1);
    for (const route of broken) if (!left.has(route)) add(this.of.keyOf(route), 1);
    for (const route of come) add(this.of.keyOf(route), 1);
    let { short } = this;
    const classes = new Set([...change].flatMap(([key, by]) => (by === 0 ? [] : [this.of.classOf(key)]))); // prettier-ignore
    for (const vehicle_class of classes) {
      const counts = new Map(this.counts.get(vehicle_class));
      for (const [key, by] of change)
        if (this.of.classOf(key) === vehicle_class) counts.set(key, (counts.get(key) ?? 0) + by);
      short += this.of.shortOf([...counts]) - (this.shortByClass.get(vehicle_class) ?? 0);
    }
    return short;
  }

  private needOf(route: PlannedRoute, here: ReadonlySet<PlannedRoute>): string | null {
    const chain = this.of.chains.get(route);
    const holds = chain?.all.every((each) => here.has(each)) === true;
    return holds && chain?.stays !== route ? null : this.of.keyOf(route);
  }
}
