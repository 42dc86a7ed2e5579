import { useState } from 'react';
import type { RoundPage } from '../../../shared/api/views/rounds.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { signingProblems } from '../../../shared/service/notices/round-gate.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Signs the gate as it stands: the first officer, or the second, who alone may pass it with a line that is not met, and says why. */
export function SignRoundDialog(props: { readonly page: RoundPage; readonly onClose: () => void }) {
  const { round, gate } = props.page;
  const [officer, setOfficer] = useState(officerName);
  const [override_reason, setReason] = useState('');
  const isSecond = round.signatures.length === 1;
  const open = gate.lines.filter(({ key, met }) => key !== 'signatures' && !met).length;
  return (
    <SigningDialog
      title={`Sign the round “${round.name}”`}
      verb={isSecond && open > 0 ? 'Sign and pass all the same' : 'Sign'}
      done="Signed."
      problems={signingProblems(gate, round.signatures, { officer, override_reason })}
      signedBy=""
      sign={() => call('rounds/sign', { round_id: round.id, officer, override_reason })}
      onClose={props.onClose}
    >
      {open === 0 ? (
        <p>Every line of the gate is met.</p>
      ) : (
        <NoticeBar tone="warning" title={`${formatQuantity(open, 'line is', 'lines are')} not met`}>
          {isSecond
            ? 'You are the second to sign: with your reason the gate is passed all the same.'
            : 'You may sign; the second officer passes the gate once every line is met, or with a reason.'}
        </NoticeBar>
      )}
      <TextField label="Signed by" value={officer} onChange={setOfficer} isRequired takesFocus />
      {isSecond && open > 0 ? (
        <TextField
          label="Why the gate is passed all the same"
          value={override_reason}
          onChange={setReason}
          lines={3}
          isRequired
        />
      ) : null}
    </SigningDialog>
  );
}
