import './what-if.css';
import { useState } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import type { WhatIfAsked, WhatIfView } from '../../../shared/api/views/what-if.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { cancelJob, takeJob, useJob, whenEnded } from '../../state/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar, Progress } from '../../ui/states.tsx';
import { TrialFigures, TrialLists } from '../hand-back/trial-lists.tsx';

const KINDS = [
  { id: 'retender', label: 'Retender all its contracts' },
  { id: 'merge', label: 'Let children who ride alone share' },
  { id: 'bell', label: 'Move its bell' },
] as const;
type Kind = (typeof KINDS)[number]['id'];

const LEADS: Readonly<Record<Kind, string>> = {
  retender:
    'Every route of the school is planned anew. A child leaves their contract only where that saves more a day than the change weighs. New routes are priced by the rate card: what bidders ask decides.',
  merge:
    'Which routes with one child could be one, what that saves and how long they would ride, and why not the others.',
  bell: 'Every route of the school is timed anew, nobody changes route. Which vehicles could then do two runs one after the other.',
};

/** Tries something at a school. The plan in use is never changed; what is found can be kept as a trial. */
export function WhatIfDialog(props: { readonly school: MapSchool; readonly onClose: () => void }) {
  const { school, onClose } = props;
  const [kind, setKind] = useState<Kind>('retender');
  const [minutes, setMinutes] = useState('20');
  const [name, setName] = useState('');
  const [jobId, setJobId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [view, setView] = useState<WhatIfView | null>(null);
  const job = useJob(jobId);
  const isRunning = job?.state === 'running';
  const asked = askedOf(kind, school.urn, minutes);
  const run = async (keep_as: string | null): Promise<void> => {
    if (asked === null || isRunning) return;
    setFailure(null);
    const started = await call('what-if/start', { asked, keep_as });
    if (!started.ok) {
      setFailure(started.error);
      return;
    }
    takeJob(started.value);
    setJobId(started.value.id);
    const ended = await whenEnded(started.value.id);
    if (ended.error !== null && ended.state === 'failed') setFailure(ended.error);
    if (ended.result?.kind === 'what-if') setView(ended.result.view);
  };
  return (
    <Dialog title={`What if, at ${school.name}`} isOpen onClose={onClose} width={680}>
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run(null);
        }}
      >
        <Select
          label="What to try"
          options={KINDS}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setView(null);
          }}
        />
        <p className="soft">{LEADS[kind]} The plan in use stays as it is.</p>
        {kind === 'bell' ? (
          <TextField
            label="Minutes later (earlier below 0)"
            value={minutes}
            onChange={(next) => {
              setMinutes(next);
              setView(null);
            }}
          />
        ) : null}
        {failure === null ? null : <FailureNotice failure={failure} />}
        {isRunning ? (
          <div className="what-if-running">
            <Progress label={job.stage} value={job.progress} />
            <span className="soft">{job.stage}</span>
            <Button
              size="small"
              onPress={() => {
                if (jobId !== null) void cancelJob(jobId);
              }}
            >
              Cancel
            </Button>
          </div>
        ) : null}
        {view === null || isRunning ? null : <Found view={view} />}
        {view === null || view.kept_as !== '' ? null : (
          <div className="what-if-keep">
            <TextField label="Keep it as a trial called" value={name} onChange={setName} />
            <Button
              disabledReason={name.trim() === '' ? 'Give the trial a name.' : null}
              onPress={() => void run(name)}
            >
              Keep as a trial
            </Button>
          </div>
        )}
        <div className="k-form-foot">
          <Button onPress={onClose}>Close</Button>
          <Button
            type="submit"
            variant="primary"
            isPending={isRunning}
            disabledReason={asked === null ? 'Give whole minutes, from −240 to 240.' : null}
          >
            Try it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function askedOf(kind: Kind, school_urn: number, minutes: string): WhatIfAsked | null {
  if (kind !== 'bell') return { what: kind, school_urn };
  const by = Number(minutes.replace('−', '-'));
  const isFit = minutes.trim() !== '' && Number.isInteger(by) && Math.abs(by) <= 240;
  return isFit ? { what: 'bell', school_urn, minutes: by } : null;
}

function Found({ view }: { readonly view: WhatIfView }) {
  return (
    <>
      {view.kept_as === '' ? null : (
        <NoticeBar tone="good" title={`Kept as the trial “${view.kept_as}”.`}>
          Compare it with the plan in use among the trials. Children who leave a contract there
          still have to be released from it.
        </NoticeBar>
      )}
      {view.what === 'merge' ? <Merge view={view} /> : <Trial view={view} />}
    </>
  );
}

function Trial({ view }: { readonly view: Exclude<WhatIfView, { what: 'merge' }> }) {
  const { chains } = view;
  return (
    <>
      <TrialFigures trial={view.trial} />
      {chains === null ? null : (
        <p>
          {formatCount(chains.vehicles_fewer_after)} vehicles fewer by two runs each, instead of{' '}
          {formatCount(chains.vehicles_fewer_before)}: {formatPence(chains.saving_day_after_pence)}{' '}
          a day instead of {formatPence(chains.saving_day_before_pence)}, est.
        </p>
      )}
      {chains === null || chains.come.length + chains.go.length === 0 ? null : (
        <details className="trial-details">
          <summary>
            {formatQuantity(chains.come.length, 'pair of runs comes', 'pairs of runs come')},{' '}
            {formatCount(chains.go.length)} {chains.go.length === 1 ? 'goes' : 'go'} at this school
          </summary>
          <ul className="trial-list">
            {chains.come.map((pair) => (
              <li key={`come ${pair}`}>
                <span className="trial-who">Comes</span>
                <span>{pair}</span>
              </li>
            ))}
            {chains.go.map((pair) => (
              <li key={`go ${pair}`}>
                <span className="trial-who">Goes</span>
                <span>{pair}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <TrialLists trial={view.trial} who="children" />
    </>
  );
}

function Merge({ view }: { readonly view: Extract<WhatIfView, { what: 'merge' }> }) {
  return (
    <>
      <p>
        {formatQuantity(view.lone, 'child rides', 'children ride')} alone.{' '}
        {view.groups.length === 0
          ? 'None of them could share.'
          : `${formatQuantity(view.groups.length, 'group')} could share: ${formatPence(view.saved_day_pence)} a day and ${formatPounds(view.saved_year_pence)} a year less.`}
      </p>
      <ul className="trial-list">
        {view.groups.map((group) => (
          <li key={group.into_ref}>
            <span className="trial-who">
              {group.refs.join(', ')} into {group.into_ref}
              <small>{group.children.map((each) => each.name || each.ref).join(', ')}</small>
            </span>
            <span>
              {formatPence(group.saved_day_pence)} a day less, longest ride{' '}
              {formatMinutes(group.longest_ride_s)}
              <small>{group.sentences.join(' ')}</small>
            </span>
          </li>
        ))}
      </ul>
      {view.stay.length === 0 ? null : (
        <details className="trial-details">
          <summary>Why not {formatQuantity(view.stay.length, 'child', 'children')}</summary>
          <ul className="trial-list">
            {view.stay.map((each) => (
              <li key={each.ref}>
                <span className="trial-who">
                  <bdi>{each.child}</bdi>
                  <small>{each.ref}</small>
                </span>
                <span>{each.because}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
