import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/kernel/random.ts';
import { insertBest, PLAIN } from '../../shared/planning/operators/insert-best.ts';
import { removeStrings, Ruin } from '../../shared/planning/operators/remove-strings.ts';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import type { Problem } from '../../shared/planning/problem.ts';
import { MILLI, toInstance } from '../../shared/planning/search/instance.ts';
import { SearchState } from '../../shared/planning/search/state.ts';
import { readSolution, type Solved } from '../../shared/planning/solution.ts';
import { solve } from '../../shared/planning/solve.ts';
import { exactPlan } from '../helpers/exact-plan.ts';
import { planFaults, planPence } from '../helpers/plan-price.ts';
import { randomProblem } from '../helpers/random-problem.ts';
import { withRunning, type Looseness } from '../helpers/running-routes.ts';

const drawn = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  pupils: fc.integer({ min: 1, max: 24 }),
  count: fc.integer({ min: 1, max: 8 }),
  looseness: fc.constantFrom<Looseness[]>('none', 'some', 'all'),
});

function draw(shape: {
  seed: number;
  pupils: number;
  count: number;
  looseness: Looseness;
}): Problem {
  const parsed = parseProblem(randomProblem({ ...shape, whole: true }));
  if (!parsed.ok) throw new Error(parsed.error.cause);
  return withRunning(parsed.value, shape.seed, shape.looseness);
}

function plan(problem: Problem, iterations: number): Solved {
  return solve(problem, { seed: 1, iterations, shouldStop: () => false });
}

describe('running routes that may be taken apart', () => {
  it('break no rule, leave nobody out who is carried now, and say who was moved and for how much', () => {
    fc.assert(
      fc.property(drawn, (shape) => {
        const problem = draw(shape);
        const solved = plan(problem, 400);
        expect(planFaults(problem, solved)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keep every sum of the state true through changes and their taking back', () => {
    fc.assert(
      fc.property(drawn, (shape) => {
        const problem = draw(shape);
        const state = new SearchState(toInstance(problem));
        const random = seededRandom(shape.seed);
        const ruin = new Ruin(state);
        for (let step = 0; step < 40; step++) {
          removeStrings(state, ruin, { mean: 4, longest: 4 }, random);
          for (let i = 0; i < ruin.count; i++)
            insertBest(state, ruin.removed[i] ?? 0, PLAIN, random);
          if (random.chance(0.5)) state.revert();
          else state.commit();
          expect(state.total).toBe(MILLI * planPence(problem, readSolution(problem, state)));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('are taken apart exactly where that is best: eight clients tried in every way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom<Looseness[]>('some', 'all'),
        (seed, looseness) => {
          const problem = draw({ seed, pupils: 8, count: 3, looseness });
          const best = exactPlan(problem);
          const solved = plan(problem, 3000);
          expect({ leftOut: solved.leftOut.length, pence: planPence(problem, solved) }).toEqual(
            best,
          );
        },
      ),
      // A search promises no optimum: the same forty problems each time.
      { numRuns: 40, seed: 9 },
    );
  });

  it('stay whole where nobody may leave, as if they were not loose', () => {
    fc.assert(
      fc.property(drawn, (shape) => {
        const problem = draw({ ...shape, looseness: 'none' });
        const loose = { leave: Infinity, fixed: 0 };
        const other = { ...problem, pinned: problem.pinned.map((each) => ({ ...each, loose })) };
        expect(plan(other, 200).pinned).toEqual(plan(problem, 200).pinned);
      }),
      { numRuns: 40 },
    );
  });

  it('move fewer clients the more it costs to move them', () => {
    const problem = draw({ seed: 11, pupils: 18, count: 6, looseness: 'all' });
    const moved = [0, 2000, 1_000_000].map((leave) => {
      const pinned = problem.pinned.map((each) => ({ ...each, loose: { leave, fixed: 9000 } }));
      return plan({ ...problem, pinned }, 3000).moved.length;
    });
    expect(moved).toEqual(moved.toSorted((a, b) => b - a));
    expect(moved[0]).toBeGreaterThan(0);
    expect(moved[2]).toBe(0);
  });
});
