import { useState } from 'react';
import { addWorkingDays } from '../../../shared/calendar/working-days.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { askProblems } from '../../../shared/casework/check-step.ts';
import type { InformationRequest } from '../../../shared/model/life.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Working days after which an answer is chased unless the officer says otherwise [A]. */
const CHASE_AFTER = 10;

/** Asks somebody for what the decision needs. */
export function AskDialog(props: { readonly page: DecisionPage; readonly onClose: () => void }) {
  const { page } = props;
  const [what, setWhat] = useState(page.proposal.waiting_for.join(' '));
  const [whom, setWhom] = useState('');
  const [day, setDay] = useState<string>(page.on);
  const [chase, setChase] = useState<string>(addWorkingDays(page.on, CHASE_AFTER));
  const [signedBy, setSignedBy] = useState(officerName);
  const [on, chase_on] = [parseIsoDate(day), parseIsoDate(chase)];
  const asked = {
    asked_for: what,
    asked_of: whom,
    asked_on: on ?? page.on,
    chase_on: chase_on ?? page.on,
    signed_by: signedBy,
  };
  const problems = [
    ...(on === null || chase_on === null ? ['Give both days.'] : []),
    ...askProblems(asked, page.step_facts.application, page.on),
  ];
  return (
    <SigningDialog
      title="Ask for information"
      verb="Record what is asked"
      done="Recorded: the application waits for an answer."
      problems={problems}
      signedBy={signedBy}
      sign={() => call('life/ask', { client_id: page.client_id, ...asked })}
      onClose={props.onClose}
    >
      <TextField
        label="What is asked for"
        value={what}
        onChange={setWhat}
        lines={3}
        isRequired
        {...(page.proposal.waiting_for.length === 0
          ? {}
          : { description: 'Begins with what the rules are missing.' })}
      />
      <TextField
        label="Of whom"
        value={whom}
        onChange={setWhom}
        isRequired
        description="The parent, a school, a clinician, a social worker."
      />
      <DateField label="Asked on" value={day} onChange={setDay} />
      <DateField
        label="Chase on"
        value={chase}
        onChange={setChase}
        description={`${CHASE_AFTER} working days unless you choose another day.`}
      />
      <TextField label="Signed by" value={signedBy} onChange={setSignedBy} isRequired />
    </SigningDialog>
  );
}

/** An answer came, or it was chased. */
export function AnswerDialog(props: {
  readonly page: DecisionPage;
  readonly request: InformationRequest;
  readonly onClose: () => void;
}) {
  const { page, request } = props;
  const [kind, setKind] = useState<'answered' | 'chased'>('answered');
  const [day, setDay] = useState<string>(page.on);
  const [next, setNext] = useState<string>(addWorkingDays(page.on, CHASE_AFTER));
  const [note, setNote] = useState('');
  const [signedBy, setSignedBy] = useState(officerName);
  const [on, chase_on] = [parseIsoDate(day), parseIsoDate(next)];
  const problems = [
    ...(on === null ? ['Give the day.'] : []),
    ...(on !== null && on > page.on ? ['The day lies ahead.'] : []),
    ...(on !== null && on < request.asked_on ? ['It is dated before it was asked.'] : []),
    ...(kind === 'chased' && (chase_on === null || (on !== null && chase_on <= on))
      ? ['Chase it next on a day after this one.']
      : []),
    ...(signedBy.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title="Answered or chased"
      verb={kind === 'answered' ? 'Record the answer' : 'Record that it was chased'}
      done={kind === 'answered' ? 'Answer recorded.' : 'Recorded as chased.'}
      problems={problems}
      signedBy={signedBy}
      sign={() =>
        call('life/answer', {
          client_id: page.client_id,
          request_id: request.id,
          signed_by: signedBy,
          step:
            kind === 'answered'
              ? { kind, on: on ?? page.on, note }
              : { kind, on: on ?? page.on, chase_on: chase_on ?? page.on },
        })
      }
      onClose={props.onClose}
    >
      <p>
        {request.asked_for}, asked of <bdi>{request.asked_of}</bdi>.
      </p>
      <Select
        label="What happened"
        value={kind}
        options={[
          { id: 'answered', label: 'The answer came' },
          { id: 'chased', label: 'It was chased' },
        ]}
        onChange={setKind}
      />
      <DateField label="On" value={day} onChange={setDay} />
      {kind === 'answered' ? (
        <TextField label="What the answer says" value={note} onChange={setNote} lines={3} />
      ) : (
        <DateField label="Chase next on" value={next} onChange={setNext} />
      )}
      <TextField label="Signed by" value={signedBy} onChange={setSignedBy} isRequired />
    </SigningDialog>
  );
}
