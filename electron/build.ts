/** Builds what runs: the page, the preload and the host's JavaScript. `npm run build` builds all of it. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHANNELS } from '../shared/api/contract.ts';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '..');

/** The page, the one file of the preload, and the host's JavaScript for Electron. */
export type PartName = 'page' | 'preload' | 'host';

/** One thing that is built: what it is made of and how. */
interface Part {
  readonly name: PartName;
  /** Files and folders it is made of, relative to the project. */
  readonly sources: readonly string[];
  /** A file that is there once it was built. */
  readonly makes: string;
  readonly build: () => Promise<void>;
}

const ALWAYS = ['package.json', 'package-lock.json', 'electron/build.ts', 'tsconfig.base.json'];

const PARTS: readonly Part[] = [
  {
    name: 'page',
    sources: [...ALWAYS, 'vite.config.ts', 'renderer', 'shared'],
    makes: 'build/renderer/index.html',
    build: buildPage,
  },
  {
    name: 'preload',
    sources: [...ALWAYS, 'electron/preload.ts', 'shared/api', 'shared/model'],
    makes: 'build/preload/preload.cjs',
    build: buildPreload,
  },
  {
    name: 'host',
    sources: [...ALWAYS, 'electron', 'db', 'shared'],
    makes: 'build/js/electron/main.js',
    build: compileHost,
  },
];

/** Builds the parts named that are missing or out of date; with `force`, all of them. Says each before it starts. */
export async function buildStale(
  names: readonly PartName[],
  say: (line: string) => void,
  force = false,
): Promise<void> {
  for (const part of PARTS.filter(({ name }) => names.includes(name))) {
    const stamp = join(ROOT, 'build', `stamp-${part.name}`);
    const print = fingerprint(part.sources);
    const fresh =
      existsSync(join(ROOT, part.makes)) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === print;
    if (fresh && !force) continue;
    say(`Building the ${part.name}.`);
    await part.build();
    mkdirSync(join(ROOT, 'build'), { recursive: true });
    writeFileSync(stamp, print);
  }
}

/** A digest of names, sizes and times of change: quick, and a touched file only costs one build. */
function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (!stat.isDirectory()) hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
    else for (const name of readdirSync(join(ROOT, path)).sort()) add(`${path}/${name}`);
  };
  for (const source of sources) add(source);
  return hash.digest('hex');
}

async function buildPage(): Promise<void> {
  // Loaded here, for a start with nothing to build should not wait for it.
  const { build } = await import('vite');
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'renderer'),
    logLevel: 'warn',
  });
}

/**
 * One file without imports, for a sandboxed preload may load nothing but `electron`. The channels' names are written
 * into it, so that the contract's schemas (and zod) stay in the host.
 */
async function buildPreload(): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    define: { KERBSIDE_CHANNELS: JSON.stringify(CHANNELS) },
    build: {
      outDir: 'build/preload',
      emptyOutDir: true,
      target: 'chrome130',
      minify: false,
      lib: { entry: 'electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
      rollupOptions: { external: ['electron'] },
    },
  });
}

function compileHost(): Promise<void> {
  return new Promise((done, reject) => {
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const child = spawn(process.execPath, [tsc, '-b', 'electron'], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) done();
      else reject(new Error(`The compiler ended with ${code}.`));
    });
  });
}

if (import.meta.main) {
  await buildStale(
    ['page', 'preload', 'host'],
    (line) => {
      console.error(line);
    },
    true,
  );
}
