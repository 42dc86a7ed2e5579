import { Minus, Plus } from 'lucide-react';
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
  const [shape, setShape] = useState<unknown>(setting.value);
  const leaves = leavesOf(shape).filter(isEdited);
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
    const value = asTyped(shape, typed);
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
              label={labelOf(shape, leaf.path)}
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
        {Array.isArray(shape) ? (
          <ListButtons
            length={shape.length}
            onResize={(length) => {
              const next = resized(asTyped(shape, typed), length);
              setShape(next);
              setTyped(
                leavesOf(next)
                  .filter(isEdited)
                  .map(({ value }) => String(value ?? '')),
              );
            }}
          />
        ) : null}
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

/** A value with its leaves as they were typed. */
function asTyped(shape: unknown, typed: readonly string[]): unknown {
  let value = shape;
  leavesOf(shape)
    .filter(isEdited)
    .forEach((leaf, index) => {
      const read = readLeaf(typed[index] ?? '', leaf.value);
      value = withLeaf(value, leaf.path, read ?? leaf.value);
    });
  return value;
}

/** A list with a line more, made like its last one, or a line less. */
function resized(value: unknown, length: number): unknown {
  if (!Array.isArray(value)) return value;
  const list: readonly unknown[] = value;
  return length <= list.length ? list.slice(0, length) : [...list, structuredClone(list.at(-1))];
}

/** A list of law or policy may grow or shrink: a band, a district, a prescribed day. */
function ListButtons(props: {
  readonly length: number;
  readonly onResize: (length: number) => void;
}) {
  return (
    <div className="data-list-buttons">
      <Button
        size="small"
        icon={Plus}
        onPress={() => {
          props.onResize(props.length + 1);
        }}
      >
        Add a line
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon={Minus}
        disabledReason={props.length <= 1 ? 'One line has to stay.' : null}
        onPress={() => {
          props.onResize(props.length - 1);
        }}
      >
        Take the last line out
      </Button>
    </div>
  );
}
