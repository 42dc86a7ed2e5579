import type { Random } from '../../kernel/random.ts';
import { insertBest, PLAIN } from '../operators/insert-best.ts';
import type { SearchState } from '../search/state.ts';

/** A first plan: whoever lives farthest first, each where that costs least. Whoever finds no place stays missing; whoever is carried already stays. */
export function insertFarthest(state: SearchState, random: Random): void {
  const { free, distances, n } = state.instance;
  const farFirst = free.toSorted(
    (a, b) => (distances[b * n] as number) - (distances[a * n] as number) || a - b,
  );
  for (const p of farFirst)
    if ((state.routeOf[p] as number) < 0) insertBest(state, p, PLAIN, random);
  state.commit();
}
