/** Provisions tried in a worker: one, or several kept ones side by side. */
import { useState } from 'react';
import type { Job } from '../../../shared/api/views/jobs.ts';
import type { ProvisionView } from '../../../shared/api/views/placements.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { cancelJob, takeJob, useJob, whenEnded } from '../../state/jobs.ts';

/** What is running and what was found last. */
export interface Trial {
  readonly views: readonly ProvisionView[];
  readonly failure: Failure | null;
  readonly job: Job | null;
  readonly cancel: () => void;
  readonly run: (provisions: readonly Record<string, unknown>[], with_routes: boolean) => void;
}

/** Runs one at a time; the answer of an earlier run never replaces that of a later one. */
export function useTrial(): Trial {
  const [views, setViews] = useState<readonly ProvisionView[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const run = async (
    provisions: readonly Record<string, unknown>[],
    with_routes: boolean,
  ): Promise<void> => {
    setFailure(null);
    const answer = await call('placements/try', { provisions: [...provisions], with_routes });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    takeJob(answer.value);
    setJobId(answer.value.id);
    const ended = await whenEnded(answer.value.id);
    if (ended.state === 'failed') setFailure(ended.error);
    if (ended.result?.kind === 'provision') setViews(ended.result.views);
  };
  const running = job?.state === 'running' ? job : null;
  return {
    views,
    failure,
    job: running,
    cancel: () => {
      if (running !== null) void cancelJob(running.id);
    },
    run: (provisions, with_routes) => {
      if (running === null) void run(provisions, with_routes);
    },
  };
}
