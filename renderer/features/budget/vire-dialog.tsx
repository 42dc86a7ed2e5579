import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { financialYearName } from '../../../shared/calendar/financial-year.ts';
import type { MoneyView } from '../../../shared/api/views/money.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { penceOf } from './budget-words.ts';

/** Moves budget from one code to another, or in or out of transport's budget, dated and with its reason. */
export function VireDialog(props: { readonly view: MoneyView; readonly onClose: () => void }) {
  const { view } = props;
  const today = useSession((state) => state.info?.store?.today ?? '');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [amount, setAmount] = useState('');
  const [day, setDay] = useState<string>(today);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const pence = penceOf(amount);
  const on = parseIsoDate(day);
  const codes = (outside: string) => [
    { id: '', label: outside },
    ...view.codes.map(({ code, label }) => ({ id: code, label: code, detail: label })),
  ];
  const problems = [
    ...(from === '' && to === '' ? ['Say which code the budget goes to or comes from.'] : []),
    ...(from !== '' && from === to ? ['From and to are the same code.'] : []),
    ...(pence === null || pence <= 0 ? ['Give an amount in pounds.'] : []),
    ...(on === null ? ['Give the day.'] : []),
    ...(reason.trim() === '' ? ['Write why.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`Move budget of ${financialYearName(view.year)}`}
      verb="Record the virement"
      done="The virement is recorded."
      problems={problems}
      signedBy={by}
      sign={async () =>
        pence === null || on === null
          ? fail('not_complete', 'The virement is not whole.', 'Give its amount and its day.')
          : call('money/vire', {
              year: view.year,
              from_code: from,
              to_code: to,
              pence,
              on,
              reason,
              by,
            })
      }
      onClose={props.onClose}
    >
      <Select label="From" value={from} options={codes('Outside transport')} onChange={setFrom} />
      <Select label="To" value={to} options={codes('Outside transport')} onChange={setTo} />
      <TextField
        label="Amount, £"
        value={amount}
        onChange={setAmount}
        inputMode="decimal"
        isRequired
      />
      <DateField label="From the day" value={day} onChange={setDay} />
      <TextField label="Why" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
