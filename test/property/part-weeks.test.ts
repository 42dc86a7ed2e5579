import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/kernel/random.ts';
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
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import type { Problem } from '../../shared/planning/problem.ts';
import { MILLI, toInstance } from '../../shared/planning/search/instance.ts';
import { SearchState } from '../../shared/planning/search/state.ts';
import { readSolution } from '../../shared/planning/solution.ts';
import { solve } from '../../shared/planning/solve.ts';
import { planFaults, planPence } from '../helpers/plan-price.ts';
import { randomProblem } from '../helpers/random-problem.ts';
import { withRunning, type Looseness } from '../helpers/running-routes.ts';

const drawn = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  pupils: fc.integer({ min: 1, max: 20 }),
  count: fc.integer({ min: 1, max: 8 }),
  looseness: fc.constantFrom<Looseness[]>('none', 'some', 'all'),
});

interface Shape {
  readonly seed: number;
  readonly pupils: number;
  readonly count: number;
  readonly looseness: Looseness;
}

/** A problem with running routes of whose clients half ride on some mornings and afternoons of the week alone. */
function draw(shape: Shape): Problem {
  const problem = drawWhole(shape);
  const random = seededRandom(shape.seed + 7);
  const pupils = problem.pupils.map((each) => ({
    ...each,
    ...(random.chance(0.5) ? { runs: 1 + random.below(1023) } : {}),
    ...(random.chance(0.4) ? { trained: 1 + random.below(15) } : {}),
  }));
  return { ...problem, pupils, trainedWeight: random.below(3000) };
}

/** The same with everyone riding all week. */
function drawWhole(shape: Shape): Problem {
  const parsed = parseProblem(randomProblem({ ...shape, whole: true }));
  if (!parsed.ok) throw new Error(parsed.error.cause);
  return withRunning(parsed.value, shape.seed, shape.looseness);
}

const plan = (problem: Problem, iterations = 300) =>
  solve(problem, { seed: 1, iterations, shouldStop: () => false });

describe('clients of part of a week', () => {
  it('have seats, company and rides on each run of the week, whatever the problem', () => {
    fc.assert(
      fc.property(drawn, (shape) => {
        const problem = draw(shape);
        expect(planFaults(problem, plan(problem))).toEqual([]);
      }),
      { numRuns: 150, seed: 26 },
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
          const pence = planPence(problem, readSolution(problem, state));
          expect(state.total / MILLI).toBeCloseTo(pence, 3);
        }
      }),
      { numRuns: 60, seed: 26 },
    );
  });

  it('are judged at exactly what they then cost', () => {
    fc.assert(
      fc.property(drawn, (shape) => {
        const problem = draw({ ...shape, looseness: 'none' });
        const state = new SearchState(toInstance(problem));
        const { instance } = state;
        for (const p of instance.free) {
          const alone = ownRouteCost(state, p, 1);
          const before = state.total;
          if (alone < Infinity) {
            state.insert(p, state.emptyRoute(), 0);
            expect(state.total - before).toBeCloseTo(alone, 3);
            state.revert();
          }
          for (let r = 0; r < state.routes; r++) {
            const isOpen = state.active.subarray(0, state.activeCount).includes(r);
            if (!isOpen || instance.alone[p] === 1 || !hasRoom(state, p, r)) continue;
            if (clashes(state, instance.conflicts[p] ?? new Int32Array(), r)) continue;
            const place = bestPlaceIn(state, p, r);
            if (place < 0) continue;
            const now = state.distance[r] ?? 0;
            state.insert(p, r, place);
            const after = { total: state.total, metres: (state.distance[r] ?? 0) - now };
            state.revert();
            const judged = addedCost(state, p, r, after.metres, 1);
            // Every vehicle that would hold them is in use.
            if (judged === Infinity) continue;
            expect(after.total - state.total).toBeCloseTo(judged, 3);
          }
          insertBest(state, p, PLAIN, seededRandom(1));
          state.commit();
        }
      }),
      { numRuns: 60, seed: 26 },
    );
  });

  it('never cost more than if they rode all week, and as much where they do', () => {
    fc.assert(
      fc.property(drawn, (shape) => {
        const problem = { ...draw({ ...shape, looseness: 'none' }), trainedWeight: 0 };
        const whole = drawWhole({ ...shape, looseness: 'none' });
        const solved = plan(whole);
        expect(planPence(problem, solved)).toBeLessThanOrEqual(planPence(whole, solved));
        expect(planFaults(problem, solved)).toEqual([]);
        const every = { ...whole, pupils: whole.pupils.map((each) => ({ ...each, runs: 1023 })) };
        expect(plan(every)).toEqual(solved);
      }),
      { numRuns: 60, seed: 26 },
    );
  });

  it('share one seat where they never meet', () => {
    const home = (id: string, index: number, runs?: number) => ({
      id,
      index,
      seats: 1,
      wheelchairs: 0,
      boarding: 60,
      maxRide: 3600,
      alone: false,
      notWith: [],
      assistant: false,
      ...(runs === undefined ? {} : { runs }),
    });
    const monTue = 0b00011_00011;
    const wedFri = 0b11100_11100;
    const n = 5;
    const far = Float64Array.from({ length: n * n }, (_, i) =>
      i % n === Math.floor(i / n) ? 0 : Math.floor(i / n) === 0 || i % n === 0 ? 10_000 : 100,
    );
    const problem: Problem = {
      name: 'seat',
      pupils: [home('a', 1), home('b', 2), home('c', 3, monTue), home('d', 4, wedFri)],
      vehicleTypes: [
        {
          id: 'taxi',
          layouts: [{ seats: 3, wheelchairs: 0 }],
          namesLayout: false,
          fixed: 7000,
          perKm: 90,
          count: 4,
        },
      ],
      assistantCost: 4500,
      n,
      distances: far,
      durations: far.map((metres) => metres / 10),
      pinned: [],
    };
    expect(plan(problem).routes.map((route) => route.pupils.length)).toEqual([4]);
    const meeting = problem.pupils.map((each) => (each.id === 'd' ? home('d', 4, 0b110) : each));
    expect(plan({ ...problem, pupils: meeting }).routes.length).toBe(2);
  });
});
