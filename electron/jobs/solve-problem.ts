/** Solves one routing problem file: the formats of `school-route-bench/1`. */
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import type { SolvedRoute } from '../../shared/planning/problem.ts';
import { solve } from '../../shared/planning/solve.ts';
import { whyLeftOut } from '../../shared/planning/why-left-out.ts';

/** What to spend: by iterations the answer is the same bytes everywhere; by seconds the clock decides. */
export interface Effort {
  readonly seconds: number | null;
  readonly iterations: number | null;
  readonly seed: number;
}

/** A solution as it is written to a file. */
export interface SolutionFile {
  readonly instance: string;
  readonly solver: 'kerbside';
  /** The limit given; 0 for a run by iterations. */
  readonly seconds: number;
  readonly seed: number;
  /** The iterations asked for, null for a run by the clock. */
  readonly iterations: number | null;
  readonly routes: readonly SolvedRoute[];
  readonly unallocated: readonly { readonly pupil: number; readonly reason: string }[];
}

/** The search asks this every few steps; only the search is counted. */
function stopAfter(seconds: number | null): () => boolean {
  if (seconds === null) return () => false;
  const end = performance.now() + seconds * 1000;
  return () => performance.now() >= end;
}

/** The solution, or `bad_problem` with everything that is wrong with the file. */
export function solveProblem(json: unknown, effort: Effort): Result<SolutionFile> {
  if (effort.seconds === null && effort.iterations === null) {
    return fail(
      'no_effort',
      'Neither seconds nor iterations were given.',
      'Say how long to search: --seconds N or --iterations N.',
    );
  }
  const problem = parseProblem(json);
  if (!problem.ok) return problem;
  const solved = solve(problem.value, {
    seed: effort.seed,
    iterations: effort.iterations ?? Number.POSITIVE_INFINITY,
    shouldStop: stopAfter(effort.seconds),
  });
  return ok({
    instance: problem.value.name,
    solver: 'kerbside',
    seconds: effort.seconds ?? 0,
    seed: effort.seed,
    iterations: effort.iterations,
    routes: solved.routes,
    unallocated: solved.leftOut.map((each) => ({
      pupil: each.pupil,
      reason: whyLeftOut(problem.value, each),
    })),
  });
}
