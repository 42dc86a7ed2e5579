/** Runs `kerbside` as a terminal does: another process, its exit code, its two streams. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './served-store.ts';

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The one JSON object on stdout. Throws when there is none, or more. */
  readonly json: () => Readonly<Record<string, unknown>>;
}

/** Types `kerbside ARGS` in a folder. */
export function kerbside(folder: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'electron/cli.ts'), ...args], {
      cwd: ROOT,
      // npm runs scripts in the project's folder and says here where they were typed.
      env: { ...process.env, INIT_CWD: folder },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part));
    child.on('error', reject);
    child.on('close', (code) => {
      const json = () => JSON.parse(out) as Readonly<Record<string, unknown>>;
      resolve({ code: code ?? -1, out, err, json });
    });
  });
}
