import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { stepProblems } from '../../../shared/casework/check-step.ts';
import { standingStep } from '../../../shared/casework/stage.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { fail } from '../../../shared/kernel/result.ts';
import type { LifeStepKind } from '../../../shared/model/life.ts';
import { STEP_WORDS } from '../../../shared/model/words.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

export const STEP_VERBS: Readonly<Record<LifeStepKind, string>> = {
  handed_over: 'Hand to Client Transport',
  in_place: 'Sign as in place',
  ended: 'End it',
};

/** Signs one step after the decision. */
export function StepDialog(props: {
  readonly page: DecisionPage;
  readonly kind: LifeStepKind;
  readonly onClose: () => void;
}) {
  const { page, kind } = props;
  const [day, setDay] = useState<string>(page.on);
  const [note, setNote] = useState('');
  const [signedBy, setSignedBy] = useState(officerName);
  const on = parseIsoDate(day);
  const given = { kind, on: on ?? page.on, note, signed_by: signedBy };
  const problems = [
    ...(on === null ? ['Give the day of the step.'] : []),
    ...stepProblems(given, page.step_facts, page.on),
  ];
  return (
    <SigningDialog
      title={STEP_WORDS[kind]}
      verb={STEP_VERBS[kind]}
      done={`${STEP_WORDS[kind]}: signed.`}
      problems={problems}
      signedBy={signedBy}
      sign={async () => {
        const answer = await call('life/step', {
          ...given,
          refs: [page.proposal.ref],
          preview: false,
        });
        if (!answer.ok) return answer;
        const [no] = answer.value.refused;
        return no === undefined
          ? answer
          : fail('not_complete', no.problems.join(' '), 'Look at the case again.');
      }}
      onClose={props.onClose}
    >
      {kind === 'ended' ? (
        <NoticeBar tone="info" title="The next plan leaves this child out">
          An application that has ended is not planned. The decision stays as it was signed.
        </NoticeBar>
      ) : null}
      <DateField label="On" value={day} onChange={setDay} />
      <TextField
        label={kind === 'ended' ? 'Why it ends' : 'Note'}
        value={note}
        onChange={setNote}
        lines={2}
        isRequired={kind === 'ended'}
      />
      <TextField label="Signed by" value={signedBy} onChange={setSignedBy} isRequired />
    </SigningDialog>
  );
}

/** Takes the last step back. */
export function TakeBackDialog(props: {
  readonly page: DecisionPage;
  readonly onClose: () => void;
}) {
  const { page } = props;
  const step = standingStep(page.steps);
  const [why, setWhy] = useState('');
  const [signedBy, setSignedBy] = useState(officerName);
  if (step === null) return null;
  const problems = [
    ...(why.trim() === '' ? ['Write why it is taken back.'] : []),
    ...(signedBy.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title="Take the last step back"
      verb="Take back"
      done="Taken back."
      problems={problems}
      signedBy={signedBy}
      sign={() =>
        call('life/take-back', {
          client_id: page.client_id,
          step_id: step.id,
          signed_by: signedBy,
          why,
        })
      }
      onClose={props.onClose}
    >
      <p>
        {STEP_WORDS[step.kind]} on {formatDate(step.on)}, signed by <bdi>{step.signed_by}</bdi>. The
        step stays to be seen, marked as taken back.
      </p>
      <TextField label="Why" value={why} onChange={setWhy} lines={2} isRequired />
      <TextField label="Signed by" value={signedBy} onChange={setSignedBy} isRequired />
    </SigningDialog>
  );
}
