/** Routing problems solved on several threads at once, while the thread that asks waits for them. */
import { availableParallelism } from 'node:os';
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import type { Problem } from '../../shared/planning/problem.ts';
import type { Solved } from '../../shared/planning/solution.ts';
import { solve } from '../../shared/planning/solve.ts';

/** One problem and how long to search. */
export interface SolveOrder {
  readonly problem: Problem;
  readonly seed: number;
  /** Infinity where only the clock decides. */
  readonly iterations: number;
  /** null where only the iterations decide. */
  readonly seconds: number | null;
}

/** Work that asks for one problem after another to be solved and ends with an answer. The next question may depend on the last answer. */
export type SolvingWork<T> = Generator<SolveOrder, T, Solved>;

export interface SolveThreadData {
  readonly port: MessagePort;
  /** One Int32: replies posted so far by all threads; waited on. */
  readonly signal: SharedArrayBuffer;
  /** One Int32: 1 once the search is to stop. */
  readonly flag: SharedArrayBuffer;
}

export type SolveReply =
  { readonly ready: true } | { readonly solved: Solved } | { readonly bug: string };

/** What the caller is asked and told. */
export interface SolvingWatch<T> {
  /** True ends the searches under way; each answers with the best it has. */
  readonly cancelled: () => boolean;
  /** One work has ended. */
  readonly onDone: (index: number, value: T) => void;
}

/** Threads that search: more than four wait for memory more than they reckon. */
export const SEARCH_THREADS = Math.min(4, availableParallelism());
/** How often the caller is asked whether to stop, ms. */
const ASK_MS = 100;
/** A thread that has said nothing for so long after its start will not come, ms. */
const START_MS = 60_000;

/** Runs the works one after another in this thread: for little work, and where threads are not worth their start. */
export function solveHere<T>(works: readonly SolvingWork<T>[], watch: SolvingWatch<T>): void {
  for (const [index, work] of works.entries()) {
    let step = work.next();
    while (step.done !== true) {
      const { problem, seed, iterations, seconds } = step.value;
      const end = seconds === null ? Infinity : performance.now() + seconds * 1000;
      const shouldStop = (): boolean => watch.cancelled() || performance.now() >= end;
      step = work.next(solve(problem, { seed, iterations, shouldStop }));
    }
    if (watch.cancelled()) return;
    watch.onDone(index, step.value);
  }
}

/**
 * Runs the works side by side, each thread with one search at a time. The answers are those of `solveHere`: every work
 * is solved by itself. This thread waits by `Atomics.wait`, which a job's thread and the terminal may do.
 */
export function solveOnThreads<T>(
  works: readonly SolvingWork<T>[],
  watch: SolvingWatch<T>,
  threads = SEARCH_THREADS,
): void {
  const count = Math.min(threads, works.length);
  if (count < 2) {
    solveHere(works, watch);
    return;
  }
  const pool = startPool(count);
  try {
    runOn(pool, works, watch);
  } finally {
    for (const { worker, port } of pool.threads) {
      port.close();
      void worker.terminate();
    }
  }
}

interface Thread<T> {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** What it works on; null before its first and after its last work. */
  on: { readonly index: number; readonly work: SolvingWork<T> } | null;
}

interface Pool {
  readonly threads: readonly { readonly worker: Worker; readonly port: MessagePort }[];
  readonly replies: Int32Array<SharedArrayBuffer>;
  readonly stop: Int32Array<SharedArrayBuffer>;
}

function startPool(count: number): Pool {
  const signal = new SharedArrayBuffer(4);
  const flag = new SharedArrayBuffer(4);
  const file = import.meta.url.endsWith('.ts') ? './solve-worker.ts' : './solve-worker.js';
  const threads = Array.from({ length: count }, () => {
    const { port1, port2 } = new MessageChannel();
    const workerData: SolveThreadData = { port: port2, signal, flag };
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData,
      transferList: [port2],
      name: 'kerbside-solve',
    });
    // What the thread says goes by its port; whoever started it may end before it.
    worker.unref();
    return { worker, port: port1 };
  });
  return { threads, replies: new Int32Array(signal), stop: new Int32Array(flag) };
}

function runOn<T>(pool: Pool, works: readonly SolvingWork<T>[], watch: SolvingWatch<T>): void {
  const threads: readonly Thread<T>[] = pool.threads.map((each) => ({ ...each, on: null }));
  const queue = { next: 0, left: works.length };
  let heard = 0;
  const started = performance.now();
  /** Gives a thread its next search: of the work it is on, else of the next work. */
  const feed = (thread: Thread<T>, solved: Solved | null): void => {
    let answer = solved;
    for (;;) {
      if (thread.on === null) {
        const work = works[queue.next];
        if (work === undefined) return;
        thread.on = { index: queue.next, work };
        queue.next += 1;
        answer = null;
      }
      const { index, work } = thread.on;
      const step = answer === null ? work.next() : work.next(answer);
      if (step.done !== true) {
        thread.port.postMessage(step.value, []);
        return;
      }
      thread.on = null;
      queue.left -= 1;
      watch.onDone(index, step.value);
      if (watch.cancelled()) return;
    }
  };
  while (queue.left > 0) {
    const seen = Atomics.load(pool.replies, 0);
    if (seen === heard) Atomics.wait(pool.replies, 0, seen, ASK_MS);
    if (watch.cancelled()) {
      Atomics.store(pool.stop, 0, 1);
      return;
    }
    for (const thread of threads) {
      const got: { readonly message: SolveReply } | undefined = receiveMessageOnPort(thread.port);
      if (got === undefined) continue;
      heard += 1;
      const { message } = got;
      if ('bug' in message) throw new Error(`A search failed: ${message.bug}`);
      feed(thread, 'solved' in message ? message.solved : null);
    }
    if (heard === 0 && performance.now() - started > START_MS)
      throw new Error('The threads of the search did not start.');
  }
}
