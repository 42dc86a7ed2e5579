/** The route builder: construct, then search. */
import { seededRandom } from '../kernel/random.ts';
import { insertBest, PLAIN } from './operators/insert-best.ts';
import type { Problem } from './problem.ts';
import { anneal, type ShouldStop } from './search/anneal.ts';
import { toInstance } from './search/instance.ts';
import { SearchState } from './search/state.ts';
import { readSolution, type Solved } from './solution.ts';

/** How long to search: a number of iterations, a clock that the host asks, or both. */
export interface SolveOptions {
  readonly seed: number;
  /** Infinity where only the clock decides. */
  readonly iterations: number;
  readonly shouldStop: ShouldStop;
}

/** Builds routes. The same problem, seed and iterations give the same answer everywhere. */
export function solve(problem: Problem, options: SolveOptions): Solved {
  const instance = toInstance(problem);
  const state = new SearchState(instance);
  const random = seededRandom(options.seed);
  const farFirst = Array.from(instance.free).sort(
    (a, b) =>
      (instance.distances[b * instance.n] ?? 0) - (instance.distances[a * instance.n] ?? 0) ||
      a - b,
  );
  for (const p of farFirst) insertBest(state, p, PLAIN, random);
  state.commit();
  const { best, iterations } = anneal(state, options, random);
  best.restore(state);
  return { ...readSolution(problem, state), iterations };
}
