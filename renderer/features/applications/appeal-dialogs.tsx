import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import {
  appealEndProblems,
  appealProblems,
  type AppealOpening,
} from '../../../shared/casework/appeals.ts';
import { formatDate } from '../../../shared/format/date.ts';
import {
  APPEAL_GROUNDS,
  APPEAL_RESULTS,
  type Appeal,
  type AppealGround,
  type AppealResult,
} from '../../../shared/model/decision.ts';
import { APPEAL_RESULT_WORDS, GROUND_WORDS } from '../../../shared/model/words.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from './signing-dialog.tsx';

/** Takes in an appeal against the decision in force. */
export function AppealLodgeDialog(props: {
  readonly page: DecisionPage;
  readonly opening: AppealOpening;
  readonly onClose: () => void;
}) {
  const { page, opening } = props;
  const { stage } = opening;
  const [grounds, setGrounds] = useState<readonly AppealGround[]>([]);
  const [day, setDay] = useState<string>(page.on);
  const [goesOn, setGoesOn] = useState(false);
  const [note, setNote] = useState('');
  const [signedBy, setSignedBy] = useState(officerName);
  const lodged_on = parseIsoDate(day);
  const decision = page.decisions.at(-1);
  const step = {
    stage,
    grounds: [...grounds],
    lodged_on: lodged_on ?? page.on,
    transport_goes_on: goesOn,
    note,
    signed_by: signedBy,
  };
  const problems = [
    ...(lodged_on === null ? ['Give the day it was lodged.'] : []),
    ...(decision === undefined ? [] : appealProblems(step, { decision, next: opening }, page.on)),
  ];
  return (
    <SigningDialog
      title={`Appeal lodged, stage ${stage}`}
      verb="Take in the appeal"
      done="Appeal taken in."
      problems={problems}
      signedBy={signedBy}
      sign={() =>
        call('applications/appeal', { client_id: page.client_id, step: { kind: 'lodge', ...step } })
      }
      onClose={props.onClose}
    >
      <p>
        {stage === 1 ? 'An officer’s review' : 'An independent panel'}; in time until{' '}
        {formatDate(opening.lodge_by)}.
      </p>
      <fieldset className="appeal-grounds">
        <legend className="k-label">Grounds</legend>
        {APPEAL_GROUNDS.map((ground) => (
          <Checkbox
            key={ground}
            isSelected={grounds.includes(ground)}
            onChange={(on) => {
              setGrounds(
                APPEAL_GROUNDS.filter((one) => (one === ground ? on : grounds.includes(one))),
              );
            }}
          >
            {GROUND_WORDS[ground]}
          </Checkbox>
        ))}
      </fieldset>
      <DateField label="Lodged on" value={day} onChange={setDay} />
      <Checkbox isSelected={goesOn} onChange={setGoesOn}>
        Transport goes on until the result
      </Checkbox>
      <TextField
        label="What the family says"
        value={note}
        onChange={setNote}
        lines={3}
        description="Where it came too late, also why it is heard all the same."
      />
      <TextField label="Taken in by" value={signedBy} onChange={setSignedBy} isRequired />
    </SigningDialog>
  );
}

/** Gives an appeal its result. */
export function AppealEndDialog(props: {
  readonly page: DecisionPage;
  readonly appeal: Appeal;
  readonly onClose: () => void;
}) {
  const { page, appeal } = props;
  const [result, setResult] = useState<AppealResult | null>(null);
  const [day, setDay] = useState<string>(page.on);
  const [note, setNote] = useState('');
  const [signedBy, setSignedBy] = useState(officerName);
  const on = parseIsoDate(day);
  const end = { result: result ?? 'refused', on: on ?? page.on, note, signed_by: signedBy };
  const problems = [
    ...(result === null ? ['Choose the result.'] : []),
    ...(on === null ? ['Give the day of the result.'] : []),
    ...appealEndProblems(end, appeal, page.on),
  ];
  return (
    <SigningDialog
      title={`Result of the appeal, stage ${appeal.stage}`}
      verb="Sign result"
      done="Result of the appeal signed."
      problems={problems}
      signedBy={signedBy}
      sign={() =>
        call('applications/appeal', {
          client_id: page.client_id,
          step: { kind: 'end', appeal_id: appeal.id, ...end },
        })
      }
      onClose={props.onClose}
    >
      <Select
        label="Result"
        value={result}
        placeholder="Choose the result"
        options={APPEAL_RESULTS.map((id) => ({ id, label: APPEAL_RESULT_WORDS[id] }))}
        onChange={setResult}
      />
      <DateField label="Result on" value={day} onChange={setDay} />
      <TextField
        label="Reasons"
        value={note}
        onChange={setNote}
        lines={3}
        description="An appeal upheld changes nothing by itself: sign the new decision after it."
      />
      <TextField label="Signed by" value={signedBy} onChange={setSignedBy} isRequired />
    </SigningDialog>
  );
}
