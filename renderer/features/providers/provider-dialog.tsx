import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProviderPage, RegisterChoices } from '../../../shared/api/views/register.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { go } from '../../state/place.ts';
import { officerName } from '../../state/officer.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { hrefOfProvider } from './provider-address.ts';

interface FleetTyped {
  readonly key: number;
  readonly vehicle_class: string;
  readonly count: string;
  /** Names of districts, divided by semicolons. */
  readonly where: string;
}

const NO_FLEET: ProviderPage['fleet'] = [];
const NO_DISTRICTS: RegisterChoices['districts'] = [];

/** The names typed as codes; what is none of the districts is named. */
function readWhere(typed: string, districts: RegisterChoices['districts']) {
  const names = typed
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const codeOf = (name: string) =>
    districts.find((each) => each.name.toLowerCase() === name.toLowerCase() || each.code === name)
      ?.code;
  return {
    codes: names.flatMap((name) => codeOf(name) ?? []),
    unknown: names.filter((name) => codeOf(name) === undefined),
  };
}

/** Enters a provider, or changes one: contact, districts, fleet. The name of one that contracts name is the contracts'. */
export function ProviderDialog(props: {
  /** Null: one that nothing names yet. */
  readonly page: ProviderPage | null;
  readonly onClose: () => void;
}) {
  const provider = props.page?.provider ?? null;
  const known = props.page?.fleet ?? NO_FLEET;
  const isNamed = (props.page?.row.contracts ?? 0) > 0;
  // One that is not on the register yet is put there as its contracts name it.
  const isFixed = isNamed && provider === null;
  const choices = useChannel('register/choices', {});
  const districts = choices.data?.districts ?? NO_DISTRICTS;
  const [text, setText] = useState({
    name: props.page?.row.name ?? '',
    framework: provider?.framework ?? '',
    contact_name: provider?.contact_name ?? '',
    phone: provider?.phone ?? '',
    email: provider?.email ?? '',
    notes: provider?.notes ?? '',
  });
  // How many contracts name it, once the host said so; and whether they are renamed with it.
  const [contracts, setContracts] = useState(0);
  const [isWithThem, setWithThem] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>(provider?.districts ?? []);
  const [fleet, setFleet] = useState<readonly FleetTyped[]>(() =>
    known.map((each, key) => ({
      key,
      vehicle_class: each.vehicle_class,
      count: String(each.count),
      where: each.district_names.join('; '),
    })),
  );
  const put = (name: keyof typeof text) => (value: string) => {
    setText({ ...text, [name]: value });
  };
  const lines = fleet.map((each) => ({ ...each, ...readWhere(each.where, districts) }));
  const problems = [
    ...(text.name.trim() === '' ? ['Give the provider’s name.'] : []),
    ...(lines.some((each) => each.vehicle_class === '') ? ['Choose the class of every line.'] : []),
    ...(lines.every((each) => /^\d{1,4}$/.test(each.count.trim()))
      ? []
      : ['Say how many vehicles each line is, as a whole number.']),
    ...lines.flatMap(({ unknown }) => unknown.map((name) => `${name} is none of the districts.`)),
  ];
  return (
    <SigningDialog
      title={
        props.page === null
          ? 'Add a provider'
          : provider === null
            ? `Put ${props.page.row.name} on the register`
            : `Edit ${props.page.row.name}`
      }
      verb={provider === null ? 'Put on the register' : 'Keep changes'}
      done={`${text.name.trim()} is on the register.`}
      problems={[...new Set(problems)]}
      signedBy={officerName()}
      sign={async () => {
        const answer = await call('register/save-provider', {
          key: provider?.key ?? null,
          ...text,
          districts: [...chosen],
          ...(isWithThem && contracts > 0 ? { with_contracts: contracts } : {}),
          fleet: lines.map(({ vehicle_class, count, codes }) => ({
            vehicle_class,
            count: Number(count),
            districts: [...codes],
          })),
        });
        if (!answer.ok && answer.error.code === 'contracts_name_it')
          setContracts(Number(answer.error.details?.['contracts'] ?? 0));
        if (answer.ok) go(hrefOfProvider(answer.value.key));
        return answer;
      }}
      onClose={props.onClose}
    >
      <div className="providers-form">
        <TextField
          label="Name"
          value={text.name}
          onChange={put('name')}
          takesFocus={!isFixed}
          isReadOnly={isFixed}
          {...(isNamed
            ? {
                description: isFixed
                  ? 'As its contracts have it.'
                  : 'Its contracts are renamed with it, once you agree.',
              }
            : {})}
        />
        <TextField
          label="Framework"
          value={text.framework}
          onChange={put('framework')}
          takesFocus={isFixed}
        />
        <TextField label="Contact" value={text.contact_name} onChange={put('contact_name')} />
        <TextField label="Telephone" value={text.phone} onChange={put('phone')} />
        <TextField label="Email" type="email" value={text.email} onChange={put('email')} />
      </div>
      {contracts === 0 ? null : (
        <Checkbox isSelected={isWithThem} onChange={setWithThem}>
          Rename it in {formatQuantity(contracts, 'contract')}, the plan in use and its trials,
          index clauses, claims, the contact log and invitations without a bid. Papers given out,
          bids and awards keep the name they carry
        </Checkbox>
      )}
      <fieldset className="providers-held">
        <legend>Works in</legend>
        <div className="providers-districts">
          {districts.map(({ code, name }) => (
            <Checkbox
              key={code}
              isSelected={chosen.includes(code)}
              onChange={(isOn) => {
                setChosen(isOn ? [...chosen, code] : chosen.filter((each) => each !== code));
              }}
            >
              {name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <FleetLines fleet={fleet} classes={choices.data?.classes ?? []} onChange={setFleet} />
      <TextField label="Notes" value={text.notes} onChange={put('notes')} />
    </SigningDialog>
  );
}

function FleetLines(props: {
  readonly fleet: readonly FleetTyped[];
  readonly classes: RegisterChoices['classes'];
  readonly onChange: (fleet: readonly FleetTyped[]) => void;
}) {
  const { fleet, classes, onChange } = props;
  const change = (key: number, part: Partial<FleetTyped>): void => {
    onChange(fleet.map((each) => (each.key === key ? { ...each, ...part } : each)));
  };
  return (
    <fieldset className="providers-held">
      <legend>Fleet it can put on the road</legend>
      {fleet.map((each) => (
        <div key={each.key} className="providers-held-line providers-fleet-line">
          <Select
            label="Class"
            options={classes.map(({ id, name }) => ({ id, label: name }))}
            value={each.vehicle_class === '' ? null : each.vehicle_class}
            onChange={(vehicle_class) => {
              change(each.key, { vehicle_class });
            }}
          />
          <TextField
            label="Vehicles"
            value={each.count}
            inputMode="numeric"
            onChange={(count) => {
              change(each.key, { count });
            }}
          />
          <TextField
            label="Where"
            placeholder="Wherever it works"
            value={each.where}
            onChange={(where) => {
              change(each.key, { where });
            }}
          />
          <IconButton
            label="Take out this line"
            icon={Trash2}
            onPress={() => {
              onChange(fleet.filter(({ key }) => key !== each.key));
            }}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={Plus}
        onPress={() => {
          const key = 1 + Math.max(0, ...fleet.map((each) => each.key));
          onChange([...fleet, { key, vehicle_class: '', count: '', where: '' }]);
        }}
      >
        Add a class
      </Button>
    </fieldset>
  );
}
