/**
 * `npm run bench -- cvrp FILE.vrp... --seconds N --out FOLDER [--seed N]`: solves problems of CVRPLIB with rounded distances
 * (Uchoa's X and their like), rechecks each answer, compares it with the best known and writes it as `.sol`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseVrp, toSol } from '../../shared/planning/cvrp/cvrp-problem.ts';
import { coolingSteps, solveCvrp } from '../../shared/planning/cvrp/solve-cvrp.ts';
import { checkCvrp } from '../helpers/check-cvrp.ts';
import { cpuClock } from './measure.ts';

interface Answer {
  readonly cost: number;
  /** Over the cost of the `.sol` beside the file, in parts of it; null where there is none. */
  readonly gap: number | null;
}

const USAGE = 'npm run bench -- cvrp FILE.vrp... --seconds N --out FOLDER [--seed N]';

/** Runs the command; the exit code. */
export function benchCvrp(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: '' },
    },
  });
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (positionals.length === 0 || !(seconds > 0) || !Number.isInteger(seed) || values.out === '') {
    console.error(USAGE);
    return 2;
  }
  mkdirSync(values.out, { recursive: true });
  console.log(`${'file'.padEnd(14)}    cost  routes  over best known  CPU s  iterations`);
  const gaps: number[] = [];
  for (const file of positionals) {
    const { gap } = solveFile(file, { seconds, seed, out: values.out });
    if (gap !== null) gaps.push(gap);
  }
  if (gaps.length > 0)
    console.log(`mean over best known: ${percent(gaps.reduce((a, b) => a + b) / gaps.length)}`);
  return 0;
}

function solveFile(
  file: string,
  asked: { readonly seconds: number; readonly seed: number; readonly out: string },
): Answer {
  const text = readFileSync(file, 'utf8');
  const problem = parseVrp(text);
  if (!problem.ok) throw new Error(`${file}: ${problem.error.cause}`);
  const spent = cpuClock();
  const { routes, cost, iterations } = solveCvrp(problem.value, {
    seed: asked.seed,
    cycle: coolingSteps(problem.value, asked.seconds),
    iterations: Infinity,
    shouldStop: () => spent() >= asked.seconds,
  });
  const used = spent();
  const check = checkCvrp(text, routes);
  if (check.problems.length > 0 || check.cost !== cost)
    throw new Error(`${file}: the answer does not hold: ${check.problems.join('; ')}`);
  const name = path.basename(file, '.vrp');
  writeFileSync(path.join(asked.out, `${name}.sol`), toSol(routes, cost));
  const best = bestKnown(file);
  const gap = best === null ? null : cost / best - 1;
  console.log(
    `${name.padEnd(14)}${String(cost).padStart(8)}${String(routes.length).padStart(8)}${(gap === null ? 'not known' : percent(gap)).padStart(17)}${used.toFixed(1).padStart(7)}${String(iterations).padStart(12)}`,
  );
  return { cost, gap };
}

function bestKnown(file: string): number | null {
  const sol = file.replace(/\.vrp$/, '.sol');
  if (sol === file || !existsSync(sol)) return null;
  const cost = /^Cost\s+(\d+)/m.exec(readFileSync(sol, 'utf8'));
  return cost === null ? null : Number(cost[1]);
}

function percent(part: number): string {
  return `${(100 * part).toFixed(3)}%`;
}
