import { useState } from 'react';
import { HOME } from '../../../shared/model/stop-place.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { applyEdit, whoseStop } from './editor-state.ts';

/** Who is to be taken off which route. */
export interface TakingOff {
  readonly client_id: number;
  readonly place: string;
  readonly name: string;
  readonly ref: string;
}

/** Takes a client off their route, with the reason that is shown wherever they are listed then. */
export function TakeOffDialog(props: {
  readonly taking: TakingOff | null;
  readonly onClose: () => void;
}) {
  const { taking, onClose } = props;
  return (
    <Dialog
      title={taking === null ? 'Take off' : `Take ${taking.name} off ${taking.ref}`}
      isOpen={taking !== null}
      onClose={onClose}
    >
      {taking === null ? null : <TakeOffForm taking={taking} onClose={onClose} />}
    </Dialog>
  );
}

function TakeOffForm(props: { readonly taking: TakingOff; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const take = async (): Promise<void> => {
    if (given === '') return;
    const whose = whoseStop(props.taking);
    if (await applyEdit({ kind: 'take-off', ...whose, reason: given })) props.onClose();
  };
  return (
    <form
      className="take-off"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <p>
        {props.taking.place === HOME
          ? 'They have no route from home then, and are listed as unallocated with your reason until placed.'
          : 'They have no route on these days then, and are listed as unallocated for them with your reason until placed.'}
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} lines={2} isRequired />
      <div className="k-form-foot">
        <Button onPress={props.onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          disabledReason={given === '' ? 'Give a reason first.' : null}
        >
          Take off
        </Button>
      </div>
    </form>
  );
}
