/** `kerbside solve`: one routing problem from a file, without a store. */
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { solveProblem } from '../jobs/solve-problem.ts';
import type { Command } from './command.ts';
import {
  effortFlags,
  existing,
  pathFlag,
  readText,
  SEED_FLAG,
  seedFlag,
  usage,
} from './common-flags.ts';
import { writeWhole } from '../files/whole-file.ts';

export const solve: Command = {
  name: 'solve',
  summary: 'build routes for one problem file',
  flags: {
    seconds: { value: 'N', help: 'search this long, or' },
    iterations: { value: 'N', help: 'search this many steps: the same bytes everywhere' },
    seed: SEED_FLAG,
    out: { value: 'SOLUTION.json', help: 'the solution to write', required: true },
  },
  paths: { name: 'PROBLEM.json', min: 1, max: 1 },
  notes: 'Ends with 1 when a pupil is unallocated.',
  run: async (input) => {
    const seed = seedFlag(input);
    if (!seed.ok) return seed;
    const effort = effortFlags(input);
    if (!effort.ok) return effort;
    if (effort.value.seconds === null && effort.value.iterations === null) {
      return usage('Neither --seconds nor --iterations was given.', 'Give one of them.');
    }
    const problem = readJson(input.paths[0] ?? '');
    if (!problem.ok) return problem;
    const solved = solveProblem(problem.value, { ...effort.value, seed: seed.value });
    if (!solved.ok) return solved;
    const out = pathFlag(input, 'out');
    const written = writeWhole(out, `${JSON.stringify(solved.value, null, 1)}\n`);
    if (!written.ok) return written;
    const { routes, unallocated } = solved.value;
    return ok({
      exit: unallocated.length > 0 ? 1 : 0,
      json: { out, routes: routes.length, unallocated: unallocated.length },
      lines: [`${routes.length} routes, ${unallocated.length} unallocated, written to ${out}.`],
    });
  },
};

function readJson(path: string): Result<unknown> {
  const there = existing(path);
  if (!there.ok) return there;
  const text = readText(path);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return fail(
      'not_json',
      `${path} is not JSON (${cause}).`,
      'Give a problem file as its README describes.',
      { path },
    );
  }
}
