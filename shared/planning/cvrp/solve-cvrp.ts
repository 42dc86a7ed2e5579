/** Ruin and recreate for the capacitated problem (SISR; Christiaens and Vanden Berghe, Transportation Science 2020). */
import { seededRandom } from '../../kernel/random.ts';
import type { CvrpProblem, CvrpRoutes } from './cvrp-problem.ts';
import { Recreate } from './recreate.ts';
import { StringRuin } from './string-ruin.ts';
import { Tours } from './tours.ts';

/** The paper's first and last temperature, and the first of every later cycle; its size of ruin and blinks stand beside them. */
const HOT = 100;
const COLD = 1;
const WARM = 10;

/** Steps a second [A]: a little below what one thread of a two-core Xeon took from 101 to 801 places. */
const STEPS_A_SECOND = 115_000;
const FEWER_A_PLACE = 45;
const FEWEST_A_SECOND = 20_000;

/** How long to search. */
export interface CvrpEffort {
  readonly seed: number;
  /** Steps from hot to cold. Later cycles are half as long and begin warm, from the best so far. */
  readonly cycle: number;
  /** Steps in all. */
  readonly iterations: number;
  /** Asked now and then; true stops it. */
  readonly shouldStop: (iterations: number) => boolean;
}

/** The best routes found, their length, and the steps done. */
export interface CvrpAnswer {
  readonly routes: CvrpRoutes;
  readonly cost: number;
  readonly iterations: number;
}

/**
 * Steps to cool in, so that a run of so many seconds ends cold. Reckoned from the size alone, not from a clock: the same
 * seconds give the same plan but for where the clock stops it.
 */
export function coolingSteps({ n }: CvrpProblem, seconds: number): number {
  return Math.ceil(seconds * Math.max(FEWEST_A_SECOND, STEPS_A_SECOND - FEWER_A_PLACE * n));
}

const ASK_EVERY = 256;

/** Solves a problem. The same seed, cycle and iterations give the same routes everywhere. */
export function solveCvrp(problem: CvrpProblem, effort: CvrpEffort): CvrpAnswer {
  const random = seededRandom(effort.seed);
  const tours = new Tours(problem);
  const ruin = new StringRuin(tours);
  const recreate = new Recreate(tours);
  recreate.putAll(tours, random);
  tours.commit();
  const best = new BestTours(tours);
  let done = 0;
  for (let cycle = 0; done < effort.iterations; cycle++) {
    const hot = cycle === 0 ? HOT : WARM;
    const length = Math.max(1, cycle === 0 ? effort.cycle : Math.ceil(effort.cycle / 2));
    const cooling = Math.pow(COLD / hot, 1 / length);
    let temperature = hot;
    if (cycle > 0) best.restore(tours);
    for (let i = 0; i < length && done < effort.iterations; i++, done++) {
      if (done % ASK_EVERY === 0 && effort.shouldStop(done)) return answerOf(best, tours, done);
      const before = tours.total;
      ruin.run(tours, random);
      recreate.run(tours, ruin, random);
      if (tours.total < before - temperature * Math.log(1 - random.next())) {
        tours.commit();
        if (tours.total < best.cost) best.keep(tours);
      } else tours.revert();
      temperature *= cooling;
    }
  }
  return answerOf(best, tours, done);
}

function answerOf(best: BestTours, tours: Tours, iterations: number): CvrpAnswer {
  best.restore(tours);
  return { routes: tours.read(), cost: best.cost, iterations };
}

/** The best routes so far, copied when they are found. */
class BestTours {
  cost: number;
  private readonly next: Int32Array;
  private readonly first: Int32Array;
  private readonly count: Int32Array;

  constructor(tours: Tours) {
    this.cost = tours.total;
    this.next = tours.next.slice();
    this.first = tours.first.slice();
    this.count = tours.count.slice();
  }

  keep(tours: Tours): void {
    this.cost = tours.total;
    this.next.set(tours.next);
    this.first.set(tours.first);
    this.count.set(tours.count);
  }

  /** Makes the tours these again. */
  restore(tours: Tours): void {
    for (let c = 1; c < tours.n; c++) tours.remove(c);
    tours.commit();
    for (let r = 0; r < this.count.length; r++) {
      if (this.count[r] === 0) continue;
      let before = 0;
      for (let c = this.first[r] as number; c !== 0; c = this.next[c] as number) {
        tours.insert(c, before, r);
        before = c;
      }
    }
    tours.commit();
  }
}
