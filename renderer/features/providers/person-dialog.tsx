import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PersonRow } from '../../../shared/api/views/register.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { WORKER_ROLES, type WorkerRole } from '../../../shared/model/register.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { ProviderField } from './provider-field.tsx';
import { ROLE_WORDS } from './register-words.ts';

interface HeldTyped {
  readonly key: number;
  readonly competence: string;
  readonly issued_on: string;
  readonly expires_on: string;
}

/** Enters or changes a driver or assistant. */
export function PersonDialog(props: {
  /** undefined: somebody new. */
  readonly person: PersonRow | undefined;
  readonly onClose: () => void;
  readonly onKept: (id: number) => void;
}) {
  const { person } = props;
  const [text, setText] = useState({
    name: person?.name ?? '',
    provider: person?.provider ?? '',
    ref: person?.ref ?? '',
    licensing_authority: person?.licensing_authority ?? '',
    badge_number: person?.badge_number ?? '',
    training: person?.training ?? '',
    phone: person?.phone ?? '',
    notes: person?.notes ?? '',
  });
  const [days, setDays] = useState<Readonly<Record<DayName, string>>>({
    badge_expires_on: person?.badge_expires_on ?? '',
    dbs_on: person?.dbs_on ?? '',
    training_expires_on: person?.training_expires_on ?? '',
    left_on: person?.left_on ?? '',
  });
  const [role, setRole] = useState<WorkerRole>(person?.role ?? 'driver');
  const [held, setHeld] = useState<readonly HeldTyped[]>(() =>
    (person?.competences ?? []).map((each, key) => ({
      key,
      competence: each.competence,
      issued_on: each.issued_on ?? '',
      expires_on: each.expires_on ?? '',
    })),
  );
  const put = (name: keyof typeof text) => (value: string) => {
    setText({ ...text, [name]: value });
  };
  const day = (name: DayName, label: string, description?: string) => (
    <DateField
      label={label}
      value={days[name]}
      onChange={(value) => {
        setDays({ ...days, [name]: value });
      }}
      {...(description === undefined ? {} : { description })}
    />
  );
  const problems = [
    ...(text.name.trim() === '' ? ['Give the name.'] : []),
    ...(text.provider.trim() === '' ? ['Name the provider.'] : []),
    ...(held.some(({ competence }) => competence === '')
      ? ['Choose every competence, or take its line out.']
      : []),
  ];
  return (
    <SigningDialog
      title={
        person === undefined ? 'Add a driver or assistant' : `Edit ${person.name || person.ref}`
      }
      verb={person === undefined ? 'Add them' : 'Keep changes'}
      done={`${text.name} is on the register.`}
      problems={problems}
      signedBy={officerName()}
      sign={async () => {
        const answer = await call('register/save-person', {
          id: person?.id ?? null,
          ...text,
          role,
          badge_expires_on: parseIsoDate(days.badge_expires_on),
          dbs_on: parseIsoDate(days.dbs_on),
          training_expires_on: parseIsoDate(days.training_expires_on),
          left_on: parseIsoDate(days.left_on),
          competences: held.map(({ competence, issued_on, expires_on }) => ({
            competence,
            issued_on: parseIsoDate(issued_on),
            expires_on: parseIsoDate(expires_on),
          })),
        });
        if (answer.ok) props.onKept(answer.value.id);
        return answer;
      }}
      onClose={props.onClose}
    >
      <div className="providers-form">
        <TextField label="Name" value={text.name} onChange={put('name')} takesFocus />
        <Select
          label="As"
          options={WORKER_ROLES.map((id) => ({ id, label: ROLE_WORDS[id] }))}
          value={role}
          onChange={setRole}
        />
        <ProviderField value={text.provider} onChange={put('provider')} />
        <TextField label="Telephone" value={text.phone} onChange={put('phone')} />
        <TextField
          label="Licensing authority"
          value={text.licensing_authority}
          onChange={put('licensing_authority')}
        />
        <TextField label="Badge number" value={text.badge_number} onChange={put('badge_number')} />
        {day('badge_expires_on', 'Badge expires')}
        {day(
          'dbs_on',
          'Enhanced DBS check',
          'The certificate’s date, or of the last check by the update service.',
        )}
        <TextField label="Training" value={text.training} onChange={put('training')} />
        {day('training_expires_on', 'Training expires')}
        <TextField
          label="Reference"
          value={text.ref}
          onChange={put('ref')}
          description="The council’s or provider’s own; made of the badge where there is none."
        />
        {day('left_on', 'Last day with the provider')}
      </div>
      <HeldLines held={held} onChange={setHeld} />
      <TextField label="Notes" value={text.notes} onChange={put('notes')} />
    </SigningDialog>
  );
}

type DayName = 'badge_expires_on' | 'dbs_on' | 'training_expires_on' | 'left_on';

function HeldLines(props: {
  readonly held: readonly HeldTyped[];
  readonly onChange: (held: readonly HeldTyped[]) => void;
}) {
  const { held, onChange } = props;
  const choices = useChannel('register/choices', {});
  const known = choices.data?.competences ?? [];
  const change = (key: number, part: Partial<HeldTyped>): void => {
    onChange(held.map((each) => (each.key === key ? { ...each, ...part } : each)));
  };
  return (
    <fieldset className="providers-held">
      <legend>Competences</legend>
      {held.map((each) => (
        <div key={each.key} className="providers-held-line">
          <Select
            label="Competence"
            options={[
              ...known,
              ...(each.competence === '' || known.includes(each.competence)
                ? []
                : [each.competence]),
            ].map((name) => ({ id: name, label: name }))}
            value={each.competence === '' ? null : each.competence}
            onChange={(competence) => {
              change(each.key, { competence });
            }}
          />
          <DateField
            label="Issued"
            value={each.issued_on}
            onChange={(issued_on) => {
              change(each.key, { issued_on });
            }}
          />
          <DateField
            label="Expires"
            value={each.expires_on}
            onChange={(expires_on) => {
              change(each.key, { expires_on });
            }}
          />
          <IconButton
            label={`Take out ${each.competence === '' ? 'this line' : each.competence}`}
            icon={Trash2}
            onPress={() => {
              onChange(held.filter(({ key }) => key !== each.key));
            }}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={Plus}
        onPress={() => {
          const key = 1 + Math.max(0, ...held.map((each) => each.key));
          onChange([...held, { key, competence: '', issued_on: '', expires_on: '' }]);
        }}
      >
        Add a competence
      </Button>
    </fieldset>
  );
}
