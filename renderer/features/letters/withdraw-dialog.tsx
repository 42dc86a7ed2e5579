import { useState } from 'react';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/states.tsx';

/** Says of letters that they were never posted. They stay on record and no longer count as sent. */
export function WithdrawDialog(props: {
  readonly ids: readonly number[];
  readonly what: string;
  readonly onClose: () => void;
}) {
  const { ids } = props;
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const lacking = reason.trim() === '' ? 'Write why they were not posted.' : null;
  const withdraw = async (): Promise<void> => {
    const answer = await call('letters/withdraw', { ids: [...ids], reason: reason.trim() });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    notify({
      tone: 'good',
      text: `${formatQuantity(answer.value.withdrawn, 'letter')} withdrawn: not counted as sent.`,
    });
    forgetAnswers();
    props.onClose();
  };
  return (
    <Dialog title={`Never posted: ${props.what}`} isOpen onClose={props.onClose}>
      <form
        className="letters-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (lacking === null) void withdraw();
        }}
      >
        <p>
          Withdraw {ids.length === 1 ? 'a letter' : 'letters'} only if{' '}
          {ids.length === 1 ? 'it was' : 'they were'} never posted. The record stays and says so;
          the reminder or letter is then due again.
        </p>
        <TextField
          label="Why it was not posted"
          value={reason}
          onChange={setReason}
          lines={3}
          takesFocus
          isRequired
        />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabledReason={lacking}>
            Withdraw {formatQuantity(ids.length, 'letter')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
