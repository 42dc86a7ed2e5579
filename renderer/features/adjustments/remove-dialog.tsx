import { useState } from 'react';
import type { Adjustment } from '../../../shared/costing/adjustment-settings.ts';
import { adjustmentSentence } from '../../../shared/costing/check-adjustment.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Takes an adjustment out, with why. It stays in the history, and what was told for the days before stays told. */
export function RemoveDialog(props: { readonly was: Adjustment; readonly onClose: () => void }) {
  const { was } = props;
  const [why, setWhy] = useState('');
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title={`Take out “${was.label}”`}
      verb="Take it out"
      done="It counts for nothing from today on; the history keeps it."
      problems={[
        ...(why.trim() === '' ? ['Write why it is taken out.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() => call('adjustments/remove', { was, why, by })}
      onClose={props.onClose}
    >
      <p>{adjustmentSentence(was)}.</p>
      <TextField label="Why" value={why} onChange={setWhy} lines={2} isRequired takesFocus />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
