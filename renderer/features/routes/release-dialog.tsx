import { useState } from 'react';
import { call } from '../../bridge/bridge.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';

export interface Releasing {
  readonly client_id: number;
  readonly name: string;
  readonly route_ref: string;
}

/** Takes a client off a running contract, with a reason, so that the next plan may place them anew. */
export function ReleaseDialog(props: {
  readonly releasing: Releasing | null;
  readonly onClose: () => void;
}) {
  const { releasing, onClose } = props;
  return (
    <Dialog
      title={
        releasing === null ? 'Release' : `Release ${releasing.name} from ${releasing.route_ref}`
      }
      isOpen={releasing !== null}
      onClose={onClose}
    >
      {releasing === null ? null : <ReleaseForm releasing={releasing} onClose={onClose} />}
    </Dialog>
  );
}

function ReleaseForm(props: { readonly releasing: Releasing; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [waiting, setWaiting] = useState(false);
  const given = reason.trim();
  const release = async (): Promise<void> => {
    if (given === '' || waiting) return;
    setWaiting(true);
    const answer = await call('routes/release', {
      client_id: props.releasing.client_id,
      released: true,
      reason: given,
    });
    setWaiting(false);
    if (!answer.ok) {
      notifyFailure(answer.error);
      return;
    }
    notify({
      tone: 'info',
      text: `${props.releasing.name} is released from ${props.releasing.route_ref}.`,
      detail: 'The next plan may place them anew.',
      action: { label: 'Put back', run: () => void putBack(props.releasing) },
    });
    props.onClose();
  };
  return (
    <form
      className="release-form"
      onSubmit={(event) => {
        event.preventDefault();
        void release();
      }}
    >
      <p>
        They keep this route until you plan again. The next plan may then place them on another
        route. The reason is kept in their history.
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} lines={3} isRequired />
      <div className="k-form-foot">
        <Button onPress={props.onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          isPending={waiting}
          disabledReason={given === '' ? 'Give a reason first.' : null}
        >
          Release client
        </Button>
      </div>
    </form>
  );
}

/** Fixes a released client to their contract again. */
export async function putBack(releasing: Releasing): Promise<void> {
  const answer = await call('routes/release', {
    client_id: releasing.client_id,
    released: false,
    reason: 'put back on their route',
  });
  if (answer.ok)
    notify({ tone: 'good', text: `${releasing.name} is back on ${releasing.route_ref}.` });
  else notifyFailure(answer.error);
}
