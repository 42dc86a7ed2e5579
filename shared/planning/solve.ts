/** The route builder: construct, then search. */
import { seededRandom } from '../kernel/random.ts';
import { insertFarthest } from './construct/insert-farthest.ts';
import { inOrderOfId } from './order-of-id.ts';
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

/**
 * Builds routes. The same problem, seed and iterations give the same answer everywhere, in whatever order clients,
 * running routes and vehicle types are listed.
 */
export function solve(problem: Problem, options: SolveOptions): Solved {
  const { inOrder, back } = inOrderOfId(problem);
  const instance = toInstance(inOrder);
  const state = new SearchState(instance);
  const random = seededRandom(options.seed);
  insertFarthest(state, random);
  const { best, iterations } = anneal(state, options, random);
  best.restore(state);
  return { ...back(readSolution(inOrder, state)), iterations };
}
