import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatPercentChange } from '../../../shared/format/number.ts';
import { fail } from '../../../shared/kernel/result.ts';
import {
  CLAIM_OUTCOME_WORDS,
  CLAIM_OUTCOMES,
  type ClaimOutcome,
  type ClaimRecord,
} from '../../../shared/model/claim.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { percentOf } from './percent.ts';

/** How a claim was answered: what was agreed, why, dated and signed. The contract's price is changed on the contract. */
export function AnswerClaimDialog(props: {
  readonly claim: ClaimRecord;
  readonly onClose: () => void;
}) {
  const { claim } = props;
  const today = useSession((state) => state.info?.store?.today ?? '');
  const [outcome, setOutcome] = useState<ClaimOutcome>('part');
  const [percent, setPercent] = useState('');
  const [on, setOn] = useState<string>(today);
  const [why, setWhy] = useState('');
  const [by, setBy] = useState(officerName);
  const agreed = percentOf(percent);
  const day = parseIsoDate(on);
  const problems = [
    ...(outcome === 'part' && agreed === null ? ['Give the per cent that was agreed.'] : []),
    ...(day === null ? ['Give the day of the answer.'] : []),
    ...(why.trim() === '' ? ['Write why.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`Answer ${claim.provider}: ${formatPercentChange(claim.asked)}${claim.contract_ref === '' ? '' : ` on ${claim.contract_ref}`}`}
      verb="Record the answer"
      done="The answer is recorded."
      problems={problems}
      signedBy={by}
      sign={async () =>
        day === null
          ? fail('bad_answer', 'The answer has no day.', 'Give the day of the answer.')
          : call('value/answer-claim', {
              claim_id: claim.id,
              outcome,
              percent: outcome === 'part' ? agreed : null,
              on: day,
              why,
              by,
            })
      }
      onClose={props.onClose}
    >
      <Select
        label="Answer"
        options={CLAIM_OUTCOMES.map((id) => ({ id, label: CLAIM_OUTCOME_WORDS[id] }))}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome === 'part' ? (
        <TextField
          label="Agreed, %"
          value={percent}
          onChange={setPercent}
          inputMode="decimal"
          isRequired
        />
      ) : null}
      <DateField label="On" value={on} onChange={setOn} />
      <TextField label="Why" value={why} onChange={setWhy} lines={3} isRequired />
      <TextField label="By" value={by} onChange={setBy} isRequired />
      <p className="soft">
        This keeps the answer. A new price is put on the contract itself, as a variation.
      </p>
    </SigningDialog>
  );
}
