import type { Random } from '../../kernel/random.ts';
import type { TripState } from './trip-state.ts';

/** The cheapest place found for a stop, in ticks; `trip` -1 for a trip of its own. Kept from call to call to spare the memory. */
const found = { cost: 0, trip: -1, at: 0 };

/**
 * Puts a missing stop where it lengthens the day least, on a trip of its school or a new one, provided that seats,
 * ride limit and bus allow. False if nothing does. The stop is not taken off the list of the missing.
 */
export function insertStop(state: TripState, stop: number, blink: number, random: Random): boolean {
  if (!findPlace(state, stop, blink, random)) return false;
  if (found.trip < 0) state.settle(state.open(stop));
  else {
    state.insert(stop, found.trip, found.at);
    state.settle(found.trip);
  }
  return true;
}

function findPlace(state: TripState, stop: number, blink: number, random: Random): boolean {
  const { instance, slots } = state;
  const s = instance.school[stop] as number;
  const most = instance.seats - (instance.pupils[stop] as number);
  found.cost = Infinity;
  for (let i = 0; i < (state.count[s] as number); i++) {
    const t = state.trips[s * state.share + i] as number;
    if ((state.load[t] as number) > most || random.next() < blink) continue;
    tryFirst(state, stop, t);
    tryLater(state, stop, t);
  }
  const own = instance.alone[stop] as number;
  if (own < found.cost && slots.longestFrom(stop, s) >= own) {
    found.cost = own;
    found.trip = -1;
  }
  return found.cost < Infinity;
}

/** Before the first stop: the bus comes by another way, and the ride of the new stop is the longest. */
function tryFirst(state: TripState, stop: number, t: number): void {
  const { instance } = state;
  const s = instance.school[stop] as number;
  const first = state.sequence[t * state.most] as number;
  const row =
    (instance.base[s] as number) + (instance.local[stop] as number) * (instance.width[s] as number);
  const leg = instance.legs[row + (instance.local[first] as number)] as number;
  const cost = leg + (instance.dwell[stop] as number);
  const ticks = state.ticks[t] as number;
  if (cost >= found.cost || ticks + leg > instance.ride) return;
  if (!hasRoom(state, { t, first: stop, ticks: ticks + cost })) return;
  found.cost = cost;
  found.trip = t;
  found.at = 0;
}

/** After any stop: the ride of the first one is the longest. */
function tryLater(state: TripState, stop: number, t: number): void {
  const { instance, sequence } = state;
  const { legs, local } = instance;
  const s = instance.school[stop] as number;
  const width = instance.width[s] as number;
  const base = instance.base[s] as number;
  const x = local[stop] as number;
  const row = base + x * width;
  const dwell = instance.dwell[stop] as number;
  const from = t * state.most;
  const to = from + (state.length[t] as number);
  const first = sequence[from] as number;
  const ticks = state.ticks[t] as number;
  const most = instance.ride - (ticks - (instance.dwell[first] as number));
  let least = Math.min(found.cost, most + 1);
  let at = 0;
  let here = local[first] as number;
  for (let k = from + 1; k <= to; k++) {
    const there = k < to ? (local[sequence[k] as number] as number) : width - 1;
    const hop = base + here * width;
    const detour =
      (legs[hop + x] as number) +
      dwell +
      (legs[row + there] as number) -
      (legs[hop + there] as number);
    if (detour < least) {
      least = detour;
      at = k - from;
    }
    here = there;
  }
  if (at === 0 || !hasRoom(state, { t, first, ticks: ticks + least })) return;
  found.cost = least;
  found.trip = t;
  found.at = at;
}

/** Whether a trip that begins so and takes so long could keep its slot or find another. */
function hasRoom(
  state: TripState,
  trip: { readonly t: number; readonly first: number; readonly ticks: number },
): boolean {
  const { slots, instance } = state;
  const held = slots.held[trip.t] as number;
  if (held === instance.m) return true;
  if ((instance.room[trip.first * instance.m + held] as number) >= trip.ticks) return true;
  return slots.longestFrom(trip.first, held) >= trip.ticks;
}
