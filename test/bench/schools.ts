/**
 * `npm run bench -- schools [--seconds 60] [--only WORD] [--seed N]`: the route builder on the five school problems beside their
 * peers and on fifteen of the bench's own making, each rechecked; costs at 2, 10 and 60 s of one thread's CPU time.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkSolution, type CheckedProblem } from '../../shared/audit/check-solution.ts';
import { parseProblem } from '../../shared/planning/parse-problem.ts';
import type { BestSoFar } from '../../shared/planning/search/anneal.ts';
import { solve } from '../../shared/planning/solve.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import { cpuClock } from './measure.ts';
import { madeProblems } from './school-problems.ts';

/** Pounds a day that PyVRP 0.13.4 reached in 10 s and 60 s on two cores, seed 1 (measured 22 November 2026). */
const PEER: Readonly<Record<string, readonly [number, number]>> = {
  'school-030b': [1404.6, 1404.6],
  'school-060': [2482.2, 2482.2],
  'school-100b': [2749.89, 2749.78],
  'school-150b': [3853.93, 3631.12],
  'school-200b': [5241.68, 5038.19],
};
/** The machines that run this have no Python packages, so the fifteen have no peer's figure. */
const NO_PEER = 'PyVRP cannot be installed here';
const CHECKPOINTS_S = [2, 10, 60];
/** Asking what the process has used is dear: once in so many times that the search asks. */
const ASK_EVERY = 8;

/** One problem's costs. */
export interface SchoolFigure {
  readonly problem: string;
  /** Who is left out at the end. */
  readonly left_out: number;
  /** Pounds after each of the seconds. */
  readonly pounds: readonly { readonly cpu_s: number; readonly pounds: number }[];
  readonly iterations: number;
  readonly peer_10s_pounds: number | null;
  readonly peer_60s_pounds: number | null;
}

/** Runs the command; the exit code. */
export function benchSchools(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      only: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!(seconds > 0) || !Number.isInteger(seed)) {
    console.error('npm run bench -- schools [--seconds N] [--only WORD] [--seed N]');
    return 2;
  }
  schoolFigures({ seconds, seed, only: values.only });
  return 0;
}

/** Solves every problem whose name holds `only`, printing a line each. */
export function schoolFigures({
  seconds,
  seed,
  only,
}: {
  readonly seconds: number;
  readonly seed: number;
  readonly only: string;
}): readonly SchoolFigure[] {
  const moments = [...new Set([...CHECKPOINTS_S.filter((each) => each < seconds), seconds])];
  console.log(
    `${'school problem'.padEnd(32)}${moments.map((s) => `${s} s`.padStart(11)).join('')}  PyVRP 0.13.4, 10 s and 60 s`,
  );
  const figures = [...realProblems(), ...madeProblems()]
    .filter(({ name }) => name.includes(only))
    .map((file) => {
      const figure = solveFile(file, { moments, seed });
      console.log(figureLine(figure));
      return figure;
    });
  const sums = moments.map((_, at) =>
    figures.reduce((sum, each) => sum + (each.pounds[at]?.pounds ?? Number.NaN), 0),
  );
  console.log(`${'sum'.padEnd(32)}${sums.map((sum) => sum.toFixed(2).padStart(11)).join('')}`);
  return figures;
}

type ProblemFile = CheckedProblem & { readonly name: string };

function realProblems(): readonly ProblemFile[] {
  const folder = path.join(REAL_DATA ?? '', 'routing');
  if (REAL_DATA === null || !existsSync(folder)) return [];
  return Object.keys(PEER).map(
    (name) => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as ProblemFile,
  );
}

function solveFile(
  file: ProblemFile,
  { moments, seed }: { readonly moments: readonly number[]; readonly seed: number },
): SchoolFigure {
  const problem = parseProblem(file);
  if (!problem.ok) throw new Error(`${file.name}: ${problem.error.cause}`);
  const spent = cpuClock();
  const seen: { readonly cpu_s: number; readonly pounds: number }[] = [];
  let asked = 0;
  const shouldStop = (_: number, best: BestSoFar): boolean => {
    if (asked++ % ASK_EVERY !== 0) return false;
    const now = spent();
    for (let at = seen.length; now >= (moments[at] ?? Infinity); at++)
      seen.push({ cpu_s: moments[at] ?? now, pounds: best.pence / 100 });
    return seen.length === moments.length;
  };
  const solved = solve(problem.value, { seed, iterations: Infinity, shouldStop });
  const unallocated = solved.leftOut.map(({ pupil, reason }) => ({ pupil, reason }));
  const check = checkSolution(file, { routes: solved.routes, unallocated });
  if (
    check.problems.length > 0 ||
    check.cost_pence !== Math.round((seen.at(-1)?.pounds ?? 0) * 100)
  )
    throw new Error(`${file.name}: the solution does not hold: ${check.problems.join('; ')}`);
  const peer = PEER[file.name];
  return {
    problem: file.name,
    left_out: solved.leftOut.length,
    pounds: seen,
    iterations: solved.iterations,
    peer_10s_pounds: peer?.[0] ?? null,
    peer_60s_pounds: peer?.[1] ?? null,
  };
}

function figureLine(figure: SchoolFigure): string {
  const costs = figure.pounds.map((each) => each.pounds.toFixed(2).padStart(11)).join('');
  const { peer_10s_pounds: ten, peer_60s_pounds: sixty } = figure;
  const peers = ten === null || sixty === null ? NO_PEER : `${ten.toFixed(2)}  ${sixty.toFixed(2)}`;
  const left = figure.left_out === 0 ? '' : `, ${figure.left_out} left out`;
  return `${figure.problem.padEnd(32)}${costs}  ${peers}${left}`;
}
