import './hand-back.css';
import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { dayWords } from '../../../shared/calendar/day-mask.ts';
import { isLeft } from '../../../shared/planning/repair.ts';
import type { RepairView } from '../../../shared/api/views/repairs.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { throughGate } from '../notices/gate-state.ts';
import { TrialFigures, TrialLists } from './trial-lists.tsx';

/** Hands a contract back: what it comes to for every child, then day, reason and name. Nothing is changed before it is signed. */
export function HandBackDialog(props: {
  readonly contractId: number;
  readonly contractRef: string;
  readonly onClose: () => void;
}) {
  const { contractId, contractRef, onClose } = props;
  const { data, error, refetch } = useChannel('repairs/preview', { contract_id: contractId });
  if (data !== null && error === null) return <Form view={data} onClose={onClose} />;
  return (
    <Dialog title={`Hand back contract ${contractRef}`} isOpen onClose={onClose}>
      {error === null ? (
        <Spinner label="Placing its children anew" />
      ) : (
        <FailureNotice failure={error} onRetry={refetch} />
      )}
    </Dialog>
  );
}

function Form({ view, onClose }: { readonly view: RepairView; readonly onClose: () => void }) {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [day, setDay] = useState<string>(today);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const last_day = parseIsoDate(day);
  const [broken] = view.trial.violations;
  const problems = [
    ...(last_day === null ? ['Give the last day that the provider runs it.'] : []),
    ...(reason.trim() === '' ? ['Write why it is handed back.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
    ...(broken === undefined ? [] : [broken.text]),
  ];
  const { contract_id } = view;
  const { added_day_pence } = view.trial;
  return (
    <SigningDialog
      title={`Hand back contract ${view.contract_ref} of ${view.provider}`}
      verb="Hand back and place anew"
      done={`Contract ${view.contract_ref} is handed back.`}
      problems={problems}
      signedBy={by}
      sign={async () =>
        last_day === null
          ? fail('not_complete', 'The last day is not given.', 'Give it.')
          : await throughGate((gate) =>
              call('repairs/take', { contract_id, last_day, reason, by, added_day_pence, ...gate }),
            )
      }
      onClose={onClose}
    >
      <Lead view={view} />
      <TrialFigures trial={view.trial} />
      <Rehomed view={view} />
      <TrialLists trial={view.trial} who="other children" />
      {view.approved ? (
        <NoticeBar tone="info" title="The plan is approved. Handing back makes it a draft again." />
      ) : null}
      <DateField label="Last day the provider runs it" value={day} onChange={setDay} />
      <TextField label="Reason" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function Lead({ view }: { readonly view: RepairView }) {
  const { rehomed, trial, hand_backs } = view;
  const [last] = hand_backs;
  const left = rehomed.filter(isLeft).length;
  return (
    <>
      <p>
        {formatQuantity(rehomed.length - left, 'child', 'children')} placed anew
        {left === 0
          ? ''
          : `, ${formatCount(left)} without a vehicle on some day or every day`}.{' '}
        {trial.children.length === 0
          ? 'Nobody else is affected.'
          : `${formatQuantity(trial.children.length, 'other child', 'other children')} affected because somebody joins them.`}{' '}
        Everyone else, {formatQuantity(trial.unaffected, 'child', 'children')}, stays exactly as
        they are.
      </p>
      {last === undefined ? null : (
        <NoticeBar
          tone="warning"
          title={`Handed back before, on ${formatDate(last.on)}: ${last.reason}`}
        />
      )}
    </>
  );
}

function Rehomed({ view }: { readonly view: RepairView }) {
  return (
    <section aria-label="Children of the contract">
      <h3 className="trial-heading">Children of the contract</h3>
      <ul className="trial-list">
        {view.rehomed.map((each) => (
          <li key={each.client_id}>
            <span className="trial-who">
              <bdi>{each.name === '' ? each.ref : each.name}</bdi>
              <small>{each.ref}</small>
            </span>
            <span>
              {each.kind === 'unallocated' ? (
                <StateMark tone="danger">No place</StateMark>
              ) : each.kind === 'new_route' ? (
                `To ${each.to_ref}, a new route`
              ) : each.kind === 'joins' ? (
                `Joins ${each.to_ref}`
              ) : each.kind === 'some_days' ? null : (
                'No longer carried'
              )}
              {each.also.map(({ words, to_ref }) => (
                <span key={words} className="rehomed-also">
                  {words}: {to_ref}
                </span>
              ))}
              {each.days_left === 0 ? null : (
                <StateMark tone="danger">{`No place ${dayWords(each.days_left)}`}</StateMark>
              )}
              <small>{each.detail === '' ? each.sentence : each.detail}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
