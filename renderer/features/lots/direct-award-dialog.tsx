import { useState } from 'react';
import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { directAwardProblems } from '../../../shared/service/lots/check-award.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { penceOf } from './lot-words.ts';

/** Gives a route without a competition, in an emergency: reason and end are asked for. */
export function DirectAwardDialog(props: {
  readonly routeRef: string;
  readonly on: IsoDate;
  readonly hasAssistant: boolean;
  readonly onClose: () => void;
}) {
  const { routeRef, on } = props;
  const [provider, setProvider] = useState('');
  const [price, setPrice] = useState('');
  const [assistant, setAssistant] = useState(props.hasAssistant ? '' : '0');
  const [starts, setStarts] = useState<string>(on);
  const [ends, setEnds] = useState('');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const [starts_on, ends_on] = [parseIsoDate(starts), parseIsoDate(ends)];
  const [price_day_pence, assistant_day_pence] = [penceOf(price), penceOf(assistant)];
  const form = {
    provider,
    price_day_pence: price_day_pence ?? 0,
    assistant_day_pence: assistant_day_pence ?? 0,
    starts_on: starts_on ?? on,
    ends_on: ends_on ?? on,
    notice_days: 7,
    reason,
    by,
  };
  const problems = [
    ...(starts_on === null || ends_on === null ? ['Give the first and the last day.'] : []),
    ...(assistant_day_pence === null ? ['Give the price of the assistant; 0 where it is in the price of the vehicle.'] : []), // prettier-ignore
    ...directAwardProblems(form, on),
  ];
  return (
    <SigningDialog
      title={`Award route ${routeRef} directly`}
      verb="Award directly"
      done={`Route ${routeRef} is awarded to ${provider.trim()}. It is not confirmed until the provider says so.`}
      problems={problems}
      signedBy={by}
      sign={() => call('lots/award-directly', { ...form, route_ref: routeRef, contract_ref: '' })}
      onClose={props.onClose}
    >
      <p>
        Without a competition, in an emergency: with its reason, and for less than a year. Put the
        route out to tender for what comes after.
      </p>
      <div className="case-form-fields">
        <TextField label="Provider" value={provider} onChange={setProvider} isRequired />
        <TextField label="Price a day, £" value={price} inputMode="decimal" onChange={setPrice} />
        <TextField
          label="Assistants a day, £"
          value={assistant}
          inputMode="decimal"
          onChange={setAssistant}
        />{' '}
        {/* prettier-ignore */}
        <DateField label="First day" value={starts} onChange={setStarts} />
        <DateField label="Last day" value={ends} onChange={setEnds} />
      </div>
      <TextField
        label="Why there is no competition"
        value={reason}
        onChange={setReason}
        lines={2}
        isRequired
      />{' '}
      {/* prettier-ignore */}
      <TextField label="Awarded by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
