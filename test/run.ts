/** `npm test`: installs what is missing, then format, lint, types, unused code, builds and every test. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildStale } from '../electron/build.ts';
import { REAL_DATA } from './helpers/real-data.ts';

const ROOT = resolve(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'build', 'test-results.json');

/** Programs that some tests need, and the Debian package of each. */
const PROGRAMS = [
  { program: 'chromium', package: 'chromium', for: 'the pages, the .pdf and the journey' },
  { program: 'soffice', package: 'libreoffice-calc-nogui', for: 'spreadsheets not made by us' },
  { program: 'pdftotext', package: 'poppler-utils', for: 'reading the .pdf back' },
] as const;

/** The part of Vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
    }[];
  }[];
}

const isThere = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

/** Installs missing programs where that is possible; returns a line for each that stays missing. */
function installPrograms(): readonly string[] {
  const missing = PROGRAMS.filter(({ program }) => !isThere(program));
  if (missing.length > 0 && process.getuid?.() === 0 && isThere('apt-get')) {
    const names = missing.map((needed) => needed.package);
    console.log(`Installing ${names.join(', ')}.`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as const, env };
    spawnSync('apt-get', ['update', '-qq'], { ...quiet, stdio: ['ignore', 'ignore', 'inherit'] });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      ...quiet,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return missing
    .filter(({ program }) => !isThere(program))
    .map(
      (needed) => `${needed.program} is missing (${needed.for}): apt-get install ${needed.package}`,
    );
}

/** Runs a script of package.json; says what it said once it has ended, and true when it ended well. */
function check(name: string, script: string): Promise<boolean> {
  const startedAt = performance.now();
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn('npm', ['run', '-s', script], { cwd: ROOT, stdio: [...stdio] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      process.stdout.write(said);
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve(status === 0);
    });
  });
}

/** The checks and the builds side by side, for most of them use one core; returns the names of what failed. */
async function checkAndBuild(): Promise<readonly string[]> {
  const failed = (name: string, ok: boolean): readonly string[] => (ok ? [] : [name]);
  const lanes = await Promise.all([
    check('format', 'check:format').then((ok) => failed('format', ok)),
    check('lint', 'check:lint').then((ok) => failed('lint', ok)),
    (async () => [
      // One after the other: both write what the compiler knows of the rooms.
      ...failed('types', await check('types', 'check:types')),
      ...failed('builds', await builds()),
      ...failed('unused code', await check('unused code', 'check:unused')),
    ])(),
  ]);
  return lanes.flat();
}

async function builds(): Promise<boolean> {
  try {
    await buildStale(['page', 'preload', 'host'], (line) => {
      console.log(line);
    });
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** Runs Vitest on everything, or on what was named, and reads its report; null when it could not even start. */
function runTests(named: readonly string[]): Report | null {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  rmSync(RESULTS, { force: true });
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${RESULTS}`,
      ...named,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Report) : null;
}

/** How many tests of each file were skipped, a line a file. */
function skippedByFile(report: Report): readonly string[] {
  return report.testResults.flatMap((file) => {
    const skipped = file.assertionResults.filter(
      ({ status }) => status !== 'passed' && status !== 'failed',
    ).length;
    return skipped === 0 ? [] : [`${skipped} skipped in ${file.name.replace(`${ROOT}/`, '')}`];
  });
}

/** Files that failed before any test of theirs could. */
function brokenFiles(report: Report): readonly string[] {
  return report.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .map(({ name }) => name.replace(`${ROOT}/`, ''));
}

const named = process.argv.slice(2);
const missing = installPrograms();
const failures: string[] = [];
if (named.length === 0) failures.push(...(await checkAndBuild()));
else if (!(await builds())) failures.push('builds');
const report = runTests(named);
if (report === null) failures.push('the tests could not be run');
const broken = report === null ? [] : brokenFiles(report);
const counts = {
  passed: report?.numPassedTests ?? 0,
  failed: (report?.numFailedTests ?? 0) + broken.length,
  skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
};

console.log('');
for (const line of missing) console.log(line);
if (REAL_DATA === null) {
  console.log('No real files at KERBSIDE_REAL_DATA: the tests that read them were skipped.');
}
for (const line of report === null ? [] : skippedByFile(report)) console.log(line);
for (const file of broken) console.log(`could not be loaded: ${file}`);
if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}.`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(failures.length > 0 || counts.failed > 0 ? 1 : 0);
