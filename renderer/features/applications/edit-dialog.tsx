import { useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import { ADDRESS_FIELDS } from '../../../shared/casework/protected.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { DaysField } from './days-field.tsx';
import { fromForm, toForm, type Field, type FieldGroup, type FieldValue } from './fields.ts';
import { SchoolChoice } from './school-choice.tsx';
import { childName } from './words.ts';

type Held = string | readonly string[] | boolean;
const UNKNOWN = 'not-known';

/** A protected address is not in the page, so it is not edited blind; its mark is taken off only by who may look. */
function editableOf(group: FieldGroup, { client, lookers }: CasePage): FieldGroup {
  if (!client.protected_address) return group;
  const hidden = (name: string): boolean =>
    ADDRESS_FIELDS.has(name) || (name === 'protected_address' && !lookers.may_look);
  return { ...group, fields: group.fields.filter(({ name }) => !hidden(name)) };
}

/** Edits one group of a client's fields. Only what changed is sent, and each change is kept in the history. */
export function EditDialog(props: {
  readonly page: CasePage;
  readonly group: FieldGroup;
  readonly onClose: () => void;
}) {
  const { page } = props;
  const group = editableOf(props.group, page);
  const before = new Map(group.fields.map((field) => [field.name, toForm(field, page.client)]));
  const [form, setForm] = useState<ReadonlyMap<string, Held>>(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const changed = group.fields.filter(
    (field) => JSON.stringify(form.get(field.name)) !== JSON.stringify(before.get(field.name)),
  );
  const unreadable = changed.find(
    (field) => fromForm(field, form.get(field.name) ?? '') === undefined,
  );
  const lacking =
    unreadable === undefined
      ? changed.length === 0
        ? 'Nothing is changed yet.'
        : null
      : `${unreadable.label}: this is not a number.`;
  const save = async (): Promise<void> => {
    const changes: Record<string, FieldValue> = {};
    for (const field of changed) {
      const value = fromForm(field, form.get(field.name) ?? '');
      if (value !== undefined) changes[field.name] = value;
    }
    const answer = await call('applications/update', { client_id: page.client.id, changes });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    notify({ tone: 'good', text: `${childName(page.client)}: changed.` });
    forgetAnswers();
    props.onClose();
  };
  return (
    <Dialog title={`Edit: ${group.title.toLowerCase()}`} isOpen onClose={props.onClose} width={640}>
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (lacking === null) void save();
        }}
      >
        <div className="case-form-fields">
          {group.fields.map((field) => (
            <div key={field.name} className={field.wide === true ? 'case-form-wide' : ''}>
              <FieldInput
                field={field}
                held={form.get(field.name) ?? ''}
                schoolName={page.school?.name ?? ''}
                onHeld={(held) => {
                  setForm((all) => new Map(all).set(field.name, held));
                }}
              />
            </div>
          ))}
        </div>
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabledReason={lacking}>
            Save changes
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function FieldInput(props: {
  readonly field: Field;
  readonly held: Held;
  readonly schoolName: string;
  readonly onHeld: (held: Held) => void;
}) {
  const { field, held, onHeld } = props;
  const text = typeof held === 'string' ? held : '';
  if (field.type === 'yes') {
    return (
      <Checkbox isSelected={held === true} onChange={onHeld}>
        {field.label}
      </Checkbox>
    );
  }
  if (field.type === 'days') {
    return (
      <DaysField
        label="Days"
        value={Array.isArray(held) ? held.map(String) : []}
        onChange={onHeld}
      />
    );
  }
  if (field.type === 'school') {
    return (
      <SchoolChoice
        label={field.label}
        urn={text === '' ? null : Number(text)}
        name={props.schoolName}
        onChange={(urn) => {
          onHeld(urn === null ? '' : String(urn));
        }}
      />
    );
  }
  if (field.type === 'date') {
    return (
      <DateField
        label={field.label}
        value={text}
        onChange={onHeld}
        {...(field.hint === undefined ? {} : { description: field.hint })}
      />
    );
  }
  if (field.type === 'choice') {
    return (
      <Select
        label={field.label}
        value={text === '' ? UNKNOWN : text}
        options={[
          ...(field.nullable ? [{ id: UNKNOWN, label: 'Not known' }] : []),
          ...field.choices,
        ]}
        onChange={(chosen) => {
          onHeld(chosen === UNKNOWN ? '' : chosen);
        }}
      />
    );
  }
  return (
    <TextField
      label={field.label}
      value={text}
      onChange={onHeld}
      {...(field.type === 'long' ? { lines: 3 } : {})}
      {...(field.type === 'number' || field.type === 'minutes'
        ? { inputMode: 'numeric' as const }
        : {})}
      {...(field.hint === undefined ? {} : { description: field.hint })}
    />
  );
}
