import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Result } from '../../../shared/kernel/result.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** A deed that needs a reason and a name. */
export function ReasonForm(props: {
  readonly title: string;
  readonly verb: string;
  readonly done: string;
  readonly label: string;
  readonly sign: (signed: { readonly reason: string; readonly by: string }) => Promise<Result<unknown>>; // prettier-ignore
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const problems = [
    ...(reason.trim() === '' ? ['Write the reason.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={props.title}
      verb={props.verb}
      done={props.done}
      problems={problems}
      signedBy={by}
      sign={() => props.sign({ reason, by })}
      onClose={props.onClose}
    >
      {props.children}
      <TextField label={props.label} value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
