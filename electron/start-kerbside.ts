/** What `npm start` does: builds what is stale, prepares the demonstration county, and shows it in Electron or in a browser. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseIsoDate } from '../shared/calendar/dates.ts';
import type { Failure } from '../shared/kernel/result.ts';
import { buildStale, ROOT, type PartName } from './build.ts';
import { headlines } from './cli/headlines.ts';
import { BUILT } from './built-paths.ts';
import { progressTo } from './cli/progress.ts';
import type { ComposedHost } from './create-host.ts';
import { dataFolder } from './data-folder.ts';
import { findElectron, hasDisplay } from './electron-binary.ts';
import { summarise } from './jobs/summary.ts';
import { openDemo } from './open-demo.ts';
import { composeHost, serve } from './serve.ts';

const HELP = `npm start -- [flags]
  --browser               browser mode, even where Electron is there
  --store FILE            open this store instead of the demonstration county
  --passphrase-file FILE  its passphrase, on the first line
  --port N                browser mode's port (default: any free one)
  --no-open               do not open a browser
  --renderer FOLDER       serve a page built elsewhere
  --on DATE               count from this day
`;

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    store: { type: 'string' },
    'passphrase-file': { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    renderer: { type: 'string' },
    on: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** For the person who started it, and for whatever waits for the address. */
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
/** What is going on, beside the answer. */
const note = (line: string): boolean => process.stderr.write(`${line}\n`);

/** What must be ended before the process is. */
const endings: (() => Promise<unknown>)[] = [];

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Ctrl C reaches this process twice, from the terminal and from npm: the second must not cut the first short.
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void Promise.allSettled(endings.map((end) => end())).then(() => process.exit(0));
  });
}

const typedIn = process.env['INIT_CWD'] ?? process.cwd();
const at = (path: string): string => resolve(typedIn, path);
const version = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string }
).version;

if (values.help) say(HELP);
else await start();

async function start(): Promise<void> {
  const electron = values.browser ? null : wantElectron();
  await build(['page']);
  const composed = composeHost({
    shell: 'browser',
    version,
    dataFolder: dataFolder(),
    on: values.on === undefined ? null : parseIsoDate(values.on),
  });
  endings.push(composed.close);
  const store = await openFirst(composed);
  const program = await electron;
  if (program !== null) {
    printHeadlines(composed);
    await composed.close();
    if (await runElectron(program, store)) return;
    composed.host.stores.open(store, passphrase());
  }
  await serveBrowser(composed);
  if (program === null) printHeadlines(composed);
}

/** Electron is looked for, and fetched, while the page is built and the county made. */
async function wantElectron(): Promise<string | null> {
  if (!hasDisplay()) {
    say('There is no display here, so Kerbside opens in browser mode.');
    return null;
  }
  const found = await findElectron();
  if (found.ok) return found.value;
  say(`${found.error.cause} ${found.error.action}`);
  return null;
}

async function build(parts: readonly PartName[]): Promise<void> {
  if (values.renderer !== undefined) return;
  await buildStale(parts, (line) => {
    note(line);
  });
}

/** Opens the store asked for, or the demonstration county, which is made and planned where it is missing. */
async function openFirst(composed: ComposedHost): Promise<string> {
  const path = values.store === undefined ? composed.host.stores.demoPath() : at(values.store);
  if (values.store === undefined && !existsSync(path)) {
    note('Making the demonstration county (invented data). This is done once.');
    const progress = progressTo(process.stderr);
    const made = await openDemo(composed, progress.ctx);
    progress.end();
    if (!made.ok) stopWith(made.error);
    return path;
  }
  const opened = composed.host.stores.open(path, passphrase());
  // Browser mode goes on without a store: the page says what is wrong and offers others.
  if (!opened.ok) note(`${opened.error.cause} ${opened.error.action}`);
  return path;
}

function stopWith({ cause, action }: Failure): never {
  note(`${cause} ${action}`);
  process.exit(1);
}

function passphrase(): string | undefined {
  const file = values['passphrase-file'];
  return file === undefined ? undefined : readFileSync(at(file), 'utf8').split(/\r?\n/)[0];
}

/** Runs Electron until its window is closed. False when it could not start, for example as root. */
async function runElectron(program: string, store: string): Promise<boolean> {
  await build(['preload', 'host']);
  const startedAt = performance.now();
  const child = spawn(program, [ROOT, `--store=${store}`], { stdio: 'inherit' });
  endings.push(
    () =>
      new Promise((done) => {
        child.once('exit', done);
        child.kill('SIGTERM');
      }),
  );
  const code = await new Promise<number | null>((done) => {
    child.once('exit', done);
    child.once('error', () => {
      done(-1);
    });
  });
  if (code === 0) return true;
  if (performance.now() - startedAt > 10_000) process.exit(code ?? 1);
  say(`Electron could not start here (it ended with ${code}), so browser mode is used.`);
  return false;
}

async function serveBrowser(composed: ComposedHost): Promise<void> {
  const mode = await serve(composed, {
    renderer: values.renderer === undefined ? BUILT.renderer : at(values.renderer),
    port: values.port === undefined ? 0 : Number(values.port),
    report: (channel, bug) => {
      note(`${channel}: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`);
    },
  });
  endings.unshift(mode.close);
  say(`Kerbside: ${mode.url}`);
  if (values['no-open'] || !hasDisplay()) return;
  const { default: openInBrowser } = await import('open');
  await openInBrowser(mode.url);
}

function printHeadlines(composed: ComposedHost): void {
  const open = composed.host.store();
  if (!open.ok) return;
  for (const line of headlines(summarise(open.value, composed.host.today()))) say(line);
}
