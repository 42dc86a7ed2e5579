import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { AppInfo } from '../../../shared/api/views/app.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { openStore } from './store-actions.ts';

/** Opens a store by its path, with its passphrase where it is encrypted. */
export function OpenDialog(props: {
  readonly isOpen: boolean;
  readonly recent: AppInfo['recent'];
  /** The store meant, from the list of recent ones; '' for one to be typed. */
  readonly path: string;
  readonly onClose: () => void;
}) {
  const [path, setPath] = useState(props.path);
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const known = props.recent.find((store) => store.path === path);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const problem = await openStore(path.trim(), passphrase);
    setBusy(false);
    setFailure(problem);
    if (problem === null) props.onClose();
  };
  return (
    <Dialog
      title={known === undefined ? 'Open a store' : `Open ${known.name}`}
      isOpen={props.isOpen}
      onClose={props.onClose}
    >
      <form
        className="store-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== '' && !busy) void submit();
        }}
      >
        <TextField
          label="File"
          value={path}
          onChange={setPath}
          takesFocus={props.path === ''}
          placeholder="/home/you/county.kerbside"
          description="The whole path of the store on this machine."
        />
        <TextField
          label="Passphrase"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          takesFocus={props.path !== ''}
          icon={LockKeyhole}
          description="Leave it empty for the demonstration county, which is not encrypted."
        />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            disabledReason={
              busy
                ? 'The store is being opened.'
                : path.trim() === ''
                  ? 'Give the file’s path first.'
                  : null
            }
          >
            Open store
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
