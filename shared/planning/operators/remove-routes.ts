import type { Random } from '../../kernel/random.ts';
import type { SearchState } from '../search/state.ts';
import type { Ruin } from './remove-strings.ts';

/** Most routes emptied at once. */
const MOST = 3;

/**
 * Empties up to three routes near one pupil of all who may be moved. Where it costs much to open or close a route,
 * no string of a few pupils finds the way from one set of routes to a better one. Answers with one of the routes,
 * for a recreate step to leave shut.
 */
export function removeRoutes(state: SearchState, ruin: Ruin, random: Random): number {
  const { free, near } = state.instance;
  ruin.begin(state);
  if (free.length === 0 || state.activeCount === 0) return -1;
  const all = { first: 0, last: state.longest, gap: 0, skip: 0 };
  const neighbours = near[free[random.below(free.length)] as number] as Int32Array;
  const most = 1 + random.below(MOST);
  let taken = 0;
  let shut = -1;
  for (let i = 0; i < neighbours.length && taken < most; i++) {
    const r = state.routeOf[neighbours[i] as number] as number;
    if (r < 0 || ruin.isRuined(r)) continue;
    ruin.take(state, r, all);
    taken++;
    if (random.below(taken) === 0) shut = r;
  }
  return shut;
}
