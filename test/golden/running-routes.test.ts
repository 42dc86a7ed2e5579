import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import { solve } from '../../shared/planning/solve.ts';
import { randomProblem } from '../helpers/random-problem.ts';
import { withRunning, withSettled, type Looseness } from '../helpers/running-routes.ts';

const FILE = resolve(import.meta.dirname, 'files/running-routes.json');
const LOOSENESS: readonly Looseness[] = ['none', 'some', 'all'];

/** Plans of twelve small problems with running routes, without and with prices on what changes for whoever they carry. */
function plans() {
  return Array.from({ length: 12 }, (_, seed) => {
    const parsed = parseProblem(randomProblem({ seed, pupils: 16, count: 5, whole: true }));
    if (!parsed.ok) throw new Error(parsed.error.cause);
    const problem = withRunning(parsed.value, seed, LOOSENESS[seed % 3] ?? 'all');
    const options = { seed: 1, iterations: 300, shouldStop: () => false };
    return { seed, free: solve(problem, options), priced: solve(withSettled(problem, seed), options) }; // prettier-ignore
  });
}

describe('running routes planned by iterations', () => {
  it('come out as they always have, also where changes have a price', () => {
    expect(plans()).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
  });
});
