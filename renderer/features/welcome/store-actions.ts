import { call } from '../../bridge/bridge.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { refreshSession, takeInfo, useSession } from '../../state/session.ts';

/** Opens a store; null when it worked, else why not. */
export async function openStore(path: string, passphrase: string): Promise<Failure | null> {
  const answer = await call('store/open', passphrase === '' ? { path } : { path, passphrase });
  if (!answer.ok) return answer.error;
  takeInfo(answer.value);
  return null;
}

/** Makes a county's own encrypted store and opens it; null when it worked. */
export async function createStore(
  path: string,
  county: string,
  passphrase: string,
): Promise<Failure | null> {
  const answer = await call('store/create', { path, county, passphrase });
  if (!answer.ok) return answer.error;
  takeInfo(answer.value);
  return null;
}

/** Opens the demonstration county, making it first where it is not there. Gives the job's id to follow. */
export async function openDemo(onStarted: (jobId: string) => void): Promise<void> {
  const answer = await call('store/open-demo', {});
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  takeJob(answer.value);
  onStarted(answer.value.id);
  const job = await whenEnded(answer.value.id);
  if (job.state !== 'done') return;
  await refreshSession();
  if (useSession.getState().info?.store === null && job.result?.kind === 'demo') {
    const failure = await openStore(job.result.path, '');
    if (failure !== null) notifyFailure(failure);
  }
}

/** A copy of the store, checked by opening it, beside the others. */
export async function backUpNow(): Promise<void> {
  const answer = await call('store/backup', {});
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  takeJob(answer.value);
  const job = await whenEnded(answer.value.id);
  if (job.result?.kind === 'backup') {
    notify({ tone: 'good', text: 'The store is backed up.', detail: job.result.path });
    forgetAnswers();
  }
}
