import { useState } from 'react';
import type { ContactEntry, RestrictedWords } from '../../../shared/api/views/contacts.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { fail } from '../../../shared/kernel/result.ts';
import type { ContactStep, ContactStepKind } from '../../../shared/model/contact.ts';
import { CONTACT_STEP_WORDS, CONTACT_WORDS } from '../../../shared/model/year-words.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { notifyFailure } from '../../state/notices.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { aboutWords, dueWords, stateOf } from './contact-words.ts';

/** One entry with all that was done about it, and what may be done next. */
export function EntryDialog(props: { readonly id: number; readonly onClose: () => void }) {
  const { data, error, refetch } = useChannel('contacts/entry', { id: props.id });
  const [adding, setAdding] = useState<ContactStepKind | null>(null);
  const [isRestricting, setRestricting] = useState(false);
  if (adding !== null && data !== null)
    return (
      <StepDialog
        entry={data}
        first={adding}
        onClose={() => {
          setAdding(null);
        }}
      />
    );
  if (isRestricting && data !== null)
    return (
      <RestrictDialog
        id={props.id}
        onClose={() => {
          setRestricting(false);
          props.onClose();
        }}
      />
    );
  return (
    <Dialog
      title={
        data === null
          ? 'Entry'
          : `${CONTACT_WORDS[data.row.kind]}, ${formatDate(data.row.happened_on)}`
      }
      isOpen
      onClose={props.onClose}
      width={680}
    >
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        <Spinner label="Reading the entry" />
      ) : (
        <EntrySheet
          entry={data}
          onAdd={setAdding}
          onRestrict={() => {
            setRestricting(true);
          }}
          onClose={props.onClose}
        />
      )}
    </Dialog>
  );
}

function EntrySheet(props: {
  readonly entry: ContactEntry;
  readonly onAdd: (kind: ContactStepKind) => void;
  readonly onRestrict: () => void;
  readonly onClose: () => void;
}) {
  const { row, steps, may } = props.entry;
  const today = useSession((session) => session.info?.store?.today ?? '');
  const state = stateOf(row, today);
  const due = dueWords(row);
  const isOpen = row.closed === null;
  const [words, setWords] = useState<RestrictedWords | null>(null);
  const look = async (): Promise<void> => {
    const answer = await call('contacts/look', { id: row.id });
    if (answer.ok) setWords(answer.value);
    else notifyFailure(answer.error);
  };
  const wordsOf = (step: ContactStep): string =>
    words?.steps.find(({ step_id }) => step_id === step.id)?.words ?? step.words;
  const told_by = words?.told_by ?? row.told_by;
  return (
    <div className="contact-sheet">
      <p className="contact-entry-head">
        <StateMark tone={state.tone}>{state.label}</StateMark>
        <span>{aboutWords(row)}</span>
        {row.school === '' ? null : <span className="soft">{row.school}</span>}
      </p>
      {row.restricted && words === null ? (
        <NoticeBar
          tone="info"
          title="Safeguarding: its words are read here alone"
          action={
            <Button size="small" onPress={() => void look()}>
              Read it
            </Button>
          }
        >
          That you read it is kept in the history.
        </NoticeBar>
      ) : null}
      <p>{words?.what ?? row.what}</p>
      <p className="soft">
        {told_by === '' ? '' : `Told by ${told_by}. `}Recorded by {row.recorded_by} on{' '}
        {formatDate(row.recorded_on)}.
      </p>
      <ol className="contact-steps" aria-label="What was done">
        {steps.map((step) => (
          <StepLine key={step.id} step={{ ...step, words: wordsOf(step) }} />
        ))}
      </ol>
      {steps.length === 0 ? <p className="soft">Nothing was done about it yet.</p> : null}
      {due === '' ? null : <p>{due}</p>}
      <div className="contact-does">
        {isOpen ? (
          <>
            <Button
              size="small"
              onPress={() => {
                props.onAdd(may[0] ?? 'done');
              }}
            >
              {may[0] === undefined ? 'Say what was done…' : `${CONTACT_STEP_WORDS[may[0]]}…`}
            </Button>
            <Button
              size="small"
              onPress={() => {
                props.onAdd('follow_up');
              }}
            >
              Look again on…
            </Button>
            <Button
              size="small"
              onPress={() => {
                props.onAdd('closed');
              }}
            >
              Close it…
            </Button>
            {row.restricted ? null : (
              <LinkButton onPress={props.onRestrict}>This is safeguarding…</LinkButton>
            )}
          </>
        ) : (
          <Button
            size="small"
            onPress={() => {
              props.onAdd('reopened');
            }}
          >
            Open it again…
          </Button>
        )}
        <span className="contact-space" />
        <Button onPress={props.onClose}>Done</Button>
      </div>
    </div>
  );
}

function StepLine({ step }: { readonly step: ContactStep }) {
  return (
    <li>
      <strong>{CONTACT_STEP_WORDS[step.kind]}</strong>{' '}
      <span className="soft">
        {formatDate(step.on)}, {step.by}
      </span>
      {step.words === '' ? null : <p>{step.words}</p>}
    </li>
  );
}

/** Kinds that may be added by hand to an open entry, those of a complaint first. */
function kindsFor(entry: ContactEntry): readonly ContactStepKind[] {
  if (entry.row.closed !== null) return ['reopened'];
  return [...entry.may, 'done', 'told', 'follow_up', 'closed', 'withdrawn'];
}

function StepDialog(props: {
  readonly entry: ContactEntry;
  readonly first: ContactStepKind;
  readonly onClose: () => void;
}) {
  const { row } = props.entry;
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [kind, setKind] = useState<ContactStepKind>(props.first);
  const [day, setDay] = useState<string>(today);
  const [followUp, setFollowUp] = useState('');
  const [words, setWords] = useState('');
  const [by, setBy] = useState(officerName);
  const on = parseIsoDate(day);
  const follow_up_on = parseIsoDate(followUp);
  const needsWords =
    kind === 'done' || kind === 'told' || kind === 'closed' || kind === 'withdrawn';
  const problems = [
    ...(on === null ? ['Give the day.'] : []),
    ...(needsWords && words.trim() === '' ? [`Write ${WANTED[kind] ?? 'what was done'}.`] : []),
    ...(kind === 'follow_up' && follow_up_on === null ? ['Give the day to look again.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`${CONTACT_WORDS[row.kind]}, ${formatDate(row.happened_on)}`}
      verb={kind === 'closed' ? 'Close it' : 'Record it'}
      done={kind === 'closed' ? 'Closed.' : 'Recorded.'}
      problems={problems}
      signedBy={by}
      sign={async () =>
        on === null
          ? fail('not_complete', 'The day is not given.', 'Give it.')
          : await call('contacts/step', {
              id: row.id,
              kind,
              on,
              words,
              ...(kind === 'follow_up' ? { follow_up_on } : {}),
              by,
            })
      }
      onClose={props.onClose}
    >
      <p>{row.what}</p>
      <Select
        label="What"
        options={kindsFor(props.entry).map((id) => ({ id, label: CONTACT_STEP_WORDS[id] }))}
        value={kind}
        onChange={setKind}
      />
      <DateField label="On" value={day} onChange={setDay} />
      {kind === 'follow_up' ? (
        <DateField label="Look again on" value={followUp} onChange={setFollowUp} />
      ) : null}
      <TextField
        label={kind === 'told' ? 'Who was told, and what' : kind === 'closed' ? 'What came of it' : 'In words'} // prettier-ignore
        value={words}
        onChange={setWords}
        lines={3}
        isRequired={needsWords}
      />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

const WANTED: Partial<Readonly<Record<ContactStepKind, string>>> = {
  told: 'who was told',
  done: 'what was done',
  closed: 'what came of it',
  withdrawn: 'why it was entered by mistake',
};

function RestrictDialog(props: { readonly id: number; readonly onClose: () => void }) {
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title="Make this a safeguarding entry"
      verb="Restrict it"
      done="Restricted: only named persons read it from now on."
      problems={by.trim() === '' ? ['Sign with your name.'] : []}
      signedBy={by}
      sign={() => call('contacts/restrict', { id: props.id, by })}
      onClose={props.onClose}
    >
      <p>
        From now on it is read by named persons alone: it leaves every list, the search, the history
        and the files. It cannot be made open again.
      </p>
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
