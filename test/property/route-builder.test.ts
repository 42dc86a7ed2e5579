import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../shared/audit/check-solution.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import { insertBest, PLAIN } from '../../shared/planning/operators/insert-best.ts';
import { removeStrings, Ruin } from '../../shared/planning/operators/remove-strings.ts';
import type { PinnedRoute, Problem } from '../../shared/planning/problem.ts';
import { MILLI, toInstance } from '../../shared/planning/search/instance.ts';
import { SearchState } from '../../shared/planning/search/state.ts';
import { readSolution } from '../../shared/planning/solution.ts';
import { solve } from '../../shared/planning/solve.ts';
import { everyAnswer, randomProblem, type ProblemFile } from '../helpers/random-problem.ts';

const shape = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  pupils: fc.integer({ min: 0, max: 30 }),
  count: fc.integer({ min: 1, max: 12 }),
  whole: fc.boolean(),
});

function read(file: unknown): Problem {
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error(parsed.error.cause);
  return parsed.value;
}

function answer(file: ProblemFile, iterations: number, seed = 1) {
  const solved = solve(read(file), { seed, iterations, shouldStop: () => false });
  const unallocated = solved.leftOut.map(({ pupil, reason }) => ({ pupil, reason }));
  const check = checkSolution(file, { routes: solved.routes, unallocated });
  return { ...solved, ...check };
}

describe('the route builder', () => {
  it('never breaks a rule, whatever the problem', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 0, max: 400 }), (drawn, iterations) => {
        expect(answer(randomProblem(drawn), iterations).problems).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same answer for the same seed, and never a worse one for more time', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const file = randomProblem(drawn);
        const short = answer(file, 200);
        expect(answer(file, 200).routes).toEqual(short.routes);
        const long = answer(file, 700);
        expect(long.leftOut.length).toBeLessThanOrEqual(short.leftOut.length);
        if (long.leftOut.length === short.leftOut.length)
          expect(long.cost_pence).toBeLessThanOrEqual(short.cost_pence);
      }),
      { numRuns: 60 },
    );
  });

  it('does not care in which order vehicle types are listed', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 0, max: 5 }), (drawn, turn) => {
        const file = randomProblem(drawn);
        const turned = seededRandom(turn).shuffle(file.vehicleTypes);
        const other = answer({ ...file, vehicleTypes: turned }, 300);
        expect(other.routes).toEqual(answer(file, 300).routes);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the best answer of a small problem', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const file = randomProblem({ seed, pupils: 5, count: 6, whole: true });
        const found = answer(file, 1500);
        const placed = file.pupils
          .map((each) => each.index)
          .filter((index) => !found.leftOut.some((each) => each.pupil === index));
        // Whoever is left out could not be carried even alone: there are vehicles for everyone.
        for (const { pupil } of found.leftOut) expect(cheapest(file, [[pupil]])).toBe(Infinity);
        let best = Infinity;
        for (const routes of everyAnswer(placed)) best = Math.min(best, cheapest(file, routes));
        expect(found.cost_pence).toBe(placed.length === 0 ? 0 : best);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps every sum of its state true through changes and their taking back', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const problem = read(randomProblem({ ...drawn, whole: true }));
        const state = new SearchState(toInstance(problem));
        const random = seededRandom(drawn.seed);
        const ruin = new Ruin(state);
        for (let step = 0; step < 40; step++) {
          removeStrings(state, ruin, { mean: 4, longest: 4 }, random);
          for (let i = 0; i < ruin.count; i++)
            insertBest(state, ruin.removed[i] ?? 0, PLAIN, random);
          if (random.chance(0.5)) state.revert();
          else state.commit();
          expectTrue(state, problem);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves running routes as they are and only adds to them', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const problem = withRunningRoutes(read(randomProblem({ ...drawn, whole: true })));
        const solved = solve(problem, { seed: 3, iterations: 300, shouldStop: () => false });
        problem.pinned.forEach((route, at) => {
          const pupils = solved.pinned[at]?.pupils ?? [];
          expect(pupils.filter((index) => route.pupils.includes(index))).toEqual(route.pupils);
        });
        const all = [...solved.routes, ...solved.pinned].flatMap((route) => route.pupils);
        const everyone = [...all, ...solved.leftOut.map((each) => each.pupil)];
        expect(everyone.toSorted((a, b) => a - b)).toEqual(problem.pupils.map((p) => p.index));
        for (const { pupils } of solved.pinned) expect(clashOn(problem, pupils)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** The least a set of routes can cost, Infinity where a rule is broken; every type and layout tried. */
function cheapest(file: ProblemFile, routes: readonly (readonly number[])[]): number {
  let total = 0;
  for (const pupils of routes) {
    let best = Infinity;
    for (const type of file.vehicleTypes) {
      for (const layout of type.layouts === undefined ? [undefined] : type.layouts.keys()) {
        const route =
          layout === undefined ? { type: type.id, pupils } : { type: type.id, pupils, layout };
        const others = file.pupils.filter((each) => !pupils.includes(each.index));
        const unallocated = others.map((each) => ({ pupil: each.index, reason: 'elsewhere' }));
        const check = checkSolution(file, { routes: [route], unallocated });
        if (check.problems.length === 0) best = Math.min(best, check.cost_pence);
      }
    }
    total += best;
  }
  return total;
}

function expectTrue(state: SearchState, problem: Problem): void {
  const { routes } = readSolution(problem, state);
  let milli = 0;
  for (const route of routes) {
    const type = problem.vehicleTypes.find((each) => each.id === route.type);
    let metres = 0;
    let helper = 0;
    route.pupils.forEach((index, k) => {
      metres += problem.distances[index * problem.n + (route.pupils[k + 1] ?? 0)] ?? 0;
      if (problem.pupils[index - 1]?.assistant === true) helper = problem.assistantCost;
    });
    milli +=
      MILLI *
      (Math.floor(((type?.fixed ?? 0) * 1000 + (type?.perKm ?? 0) * metres + 500) / 1000) + helper);
  }
  expect(state.total).toBe(milli);
  const placed = routes.flatMap((route) => route.pupils).length;
  expect(state.missing).toBe(problem.pupils.length - placed);
}

/** Takes the first third of the pupils as already running, one or two to a route with just enough room and a seat to spare. */
function withRunningRoutes(problem: Problem): Problem {
  const pinned: PinnedRoute[] = [];
  const fixed = problem.pupils.slice(0, Math.floor(problem.pupils.length / 3));
  for (const [at, pupil] of fixed.entries()) {
    pinned.push({
      id: `c${at}`,
      pupils: [pupil.index],
      room: { seats: pupil.seats + 3, wheelchairs: pupil.wheelchairs },
      perKm: 100,
      assistant: pupil.assistant,
    });
  }
  return { ...problem, pinned };
}

function clashOn(problem: Problem, pupils: readonly number[]): readonly string[] {
  const here = pupils.flatMap((index) => problem.pupils[index - 1] ?? []);
  const ids = new Set(here.map((each) => each.id));
  return here.flatMap((each) => [
    ...(each.alone && here.length > 1 ? [`${each.id} is not alone`] : []),
    ...each.notWith.filter((other) => ids.has(other)),
  ]);
}
