import { useState } from 'react';
import type { CrewLine } from '../../../shared/api/views/register.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { ASSIGNED_WORDS } from './register-words.ts';

/** Other days for somebody on a contract, or an assignment made by mistake taken out. */
export function AssignmentDialog(props: {
  readonly line: CrewLine;
  readonly routeRef: string;
  readonly onClose: () => void;
}) {
  const { line, routeRef } = props;
  const [from, setFrom] = useState<string>(line.from_on);
  const [to, setTo] = useState<string>(line.to_on ?? '');
  const [mistake, setMistake] = useState(false);
  const from_on = parseIsoDate(from);
  const to_on = parseIsoDate(to);
  const problems = [
    ...(from_on === null && !mistake ? ['Say from which day on.'] : []),
    ...(from_on !== null && to_on !== null && to_on < from_on && !mistake
      ? ['The last day lies before the first.']
      : []),
  ];
  return (
    <SigningDialog
      title={`${line.who}, ${ASSIGNED_WORDS[line.role].toLowerCase()} on ${routeRef}`}
      verb={mistake ? 'Take out' : 'Keep days'}
      done={mistake ? `${line.who} is off ${routeRef}.` : `Days of ${line.who} kept.`}
      problems={problems}
      signedBy={officerName()}
      sign={async () =>
        from_on === null && !mistake
          ? fail('not_complete', 'The day is not given.', 'Give it.')
          : await call('register/change-assignment', {
              id: line.id,
              days: mistake || from_on === null ? null : { from_on, to_on },
            })
      }
      onClose={props.onClose}
    >
      <div className="providers-form">
        <DateField label="From" value={from} onChange={setFrom} />
        <DateField
          label="Last day"
          value={to}
          onChange={setTo}
          description="Empty: until further notice."
        />
      </div>
      <Checkbox isSelected={mistake} onChange={setMistake}>
        It was a mistake: take the assignment out
      </Checkbox>
    </SigningDialog>
  );
}
