import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../shared/kernel/result.ts';
import type { ImportPreview } from '../../shared/model/import.ts';
import type { PreviewRequest } from './import/preview-import.ts';
import type { StorePlace } from './messages.ts';

/** Longest that a preview may take, milliseconds: a national postcode list takes half of it. */
const LIMIT_MS = 120_000;

/** What the thread is started with. */
export interface PreviewWork {
  readonly place: StorePlace;
  readonly request: PreviewRequest;
}

/** Previews files in a thread of its own, so that the host answers every screen meanwhile. */
export function previewInThread(work: PreviewWork): Promise<Result<ImportPreview>> {
  const name = import.meta.url.endsWith('.ts') ? './preview-worker.ts' : './preview-worker.js';
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: work,
    name: 'kerbside-preview',
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(
        fail(
          'preview_too_long',
          'The file takes too long to read.',
          'Export it again with fewer columns or rows, or as .csv, and choose that file.',
        ),
      );
      void worker.terminate();
    }, LIMIT_MS);
    const end = (answer: Result<ImportPreview>): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    worker.once('message', end);
    worker.once('error', (bug: unknown) => {
      end(unread(bug instanceof Error ? bug.message : String(bug)));
    });
    worker.once('exit', () => {
      end(unread('its reader ended without an answer'));
    });
  });
}

function unread(why: string): Result<never> {
  return fail(
    'file_not_read',
    `The file could not be read (${why}).`,
    'Open it in a spreadsheet program, save it as .csv, and choose that file.',
  );
}
