import type { Random } from '../../kernel/random.ts';
import { seatsTaken, spacesTaken } from '../search/loads.ts';
import { newRoutePrice, pinnedPrice } from '../search/route-price.ts';
import type { SearchState } from '../search/state.ts';
import { settledWeight } from '../search/settled.ts';
import { cheapestType } from '../search/vehicle-choice.ts';
import { atHomeFrom, atHomeUpTo } from './home-places.ts';
import { weighedFound, weighedPlaceIn } from './weighed-place.ts';

/** How a recreate step judges its places. */
export interface InsertionTaste {
  /** Chance of passing over a route, so that equal searches part ways ("blinks"; Christiaens and Vanden Berghe, 2020). */
  readonly blink: number;
  /** Weight of a vehicle's fixed price, 0 to 1: below 1 a search dares to open or enlarge a route. */
  readonly fixedWeight: number;
  /** A route that nobody is put into, -1 for none. */
  readonly shut: number;
}

/** Plain greedy judgement. */
export const PLAIN: InsertionTaste = { blink: 0, fixedWeight: 1, shut: -1 };

/**
 * Puts a pupil where that costs least: a place in a route, or a route of their own. False where no
 * place is feasible. Each place is judged in constant time by the room its route's limits leave.
 */
export function insertBest(
  state: SearchState,
  p: number,
  taste: InsertionTaste,
  random: Random,
): boolean {
  const { instance, active, activeCount } = state;
  let bestCost = Infinity;
  let bestRoute = -1;
  let bestPlace = -1;
  const isAlone = instance.alone[p] === 1;
  const { version, places } = state;
  const { settled, isTimed } = instance;
  const conflicts = instance.conflicts[p] as Int32Array;
  for (let i = 0; i < activeCount; i++) {
    const r = active[i] as number;
    if (r === taste.shut) continue;
    if (isAlone && (state.length[r] as number) > 0) continue;
    const slot = places.slot(p, r);
    const key = (version[r] as number) * instance.n + p;
    const isKnown = places.key[slot] === key;
    if (isKnown && (places.place[slot] as number) < 0) continue;
    if (!hasRoom(state, p, r)) continue;
    if (conflicts.length > 0 && clashes(state, conflicts, r)) continue;
    if (taste.blink > 0 && state.untilBlink-- <= 0) {
      state.untilBlink = Math.floor(Math.log(1 - random.next()) / Math.log(1 - taste.blink));
      continue;
    }
    let found: number;
    let metres: number;
    if (isKnown) {
      found = places.place[slot] as number;
      metres = places.metres[slot] as number;
    } else if (settled === null && !isTimed) {
      found = bestPlaceIn(state, p, r);
      metres = placeMetres;
      places.keep(slot, key, found, metres);
      if (found < 0) continue;
    } else {
      found = weighedPlaceIn(state, p, r);
      metres = weighedFound.metres;
      places.keep(slot, key, found, metres);
      if (isTimed) places.seconds[slot] = weighedFound.seconds;
      if (settled !== null) places.weight[slot] = weighedFound.weight;
      if (found < 0) continue;
    }
    const weight = settled === null ? 0 : (places.weight[slot] as number);
    const seconds = isTimed ? (places.seconds[slot] as number) : 0;
    const cost = addedCost(state, p, r, metres, taste.fixedWeight, weight, seconds);
    if (cost < bestCost) {
      bestCost = cost;
      bestRoute = r;
      bestPlace = found;
    }
  }
  const alone = ownRouteCost(state, p, taste.fixedWeight);
  if (alone < bestCost) {
    state.insert(p, state.emptyRoute(), 0);
    return true;
  }
  if (bestRoute < 0) return false;
  state.insert(p, bestRoute, bestPlace);
  return true;
}

/** Whether any layout that is to be had, or the running vehicle, holds the load with `p` aboard, and nobody is to be alone. */
export function hasRoom(state: SearchState, p: number, r: number): boolean {
  const { instance } = state;
  const length = state.length[r] as number;
  if (length === 1 && instance.alone[state.sequence[r * state.longest] as number] === 1)
    return false;
  if (r >= state.pinned && length >= state.longest) return false;
  if (r >= state.pinned && state.dayLoads === null) {
    const assisted = (state.assisted[r] as number) + (instance.assistant[p] as number);
    const all = (state.seats[r] as number) + (instance.seats[p] as number) + (assisted > 0 ? 1 : 0);
    const spaces = (state.chairs[r] as number) + (instance.chairs[p] as number);
    if (all > instance.maxSeats || spaces > instance.maxChairs) return false;
    return (instance.fits[all * (instance.maxChairs + 1) + spaces] as Int32Array).length > 0;
  }
  const seats = seatsTaken(state, p, r);
  const chairs = spacesTaken(state, p, r);
  if (r >= state.pinned) {
    if (seats > instance.maxSeats || chairs > instance.maxChairs) return false;
    return (instance.fits[seats * (instance.maxChairs + 1) + chairs] as Int32Array).length > 0;
  }
  const running = instance.pinned[r];
  return running !== undefined && seats <= running.seats && chairs <= running.chairs;
}

/** Whether someone on the route may not travel with a pupil. */
export function clashes(state: SearchState, conflicts: Int32Array, r: number): boolean {
  for (let i = 0; i < conflicts.length; i++) {
    if (state.routeOf[conflicts[i] as number] === r) return true;
  }
  return false;
}

/** Metres that the place found by the last `bestPlaceIn` adds. Kept here so that the hot loop makes no objects. */
let placeMetres = 0;

/** The feasible place in a route that adds least distance, -1 for none. The price rises with distance, whatever the type. */
export function bestPlaceIn(state: SearchState, p: number, r: number): number {
  const { sequence, ride, slack, longest, instance } = state;
  const { n, distances, durations, boarding, tolerance } = instance;
  const from = r * longest;
  const length = state.length[r] as number;
  const limit = instance.limit[p] as number;
  const board = boarding[p] as number;
  const row = p * n;
  let best = Infinity;
  let place = -1;
  let next = 0;
  let nextRide = 0;
  let lowest = 0;
  let highest = length;
  if (instance.home[p] === r) {
    lowest = atHomeFrom(state, p, r);
    highest = atHomeUpTo(state, p, r);
  }
  for (let k = length; k >= 0; k--) {
    const own = nextRide + (durations[row + next] as number);
    const before = k > 0 ? (sequence[from + k - 1] as number) : -1;
    if (own <= limit && k <= highest && k >= lowest) {
      if (k > 0) {
        const column = before * n;
        const metres =
          (distances[column + p] as number) +
          (distances[row + next] as number) -
          (distances[column + next] as number);
        if (metres < best) {
          const longer =
            (durations[column + p] as number) +
            (durations[row + next] as number) -
            (durations[column + next] as number) +
            board;
          if (longer <= (slack[from + k - 1] as number) - tolerance) {
            best = metres;
            place = k;
          }
        }
      } else {
        const metres = distances[row + next] as number;
        if (metres < best) {
          best = metres;
          place = 0;
        }
      }
    }
    if (k > 0) {
      next = before;
      nextRide = (ride[from + k - 1] as number) + (boarding[before] as number);
    }
  }
  placeMetres = best;
  return place;
}

/**
 * What a pupil adds to a route's cost at a place that adds `metres`, and `seconds` where hours are paid for; Infinity where no vehicle is to be
 * had. `weight` is what the route then weighs for those who are settled. Numbers, not one object: this is called more often than anything.
 */
export function addedCost(
  state: SearchState,
  p: number,
  r: number,
  metres: number,
  fixedWeight: number,
  weight = 0,
  seconds = 0,
): number {
  const { instance } = state;
  const asked = state.ask(p, r, (state.distance[r] as number) + metres, (state.duration[r] as number) + seconds); // prettier-ignore
  // Costs hold what leaving running routes costs; those on board have paid theirs.
  const leave = instance.home[p] === r ? 0 : (instance.leave[p] as number);
  const before = (state.cost[r] as number) - (state.moves[r] as number) - leave - weight;
  if (r < state.pinned) {
    const closed = state.length[r] === 0 ? (1 - fixedWeight) * closingSaves(state, r) : 0;
    return pinnedPrice(state, r, asked) - before - closed;
  }
  const type = cheapestType(state, asked, r);
  if (type < 0) return Infinity;
  const cost = newRoutePrice(instance, type, asked) + state.typeExtra - before;
  if (fixedWeight === 1) return cost;
  const was = state.type[r] as number;
  const { opening } = instance;
  const fixed = (opening[type] as number) - (was < 0 ? 0 : (opening[was] as number));
  return cost - (1 - fixedWeight) * fixed;
}

function closingSaves(state: SearchState, r: number): number {
  return state.instance.pinned[r]?.saving ?? 0;
}

/** What a route of their own would cost a pupil; Infinity where it cannot be. */
export function ownRouteCost(state: SearchState, p: number, fixedWeight: number): number {
  const { instance } = state;
  const { n } = instance;
  if ((instance.durations[p * n] as number) > (instance.limit[p] as number)) return Infinity;
  const empty = state.emptyRoute();
  const seconds = (instance.durations[p * n] as number) + (instance.boarding[p] as number);
  const asked = state.ask(p, empty, instance.distances[p * n] as number, seconds);
  const type = cheapestType(state, asked, -1);
  if (type < 0) return Infinity;
  const cost =
    newRoutePrice(instance, type, asked) +
    state.typeExtra +
    (instance.leave[p] as number) -
    (1 - fixedWeight) * (instance.opening[type] as number);
  const { settled } = instance;
  return settled === null ? cost : cost + settledWeight(state, settled, { r: empty, p, k: 0 });
}
