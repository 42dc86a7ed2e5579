import { describe, expect, it } from 'vitest';
import { solveHere, solveOnThreads, type SolvingWork } from '../../electron/jobs/solve-threads.ts';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import type { Problem } from '../../shared/planning/problem.ts';
import type { Solved } from '../../shared/planning/solution.ts';
import { randomProblem } from '../helpers/random-problem.ts';

const problemOf = (seed: number, pupils: number): Problem => {
  const parsed = parseProblem(randomProblem({ seed, pupils, count: 20, whole: true }));
  if (!parsed.ok) throw new Error(parsed.error.cause);
  return parsed.value;
};
const PROBLEMS = [12, 40, 3, 25, 1, 30].map((pupils, at) => problemOf(at + 1, pupils));

/** Every problem solved twice, the second time from another seed, which hangs on the first answer. */
function* twice(problem: Problem, iterations: number): SolvingWork<readonly Solved[]> {
  const order = { problem, iterations, seconds: null };
  const first = yield { ...order, seed: 1 };
  const second = yield { ...order, seed: first.routes.length + 2 };
  return [first, second];
}

type Way = typeof solveHere;

function answers(way: Way, iterations = 300): readonly (readonly Solved[] | undefined)[] {
  const found: (readonly Solved[] | undefined)[] = PROBLEMS.map(() => undefined);
  way(
    PROBLEMS.map((problem) => twice(problem, iterations)),
    {
      cancelled: () => false,
      onDone: (index, value: readonly Solved[]) => {
        found[index] = value;
      },
    },
  );
  return found;
}

describe('searching on several threads', () => {
  it('gives the answers of one thread, whoever gets which problem', () => {
    const here = answers(solveHere);
    expect(here.every((each) => each?.length === 2)).toBe(true);
    expect(answers((works, watch) => { solveOnThreads(works, watch, 2); })).toEqual(here); // prettier-ignore
    expect(answers((works, watch) => { solveOnThreads(works, watch, 3); })).toEqual(here); // prettier-ignore
  });

  it('ends the searches when it is told to, however long they would go on', () => {
    let asked = 0;
    const done: number[] = [];
    solveOnThreads(
      PROBLEMS.map((problem) => twice(problem, Number.POSITIVE_INFINITY)),
      { cancelled: () => ++asked > 2, onDone: (index) => done.push(index) },
      2,
    );
    // The problem of one pupil may be done before; those of many can only end because they were told to.
    expect(done).not.toContain(1);
  });

  it('passes on what goes wrong in a search', () => {
    const broken = { ...problemOf(9, 5), pupils: null } as unknown as Problem;
    expect(() => {
      solveOnThreads(
        [broken, ...PROBLEMS].map((problem) => twice(problem, 100)),
        { cancelled: () => false, onDone: () => undefined },
        2,
      );
    }).toThrow(/A search failed/);
  });
});
