import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSolution, type CheckedProblem } from '../../shared/audit/check-solution.ts';
import { solveProblem } from '../../electron/jobs/solve-problem.ts';
import { REAL_DATA } from '../helpers/real-data.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REAL = join(REAL_DATA ?? '', 'routing');
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function solved(path: string, iterations: number) {
  const json = readJson(path);
  const result = solveProblem(json, { seconds: null, iterations, seed: 1 });
  if (!result.ok) throw new Error(result.error.cause);
  const check = checkSolution(json as CheckedProblem, result.value);
  expect(check.problems).toEqual([]);
  return { solution: result.value, pounds: check.cost_pence / 100 };
}

describe('a problem file solved by iterations', () => {
  const fixture = join(ROOT, 'test/fixtures/files/school-030b.json');

  it('gives the same bytes everywhere', () => {
    const text = `${JSON.stringify(solved(fixture, 3000).solution, null, 1)}\n`;
    expect(text).toBe(
      readFileSync(join(ROOT, 'test/golden/files/school-030b-solution.json'), 'utf8'),
    );
  });

  it('is within a pound of the best known', () => {
    // PyVRP 0.13.4 in 10 s: 1,404.60.
    expect(solved(fixture, 3000).pounds).toBeLessThan(1405.6);
  });

  it('takes no iterations and still carries everyone', () => {
    const { solution } = solved(fixture, 0);
    expect(solution.unallocated).toEqual([]);
  });

  it('says all that is wrong with a problem at once', () => {
    const json = readJson(fixture) as Record<string, unknown>;
    const broken = { ...json, maxRide: 'long', vehicleTypes: [{ id: 'taxi' }] };
    const result = solveProblem(broken, { seconds: null, iterations: 1, seed: 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'bad_problem' } });
    if (!result.ok) {
      const problems = result.error.details?.['problems'];
      expect(problems).toEqual(
        expect.arrayContaining([
          'maxRide is not a number of at least 0',
          'vehicleTypes[0].seats is not a whole number of at least 0',
          'vehicleTypes[0].count is not a whole number of at least 0',
        ]),
      );
    }
    const other = solveProblem({ schema: 'other' }, { seconds: null, iterations: 1, seed: 1 });
    expect(other).toMatchObject({ ok: false, error: { code: 'bad_problem' } });
  });
});

/** Within 3% of the best that was measured on these in 10 s of one thread, after 6,000 iterations. */
describe.skipIf(REAL_DATA === null)('the invented schools of the real data', () => {
  it.each([
    ['school-060', 2482.2],
    ['school-100b', 2749.89],
    ['school-150b', 3853.93],
    ['school-200b', 5241.68],
  ])('%s', (name, best) => {
    const { solution, pounds } = solved(join(REAL, `${name}.json`), 6000);
    expect(solution.unallocated).toEqual([]);
    expect(pounds).toBeLessThan(best * 1.03);
  });
});
