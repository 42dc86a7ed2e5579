/** What passes between the host and a worker thread. */
import type { JobResult } from '../../shared/api/views/jobs.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { JobRequest } from './request.ts';

/** Where a store is and what opens it. Stays inside this process. */
export interface StorePlace {
  readonly path: string;
  readonly passphrase: string | undefined;
}

/** A job's result as the worker gives it: a made file still as bytes. */
export type JobOutcome =
  | Exclude<JobResult, { readonly file_id: string }>
  | (Omit<Extract<JobResult, { readonly kind: 'letters' }>, 'file_id'> & {
      readonly bytes: Uint8Array;
    })
  | { readonly kind: 'export'; readonly name: string; readonly bytes: Uint8Array };

/** What a worker thread is started with. */
export interface WorkerData {
  readonly request: JobRequest;
  readonly place: StorePlace | null;
  readonly today: IsoDate;
  /** One Int32, 1 once a person pressed cancel: seen at once, even by a loop that never yields. */
  readonly flag: SharedArrayBuffer;
  /** The host can print a page itself (Electron); otherwise the worker finds a Chromium. */
  readonly hostPrints: boolean;
  readonly version: string;
}

export type WorkerMessage =
  | { readonly type: 'stage'; readonly stage: string; readonly progress: number | null }
  | { readonly type: 'print'; readonly html: string }
  | { readonly type: 'end'; readonly outcome: Result<JobOutcome> };

/** The host's answer to `print`: the .pdf's bytes. */
export interface Printed {
  readonly printed: Result<Uint8Array>;
}
