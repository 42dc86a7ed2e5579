import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { Failure } from '../../../shared/kernel/result.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, NoticeBar } from '../../ui/states.tsx';
import { strengthOf } from './passphrase-strength.ts';
import { createStore } from './store-actions.ts';

/** Makes an encrypted store for a county. What is lost with the passphrase is said before it is made. */
export function CreateDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [county, setCounty] = useState('');
  const [typedPath, setTypedPath] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [understood, setUnderstood] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const suggested = useChannel(
    'store/suggest-path',
    props.isOpen && county.trim() !== '' ? { county: county.trim() } : null,
  );
  const path = typedPath ?? suggested.data?.path ?? '';
  const strength = strengthOf(passphrase);
  const differs = again !== '' && again !== passphrase;
  const lacking = whatIsLacking({
    county,
    path,
    strong: strength.enough,
    same: again === passphrase,
    understood,
  });
  const submit = async (): Promise<void> => {
    setBusy(true);
    const problem = await createStore(path.trim(), county.trim(), passphrase);
    setBusy(false);
    setFailure(problem);
    if (problem === null) props.onClose();
  };
  return (
    <Dialog
      title="Make a store for your county"
      isOpen={props.isOpen}
      onClose={props.onClose}
      width={560}
    >
      <form
        className="store-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (lacking === null && !busy) void submit();
        }}
      >
        <TextField
          label="County"
          value={county}
          onChange={setCounty}
          placeholder="Kent"
          takesFocus
        />
        <TextField
          label="File"
          value={path}
          onChange={setTypedPath}
          description="Where the store is kept on this machine. Everything stays in this one file and its back-ups."
        />
        <div className="store-pair">
          <TextField
            label="Passphrase"
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            icon={LockKeyhole}
            autoComplete="new-password"
            description={<StateMark tone={strength.tone}>{strength.words}</StateMark>}
          />
          <TextField
            label="Passphrase again"
            type="password"
            value={again}
            onChange={setAgain}
            autoComplete="new-password"
            error={differs ? 'The two are not the same yet.' : null}
          />
        </div>
        <NoticeBar tone="warning" title="A lost passphrase cannot be recovered">
          The store is encrypted with it, and so are its back-ups. Nobody, not even Kerbside’s
          makers, can open it without. Keep it where your team keeps such things.
        </NoticeBar>
        <Checkbox isSelected={understood} onChange={setUnderstood}>
          I have noted the passphrase in a safe place
        </Checkbox>
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            disabledReason={busy ? 'The store is being made.' : lacking}
          >
            Make store
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function whatIsLacking(form: {
  readonly county: string;
  readonly path: string;
  readonly strong: boolean;
  readonly same: boolean;
  readonly understood: boolean;
}): string | null {
  if (form.county.trim() === '') return 'Give the county’s name first.';
  if (form.path.trim() === '') return 'Say where the file is to be kept.';
  if (!form.strong) return 'The passphrase is too short.';
  if (!form.same) return 'Type the same passphrase twice.';
  if (!form.understood) return 'Note the passphrase first, and tick that you have.';
  return null;
}
