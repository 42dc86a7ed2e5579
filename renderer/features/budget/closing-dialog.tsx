import { useState } from 'react';
import { periodWords, type Period } from '../../../shared/calendar/financial-year.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** A period to be signed off, or opened again. */
export interface ClosingAsked extends Period {
  readonly kind: 'close' | 'reopen';
}

const WORDS = {
  close: {
    title: 'Close',
    verb: 'Close the period',
    done: 'is closed: the month after it is compared with what you signed.',
    text: 'Every line is kept as it stands now, with the contracts behind it. Nothing is locked: what comes in later for days before it is told apart as restated.',
    why: 'What it rests on, such as the report it was signed off in',
  },
  reopen: {
    title: 'Open again:',
    verb: 'Open it again',
    done: 'is open again. What was signed off stays on the record.',
    text: 'What was signed off stays on the record with its day and your reason. Until it is closed anew, the month after it is compared with the period reckoned anew.',
    why: 'Why it is opened again',
  },
} as const;

/** Signs a period off, or opens it again, with reason and name. */
export function ClosingDialog(props: {
  readonly asked: ClosingAsked;
  readonly onClose: () => void;
}) {
  const { year, period, kind } = props.asked;
  const words = WORDS[kind];
  const name = periodWords({ year, period });
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title={`${words.title} ${name}`}
      verb={words.verb}
      done={`${name} ${words.done}`}
      problems={[
        ...(reason.trim() === '' ? ['Write why.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() =>
        call(kind === 'close' ? 'money/close-period' : 'money/reopen-period', {
          year,
          period,
          reason,
          by,
        })
      }
      onClose={props.onClose}
    >
      <p>{words.text}</p>
      <TextField label={words.why} value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
