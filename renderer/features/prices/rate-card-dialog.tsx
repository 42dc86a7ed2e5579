import { useState } from 'react';
import type { RateCard, VehicleClass } from '../../../shared/model/money.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { penceOf, typedPounds } from '../lots/lot-words.ts';

/** What is typed of a class. */
interface Typed {
  readonly id: string;
  readonly fixed: string;
  readonly km: string;
  readonly hour: string;
  readonly minimum: string;
  readonly dead: string;
}

function typedOf(each: VehicleClass): Typed {
  const optional = (pence: number | undefined): string => (pence === undefined ? '' : typedPounds(pence));
  return {
    id: each.id,
    fixed: typedPounds(each.fixed_pence),
    km: typedPounds(each.per_km_pence),
    hour: optional(each.per_hour_pence),
    minimum: optional(each.minimum_pence),
    dead: each.dead_mileage_m === undefined ? '' : String(each.dead_mileage_m / 1000),
  };
} // prettier-ignore

function kilometres(text: string): number | null {
  return /^\d+(\.\d+)?$/.test(text.trim()) ? Math.round(Number(text) * 1000) : null;
}

/** A class as it would be kept; null where something typed is no amount. What is left empty has no price of its own. */
function readClass(each: VehicleClass, typed: Typed): VehicleClass | null {
  const [fixed_pence, per_km_pence] = [penceOf(typed.fixed), penceOf(typed.km)];
  const given = (text: string, read: (text: string) => number | null) => (text.trim() === '' ? undefined : read(text));
  const [hour, minimum, dead] = [given(typed.hour, penceOf), given(typed.minimum, penceOf), given(typed.dead, kilometres)];
  if (fixed_pence === null || per_km_pence === null || hour === null || minimum === null || dead === null) return null;
  const { id, name, layouts } = each;
  return {
    id, name, layouts, fixed_pence, per_km_pence,
    ...(hour === undefined ? {} : { per_hour_pence: hour }),
    ...(minimum === undefined ? {} : { minimum_pence: minimum }),
    ...(dead === undefined ? {} : { dead_mileage_m: dead }),
  };
} // prettier-ignore

/** Changes the rate card from a day on; its source is asked for. Classes and their seats are changed on the Data screen. */
export function RateCardDialog({ card, onClose }: { readonly card: RateCard; readonly onClose: () => void }) {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [typed, setTyped] = useState(() => card.classes.map(typedOf));
  const [assistant, setAssistant] = useState(typedPounds(card.assistant_pence));
  const [from, setFrom] = useState<string>(today);
  const [source, setSource] = useState('');
  const classes = card.classes.map((each, at) => readClass(each, typed[at] ?? typedOf(each)));
  const assistant_pence = penceOf(assistant);
  const put = (at: number, part: Partial<Typed>): void => {
    setTyped((before) => before.map((each, index) => (index === at ? { ...each, ...part } : each)));
  };
  return (
    <SigningDialog
      title="Rate card of new routes"
      verb="Keep the rate card"
      done="The rate card is kept. Plan again for it to count."
      problems={[
        ...card.classes.flatMap(({ name }, at) => (classes[at] === null ? [`${name}: give amounts as pounds, such as 70.00, and kilometres as a number.`] : [])),
        ...(assistant_pence === null ? ['Give the assistant’s price in pounds.'] : []),
        ...(from === '' ? ['Say from which day on.'] : []),
        ...(source.trim() === '' ? ['Name the source.'] : []),
      ]}
      signedBy={officerName()}
      sign={() => call('settings/set', { key: 'rate_card', from_on: from, value: { classes, assistant_pence }, source: source.trim() })}
      onClose={onClose}
    >
      {card.classes.map((each, at) => {
        const now = typed[at] ?? typedOf(each);
        return (
          <fieldset key={each.id} className="prices-class">
            <legend>{each.name}</legend>
            <TextField label="£ a day" value={now.fixed} inputMode="decimal" onChange={(fixed) => { put(at, { fixed }); }} />
            <TextField label="£ a km" value={now.km} inputMode="decimal" onChange={(km) => { put(at, { km }); }} />
            <TextField label="£ an hour" value={now.hour} placeholder="none" inputMode="decimal" onChange={(hour) => { put(at, { hour }); }} />
            <TextField label="Minimum, £" value={now.minimum} placeholder="the day price" inputMode="decimal" onChange={(minimum) => { put(at, { minimum }); }} />
            <TextField label="Dead km" value={now.dead} placeholder="as set for all" inputMode="decimal" onChange={(dead) => { put(at, { dead }); }} />
          </fieldset>
        );
      })}
      <div className="case-form-fields">
        <TextField label="Passenger assistant, £ a day" value={assistant} inputMode="decimal" onChange={setAssistant} />
        <DateField label="From" value={from} onChange={setFrom} />
      </div>
      <TextField label="Source" value={source} onChange={setSource} isRequired />
    </SigningDialog>
  );
} // prettier-ignore
