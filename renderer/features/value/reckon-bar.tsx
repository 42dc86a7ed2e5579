import './value.css';
import { useState } from 'react';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { cancelJob, takeJob, useJob, whenEnded } from '../../state/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Progress } from '../../ui/states.tsx';

/** Starts what a worker works out, follows it, and lets it be cancelled; what it found is then on the page. */
export function ReckonBar(props: {
  readonly what: 'lone' | 'seats' | 'as_one';
  readonly verb: string;
  /** What is there already stands; the button is then a quiet one. */
  readonly again: boolean;
  /** The screen has a primary button of its own. */
  readonly isSecondary?: boolean;
}) {
  const [jobId, setJobId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useJob(jobId);
  const isRunning = job?.state === 'running';
  const start = async (): Promise<void> => {
    setFailure(null);
    const started = await call('value/start', { what: props.what });
    if (!started.ok) {
      setFailure(started.error);
      return;
    }
    takeJob(started.value);
    setJobId(started.value.id);
    const ended = await whenEnded(started.value.id);
    if (ended.state === 'failed' && ended.error !== null) setFailure(ended.error);
    forgetAnswers();
  };
  if (isRunning)
    return (
      <div className="value-job">
        <Progress label={job.stage} value={job.progress} />
        <span className="soft">{job.stage}</span>
        <Button size="small" onPress={() => void cancelJob(job.id)}>
          Cancel
        </Button>
      </div>
    );
  return (
    <>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {props.again ? null : (
        <Button
          variant={props.isSecondary === true ? 'secondary' : 'primary'}
          onPress={() => void start()}
        >
          {props.verb}
        </Button>
      )}
    </>
  );
}
