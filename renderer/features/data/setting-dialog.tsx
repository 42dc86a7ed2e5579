import { useState } from 'react';
import type { Setting } from '../../../shared/model/money.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { isEdited, labelOf, leavesOf, readLeaf, withLeaf } from './leaves.ts';

/** Changes one figure from a day on; its source is asked for, because a number without one cannot be defended. */
export function SettingDialog(props: { readonly setting: Setting; readonly onClose: () => void }) {
  const { setting } = props;
  const leaves = leavesOf(setting.value).filter(isEdited);
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [typed, setTyped] = useState(() => leaves.map((leaf) => String(leaf.value ?? '')));
  const [from, setFrom] = useState<string>(today);
  const [source, setSource] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const wrong = leaves.map(
    (leaf, index) => readLeaf(typed[index] ?? '', leaf.value) === null && leaf.value !== null,
  );
  const lacking =
    from === ''
      ? 'Say from which day on.'
      : wrong.some(Boolean)
        ? 'A figure is not a number.'
        : source.trim() === ''
          ? 'Name the source first.'
          : null;
  const save = async (): Promise<void> => {
    let value: unknown = setting.value;
    leaves.forEach((leaf, index) => {
      value = withLeaf(value, leaf.path, readLeaf(typed[index] ?? '', leaf.value));
    });
    const answer = await call('settings/set', {
      key: setting.key,
      from_on: from,
      value,
      source: source.trim(),
    });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    notify({
      tone: 'good',
      text: `${setting.label}: changed.`,
      detail: 'Plan again for it to count.',
    });
    forgetAnswers();
    props.onClose();
  };
  return (
    <Dialog title={setting.label} isOpen onClose={props.onClose} width={560}>
      <form
        className="data-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (lacking === null) void save();
        }}
      >
        <div className={leaves.length > 1 ? 'data-leaves' : ''}>
          {leaves.map((leaf, index) => (
            <TextField
              key={leaf.path.join('.')}
              label={labelOf(setting.value, leaf.path)}
              value={typed[index] ?? ''}
              onChange={(text) => {
                setTyped((all) => all.map((one, at) => (at === index ? text : one)));
              }}
              inputMode={typeof leaf.value === 'number' ? 'decimal' : 'text'}
              {...(leaves.length === 1 ? { description: setting.unit } : {})}
              error={wrong[index] === true ? 'This is not a number.' : null}
            />
          ))}
        </div>
        {leaves.length > 1 ? <p className="soft">Unit: {setting.unit}</p> : null}
        <DateField label="In force from" value={from} onChange={setFrom} />
        <TextField
          label="Source"
          value={source}
          onChange={setSource}
          placeholder="Who says so, where, and when"
          description={`Now: ${setting.source}`}
        />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabledReason={lacking}>
            Change figure
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
