import { settledWeight, type SettledInstance } from '../search/settled.ts';
import type { SearchState } from '../search/state.ts';
import { atHomeFrom, atHomeUpTo } from './home-places.ts';

/** What the place found by the last `settledPlaceIn` adds in metres, and what the route then weighs for all who are settled. */
export const settledFound = { metres: 0, weight: 0 };

/**
 * The feasible place in a route that adds least when what it changes for those who are settled is counted with the metres, at the price
 * of the route's vehicle (of a route without one: the least of all); -1 for none. As `bestPlaceIn` but for that.
 */
export function settledPlaceIn(
  state: SearchState,
  settled: SettledInstance,
  p: number,
  r: number,
): number {
  const { sequence, ride, slack, longest, instance } = state;
  const { n, distances, durations, boarding, tolerance, limit } = instance;
  const from = r * longest;
  const length = state.length[r] as number;
  const row = p * n;
  const own = limit[p] as number;
  const board = boarding[p] as number;
  const perMetre = pricePerMetre(state, r);
  const isHome = instance.home[p] === r;
  const lowest = isHome ? atHomeFrom(state, p, r) : 0;
  const highest = isHome ? atHomeUpTo(state, p, r) : length;
  let place = -1;
  let best = Infinity;
  for (let k = highest; k >= lowest; k--) {
    const next = k < length ? (sequence[from + k] as number) : 0;
    const nextRide = k < length ? (ride[from + k] as number) + (boarding[next] as number) : 0;
    const last = k > 0 ? (sequence[from + k - 1] as number) : -1;
    const metres =
      last < 0
        ? (distances[row + next] as number)
        : (distances[last * n + p] as number) +
          (distances[row + next] as number) -
          (distances[last * n + next] as number);
    // What changes weigh is never below nothing: a place that is too dear without it is not looked at.
    if (perMetre * metres >= best) continue;
    if (nextRide + (durations[row + next] as number) > own) continue;
    if (last >= 0) {
      const longer =
        (durations[last * n + p] as number) +
        (durations[row + next] as number) -
        (durations[last * n + next] as number) +
        board;
      if (longer > (slack[from + k - 1] as number) - tolerance) continue;
    }
    const weight = settledWeight(state, settled, { r, p, k });
    const cost = perMetre * metres + weight;
    if (cost < best) {
      best = cost;
      place = k;
      settledFound.metres = metres;
      settledFound.weight = weight;
    }
  }
  return place;
}

function pricePerMetre(state: SearchState, r: number): number {
  const running = state.instance.pinned[r];
  if (running !== undefined) return running.perMetre;
  const type = state.type[r] as number;
  return type < 0 ? 0 : (state.instance.perMetre[type] as number);
}
