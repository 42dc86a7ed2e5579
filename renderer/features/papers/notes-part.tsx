import { useState } from 'react';
import type { NoteRow } from '../../../shared/api/views/papers.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import { HowField, useHow } from './how-field.tsx';
import { HANDED_WORDS } from './paper-words.ts';

/** Notes that ask providers to destroy sheets which were withdrawn: to be told, then to be answered. */
export function NotesPart() {
  const { data } = useChannel('papers/notes', {});
  const open = (data ?? []).filter(({ destroyed }) => destroyed === null);
  const [step, setStep] = useState<{ readonly note: NoteRow; readonly to: 'told' | 'destroyed' } | null>(null); // prettier-ignore
  if (open.length === 0) return null;
  const untold = open.filter(({ told }) => told === null).length;
  return (
    <details className="papers-notes" open={open.length <= 3}>
      <summary>
        {formatQuantity(open.length, 'sheet')} to be destroyed by providers: {untold} to be told of,{' '}
        {open.length - untold} not answered yet
      </summary>
      <ul>
        {open.map((note) => (
          <li key={note.id}>
            <span>
              <strong>Route {note.route_ref}</strong> v{note.version}, {note.recipient}:{' '}
              {note.reason}
              {note.told === null
                ? ''
                : ` Told ${formatDate(note.told.on)} ${HANDED_WORDS[note.told.how]}.`}
            </span>
            {note.told === null ? (
              <>
                <LinkButton
                  onPress={() => {
                    void copyWords(note.words);
                  }}
                >
                  Copy the note
                </LinkButton>
                <LinkButton
                  onPress={() => {
                    void call('papers/note-pdf', { id: note.id }).then(saveJobFile);
                  }}
                >
                  As .pdf
                </LinkButton>
                <LinkButton
                  onPress={() => {
                    setStep({ note, to: 'told' });
                  }}
                >
                  Told
                </LinkButton>
              </>
            ) : (
              <LinkButton
                onPress={() => {
                  setStep({ note, to: 'destroyed' });
                }}
              >
                Destroyed
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {step === null ? null : (
        <StepDialog
          {...step}
          onClose={() => {
            setStep(null);
          }}
        />
      )}
    </details>
  );
}

async function copyWords(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    notify({ tone: 'good', text: 'The note is copied. Nothing was sent.' });
  } catch (problem) {
    const cause = problem instanceof Error ? problem.message : String(problem);
    notifyFailure({ code: 'not_copied', cause: `The note could not be copied (${cause}).`, action: 'Open it below and select its words.' }); // prettier-ignore
  }
}

function StepDialog(props: {
  readonly note: NoteRow;
  readonly to: 'told' | 'destroyed';
  readonly onClose: () => void;
}) {
  const { note, to } = props;
  const how = useHow();
  const [name, setName] = useState(to === 'told' ? officerName : '');
  const problems = name.trim() === '' ? ['Give the name.'] : [];
  return (
    <SigningDialog
      title={to === 'told' ? `Told ${note.recipient}` : `Destroyed by ${note.recipient}`}
      verb={to === 'told' ? 'Record that they were told' : 'Record that it is destroyed'}
      done="Recorded."
      problems={problems}
      signedBy={name}
      sign={async () => {
        const done = await (to === 'told'
          ? call('papers/note-told', { id: note.id, how, by: name })
          : call('papers/note-destroyed', { id: note.id, said: name }));
        if (done.ok) forgetAnswers();
        return done;
      }}
      onClose={props.onClose}
    >
      {to === 'told' ? (
        <>
          <pre className="papers-note">{note.words}</pre>
          <HowField isLabelled />
          <TextField label="Told by" value={name} onChange={setName} isRequired />
        </>
      ) : (
        <TextField
          label={`Who at ${note.recipient} says so`}
          value={name}
          onChange={setName}
          isRequired
        />
      )}
    </SigningDialog>
  );
}
