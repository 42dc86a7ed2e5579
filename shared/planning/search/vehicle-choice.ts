/** Which vehicle a new route takes. */
import { vehiclePrice, type Asked } from './route-price.ts';
import { seatsTaken, spacesTaken } from './loads.ts';
import type { SearchState } from './state.ts';

/**
 * The cheapest type that can carry a load over a distance and is to be had, -1 for none. `holder` is a route whose own
 * vehicle counts as free. Where all of a type are in use, another route may change to one that is free, at its cost;
 * `typeExtra` then holds that cost.
 */
export function cheapestType(state: SearchState, asked: Asked, holder: number): number {
  const { instance } = state;
  const { seats, chairs, metres, seconds, share } = asked;
  const { fixed, perMetre, count, maxChairs, isTimed } = instance;
  const { used } = state;
  if (seats > instance.maxSeats || chairs > maxChairs) return -1;
  const able = instance.fits[seats * (maxChairs + 1) + chairs];
  if (able === undefined) return -1;
  const own = holder < 0 ? -1 : (state.type[holder] as number);
  let best = -1;
  let bestCost = Infinity;
  for (let i = 0; i < able.length; i++) {
    const t = able[i] as number;
    const day = isTimed
      ? vehiclePrice(instance, t, metres, seconds)
      : (fixed[t] as number) + (perMetre[t] as number) * metres;
    let cost = share * day;
    if (cost >= bestCost) continue;
    let extra = 0;
    if (t !== own && (used[t] as number) >= (count[t] as number)) {
      extra = state.displaced.price(state, t, own);
      cost += extra;
      if (cost >= bestCost) continue;
    }
    bestCost = cost;
    best = t;
    state.typeExtra = extra;
  }
  return best;
}

/** Types that can carry what a route carries. */
export function ableTypes(state: SearchState, r: number): Int32Array {
  const { fits, maxChairs } = state.instance;
  return fits[seatsTaken(state, 0, r) * (maxChairs + 1) + spacesTaken(state, 0, r)] as Int32Array;
}

/** What another type would cost a route more, thousandths of a penny. */
export function retypeCost(state: SearchState, r: number, type: number): number {
  const { instance } = state;
  const metres = state.distance[r] as number;
  const seconds = state.duration[r] as number;
  const share = instance.share[state.days[r] as number] as number;
  return (
    share *
    (vehiclePrice(instance, type, metres, seconds) -
      vehiclePrice(instance, state.type[r] as number, metres, seconds))
  );
}

/** Where all of some type are in use: gives each new route the vehicle that costs least now, others making way for it. */
export function reconsiderTypes(state: SearchState): void {
  const { count, types } = state.instance;
  let isFull = false;
  for (let t = 0; t < types; t++)
    if ((state.used[t] as number) >= (count[t] as number)) isFull = true;
  if (!isFull) return;
  for (let i = 0; i < state.activeCount; i++) {
    const r = state.active[i] as number;
    if (r < state.pinned) continue;
    const type = cheapestType(state, state.askAsIs(r), r);
    if (type === state.type[r]) continue;
    if (retypeCost(state, r, type) + state.typeExtra < 0) state.changeType(r, type);
  }
}
