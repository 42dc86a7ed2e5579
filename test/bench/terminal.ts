import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs a command of the terminal as a whole process. Returns its seconds of wall time and what it said. */
export function timeCommand(args: readonly string[]): {
  readonly seconds: number;
  readonly status: number | null;
  readonly stdout: string;
} {
  const started = performance.now();
  const run = spawnSync(process.execPath, [path.join(ROOT, 'electron/cli.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const seconds = (performance.now() - started) / 1000;
  if (run.status === null || run.status > 1) {
    throw new Error(`${args.join(' ')} ended with ${run.status}: ${run.stderr.slice(-2000)}`);
  }
  return { seconds, status: run.status, stdout: run.stdout };
}
