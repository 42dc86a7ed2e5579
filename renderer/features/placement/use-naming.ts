/** The schools side by side for one child: at once what the records tell, then what adding the child to the plan costs. */
import { useEffect, useState } from 'react';
import type { NamingView } from '../../../shared/api/views/placements.ts';
import type { Job } from '../../../shared/api/views/jobs.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { cancelJob, takeJob, useJob, whenEnded } from '../../state/jobs.ts';

/** What the screen shows of it. */
export interface Naming {
  /** null: still being read. */
  readonly view: NamingView | null;
  readonly failure: Failure | null;
  /** The job that reckons the costs, while it runs. */
  readonly job: Job | null;
  readonly cancel: () => void;
  readonly reckon: () => void;
}

/** Asks and reckons, again for other schools; an answer for what is no longer asked is dropped. */
export function useNaming(client_id: number, also: readonly number[]): Naming {
  const first = useChannel('placements/schools', { client_id, also: [...also] });
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify([client_id, also, turn]);
  const [jobId, setJobId] = useState<string | null>(null);
  const [found, setFound] = useState<{ readonly key: string; readonly view: NamingView } | null>(
    null,
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useJob(jobId);
  const isRead = first.data !== null;
  useEffect(() => {
    if (!isRead) return undefined;
    let isCurrent = true;
    let started: string | null = null;
    const run = async (): Promise<void> => {
      const [id, urns] = JSON.parse(key) as [number, number[]];
      const answer = await call('placements/reckon', { client_id: id, also: urns });
      if (!answer.ok) {
        if (isCurrent) setFailure(answer.error);
        return;
      }
      started = answer.value.id;
      takeJob(answer.value);
      if (!isCurrent) {
        void cancelJob(started);
        return;
      }
      setFailure(null);
      setJobId(started);
      const ended = await whenEnded(started);
      started = null;
      if (!isCurrent) return;
      if (ended.state === 'failed') setFailure(ended.error);
      if (ended.result?.kind === 'naming') setFound({ key, view: ended.result.view });
    };
    void run();
    return () => {
      isCurrent = false;
      if (started !== null) void cancelJob(started);
    };
  }, [key, isRead]);
  return {
    view: found?.key === key ? found.view : first.data,
    failure: first.error ?? failure,
    job: job?.state === 'running' ? job : null,
    cancel: () => {
      if (jobId !== null) void cancelJob(jobId);
    },
    reckon: () => {
      setTurn((before) => before + 1);
    },
  };
}
