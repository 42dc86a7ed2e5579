import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import type { Problem, Pupil } from '../../shared/planning/problem.ts';
import { solve } from '../../shared/planning/solve.ts';
import { exactPlan, type ExactPlan } from '../helpers/exact-plan.ts';
import { planPence } from '../helpers/plan-price.ts';
import { randomProblem } from '../helpers/random-problem.ts';

function draw(seed: number, pupils: number, count: number): Problem {
  const parsed = parseProblem(randomProblem({ seed, pupils, count, whole: true }));
  if (!parsed.ok) throw new Error(parsed.error.cause);
  return parsed.value;
}

function found(problem: Problem): ExactPlan {
  const solved = solve(problem, { seed: 1, iterations: 3000, shouldStop: () => false });
  return { leftOut: solved.leftOut.length, pence: planPence(problem, solved) };
}

/** One constraint more, of every kind the format has. */
const TIGHTER: readonly ((problem: Problem, random: Random) => Problem)[] = [
  (problem, random) => withPupil(problem, random, (each) => ({ ...each, alone: true })),
  (problem, random) => withPupil(problem, random, (each) => ({ ...each, assistant: true })),
  (problem, random) =>
    withPupil(problem, random, (each) => ({ ...each, maxRide: Math.floor(each.maxRide * 0.7) })),
  (problem, random) =>
    withPupil(problem, random, (each) => ({ ...each, boarding: each.boarding + 300 })),
  (problem, random) => withPupil(problem, random, (each) => ({ ...each, seats: each.seats + 1 })),
  (problem, random) =>
    withPupil(problem, random, (each) => ({
      ...each,
      notWith: [...each.notWith, ...problem.pupils.map((other) => other.id)].filter(
        (id) => id !== each.id,
      ),
    })),
  (problem, random) => {
    const fewer = random.pick(problem.vehicleTypes);
    const vehicleTypes = problem.vehicleTypes.map((type) =>
      type === fewer ? { ...type, count: type.count - 1 } : type,
    );
    return { ...problem, vehicleTypes };
  },
];

function withPupil(problem: Problem, random: Random, change: (pupil: Pupil) => Pupil): Problem {
  const chosen = random.pick(problem.pupils);
  return {
    ...problem,
    pupils: problem.pupils.map((each) => (each === chosen ? change(each) : each)),
  };
}

describe('problems of up to nine clients, tried in every way', () => {
  it.each([
    [1, 1],
    [2, 1],
    [4, 1],
    [7, 2],
    [8, 1],
    [9, 1],
    [9, 9],
  ])('%i clients and %i vehicles of a type: the search finds the best plan', (pupils, count) => {
    for (let seed = 0; seed < 12; seed++) {
      const problem = draw(seed, pupils, count);
      expect({ seed, ...found(problem) }).toEqual({ seed, ...exactPlan(problem) });
    }
  });

  it('of nine clients never get cheaper by one constraint more, of whatever kind, proven', () => {
    for (const [kind, tighter] of TIGHTER.entries()) {
      const before = draw(100 + kind, 9, 1);
      const was = exactPlan(before);
      const is = exactPlan(tighter(before, seededRandom(kind)));
      if (was === null || is === null) throw new Error('Nobody runs already: all may be left');
      expect(is.leftOut).toBeGreaterThanOrEqual(was.leftOut);
      if (is.leftOut === was.leftOut) expect(is.pence).toBeGreaterThanOrEqual(was.pence);
    }
  });

  it('never get cheaper by one constraint more, proven and found', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: TIGHTER.length - 1 }),
        (seed, kind) => {
          const before = draw(seed, 6, 2);
          const after = TIGHTER[kind]?.(before, seededRandom(seed)) ?? before;
          const [was, is] = [exactPlan(before), exactPlan(after)];
          if (was === null || is === null) throw new Error('Nobody runs already: all may be left');
          expect(is.leftOut).toBeGreaterThanOrEqual(was.leftOut);
          if (is.leftOut === was.leftOut) expect(is.pence).toBeGreaterThanOrEqual(was.pence);
          expect(found(after)).toEqual(is);
        },
      ),
      // A search promises no optimum: the same seventy problems each time.
      { numRuns: 70, seed: 9 },
    );
  });
});
