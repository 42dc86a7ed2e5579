/** Prints many papers by one headless Chromium, which starts once: starting it takes longer than printing a paper of some pages. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { ok, type Result } from '../../shared/kernel/result.ts';
import {
  findChromium,
  headlessArguments,
  pdfNeedsChromium,
  printFailed,
  type PdfPrinter,
} from './pdf-printer.ts';

/** A Chromium that waits for papers: as many at a time as it has pages, the others in their turn. */
export interface PdfPress {
  readonly print: PdfPrinter;
  readonly close: () => Promise<void>;
}

/** A paper that has not come out by now never will, milliseconds. */
const PATIENCE_MS = 60_000;

/** Prints with the press while `work` runs, or with the printer given (the host's own window). */
export async function withPress<T>(
  given: PdfPrinter | undefined,
  work: (print: PdfPrinter) => Promise<Result<T>>,
  pages = 1,
): Promise<Result<T>> {
  if (given !== undefined) return work(given);
  const press = await openPress(pages);
  if (!press.ok) return press;
  try {
    return await work(press.value.print);
  } finally {
    await press.value.close();
  }
}

/** Starts Chromium with a profile of its own, thrown away at the end; it is spoken to by pipes alone, and asks nothing of any network. */
export async function openPress(pages = 1): Promise<Result<PdfPress>> {
  const program = await findChromium();
  if (program === null) return pdfNeedsChromium();
  const folder = await mkdtemp(join(tmpdir(), 'kerbside-press-'));
  const child = spawn(program, [...headlessArguments(folder), '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }); // prettier-ignore
  const close = async (): Promise<void> => {
    await ended(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const line = speakTo(child);
    const opened = Array.from({ length: pages }, (_, at) => openPage(line, join(folder, `page-${at}.html`))); // prettier-ignore
    const free = await Promise.all(opened);
    return ok({ print: inTurn(free, (page, html) => printOne(line, page, html)), close });
  } catch (problem) {
    await close();
    return printFailed(problem instanceof Error ? problem.message : String(problem));
  }
}

/** A page of the press, and the file that it reads. */
interface PressPage {
  readonly file: string;
  readonly sessionId: string;
}

async function openPage(line: Line, file: string): Promise<PressPage> {
  const { targetId } = await line.ask<{ readonly targetId: string }>('Target.createTarget', { url: 'about:blank' }); // prettier-ignore
  const { sessionId } = await line.ask<{ readonly sessionId: string }>('Target.attachToTarget', { targetId, flatten: true }); // prettier-ignore
  await line.ask('Page.enable', {}, sessionId);
  await line.ask('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  return { file, sessionId };
}

/** Gives each paper the next page that is free. */
function inTurn(
  free: PressPage[],
  print: (page: PressPage, html: string) => Promise<Result<Uint8Array>>,
): PdfPrinter {
  const waiting: ((page: PressPage) => void)[] = [];
  const taken = (): Promise<PressPage> => {
    const page = free.pop();
    return page === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(page); // prettier-ignore
  };
  return async (html) => {
    const page = await taken();
    try {
      return await print(page, html);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(page);
      else next(page);
    }
  };
}

async function printOne(
  line: Line,
  { file, sessionId }: PressPage,
  html: string,
): Promise<Result<Uint8Array>> {
  try {
    await writeFile(file, html, { mode: 0o600 });
    const loaded = line.next('Page.loadEventFired', sessionId);
    await line.ask('Page.navigate', { url: pathToFileURL(file).href }, sessionId);
    await loaded;
    const { data } = await line.ask<{ readonly data: string }>(
      'Page.printToPDF',
      { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }, // prettier-ignore
      sessionId,
    );
    return ok(new Uint8Array(Buffer.from(data, 'base64')));
  } catch (problem) {
    return printFailed(problem instanceof Error ? problem.message : String(problem));
  } finally {
    // It names children: it lies there no longer than it is needed.
    await rm(file, { force: true });
  }
}

/** Chromium's protocol over two pipes: messages as JSON, each ended by a zero byte. */
interface Line {
  readonly ask: <T = unknown>(method: string, params: object, sessionId?: string) => Promise<T>;
  /** The next event of a name. */
  readonly next: (method: string, sessionId: string) => Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly fits: (answer: Answer) => boolean;
  readonly take: (answer: Answer) => void;
  readonly fail: (why: Error) => void;
}

function speakTo(child: ChildProcess): Line {
  const [, , , to, from] = child.stdio as readonly [null, null, null, Writable, Readable];
  const waiting = new Set<Waiting>();
  let last = 0;
  let parts: Buffer[] = [];
  const fail = (why: string): void => {
    for (const each of waiting) each.fail(new Error(why));
  };
  from.on('data', (bytes: Buffer) => {
    let rest = bytes;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...parts, rest.subarray(0, end)]).toString();
      parts = [];
      rest = rest.subarray(end + 1);
      const answer = JSON.parse(text) as Answer;
      for (const each of waiting) if (each.fits(answer)) each.take(answer);
    }
    if (rest.length > 0) parts.push(rest);
  });
  child.on('error', (problem) => {
    fail(problem.message);
  });
  child.on('exit', () => {
    fail('Chromium ended');
  });
  to.on('error', () => {
    fail('Chromium ended');
  });
  const wait = (fits: Waiting['fits']): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        waiting.delete(one);
      };
      const one: Waiting = {
        fits,
        take: (answer) => {
          end();
          resolve(answer);
        },
        fail: (why) => {
          end();
          reject(why);
        },
      };
      const timer = setTimeout(() => {
        one.fail(new Error(`no answer within ${PATIENCE_MS / 1000} s`));
      }, PATIENCE_MS);
      waiting.add(one);
    });
  return {
    ask: async <T>(method: string, params: object, sessionId?: string): Promise<T> => {
      const id = ++last;
      const answer = wait((each) => each.id === id);
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`); // prettier-ignore
      const { result, error } = await answer;
      if (error !== undefined) throw new Error(error.message);
      return result as T;
    },
    next: async (method, sessionId) => {
      await wait((each) => each.method === method && each.sessionId === sessionId);
    },
  };
}

/** Ends the program and waits until it is gone. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
