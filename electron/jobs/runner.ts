/** Long work in worker threads: started, watched, cancelled, and told to the screens as events. */
import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Job, JobResult } from '../../shared/api/views/jobs.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Failure, type Result } from '../../shared/kernel/result.ts';
import type { PdfPrinter } from '../files/pdf-printer.ts';
import type { JobOutcome, Printed, StorePlace, WorkerData, WorkerMessage } from './messages.ts';
import type { JobRequest } from './request.ts';

/** How long cancelled work may go on before its thread is ended, milliseconds. SQLite then rolls back by itself. */
const CANCEL_GRACE_MS = 10_000;
/** Finished jobs kept for the status line and the list. */
const KEPT = 50;

/** What the runner needs of its host. */
export interface RunnerHooks {
  readonly place: () => StorePlace | null;
  readonly today: () => IsoDate;
  readonly version: string;
  /** Prints a page; null where the host cannot and workers look for a Chromium. */
  readonly print: PdfPrinter | null;
  /** Keeps a made file in memory and names it. */
  readonly keepFile: (name: string, bytes: Uint8Array) => string;
  readonly onJob: (job: Job) => void;
  /** Before the thread starts: a restore closes the open store here. */
  readonly before: (request: JobRequest) => void;
  /** After the thread ended, whatever the end; before screens are told. */
  readonly after: (request: JobRequest, job: Job) => void;
}

/** Starts and watches jobs. */
export interface Runner {
  readonly start: (request: JobRequest) => Result<Job>;
  readonly jobs: () => readonly Job[];
  readonly cancel: (id: string) => boolean;
  /** Ends every thread: for closing the app. */
  readonly stop: () => Promise<void>;
}

interface Running {
  readonly request: JobRequest;
  readonly worker: Worker;
  readonly flag: Int32Array<SharedArrayBuffer>;
  job: Job;
}

/** Work that only reads the store may run beside other work; one writer at a time. */
const READERS: ReadonlySet<JobRequest['kind']> = new Set([
  'export',
  'appeal-pack',
  'backup',
  'reprint',
  'map-print',
  'naming',
  'provision',
  'value',
]);

/** The worker's file beside this one, as source or as compiled. */
function workerUrl(): URL {
  const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new URL(name, import.meta.url);
}

/** Makes a runner; it holds no store itself. */
export function createRunner(hooks: RunnerHooks): Runner {
  const running = new Map<string, Running>();
  const jobs: Job[] = [];

  const tell = (entry: Running, patch: Partial<Job>): void => {
    entry.job = { ...entry.job, ...patch };
    const at = jobs.findIndex((job) => job.id === entry.job.id);
    if (at >= 0) jobs[at] = entry.job;
    hooks.onJob(entry.job);
  };

  const end = (entry: Running, patch: Pick<Job, 'state' | 'error' | 'result'>): void => {
    if (!running.delete(entry.job.id)) return;
    const finished = { ...entry.job, ...patch, stage: '', progress: null };
    hooks.after(entry.request, finished);
    tell(entry, finished);
  };

  const receive = (entry: Running, message: WorkerMessage): void => {
    if (!running.has(entry.job.id)) return;
    if (message.type === 'stage') {
      tell(entry, { stage: message.stage, progress: message.progress });
    } else if (message.type === 'print') {
      void print(message.html, hooks.print, entry.worker);
    } else if (message.outcome.ok) {
      const result = toResult(message.outcome.value, hooks);
      end(entry, { state: 'done', error: null, result });
    } else {
      const cancelled = Atomics.load(entry.flag, 0) === 1;
      const state = cancelled ? 'cancelled' : 'failed';
      end(entry, { state, error: message.outcome.error, result: null });
    }
  };

  return {
    start: (request) => {
      const busy = blocker(request, running);
      if (busy !== null) return busy;
      const data: WorkerData = {
        request,
        place: hooks.place(),
        today: hooks.today(),
        flag: new SharedArrayBuffer(4),
        hostPrints: hooks.print !== null,
        version: hooks.version,
      };
      hooks.before(request);
      const worker = new Worker(workerUrl(), {
        workerData: data,
        name: `kerbside-${request.kind}`,
      });
      const entry: Running = {
        request,
        worker,
        flag: new Int32Array(data.flag),
        job: {
          id: randomBytes(9).toString('base64url'),
          kind: request.kind,
          label: request.label,
          state: 'running',
          stage: 'Starting',
          progress: null,
          error: null,
          result: null,
        },
      };
      running.set(entry.job.id, entry);
      jobs.unshift(entry.job);
      jobs.length = Math.min(jobs.length, KEPT);
      watch(entry, receive, end);
      hooks.onJob(entry.job);
      return ok(entry.job);
    },
    jobs: () => jobs,
    cancel: (id) => {
      const entry = running.get(id);
      if (entry === undefined) return false;
      Atomics.store(entry.flag, 0, 1);
      tell(entry, { stage: 'Stopping' });
      const timer = setTimeout(() => {
        void entry.worker.terminate();
      }, CANCEL_GRACE_MS);
      timer.unref();
      return true;
    },
    stop: async () => {
      await Promise.all([...running.values()].map((entry) => entry.worker.terminate()));
    },
  };
}

/** A bug in a worker ends its job as failed; a thread ended after cancel, as cancelled. */
function watch(
  entry: Running,
  receive: (entry: Running, message: WorkerMessage) => void,
  end: (entry: Running, patch: Pick<Job, 'state' | 'error' | 'result'>) => void,
): void {
  const { worker } = entry;
  worker.on('message', (message: WorkerMessage) => {
    receive(entry, message);
  });
  worker.on('error', (bug: unknown) => {
    end(entry, { state: 'failed', error: bugOf(bug), result: null });
  });
  worker.on('exit', () => {
    const cancelled = Atomics.load(entry.flag, 0) === 1;
    const error = cancelled
      ? fail('cancelled', 'The work was cancelled.', 'Start it again when you are ready.').error
      : bugOf('the work ended without an answer');
    end(entry, { state: cancelled ? 'cancelled' : 'failed', error, result: null });
  });
}

/** A worker cannot open a window: the host prints for it. */
async function print(html: string, printer: PdfPrinter | null, worker: Worker): Promise<void> {
  const printed =
    printer === null
      ? fail('cannot_print', 'This host prints nothing.', 'Export the workbook instead.')
      : await printer(html).catch((bug: unknown) => ({ ok: false as const, error: bugOf(bug) }));
  const answer: Printed = { printed };
  worker.postMessage(answer, []);
}

function bugOf(bug: unknown): Failure {
  const cause = bug instanceof Error ? bug.message : String(bug);
  return fail(
    'bug',
    `Something in Kerbside went wrong (${cause}).`,
    'The store is as it was before. Try again, and report it if it stays.',
    bug instanceof Error && bug.stack !== undefined ? { stack: bug.stack } : undefined,
  ).error;
}

function blocker(
  request: JobRequest,
  running: ReadonlyMap<string, Running>,
): ReturnType<typeof fail> | null {
  if (READERS.has(request.kind)) return null;
  for (const { job } of running.values()) {
    if (READERS.has(job.kind)) continue;
    return fail(
      'busy',
      `${job.label} is still running.`,
      'Wait until it is done, or cancel it, then start this again.',
      { job_id: job.id },
    );
  }
  return null;
}

/** A made file stays in the host's memory; the screens are told its id. */
function toResult(outcome: JobOutcome, hooks: RunnerHooks): JobResult {
  if (outcome.kind === 'letters') {
    const { bytes: made, ...rest } = outcome;
    return { ...rest, file_id: hooks.keepFile(rest.name, made) };
  }
  if (outcome.kind !== 'export') return outcome;
  const { name, bytes } = outcome;
  return { kind: 'export', file_id: hooks.keepFile(name, bytes), name, bytes: bytes.byteLength };
}
