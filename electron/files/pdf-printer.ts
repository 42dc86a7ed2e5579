/** Prints a page as PDF: by Electron where that is the host, else by a Chromium on the machine. */
import { spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';

/** Prints a self-contained HTML page; its own `@page` rules give paper and margins. */
export type PdfPrinter = (html: string) => Promise<Result<Uint8Array>>;

/** Programs that print like Chromium, the likeliest first: names on the path, or full paths. */
const PROGRAMS: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A paper of two pages takes a second or two; a browser that has not printed by now never will. */
const PATIENCE_MS = 60_000;

/** The program named by KERBSIDE_CHROMIUM, else the first of the list that is there; null for none. */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const named = env['KERBSIDE_CHROMIUM'];
  const names = named === undefined || named === '' ? PROGRAMS : [named];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    const paths = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
    for (const path of paths) if (await isProgram(path)) return path;
  }
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The failure where nothing on the machine can print. */
export function pdfNeedsChromium() {
  return fail(
    'pdf_needs_chromium',
    'A .pdf file needs Chromium, and none was found on this machine.',
    'Install it with: sudo apt-get install chromium',
  );
}

/** Prints by a headless Chromium with a profile of its own, thrown away afterwards. It asks nothing of any network. */
export const chromiumPrinter: PdfPrinter = async (html) => {
  const program = await findChromium();
  if (program === null) return pdfNeedsChromium();
  const folder = await mkdtemp(join(tmpdir(), 'kerbside-print-'));
  try {
    const page = join(folder, 'page.html');
    const out = join(folder, 'page.pdf');
    await writeFile(page, html, { mode: 0o600 });
    const ended = await run(program, printArguments(folder, page, out));
    if (ended !== null) return ended;
    return ok(new Uint8Array(await readFile(out)));
  } catch (problem) {
    return printFailed(problem instanceof Error ? problem.message : String(problem));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};

/** How a Chromium is started that nobody sees and that speaks to no network. */
export function headlessArguments(folder: string): readonly string[] {
  return [
    '--headless',
    `--user-data-dir=${join(folder, 'profile')}`,
    // Chromium refuses its sandbox to root; everybody else keeps it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-extensions',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--font-render-hinting=none',
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ];
}

function printArguments(folder: string, page: string, out: string): string[] {
  return [
    ...headlessArguments(folder),
    '--no-pdf-header-footer',
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${out}`,
    pathToFileURL(page).href,
  ];
}

/** The failure where the page did not come out. */
export function printFailed(why: string) {
  return fail(
    'pdf_failed',
    `Chromium could not print the page: ${why}.`,
    'Try again; if it stays, export the workbook instead.',
  );
}

/** Null where the program ended well. */
function run(program: string, args: readonly string[]): Promise<ReturnType<typeof fail> | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const said: Buffer[] = [];
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.on('error', (problem) => {
      clearTimeout(timer);
      resolve(printFailed(problem.message));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(null);
      else if (code === null) resolve(printFailed(`no answer within ${PATIENCE_MS / 1000} s`));
      else
        resolve(printFailed(lastLine(Buffer.concat(said).toString()) || `it ended with ${code}`));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
}
