import './hand-back.css';
import { useState } from 'react';
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { fail } from '../../../shared/kernel/result.ts';
import {
  ROUTE_PROBLEM_KINDS,
  type RouteProblem,
  type RouteProblemKind,
} from '../../../shared/model/bedding-in.ts';
import { ROUTE_PROBLEM_WORDS } from '../../../shared/model/words.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Problems reported against a route while it beds in: open ones first. */
export function RouteProblems({ detail }: { readonly detail: RouteDetail }) {
  const { ref } = detail.route;
  const { data, error } = useChannel('route-problems/list', { route_ref: ref });
  const [isReporting, setReporting] = useState(false);
  const [closing, setClosing] = useState<RouteProblem | null>(null);
  const nameOf = (id: number) => detail.stops.find((stop) => stop.client_id === id)?.name ?? '';
  return (
    <section aria-label="Problems">
      <h3>Problems</h3>
      {error === null ? null : <FailureNotice failure={error} />}
      {data === null || data.length > 0 ? null : <p className="soft">None reported.</p>}
      <ul className="problem-list">
        {(data ?? []).map((each) => (
          <li key={each.id}>
            <span>
              {each.closed === null ? (
                <StateMark tone="warning">Open</StateMark>
              ) : (
                <Badge>Closed</Badge>
              )}{' '}
              {ROUTE_PROBLEM_WORDS[each.kind]}, {formatDate(each.happened_on)}
            </span>
            <p>{each.what}</p>
            <small className="soft">
              {each.client_id === null ? '' : `${nameOf(each.client_id)}. `}
              {each.told_by === '' ? '' : `Told by ${each.told_by}. `}Recorded by {each.recorded_by}
              .
              {each.closed === null
                ? ''
                : ` Closed ${formatDate(each.closed.on)} by ${each.closed.by}: ${each.closed.outcome}`}
            </small>
            {each.closed === null ? (
              <div>
                <LinkButton
                  onPress={() => {
                    setClosing(each);
                  }}
                >
                  Close it
                </LinkButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <Button
        size="small"
        onPress={() => {
          setReporting(true);
        }}
      >
        Report a problem
      </Button>
      {isReporting ? (
        <ReportDialog
          detail={detail}
          onClose={() => {
            setReporting(false);
          }}
        />
      ) : null}
      {closing === null ? null : (
        <CloseDialog
          problem={closing}
          onClose={() => {
            setClosing(null);
          }}
        />
      )}
    </section>
  );
}

const WHOLE = 'whole';

function ReportDialog(props: { readonly detail: RouteDetail; readonly onClose: () => void }) {
  const { route, stops } = props.detail;
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [kind, setKind] = useState<RouteProblemKind>('late');
  const [about, setAbout] = useState<string>(WHOLE);
  const [day, setDay] = useState<string>(today);
  const [what, setWhat] = useState('');
  const [told_by, setToldBy] = useState('');
  const [recorded_by, setBy] = useState(officerName);
  const happened_on = parseIsoDate(day);
  const problems = [
    ...(happened_on === null ? ['Give the day it happened.'] : []),
    ...(what.trim() === '' ? ['Write what happened.'] : []),
    ...(recorded_by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`Report a problem on ${route.ref}`}
      verb="Record it"
      done={`Recorded against ${route.ref}.`}
      problems={problems}
      signedBy={recorded_by}
      sign={async () =>
        happened_on === null
          ? fail('not_complete', 'The day is not given.', 'Give it.')
          : await call('route-problems/report', {
              route_ref: route.ref,
              client_id: about === WHOLE ? null : Number(about),
              kind,
              happened_on,
              what,
              told_by,
              recorded_by,
            })
      }
      onClose={props.onClose}
    >
      <Select
        label="What kind"
        options={ROUTE_PROBLEM_KINDS.map((id) => ({ id, label: ROUTE_PROBLEM_WORDS[id] }))}
        value={kind}
        onChange={setKind}
      />
      <Select
        label="About"
        options={[
          { id: WHOLE, label: 'The whole route' },
          ...stops.map((stop) => ({ id: String(stop.client_id), label: stop.name || stop.ref })),
        ]}
        value={about}
        onChange={setAbout}
      />
      <DateField label="Happened on" value={day} onChange={setDay} />
      <TextField label="What happened" value={what} onChange={setWhat} lines={3} isRequired />
      <TextField label="Told by" value={told_by} onChange={setToldBy} />
      <TextField label="Recorded by" value={recorded_by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function CloseDialog(props: { readonly problem: RouteProblem; readonly onClose: () => void }) {
  const { problem } = props;
  const [outcome, setOutcome] = useState('');
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title={`Close the problem on ${problem.route_ref}`}
      verb="Close it"
      done="Closed."
      problems={[
        ...(outcome.trim() === '' ? ['Write what came of it.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() => call('route-problems/close', { id: problem.id, outcome, by })}
      onClose={props.onClose}
    >
      <p>{problem.what}</p>
      <TextField
        label="What came of it"
        value={outcome}
        onChange={setOutcome}
        lines={3}
        isRequired
      />
      <TextField label="Closed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
