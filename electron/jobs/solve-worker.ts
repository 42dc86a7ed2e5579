/** A thread that solves one routing problem after another for the thread that planning runs in. */
import { workerData } from 'node:worker_threads';
import { solve } from '../../shared/planning/solve.ts';
import type { SolveOrder, SolveReply, SolveThreadData } from './solve-threads.ts';

const { port, signal, flag } = workerData as SolveThreadData;
const replies = new Int32Array(signal);
const stop = new Int32Array(flag);

function tell(reply: SolveReply): void {
  port.postMessage(reply, []);
  Atomics.add(replies, 0, 1);
  Atomics.notify(replies, 0);
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
tell({ ready: true });
