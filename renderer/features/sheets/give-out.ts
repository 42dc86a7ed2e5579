import type { Job } from '../../../shared/api/views/jobs.ts';
import type { Handed } from '../../../shared/model/paper.ts';
import type { Failure, Result } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';

/** What is to be given out: routes by reference, or every one; and whose protected address one sheet shows, and why. */
export interface GiveOut {
  readonly refs: readonly string[] | null;
  readonly shown: readonly string[];
  readonly shown_reason: string;
  /** How they are handed over; '' where nobody says. */
  readonly how: Handed | '';
}

/** Makes sheets in a worker, hands over the archive and says that nothing was sent. */
export async function giveOutSheets({ refs, ...of }: GiveOut): Promise<Failure | null> {
  const started = await call('sheets/issue', {
    refs: refs === null ? null : [...refs],
    shown: [...of.shown],
    shown_reason: of.shown_reason,
    how: of.how,
  });
  const ended = await filesOf(started);
  if (ended.failure !== null) return ended.failure;
  if (ended.name !== null)
    notify({
      tone: 'good',
      text: refs?.length === 1 ? `The sheet of route ${refs[0] ?? ''} is recorded as issued.` : 'The sheets are recorded as issued.', // prettier-ignore
      detail: `The files are in ${ended.name}. Nothing was sent: hand them to each provider.`,
    });
  return null;
}

/** Waits for a job that makes a file and hands the file over; tells of a failure. */
export async function saveJobFile(started: Result<Job>): Promise<void> {
  const { failure } = await filesOf(started);
  if (failure !== null) notifyFailure(failure);
}

async function filesOf(
  started: Result<Job>,
): Promise<{ readonly failure: Failure | null; readonly name: string | null }> {
  if (!started.ok) return { failure: started.error, name: null };
  takeJob(started.value);
  const job = await whenEnded(started.value.id);
  forgetAnswers();
  if (job.state === 'failed') return { failure: job.error, name: null };
  if (job.result?.kind !== 'export') return { failure: null, name: null };
  await saveHostFile(job.result.file_id, job.result.name);
  return { failure: null, name: job.result.name };
}
