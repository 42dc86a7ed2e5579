import { X } from 'lucide-react';
import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { RoundPage } from '../../../shared/api/views/rounds.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { go, hrefOf } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { IconButton } from '../../ui/button.tsx';
import { Combo } from '../../ui/combo.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

interface Chosen {
  readonly urn: number;
  readonly name: string;
}

type ChosenContract = RoundPage['contracts'][number];

/** Sets a round up, or changes it: its schools and single contracts, the first day of the new contracts, the trial that holds its routes. */
export function RoundDialog(props: {
  readonly page: RoundPage | null;
  readonly onClose: () => void;
}) {
  const { page } = props;
  const today = useSession((session) => session.info?.store?.today ?? '');
  const plans = useChannel('edits/plans', {});
  const [name, setName] = useState(page?.round.name ?? '');
  const [note, setNote] = useState(page?.round.note ?? '');
  const [day, setDay] = useState<string>(page?.round.starts_on ?? today);
  const [schools, setSchools] = useState<readonly Chosen[]>(page?.schools ?? []);
  const [contracts, setContracts] = useState<readonly ChosenContract[]>(page?.contracts ?? []);
  const [trial, setTrial] = useState(String(page?.round.plan_id ?? 0));
  const [by, setBy] = useState(officerName);
  const starts_on = parseIsoDate(day);
  const trials = (plans.data ?? []).flatMap(({ id, trial: of }) => of === null ? [] : [{ id: String(id), label: of.name }]); // prettier-ignore
  const isSigned = (page?.round.signatures.length ?? 0) > 0;
  const save = async () => {
    if (starts_on === null) return fail('not_complete', 'The day is not given.', 'Give it.');
    const answer = await call('rounds/save', {
      round_id: page?.round.id ?? null,
      name,
      note,
      starts_on,
      school_urns: schools.map(({ urn }) => urn),
      contract_ids: contracts.map(({ id }) => id),
      plan_id: trial === '0' ? null : Number(trial),
      by,
    });
    if (answer.ok) go(hrefOf('routes', ['rounds', answer.value.round.id]));
    return answer;
  };
  return (
    <SigningDialog
      title={page === null ? 'Set up a retender round' : `Change ${page.round.name}`}
      verb={page === null ? 'Set up the round' : 'Keep the changes'}
      done={`The round “${name}” is kept.`}
      problems={[
        ...(name.trim() === '' ? ['Name the round.'] : []),
        ...(starts_on === null ? ['Give the first day.'] : []),
        ...(schools.length + contracts.length === 0 ? ['Choose a school, or a contract.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={save}
      onClose={props.onClose}
    >
      {isSigned ? (
        <p>Other schools or contracts, another day or another trial take the signatures back.</p>
      ) : null}
      <TextField label="Name" value={name} onChange={setName} isRequired takesFocus />
      <DateField label="First day of the new contracts" value={day} onChange={setDay} />
      <AddSchool
        chosen={schools}
        onAdd={(school) => {
          setSchools([...schools, school]);
        }}
      />
      {schools.length === 0 ? null : (
        <ul className="round-chosen" aria-label="Schools of the round">
          {schools.map((school) => (
            <li key={school.urn}>
              <span>{school.name}</span>
              <IconButton
                label={`Leave ${school.name} out`}
                icon={X}
                onPress={() => {
                  setSchools(schools.filter(({ urn }) => urn !== school.urn));
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <AddContract
        chosen={contracts}
        onAdd={(contract) => {
          setContracts([...contracts, contract]);
        }}
      />
      {contracts.length === 0 ? null : (
        <ul className="round-chosen" aria-label="Contracts of the round">
          {contracts.map((contract) => (
            <li key={contract.id}>
              <span>{contract.label}</span>
              <IconButton
                label={`Leave contract ${contract.label} out`}
                icon={X}
                onPress={() => {
                  setContracts(contracts.filter(({ id }) => id !== contract.id));
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <Select
        label="Its new routes are those of"
        value={trial}
        options={[{ id: '0', label: 'The plan in use' }, ...trials]}
        onChange={setTrial}
      />
      <TextField label="Note" value={note} onChange={setNote} lines={2} />
      <TextField label="Set up by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function AddSchool(props: {
  readonly chosen: readonly Chosen[];
  readonly onAdd: (school: Chosen) => void;
}) {
  const [text, setText] = useState('');
  const { data } = useChannel('schools/search', { text, limit: 20 });
  const known = new Set(props.chosen.map(({ urn }) => urn));
  const options = (data ?? []).filter(({ urn }) => !known.has(urn));
  return (
    <Combo
      label="Add a school"
      text={text}
      placeholder="Name, town or URN"
      options={options.map(({ urn, name, town }) => ({ id: urn, label: name, detail: town }))}
      onText={setText}
      onChoose={(urn) => {
        const school = options.find((each) => each.urn === urn);
        if (school !== undefined) props.onAdd({ urn, name: school.name });
        setText('');
      }}
    />
  );
}

/** Single contracts besides whole schools, such as those of a provider that gives up. */
function AddContract(props: {
  readonly chosen: readonly ChosenContract[];
  readonly onAdd: (contract: ChosenContract) => void;
}) {
  const [text, setText] = useState('');
  const { data } = useChannel('rounds/contracts', { text, limit: 40 });
  const known = new Set(props.chosen.map(({ id }) => id));
  const options = (data ?? []).filter(({ id }) => !known.has(id));
  return (
    <Combo
      label="Add a single contract"
      text={text}
      placeholder="Number, provider, route or school"
      description="Besides the schools: every contract of a school chosen is in the round already."
      options={options}
      onText={setText}
      onChoose={(chosen) => {
        const contract = options.find(({ id }) => id === chosen);
        if (contract !== undefined) props.onAdd({ id: contract.id, label: contract.label });
        setText('');
      }}
    />
  );
}
