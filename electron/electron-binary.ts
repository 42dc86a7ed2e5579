/** Electron's program: whether it is on this machine, and the one try to fetch it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../shared/kernel/result.ts';

/** How long fetching may take before browser mode is used instead, milliseconds. */
const FETCH_LIMIT_MS = 20_000;

/** Whether there is a screen that a window could open on. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true;
  return [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some(
    (display) => display !== undefined && display !== '',
  );
}

/**
 * The path of Electron's program. Its package has no install script: the program is fetched by its own `install.js` on
 * first use, from outside the package registry, which a machine behind a council's firewall often cannot reach.
 */
export async function findElectron(): Promise<Result<string>> {
  const folder = packageFolder();
  const there = folder === null ? null : programIn(folder);
  if (there !== null) return ok(there);
  if (folder === null) return missing('its package is not installed');
  const fetched = await fetchProgram(folder);
  const program = programIn(folder);
  return fetched === '' && program !== null ? ok(program) : missing(fetched);
}

function missing(why: string) {
  return fail(
    'no_electron',
    `Electron is not on this machine (${why}).`,
    'Browser mode is used instead.',
  );
}

function packageFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

function programIn(folder: string): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const program = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : null;
}

/** Runs the package's own fetcher; '' when it ended well, otherwise why it did not. */
function fetchProgram(folder: string): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      done('it could not be fetched within 20 s');
    }, FETCH_LIMIT_MS);
    child.on('error', () => {
      clearTimeout(timer);
      done('its fetcher could not be started');
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      done(code === 0 ? '' : 'it could not be fetched');
    });
  });
}
