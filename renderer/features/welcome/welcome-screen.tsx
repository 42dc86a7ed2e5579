import { FlaskConical, FolderOpen, LockKeyhole, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { AppInfo } from '../../../shared/api/views/app.ts';
import { cancelJob, useJob } from '../../state/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/states.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { openDemo } from './store-actions.ts';
import './welcome.css';

type Asked = { readonly kind: 'create' } | { readonly kind: 'open'; readonly path: string };

/** Shown while no store is open: the invented county, a store seen before, or a new one. */
export function WelcomeScreen(props: { readonly info: AppInfo }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  return (
    <main className="welcome">
      <div className="welcome-inside">
        <header>
          <h1>Kerbside</h1>
          <p>
            Plans the transport of children with special educational needs between home and school.
          </p>
        </header>
        <Demo />
        <section className="welcome-choice">
          <FolderOpen size={20} strokeWidth={1.75} aria-hidden="true" />
          <div>
            <h2>Open a store</h2>
            {props.info.recent.length === 0 ? (
              <p>None has been opened on this machine yet.</p>
            ) : (
              <ul className="welcome-recent">
                {props.info.recent.map((store) => (
                  <li key={store.path}>
                    <button
                      type="button"
                      onClick={() => {
                        setAsked({ kind: 'open', path: store.path });
                      }}
                    >
                      <strong>{store.name}</strong>
                      {store.encrypted ? <LockKeyhole size={14} aria-label="encrypted" /> : null}
                      <span>{store.path}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </div>
          <Button
            onPress={() => {
              setAsked({ kind: 'open', path: '' });
            }}
          >
            {props.info.recent.length === 0 ? 'Open a store' : 'Open another'}
          </Button>
        </section>
        <section className="welcome-choice">
          <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
          <div>
            <h2>Make a store for your county</h2>
            <p>
              Encrypted from its first day by a passphrase of yours. Nothing leaves this machine.
            </p>
          </div>
          <Button
            onPress={() => {
              setAsked({ kind: 'create' });
            }}
          >
            Make a store
          </Button>
        </section>
        <footer className="soft">Version {props.info.version}</footer>
      </div>
      {asked?.kind === 'open' ? (
        <OpenDialog isOpen recent={props.info.recent} path={asked.path} onClose={close} />
      ) : null}
      {asked?.kind === 'create' ? <CreateDialog isOpen onClose={close} /> : null}
    </main>
  );
}

function Demo() {
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const running = job?.state === 'running';
  return (
    <section className="welcome-choice welcome-first">
      <FlaskConical size={20} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <h2>Open the demonstration county</h2>
        <p>
          Some 6,500 invented children on 1,500 routes, set in Kent in August 2026. For looking
          round and learning: no child in it is real.
        </p>
        {running ? (
          <div className="welcome-job">
            <span>{job.stage}</span>
            <Progress label={job.label} value={job.progress} />
          </div>
        ) : null}
      </div>
      {running ? (
        <Button icon={X} onPress={() => void cancelJob(job.id)}>
          Cancel
        </Button>
      ) : (
        <Button variant="primary" onPress={() => void openDemo(setJobId)}>
          Open demonstration
        </Button>
      )}
    </section>
  );
}
