import { useState } from 'react';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Takes a confirmation back: those aboard have no transport until the provider confirms again. */
export function UnconfirmDialog(props: {
  readonly contractId: number;
  readonly contractRef: string;
  readonly onClose: () => void;
}) {
  const [why, setWhy] = useState('');
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title={`Take back the confirmation of contract ${props.contractRef}`}
      verb="Take it back"
      done={`Contract ${props.contractRef} is no longer confirmed.`}
      problems={[
        ...(why.trim() === '' ? ['Write why the confirmation no longer holds.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() => call('service/unconfirm', { contract_ids: [props.contractId], why, by })}
      onClose={props.onClose}
    >
      <p>
        The contract is awarded again, not confirmed. Every child it carries is without transport
        until its provider confirms anew. A provider who gives the work back is recorded as a
        hand-back instead.
      </p>
      <TextField label="Reason" value={why} onChange={setWhy} lines={2} isRequired />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
