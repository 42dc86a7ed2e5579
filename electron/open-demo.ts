import type { Job } from '../shared/api/views/jobs.ts';
import { fail, ok, type Result } from '../shared/kernel/result.ts';
import { createDispatch } from './api/dispatch.ts';
import type { ComposedHost } from './create-host.ts';
import type { JobContext } from './jobs/context.ts';

/**
 * Opens the demonstration county, making and planning it first where it is missing. The work is in a worker thread, so
 * that a signal is still heard; `ctx` is told its stages.
 */
export async function openDemo(
  composed: ComposedHost,
  ctx: Pick<JobContext, 'stage'>,
): Promise<Result<Job>> {
  let finish: (job: Job) => void = () => undefined;
  const finished = new Promise<Job>((resolve) => {
    finish = resolve;
  });
  const stop = composed.listen((event) => {
    if (event.type !== 'job' || event.job.kind !== 'demo') return;
    if (event.job.state !== 'running') finish(event.job);
    else ctx.stage(event.job.stage, event.job.progress);
  });
  const dispatch = createDispatch(composed.host, (_channel, bug) => {
    throw bug;
  });
  const started = await dispatch('store/open-demo', {});
  if (!started.ok) {
    stop();
    return started;
  }
  const job = await finished;
  stop();
  if (job.state === 'done') return ok(job);
  const { code, cause, action } = job.error ?? {
    code: 'cancelled',
    cause: 'The demonstration county was not made.',
    action: 'Start again.',
  };
  return fail(code, cause, action);
}
