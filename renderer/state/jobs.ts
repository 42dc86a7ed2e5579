import { create } from 'zustand';
import { call } from '../bridge/bridge.ts';
import type { Job } from '../../shared/api/views/jobs.ts';
import { notify, notifyFailure } from './notices.ts';

interface Jobs {
  /** Every job heard of since the page was opened, by id. */
  readonly byId: Readonly<Record<string, Job>>;
}

/** Long work, as the host tells of it. */
export const useJobs = create<Jobs>(() => ({ byId: {} }));

/** Takes what the host says of a job; says its end to the person unless the screen that started it does. */
export function takeJob(job: Job): void {
  const before = useJobs.getState().byId[job.id];
  // An answer to `start` may arrive after the event of its end.
  if (before !== undefined && before.state !== 'running' && job.state === 'running') return;
  useJobs.setState((state) => ({ byId: { ...state.byId, [job.id]: job } }));
  if (before?.state === job.state || job.state === 'running') return;
  if (job.state === 'failed' && job.error !== null) notifyFailure(job.error);
  if (job.state === 'done' && job.kind === 'plan') {
    notify({ tone: 'good', text: `${job.label}: done.` });
  }
  if (job.state === 'cancelled') notify({ tone: 'info', text: `${job.label}: cancelled.` });
}

/** Asks which jobs run, for a page that was opened in the middle of one. */
export async function loadJobs(): Promise<void> {
  const answer = await call('jobs/list', {});
  if (!answer.ok) return;
  for (const job of answer.value) if (job.state === 'running') takeJob(job);
}

/** Asks the host to stop a job; its end comes as an event. */
export async function cancelJob(id: string): Promise<void> {
  const answer = await call('jobs/cancel', { id });
  if (!answer.ok) notifyFailure(answer.error);
}

/** Follows one job to its end. */
export function useJob(id: string | null): Job | null {
  return useJobs((state) => (id === null ? null : (state.byId[id] ?? null)));
}

/** Resolves when the job has ended. */
export function whenEnded(id: string): Promise<Job> {
  return new Promise((resolve) => {
    const check = (byId: Jobs['byId']): boolean => {
      const job = byId[id];
      if (job === undefined || job.state === 'running') return false;
      resolve(job);
      return true;
    };
    if (check(useJobs.getState().byId)) return;
    const stop = useJobs.subscribe((state) => {
      if (check(state.byId)) stop();
    });
  });
}
