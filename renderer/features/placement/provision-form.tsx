import { NEEDS, PHASES } from '../../../shared/model/client.ts';
import type { ProvisionRule } from '../../../shared/model/placement.ts';
import { NEED_WORDS, PHASE_WORDS } from '../../../shared/model/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { TypedProvision } from './provision-typed.ts';

const RULES: readonly { readonly id: ProvisionRule; readonly label: string }[] = [
  { id: 'distance', label: 'Those it saves the most miles' },
  { id: 'saving', label: 'Those it saves the most pounds of transport' },
];

/** What the provision takes, and where it stands: every field of it by keyboard too. */
export function ProvisionForm(props: {
  readonly typed: TypedProvision;
  readonly onChange: (typed: TypedProvision) => void;
}) {
  const { typed, onChange } = props;
  const text = (key: 'name' | 'lat' | 'lon' | 'age_from' | 'age_to' | 'places') => ({
    value: typed[key],
    onChange: (value: string) => {
      onChange({ ...typed, [key]: value });
    },
  });
  return (
    <div className="placement-form">
      <TextField label="Name" {...text('name')} />
      <div className="placement-two">
        <TextField label="Latitude" inputMode="decimal" {...text('lat')} />
        <TextField label="Longitude" inputMode="decimal" {...text('lon')} />
      </div>
      <Checks
        legend="Designated needs"
        all={NEEDS}
        words={NEED_WORDS}
        chosen={typed.needs}
        onChange={(needs) => {
          onChange({ ...typed, needs });
        }}
      />
      <Checks
        legend="Phases (none: all of its ages)"
        all={PHASES}
        words={PHASE_WORDS}
        chosen={typed.phases}
        onChange={(phases) => {
          onChange({ ...typed, phases });
        }}
      />
      <div className="placement-three">
        <TextField label="Youngest age" inputMode="numeric" {...text('age_from')} />
        <TextField label="Oldest age" inputMode="numeric" {...text('age_to')} />
        <TextField label="Places" inputMode="numeric" {...text('places')} />
      </div>
      <DateField
        label="Opens on"
        value={typed.opens_on}
        onChange={(opens_on) => {
          onChange({ ...typed, opens_on });
        }}
      />
      <Select
        label="Places go to"
        options={RULES}
        value={typed.rule}
        onChange={(rule) => {
          onChange({ ...typed, rule });
        }}
        description="Ties by reference. Only where it is nearer than the school attended."
      />
    </div>
  );
}

function Checks<Id extends string>(props: {
  readonly legend: string;
  readonly all: readonly Id[];
  readonly words: Readonly<Record<Id, string>>;
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}) {
  const { legend, all, words, chosen, onChange } = props;
  return (
    <fieldset className="placement-checks">
      <legend>{legend}</legend>
      {all.map((id) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isOn) => {
            onChange(all.filter((each) => (each === id ? isOn : chosen.includes(each))));
          }}
        >
          {words[id]}
        </Checkbox>
      ))}
    </fieldset>
  );
}
