import { useState } from 'react';
import type { MoneyView } from '../../../shared/api/views/money.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { CHOSEN_BASIS_WORDS } from '../../../shared/model/budget-words.ts';
import { CHOSEN_BASES, type ChosenBasis } from '../../../shared/model/period-closing.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import type { MonitorLine } from '../../../shared/money/monitor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { penceOf } from './budget-words.ts';

/** How a line without contracts is forecast, in a word or two with who typed it. */
export function basisShort({ basis, chosen }: MonitorLine): string {
  if (basis === 'contracts') return '';
  if (basis === 'typed') return `Typed by ${chosen?.by ?? ''}`;
  return `${CHOSEN_BASIS_WORDS[basis]} (est.)`;
}

/** Chooses how a line without contracts is forecast, each way with what it comes to, with reason and name. */
export function BasisDialog(props: {
  readonly line: MonitorLine;
  readonly view: MoneyView;
  readonly onClose: () => void;
}) {
  const { line, view } = props;
  const [basis, setBasis] = useState<ChosenBasis>(line.basis === 'contracts' ? 'budget' : line.basis); // prettier-ignore
  const [amount, setAmount] = useState(line.chosen?.pence === null || line.chosen === null ? '' : (line.chosen.pence / 100).toFixed(2)); // prettier-ignore
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const pence = penceOf(amount);
  const of = line.line;
  const comes = (pounds: number | undefined): string => `${formatPence(pounds ?? 0)} for the year`;
  const details: Readonly<Record<ChosenBasis, string>> = {
    budget: `${comes(line.choices?.budget_pence)}: actual, and the budget of the school days left (est.)`,
    run_rate: `${comes(line.choices?.run_rate_pence)}: ${formatPence(line.actual_pence)} in ${view.last_booked < view.period ? view.last_booked : view.period} periods, times 12 (est.)`,
    typed: 'An amount for the year, with your reason',
  };
  const problems = [
    ...(basis === 'typed' && pence === null ? ['Give the year’s forecast in pounds.'] : []),
    ...(reason.trim() === '' ? ['Write why.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`Forecast of ${shownLineWords(of)}`}
      verb="Forecast it so"
      done={`${shownLineWords(of)} is forecast anew.`}
      problems={problems}
      signedBy={by}
      sign={async () =>
        of === 'not_mapped'
          ? fail('not_complete', 'It is on no line yet.', 'Put its code on a line first.')
          : call('money/choose-forecast', {
              year: view.year,
              line: of,
              basis,
              pence: basis === 'typed' ? pence : null,
              reason,
              by,
            })
      }
      onClose={props.onClose}
    >
      <p>
        No contract is on this line, so its commitment is not reckoned from days. {details[basis]}.
        {line.chosen === null
          ? ''
          : ` Chosen by ${line.chosen.by} on ${formatDate(line.chosen.on)}: ${line.chosen.reason}`}
      </p>
      <Select
        label="How it is forecast"
        value={basis}
        options={CHOSEN_BASES.map((id) => ({
          id,
          label: CHOSEN_BASIS_WORDS[id],
          detail: details[id],
        }))}
        onChange={setBasis}
      />
      {basis === 'typed' ? (
        <TextField
          label="Forecast for the year, £"
          description="Income stands below 0."
          value={amount}
          onChange={setAmount}
          inputMode="decimal"
          isRequired
        />
      ) : null}
      <TextField label="Why" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
