/** A thread that solves one routing problem after another for the thread that planning runs in. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { solve } from '../../shared/planning/solve.ts';
import type { SolveOrder, SolveReply, SolveThreadData } from './solve-threads.ts';

const { port, signal, flag } = workerData as SolveThreadData;
const replies = new Int32Array(signal);
const stop = new Int32Array(flag);

/** As `nice` counts: 0 is usual, 19 the lowest. */
const GIVES_WAY = 10;

function tell(reply: SolveReply): void {
  port.postMessage(reply, []);
  Atomics.add(replies, 0, 1);
  Atomics.notify(replies, 0);
}

/** Lets the window's own threads go first. Linux alone can do that for one thread; elsewhere the system favours the window by itself. */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  if (thread > 0) setPriority(thread, GIVES_WAY);
}

port.on('message', (order: SolveOrder) => {
  const { problem, seed, iterations, seconds } = order;
  const end = seconds === null ? Infinity : performance.now() + seconds * 1000;
  try {
    const solved = solve(problem, {
      seed,
      iterations,
      shouldStop: () => Atomics.load(stop, 0) === 1 || performance.now() >= end,
    });
    tell({ solved });
  } catch (bug) {
    tell({ bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  }
});
giveWay();
tell({ ready: true });
