import { useState } from 'react';
import { withdrawalProblems } from '../../../shared/casework/check-evidence.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Marks something recorded as mistaken; it stays to be seen with the reason. */
export function WithdrawDialog(props: {
  /** What is withdrawn, in words. */
  readonly what: string;
  readonly withdraw: (reason: string, by: string) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title="Withdraw a record"
      verb="Withdraw"
      done="Withdrawn; it stays to be seen."
      problems={withdrawalProblems({ reason, by })}
      signedBy={by}
      sign={() => props.withdraw(reason, by)}
      onClose={props.onClose}
    >
      <p>{props.what}</p>
      <TextField label="Why it is mistaken" value={reason} onChange={setReason} lines={3} />
      <TextField label="Withdrawn by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
