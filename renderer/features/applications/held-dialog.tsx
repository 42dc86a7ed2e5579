import { useState } from 'react';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';

/** A person's decision on a held application: take it into use, or refuse it. The reason is kept in the history. */
export function HeldDialog(props: { readonly clientId: number; readonly onClose: () => void }) {
  const { data, error } = useChannel('applications/case', { client_id: props.clientId });
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const lacking =
    reason.trim() === '' ? 'Write the reason first: it is kept in the history.' : null;
  const decide = async (accept: boolean): Promise<void> => {
    const answer = await call('applications/decide-held', {
      client_id: props.clientId,
      accept,
      reason: reason.trim(),
    });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    const { forename, surname } = answer.value.client;
    notify({
      tone: 'good',
      text: `${forename} ${surname}: ${accept ? 'taken into use' : 'refused'}.`,
    });
    forgetAnswers();
    props.onClose();
  };
  const name = data === null ? '' : `${data.client.forename} ${data.client.surname}`;
  return (
    <Dialog
      title={data === null ? 'Held application' : `Decide: ${name}, ${data.client.ref}`}
      isOpen
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>Not now</Button>
          <Button disabledReason={lacking} onPress={() => void decide(false)}>
            Refuse
          </Button>
          <Button variant="primary" disabledReason={lacking} onPress={() => void decide(true)}>
            Take into use
          </Button>
        </>
      }
    >
      {error === null ? null : <FailureNotice failure={error} />}
      {data === null ? (
        <Spinner label="Reading the case" />
      ) : (
        <NoticeBar tone="warning" title="Why it is held">
          {data.application?.held_reason ?? 'It is no longer held.'}
        </NoticeBar>
      )}
      <TextField
        label="Reason for the decision"
        value={reason}
        onChange={setReason}
        lines={3}
        takesFocus
      />
      {failure === null ? null : <FailureNotice failure={failure} />}
    </Dialog>
  );
}
