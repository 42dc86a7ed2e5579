import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../shared/kernel/result.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { StorePlace } from './messages.ts';

/** Pages for which every sheet or list of the county is made anew to be compared: under the key they are kept by. */
export type KeptPage = 'route_sheets' | 'school_lists' | QuickPage;

/** Pages that a small store answers sooner than a thread begins. */
export type QuickPage =
  | 'map_districts'
  | `coming_up ${60 | 120 | 400}`
  | 'work_due'
  | 'letters_today'
  | 'family_details'
  | 'invoice_lines'
  | 'money_last'
  | 'pressure_sentence'
  | 'next_year';

/** What the thread is started with. */
export interface PageWork {
  readonly place: StorePlace;
  readonly on: IsoDate;
  readonly page: KeptPage;
}

/** Longest that a page may take, milliseconds. */
const LIMIT_MS = 60_000;

/** Two screens that ask at once are given one answer. */
const asked = new Map<string, Promise<Result<string>>>();

/** Works a page out in a thread of its own, so that the host answers every screen meanwhile. */
export function pageInThread(work: PageWork): Promise<Result<string>> {
  const key = `${work.place.path}\n${work.page}\n${work.on}`;
  const before = asked.get(key);
  if (before !== undefined) return before;
  const answer = inThread(work).finally(() => {
    asked.delete(key);
  });
  asked.set(key, answer);
  return answer;
}

function inThread(work: PageWork): Promise<Result<string>> {
  const name = import.meta.url.endsWith('.ts') ? './page-worker.ts' : './page-worker.js';
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: work,
    name: 'kerbside-page',
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(failed('it takes too long'));
      void worker.terminate();
    }, LIMIT_MS);
    const end = (answer: Result<string>): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    worker.once('message', (answer: Result<string>) => {
      end(answer);
    });
    worker.once('error', (bug: unknown) => {
      end(failed(bug instanceof Error ? bug.message : String(bug)));
    });
    worker.once('exit', () => {
      end(failed('its thread ended without an answer'));
    });
  });
}

function failed(why: string): Result<never> {
  return fail('page_failed', `The list could not be made (${why}).`, 'Try again.');
}
