/** The thread that long work runs in. It opens the store itself and shares no object with the host. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../shared/kernel/result.ts';
import type { JobContext } from './context.ts';
import type { Printed, WorkerData, WorkerMessage } from './messages.ts';
import { runRequest } from './run-request.ts';

/** Least time between two messages, milliseconds: ten a second are enough for a progress bar. */
const EVERY_MS = 100;

const data = workerData as WorkerData;
const flag = new Int32Array(data.flag);

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message, []);
}

function context(): JobContext {
  let postedAt = -Infinity;
  return {
    stage: (stage, progress) => {
      const now = performance.now();
      if (now - postedAt < EVERY_MS) return;
      postedAt = now;
      post({ type: 'stage', stage, progress });
    },
    cancelled: () => Atomics.load(flag, 0) === 1,
  };
}

/** Asks the host to print; one page at a time. */
function printInHost(html: string): Promise<Result<Uint8Array>> {
  return new Promise((resolve) => {
    parentPort?.once('message', ({ printed }: Printed) => {
      resolve(printed);
    });
    post({ type: 'print', html });
  });
}

const print = data.hostPrints ? printInHost : undefined;
post({ type: 'end', outcome: await runRequest({ ...data, print }, context()) });
