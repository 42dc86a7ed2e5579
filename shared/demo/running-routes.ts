import type { Random } from '../kernel/random.ts';
import { mayShare, type Rider, type Travel } from './riders.ts';
import { VEHICLES, smallestFor, type Vehicle } from './vehicles.ts';

/** A running route before it has a contract: riders in pick-up order. */
export interface RunningRoute {
  readonly riders: readonly Rider[];
  readonly vehicle: Vehicle;
  readonly assistant: boolean;
  /** First home to school, metres by road (estimated), and the time from first pick-up to arrival, seconds. */
  readonly distance_m: number;
  readonly duration_s: number;
  /** Seconds before arrival at which the vehicle stands at each home. */
  readonly before_arrival_s: readonly number[];
}

/** A rider is only taken along where the way grows by no more than this, metres plus a share of the first one's way [A]. */
const DETOUR_M = 1900;
const DETOUR_SHARE = 0.25;
/** Candidates looked at for a route: the ones least out of the way. */
const CANDIDATES = 36;

/** Puts a school's riders on routes: the farthest first, then whoever is least out of the way. */
export function runningRoutes(
  random: Random,
  riders: readonly Rider[],
  travel: Travel,
): RunningRoute[] {
  const routes: RunningRoute[] = [];
  const farthest = [...riders].sort(
    (a, b) => b.direct_m - a.direct_m || a.child.client.id - b.child.client.id,
  );
  // Wheelchair users choose the vehicle, so they come first.
  const left = new Set([
    ...farthest.filter((each) => each.wheelchair),
    ...farthest.filter((each) => !each.wheelchair),
  ]);
  for (const seed of left) {
    left.delete(seed);
    const vehicle = drawVehicle(random, seed);
    const grown = seed.sole ? [seed] : growFrom(seed, [...left], { vehicle, travel });
    for (const rider of grown) left.delete(rider);
    routes.push(finishRoute(random, grown, { vehicle, travel }));
  }
  return routes;
}

/** What kind of vehicle a route is planned for; small ones are commonest [A]. */
function drawVehicle(random: Random, seed: Rider): Vehicle {
  if (seed.wheelchair) {
    return random.weighted([
      [VEHICLES.accessible_taxi, 45],
      [VEHICLES.accessible_minibus, 55],
    ]);
  }
  return random.weighted([
    [VEHICLES.taxi, 20],
    [VEHICLES.mpv, 21],
    [VEHICLES.minibus_8, 26],
    [VEHICLES.minibus, 33],
  ]);
}

interface Means {
  readonly vehicle: Vehicle;
  readonly travel: Travel;
}

function growFrom(seed: Rider, left: readonly Rider[], means: Means): Rider[] {
  let route = [seed];
  const candidates = left
    .filter((each) => !each.wheelchair || means.vehicle.wheelchairs > 0)
    .map((each) => ({ each, extra: apart(seed, each) + reach(each) - reach(seed) }))
    .sort((a, b) => a.extra - b.extra || a.each.child.client.id - b.each.child.client.id)
    .slice(0, CANDIDATES)
    .map(({ each }) => each);
  const open = new Set(candidates);
  const between = distances();
  while (open.size > 0) {
    const best = bestAddition(route, open, { ...means, between });
    if (best === null) break;
    open.delete(best.rider);
    route = best.route;
  }
  return route;
}

type Distance = (from: Rider, to: Rider | undefined) => number;

/** Distances as the crow flies among the few who may share a route, each worked out once; to nobody: to the school. */
function distances(): Distance {
  const known = new Map<Rider, Map<Rider | undefined, number>>();
  return (from, to) => {
    let row = known.get(from);
    if (row === undefined) {
      row = new Map();
      known.set(from, row);
    }
    let distance = row.get(to);
    if (distance === undefined) {
      distance = to === undefined ? reach(from) : apart(from, to);
      row.set(to, distance);
    }
    return distance;
  };
}

/** Road metres of a route with one more picked up as the `at`th, summed in the order of the pick-ups. */
function lengthWith(
  route: readonly Rider[],
  { rider, at }: { readonly rider: Rider; readonly at: number },
  { travel, between }: Means & { readonly between: Distance },
): number {
  let straight = 0;
  for (let stop = 0; stop <= route.length; stop++) {
    const here = stop === at ? rider : route[stop < at ? stop : stop - 1];
    const next = stop + 1 === at ? rider : route[stop + 1 < at ? stop + 1 : stop];
    if (here !== undefined) straight += between(here, next);
  }
  return straight * travel.factor;
}

function bestAddition(
  route: readonly Rider[],
  open: ReadonlySet<Rider>,
  means: Means & { readonly between: Distance },
): { readonly rider: Rider; readonly route: Rider[] } | null {
  const seed = route[0];
  if (seed === undefined) return null;
  const base = lengthOf(route, means.travel);
  const first = Math.max(...route.map((each) => each.direct_m));
  let best: { rider: Rider; route: Rider[]; added: number } | null = null;
  for (const rider of open) {
    if (!route.every((each) => mayShare(each, rider))) continue;
    if (!fits([...route, rider], means.vehicle)) continue;
    for (let at = 0; at <= route.length; at++) {
      const added = lengthWith(route, { rider, at }, means) - base;
      if (added > DETOUR_M + DETOUR_SHARE * first) continue;
      if (best !== null && added >= best.added) continue;
      const tried = [...route.slice(0, at), rider, ...route.slice(at)];
      if (keepsLimits(tried, means.travel)) best = { rider, route: tried, added };
    }
  }
  return best;
}

function reach(rider: Rider): number {
  return Math.hypot(rider.x, rider.y);
}

function apart(a: Rider, b: Rider): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Road metres from the first home to the school. */
function lengthOf(route: readonly Rider[], travel: Travel): number {
  let straight = 0;
  for (const [at, rider] of route.entries()) {
    const next = route[at + 1];
    straight += next === undefined ? reach(rider) : apart(rider, next);
  }
  return straight * travel.factor;
}

/** Seconds from standing at each home to arrival, boarding included. */
function timesBeforeArrival(route: readonly Rider[], travel: Travel): number[] {
  const times: number[] = [];
  let after = 0;
  for (let at = route.length - 1; at >= 0; at--) {
    const rider = route[at] as Rider;
    const next = route[at + 1];
    const straight = next === undefined ? reach(rider) : apart(rider, next);
    after += (straight * travel.factor) / travel.speed_mps + rider.boarding_s;
    times[at] = after;
  }
  return times;
}

function keepsLimits(route: readonly Rider[], travel: Travel): boolean {
  const times = timesBeforeArrival(route, travel);
  return route.every((rider, at) => (times[at] ?? 0) - rider.boarding_s <= rider.longest_s);
}

/** Seats taken: every client not in a wheelchair, and the assistant. */
function loadOf(riders: readonly Rider[]): { seats: number; wheelchairs: number } {
  const wheelchairs = riders.filter((each) => each.wheelchair).length;
  const assistant = riders.some((each) => each.assistant !== 'none') ? 1 : 0;
  return { seats: riders.length - wheelchairs + assistant, wheelchairs };
}

function fits(riders: readonly Rider[], vehicle: Vehicle): boolean {
  const load = loadOf(riders);
  return load.seats <= vehicle.seats && load.wheelchairs <= vehicle.wheelchairs;
}

/** Operators send the smallest vehicle that serves, now and then the one first planned. */
function finishRoute(random: Random, riders: readonly Rider[], means: Means): RunningRoute {
  const { seats, wheelchairs } = loadOf(riders);
  const keeps = fits(riders, means.vehicle) && random.chance(0.2);
  const times = timesBeforeArrival(riders, means.travel);
  return {
    riders,
    vehicle: keeps && riders.length > 2 ? means.vehicle : smallestFor(seats, wheelchairs),
    assistant: riders.some((each) => each.assistant !== 'none'),
    distance_m: lengthOf(riders, means.travel),
    duration_s: times[0] ?? 0,
    before_arrival_s: times,
  };
}
