import { X } from 'lucide-react';
import { cancelJob, useJobs } from '../state/jobs.ts';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/states.tsx';

/** Long work that runs now: its stage, how far it is, and the way to stop it. Only there when busy. */
export function StatusLine() {
  const byId = useJobs((jobs) => jobs.byId);
  const running = Object.values(byId).filter((job) => job.state === 'running');
  if (running.length === 0) return null;
  return (
    <footer className="app-status" aria-label="Work in progress">
      {running.map((job) => (
        <div key={job.id} className="app-status-job">
          <span className="app-status-text">
            <strong>{job.label}</strong> {job.stage}
          </span>
          <Progress label={job.label} value={job.progress} />
          <span className="app-status-percent number">
            {job.progress === null ? '' : `${Math.round(job.progress * 100)}%`}
          </span>
          <Button size="small" variant="quiet" icon={X} onPress={() => void cancelJob(job.id)}>
            Cancel
          </Button>
        </div>
      ))}
    </footer>
  );
}
