import type { SearchState } from './state.ts';

/**
 * How often each pupil has been left out. A plan that leaves out those who were seldom left out is worth
 * having, even at the same number: it is how a search finds room for the last one (sum of absences;
 * Christiaens and Vanden Berghe, 2020).
 */
export class Absences {
  private readonly times: Float64Array;

  constructor(state: SearchState) {
    this.times = new Float64Array(state.instance.n).fill(1);
  }

  /** Sum over the pupils left out now; 0 when nobody is, Infinity where a running route carried one of them. */
  sum(state: SearchState): number {
    if (state.missing === 0) return 0;
    const { free, home } = state.instance;
    let sum = 0;
    for (let i = 0; i < free.length; i++) {
      const p = free[i] as number;
      if ((state.routeOf[p] as number) >= 0) continue;
      if ((home[p] as number) >= 0) return Infinity;
      sum += this.times[p] as number;
    }
    return sum;
  }

  /** Counts those left out now once more. */
  count(state: SearchState): void {
    if (state.missing === 0) return;
    const { free } = state.instance;
    for (let i = 0; i < free.length; i++) {
      const p = free[i] as number;
      if ((state.routeOf[p] as number) < 0) this.times[p] = (this.times[p] as number) + 1;
    }
  }
}
