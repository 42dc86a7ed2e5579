import { useState } from 'react';
import type { VehicleRow } from '../../../shared/api/views/register.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { layoutRoom } from '../../../shared/model/register.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { ProviderField } from './provider-field.tsx';

const NONE = 'none';
type DayName =
  'plate_expires_on' | 'mot_expires_on' | 'insurance_expires_on' | 'lift_examined_on' | 'left_on';

/** A number of kilograms typed; null for none, undefined where it is no number of 1 to 2,000. */
function kgOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const value = Number(typed);
  return Number.isFinite(value) && value >= 1 && value <= 2000 ? value : undefined;
}

/** Enters or changes a vehicle. */
export function VehicleDialog(props: {
  /** undefined: a new one. */
  readonly vehicle: VehicleRow | undefined;
  readonly onClose: () => void;
  readonly onKept: (id: number) => void;
}) {
  const { vehicle } = props;
  const choices = useChannel('register/choices', {});
  const [text, setText] = useState({
    mark: vehicle?.mark ?? '',
    provider: vehicle?.provider ?? '',
    description: vehicle?.description ?? '',
    licensing_authority: vehicle?.licensing_authority ?? '',
    plate_number: vehicle?.plate_number ?? '',
    notes: vehicle?.notes ?? '',
  });
  const [days, setDays] = useState<Readonly<Record<DayName, string>>>({
    plate_expires_on: vehicle?.plate_expires_on ?? '',
    mot_expires_on: vehicle?.mot_expires_on ?? '',
    insurance_expires_on: vehicle?.insurance_expires_on ?? '',
    lift_examined_on: vehicle?.lift_examined_on ?? '',
    left_on: vehicle?.left_on ?? '',
  });
  const [vehicle_class, setClass] = useState(vehicle?.vehicle_class || NONE);
  const [layouts, setLayouts] = useState(vehicle?.layouts.join('; ') ?? '');
  const [lift, setLift] = useState(String(vehicle?.lift_limit_kg ?? ''));
  const [tied, setTied] = useState(String(vehicle?.tie_down_limit_kg ?? ''));
  const put = (name: keyof typeof text) => (value: string) => {
    setText({ ...text, [name]: value });
  };
  const day = (name: DayName, label: string) => (
    <DateField
      label={label}
      value={days[name]}
      onChange={(value) => {
        setDays({ ...days, [name]: value });
      }}
    />
  );
  const parts = layouts
    .split(/[;,]/)
    .map((part) => part.replaceAll(/\s/g, ''))
    .filter(Boolean);
  const [lift_limit_kg, tie_down_limit_kg] = [kgOf(lift), kgOf(tied)];
  const problems = [
    ...(text.mark.trim() === '' ? ['Give the registration mark.'] : []),
    ...(text.provider.trim() === '' ? ['Name the provider.'] : []),
    ...(parts.every((part) => layoutRoom(part) !== null)
      ? []
      : ['Write layouts as seats and wheelchair spaces: 8+0; 4+2.']),
    ...(lift_limit_kg === undefined || tie_down_limit_kg === undefined
      ? ['What lift and tie-downs bear is a number of 1 to 2,000 kg.']
      : []),
  ];
  return (
    <SigningDialog
      title={vehicle === undefined ? 'Add a vehicle' : `Edit ${vehicle.mark}`}
      verb={vehicle === undefined ? 'Add it' : 'Keep changes'}
      done={`${text.mark.toUpperCase()} is on the register.`}
      problems={problems}
      signedBy={officerName()}
      sign={async () => {
        const answer = await call('register/save-vehicle', {
          id: vehicle?.id ?? null,
          ...text,
          vehicle_class: vehicle_class === NONE ? '' : vehicle_class,
          plate_expires_on: parseIsoDate(days.plate_expires_on),
          mot_expires_on: parseIsoDate(days.mot_expires_on),
          insurance_expires_on: parseIsoDate(days.insurance_expires_on),
          lift_examined_on: parseIsoDate(days.lift_examined_on),
          left_on: parseIsoDate(days.left_on),
          lift_limit_kg: lift_limit_kg ?? null,
          tie_down_limit_kg: tie_down_limit_kg ?? null,
          layouts: parts,
        });
        if (answer.ok) props.onKept(answer.value.id);
        return answer;
      }}
      onClose={props.onClose}
    >
      <div className="providers-form">
        <TextField
          label="Registration mark"
          value={text.mark}
          onChange={put('mark')}
          takesFocus
          isReadOnly={vehicle !== undefined}
        />
        <ProviderField value={text.provider} onChange={put('provider')} />
        <Select
          label="Class"
          options={[
            { id: NONE, label: 'Not said' },
            ...(choices.data?.classes ?? []).map(({ id, name }) => ({ id, label: name })),
          ]}
          value={vehicle_class}
          onChange={setClass}
        />
        <TextField label="Make and model" value={text.description} onChange={put('description')} />
        <TextField
          label="Layouts"
          value={layouts}
          onChange={setLayouts}
          description="Seats and wheelchair spaces, several with a semicolon: 8+0; 4+2."
        />
        <TextField
          label="Licensing authority"
          value={text.licensing_authority}
          onChange={put('licensing_authority')}
        />
        <TextField label="Plate" value={text.plate_number} onChange={put('plate_number')} />
        {day('plate_expires_on', 'Plate expires')}
        {day('mot_expires_on', 'MOT expires')}
        {day('insurance_expires_on', 'Insurance expires')}
        {day('lift_examined_on', 'Lift examined')}
        <TextField
          label="Lift bears, kg"
          value={lift}
          onChange={setLift}
          inputMode="numeric"
          description="The safe working load on its plate."
        />
        <TextField
          label="Tie-downs bear, kg"
          value={tied}
          onChange={setTied}
          inputMode="numeric"
          description="For one wheelchair with its occupant."
        />
        {day('left_on', 'Last day in service')}
      </div>
      <TextField label="Notes" value={text.notes} onChange={put('notes')} />
    </SigningDialog>
  );
}
