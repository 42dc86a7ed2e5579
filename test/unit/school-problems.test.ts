import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../shared/audit/check-solution.ts';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import { solve } from '../../shared/planning/solve.ts';
import { madeProblems } from '../bench/school-problems.ts';

describe('the school problems of the bench', () => {
  const made = madeProblems();

  it('are the same fifteen every time, 30 to 200 pupils, a third with limits that differ', () => {
    expect(madeProblems()).toEqual(made);
    expect(made).toHaveLength(15);
    const sizes = made.map((each) => each.pupils.length);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([30, 200]);
    const differing = made.filter(
      (each) => new Set(each.pupils.flatMap((pupil) => pupil.maxRide ?? [])).size > 1,
    );
    expect(differing.filter((each) => each.name.includes('limits'))).toHaveLength(5);
  });

  it.each(made.map((each) => [each.name, each] as const))('%s can be carried whole', (_, file) => {
    const parsed = parseProblem(file);
    if (!parsed.ok) throw new Error(parsed.error.cause);
    const solved = solve(parsed.value, { seed: 1, iterations: 200, shouldStop: () => false });
    const unallocated = solved.leftOut.map(({ pupil, reason }) => ({ pupil, reason }));
    expect(checkSolution(file, { routes: solved.routes, unallocated }).problems).toEqual([]);
    expect(unallocated).toEqual([]);
  });

  it('have some with needs of every kind, and some whose vehicles run out', () => {
    const needy = made.filter((each) => each.assistantCost !== undefined);
    expect(needy.length).toBeGreaterThan(3);
    for (const { pupils, vehicleTypes } of needy) {
      expect(pupils.some((each) => each.alone)).toBe(true);
      expect(pupils.some((each) => each.assistant)).toBe(true);
      expect(pupils.some((each) => each.notWith !== undefined)).toBe(true);
      expect(vehicleTypes.some((each) => each.layouts !== undefined)).toBe(true);
    }
    const bound = made.filter((file) => {
      const parsed = parseProblem(file);
      if (!parsed.ok) throw new Error(parsed.error.cause);
      const { routes } = solve(parsed.value, { seed: 1, iterations: 500, shouldStop: () => false });
      return file.vehicleTypes.some(
        (type) => routes.filter((route) => route.type === type.id).length === type.count,
      );
    });
    expect(bound.length).toBeGreaterThan(0);
  });
});
