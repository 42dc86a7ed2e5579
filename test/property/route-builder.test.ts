import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../shared/audit/check-solution.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import {
  addedCost,
  bestPlaceIn,
  clashes,
  hasRoom,
  insertBest,
  ownRouteCost,
  PLAIN,
} from '../../shared/planning/operators/insert-best.ts';
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
        let before = answer(file, 0);
        for (const iterations of [1, 70, 200, 700, 1600]) {
          const longer = answer(file, iterations);
          expect(isNoWorse(longer, before)).toBe(true);
          before = longer;
        }
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

  it('does not care in which order clients are listed or numbered', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 0, max: 1000 }), (drawn, turn) => {
        const file = randomProblem(drawn);
        const { routes, leftOut } = answer(file, 300);
        const { file: other, now } = renumbered(file, turn);
        const same = answer(other, 300);
        const byFirst = (a: { pupils: readonly number[] }, b: { pupils: readonly number[] }) =>
          (a.pupils[0] ?? 0) - (b.pupils[0] ?? 0);
        expect(same.routes).toEqual(
          routes.map((route) => ({ ...route, pupils: route.pupils.map(now) })).toSorted(byFirst),
        );
        expect(same.leftOut.map((each) => each.pupil)).toEqual(
          leftOut.map((each) => now(each.pupil)).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the best plan so far when it is stopped, at whatever moment', () => {
    fc.assert(
      fc.property(shape, fc.array(fc.integer({ min: 0, max: 30 })), (drawn, moments) => {
        const problem = read(randomProblem(drawn));
        for (const moment of moments.slice(0, 4)) {
          let asked = 0;
          const shouldStop = (): boolean => asked++ >= moment;
          const stopped = solve(problem, { seed: 1, iterations: 5000, shouldStop });
          const { iterations } = stopped;
          expect(stopped).toEqual(solve(problem, { seed: 1, iterations, shouldStop: () => false }));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds all limits where the way past a stop is longer than the way by it', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const file = randomProblem(drawn);
        const random = seededRandom(drawn.seed + 1);
        const crooked = (rows: readonly (readonly number[])[]) =>
          rows.map((row) => row.map((each) => Math.round(each * (0.3 + 1.4 * random.next()))));
        const distances = crooked(file.matrix.distances);
        const durations = crooked(file.matrix.durations);
        expect(answer({ ...file, matrix: { distances, durations } }, 400).problems).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('judges a place by exactly what the plan costs more', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const state = new SearchState(toInstance(read(randomProblem({ ...drawn, whole: true }))));
        for (const p of seededRandom(drawn.seed).shuffle([...state.instance.free])) {
          const alone = ownRouteCost(state, p, 1);
          const judged = Array.from(state.active.subarray(0, state.activeCount), (r) => ({
            r,
            cost: hasRoom(state, p, r) ? judge(state, p, r) : Infinity,
          }));
          const best = judged.toSorted((a, b) => a.cost - b.cost)[0];
          const before = state.total;
          if (Math.min(alone, best?.cost ?? Infinity) === Infinity) continue;
          if (best !== undefined && best.cost <= alone) {
            state.insert(p, best.r, Math.max(0, bestPlaceIn(state, p, best.r)));
            expect(state.total - before).toBe(best.cost);
          } else {
            state.insert(p, state.emptyRoute(), 0);
            expect(state.total - before).toBe(alone);
          }
        }
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

function isNoWorse(
  a: { readonly leftOut: readonly unknown[]; readonly cost_pence: number },
  b: { readonly leftOut: readonly unknown[]; readonly cost_pence: number },
): boolean {
  const fewer = b.leftOut.length - a.leftOut.length;
  return fewer > 0 || (fewer === 0 && a.cost_pence <= b.cost_pence);
}

/** The same problem with its clients listed in another order and numbered in yet another. */
function renumbered(file: ProblemFile, turn: number) {
  const random = seededRandom(turn);
  const were = [0, ...random.shuffle(file.pupils.map((each) => each.index))];
  const now = (index: number): number => were.indexOf(index);
  const turned = (rows: readonly (readonly number[])[]) =>
    were.map((from) => were.map((to) => rows[from]?.[to] ?? 0));
  const { distances, durations } = file.matrix;
  return {
    now,
    file: {
      ...file,
      pupils: random.shuffle(file.pupils.map((each) => ({ ...each, index: now(each.index) }))),
      matrix: { distances: turned(distances), durations: turned(durations) },
    },
  };
}

/** What a pupil's best place on a route is judged to cost; Infinity for none. */
function judge(state: SearchState, p: number, r: number): number {
  const { longest, sequence, instance } = state;
  if (instance.alone[p] === 1 || clashes(state, instance.conflicts[p] ?? new Int32Array(), r))
    return Infinity;
  const place = bestPlaceIn(state, p, r);
  if (place < 0) return Infinity;
  const before = place === 0 ? -1 : (sequence[r * longest + place - 1] ?? 0);
  const next = place < (state.length[r] ?? 0) ? (sequence[r * longest + place] ?? 0) : 0;
  const way = (from: number, to: number): number =>
    from < 0 ? 0 : (instance.distances[from * instance.n + to] ?? 0);
  const metres = way(before, p) + way(p, next) - way(before, next);
  return addedCost(state, p, r, metres, 1);
}

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
