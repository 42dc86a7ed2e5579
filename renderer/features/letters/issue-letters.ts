import type { Job, JobResult } from '../../../shared/api/views/jobs.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import type { LetterKind } from '../../../shared/model/letter.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { notify } from '../../state/notices.ts';
import type { LettersChosen } from './letters-chosen.ts';

/** What was issued, and the archive that holds its files. */
export type Issued = Extract<JobResult, { readonly kind: 'letters' }>;

/** How issuing ended; both null where it was cancelled. */
export interface IssueEnd {
  readonly issued: Issued | null;
  readonly failure: Failure | null;
}

/**
 * Makes a batch and hands its files to the person. It goes on where the screen that asked is left: the files come all
 * the same, and the corner says so.
 */
export async function issueBatch(
  kind: LetterKind,
  { refs, except }: LettersChosen,
  onJob: (job: Job) => void,
): Promise<IssueEnd> {
  const started = await call('letters/issue', { kind, refs: [...refs], except: [...except] });
  if (!started.ok) return { issued: null, failure: started.error };
  takeJob(started.value);
  onJob(started.value);
  const job = await whenEnded(started.value.id);
  forgetAnswers();
  if (job.state === 'failed') return { issued: null, failure: job.error };
  if (job.result?.kind !== 'letters') return { issued: null, failure: null };
  await saveHostFile(job.result.file_id, job.result.name);
  const letters = formatQuantity(job.result.letters, 'letter');
  notify({
    tone: 'good',
    text: `${letters} issued, batch ${job.result.batch}.`,
    detail: `The files are in ${job.result.name}. Nothing was sent: print and post them.`,
  });
  return { issued: job.result, failure: null };
}

/** Prints letters on record again and hands over the file. */
export async function printAgain(ids: readonly number[]): Promise<Failure | null> {
  const started = await call('letters/reprint', { ids: [...ids] });
  if (!started.ok) return started.error;
  takeJob(started.value);
  const job = await whenEnded(started.value.id);
  if (job.state === 'failed') return job.error;
  if (job.result?.kind === 'export') await saveHostFile(job.result.file_id, job.result.name);
  return null;
}
