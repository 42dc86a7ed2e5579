/** Where a pupil may go back on the running route that carries them: whoever stays keeps the order of now. */
import type { SearchState } from '../search/state.ts';

/** The first such place: after whoever they were collected after. */
export function atHomeFrom(state: SearchState, p: number, r: number): number {
  const { sequence, longest, instance } = state;
  for (let k = (state.length[r] as number) - 1; k >= 0; k--) {
    const q = sequence[r * longest + k] as number;
    if (instance.home[q] === r && (instance.rank[q] as number) < (instance.rank[p] as number))
      return k + 1;
  }
  return 0;
}

/** The last such place: before whoever they were collected before. */
export function atHomeUpTo(state: SearchState, p: number, r: number): number {
  const { sequence, longest, instance } = state;
  const length = state.length[r] as number;
  for (let k = 0; k < length; k++) {
    const q = sequence[r * longest + k] as number;
    if (instance.home[q] === r && (instance.rank[q] as number) > (instance.rank[p] as number))
      return k;
  }
  return length;
}
