/** Browser mode on a store, started and ended as a person would. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './terminal.ts';

/** Browser mode as a process of its own. */
export interface Served {
  readonly process: ChildProcess;
  readonly url: string;
}

/** Starts it on a store. */
export function serve(store: string): Promise<Served> {
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'electron/start.ts'), '--browser', '--no-open', '--store', store],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Kerbside: (http\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve({ process: child, url });
    });
    child.once('exit', (code) => {
      reject(new Error(`The start ended with ${code}: ${said}`));
    });
  });
}

/** Ends it, and waits until it has ended. */
export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
}
