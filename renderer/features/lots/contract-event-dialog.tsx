import { useState } from 'react';
import type { ContractPage } from '../../../shared/api/views/lots.ts';
import { addDays, parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { CONTRACT_EVENTS, type ContractEventKind } from '../../../shared/model/tender.ts';
import { EVENT_WORDS, eventProblems } from '../../../shared/service/lots/contract-events.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { penceOf, typedPounds } from './lot-words.ts';

const DAY_LABELS: Readonly<Record<ContractEventKind, string>> = {
  notice: 'Last day',
  variation: 'New price from',
  default: 'Day of the default',
  extension: 'New last day',
};

/** Records notice, a variation of the price, a default or an extension. */
export function ContractEventDialog(props: {
  readonly page: ContractPage;
  readonly on: IsoDate;
  readonly onClose: () => void;
}) {
  const { page, on } = props;
  const { contract, notice_days } = page;
  const [kind, setKind] = useState<ContractEventKind>('variation');
  const [day, setDay] = useState<string>(on);
  const [price, setPrice] = useState(typedPounds(contract.price_day_pence));
  const [assistant, setAssistant] = useState(typedPounds(contract.assistant_day_pence));
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const effective_on = parseIsoDate(day);
  const [price_day_pence, assistant_day_pence] = [penceOf(price), penceOf(assistant)];
  const varies = kind === 'variation';
  const form = {
    kind,
    effective_on: effective_on ?? on,
    price_day_pence: varies ? (price_day_pence ?? 0) : contract.price_day_pence,
    assistant_day_pence: varies ? (assistant_day_pence ?? 0) : contract.assistant_day_pence,
    reason,
    by,
  };
  const problems = [
    ...(effective_on === null ? ['Give the day.'] : []),
    ...(varies && (price_day_pence === null || assistant_day_pence === null) ? ['Give prices as pounds, such as 112.50.'] : []), // prettier-ignore
    ...eventProblems(form, contract, { on, notice_days }),
  ];
  const choose = (next: ContractEventKind): void => {
    setKind(next);
    if (next === 'notice') setDay(addDays(on, notice_days ?? 28));
    else if (next === 'extension') setDay(addDays(contract.ends_on, 28));
    else setDay(on);
  };
  return (
    <SigningDialog
      title={`What happened to contract ${contract.ref}`}
      verb="Record it"
      done="It is recorded on the contract."
      problems={problems}
      signedBy={by}
      sign={() => call('contracts/record', { contract_id: contract.id, ...form })}
      onClose={props.onClose}
    >
      <div className="case-form-fields">
        <Select label="What" options={CONTRACT_EVENTS.map((id) => ({ id, label: EVENT_WORDS[id] }))} value={kind} onChange={choose} />
        <DateField label={DAY_LABELS[kind]} value={day} onChange={setDay} />
        {varies ? (
          <>
            <TextField label="Vehicle a day, £" value={price} inputMode="decimal" onChange={setPrice} />
            <TextField label="Assistants a day, £" value={assistant} inputMode="decimal" onChange={setAssistant} />
          </>
        ) : null}
      </div>
      <TextField label="Why, and who agreed" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="Recorded by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  ); // prettier-ignore
}
