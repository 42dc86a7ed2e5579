import { perSecond } from '../search/instance.ts';
import { settledWeight } from '../search/settled.ts';
import type { SearchState } from '../search/state.ts';
import { atHomeFrom, atHomeUpTo } from './home-places.ts';

/** What the place found by the last `weighedPlaceIn` adds in metres and seconds, and what the route then weighs for all who are settled. */
export const weighedFound = { metres: 0, seconds: 0, weight: 0 };

/**
 * The feasible place in a route that adds least when its hours, and what it changes for those who are settled, are counted with the metres,
 * at the price of the route's vehicle (of a route without one: the least of all); -1 for none. As `bestPlaceIn` but for that.
 */
export function weighedPlaceIn(state: SearchState, p: number, r: number): number {
  const { sequence, ride, slack, longest, instance } = state;
  const { n, distances, durations, boarding, tolerance, limit, settled } = instance;
  const from = r * longest;
  const length = state.length[r] as number;
  const row = p * n;
  const own = limit[p] as number;
  const board = boarding[p] as number;
  const perMetre = pricePerMetre(state, r);
  const hourly = pricePerSecond(state, r);
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
    if (hourly === 0 && perMetre * metres >= best) continue;
    const seconds =
      last < 0
        ? (durations[row + next] as number) + board
        : (durations[last * n + p] as number) +
          (durations[row + next] as number) -
          (durations[last * n + next] as number) +
          board;
    const way = perMetre * metres + hourly * seconds;
    if (way >= best) continue;
    if (nextRide + (durations[row + next] as number) > own) continue;
    if (last >= 0 && seconds > (slack[from + k - 1] as number) - tolerance) continue;
    const weight = settled === null ? 0 : settledWeight(state, settled, { r, p, k });
    if (way + weight < best) {
      best = way + weight;
      place = k;
      weighedFound.metres = metres;
      weighedFound.seconds = seconds;
      weighedFound.weight = weight;
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

function pricePerSecond(state: SearchState, r: number): number {
  const { pinned, perHour } = state.instance;
  const running = pinned[r];
  if (running !== undefined) return perSecond(running.perHour);
  const type = state.type[r] as number;
  return type < 0 ? 0 : perSecond(perHour[type] as number);
}
