import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { ConfirmRow } from '../../../shared/api/views/service.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { fail } from '../../../shared/kernel/result.ts';
import type { SaidHow } from '../../../shared/model/service.ts';
import { HOW_WORDS } from '../../../shared/service/confirm.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import './transport.css';

/** Records that providers confirmed: one contract, or with null whichever wait for it. */
export function ConfirmDialog(props: {
  readonly contractIds: number[] | null;
  readonly onClose: () => void;
}) {
  const { contractIds: contract_ids, onClose } = props;
  const { data, error, refetch } = useChannel('service/to-confirm', { contract_ids });
  if (data !== null && error === null)
    return data.length === 0 ? <Nothing onClose={onClose} /> : <Form rows={data} isOne={contract_ids !== null} onClose={onClose} />; // prettier-ignore
  return (
    <Dialog title="Confirm contracts" isOpen onClose={onClose}>
      {error === null ? (
        <Spinner label="Reading which contracts wait for their provider" />
      ) : (
        <FailureNotice failure={error} onRetry={refetch} />
      )}
    </Dialog>
  );
}

function Nothing({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Confirm contracts" isOpen onClose={onClose}>
      <p>No contract of the plan in use waits for its provider: each child aboard is confirmed.</p>
    </Dialog>
  );
}

const EVERYONE = 'every provider';
const HOWS = Object.entries(HOW_WORDS).map(([id, label]) => ({ id: id as Exclude<SaidHow, ''>, label })); // prettier-ignore

function Form(props: {
  readonly rows: readonly ConfirmRow[];
  readonly isOne: boolean;
  readonly onClose: () => void;
}) {
  const { rows, isOne } = props;
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [provider, setProvider] = useState(EVERYONE);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(isOne ? rows.map(({ contract_id }) => contract_id) : []),
  );
  const [saidBy, setSaidBy] = useState('');
  const [how, setHow] = useState<SaidHow>('');
  const [day, setDay] = useState<string>(today);
  const [note, setNote] = useState('');
  const [by, setBy] = useState(officerName);
  const shown = rows.filter((row) => provider === EVERYONE || row.provider === provider);
  const ready = shown.filter(({ problems }) => problems.length === 0);
  const picked = rows.filter((row) => chosen.has(row.contract_id) && row.problems.length === 0);
  const on = parseIsoDate(day);
  const problems = [
    ...(picked.length === 0 ? [isOne ? 'What is named above must be mended first.' : 'Choose the contracts that were confirmed.'] : []), // prettier-ignore
    ...(saidBy.trim() === '' ? ['Write who at the provider confirmed.'] : []),
    ...(how === '' ? ['Say how they confirmed.'] : []),
    ...(on === null ? ['Give the day on which they confirmed.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  const children = picked.reduce((sum, row) => sum + row.children, 0);
  return (
    <SigningDialog
      title={isOne ? `Confirm contract ${rows[0]?.contract_ref ?? ''}` : 'Confirm contracts'}
      verb={
        picked.length === 0 ? 'Confirm' : `Confirm ${formatQuantity(picked.length, 'contract')}`
      }
      done={`${formatQuantity(picked.length, 'contract')} for ${formatQuantity(children, 'child', 'children')} confirmed.`}
      problems={problems}
      signedBy={by}
      sign={async () =>
        on === null
          ? fail('not_complete', 'The day is not given.', 'Give it.')
          : await call('service/confirm', {
              contract_ids: picked.map(({ contract_id }) => contract_id),
              said_by: saidBy,
              how,
              on,
              note,
              by,
            })
      }
      onClose={props.onClose}
    >
      {isOne ? null : (
        <div className="confirm-choose">
          <Select
            label="Provider"
            options={providerOptions(rows)}
            value={provider}
            onChange={setProvider}
          />
          <Checkbox
            isSelected={
              ready.length > 0 && ready.every(({ contract_id }) => chosen.has(contract_id))
            }
            onChange={(isOn) => {
              const ids = ready.map(({ contract_id }) => contract_id);
              setChosen(new Set(isOn ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id)))); // prettier-ignore
            }}
          >
            All that can be confirmed ({formatCount(ready.length)})
          </Checkbox>
        </div>
      )}
      <ul className="confirm-list" aria-label="Contracts that wait for their provider">
        {shown.map((row) => (
          <Row
            key={row.contract_id}
            row={row}
            isChosen={chosen.has(row.contract_id)}
            onChoose={(isOn) => {
              const now = new Set(chosen);
              if (isOn) now.add(row.contract_id);
              else now.delete(row.contract_id);
              setChosen(now);
            }}
          />
        ))}
      </ul>
      {picked.some((row) => row.nobody_assigned) ? (
        <NoticeBar
          tone="info"
          title="No driver or vehicle on the register is assigned to some of them: confirming rests on the provider’s word alone."
        />
      ) : null}
      <TextField
        label="Who at the provider confirmed"
        value={saidBy}
        onChange={setSaidBy}
        isRequired
      />
      <Select
        label="How"
        options={HOWS}
        value={how === '' ? null : how}
        onChange={setHow}
        placeholder="Choose"
      />
      <DateField label="When" value={day} onChange={setDay} />
      <TextField label="Note" value={note} onChange={setNote} lines={2} />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function providerOptions(rows: readonly ConfirmRow[]) {
  const counts = new Map<string, number>();
  for (const { provider } of rows) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  return [
    { id: EVERYONE, label: 'Every provider', detail: formatCount(rows.length) },
    ...[...counts]
      .toSorted(([a], [b]) => a.localeCompare(b, 'en-GB'))
      .map(([name, count]) => ({ id: name, label: name, detail: formatCount(count) })),
  ];
}

function Row(props: {
  readonly row: ConfirmRow;
  readonly isChosen: boolean;
  readonly onChoose: (isOn: boolean) => void;
}) {
  const { row } = props;
  const isReady = row.problems.length === 0;
  return (
    <li>
      {isReady ? (
        <Checkbox isSelected={props.isChosen} onChange={props.onChoose}>
          {row.contract_ref}, {row.provider}
        </Checkbox>
      ) : (
        <span>
          {row.contract_ref}, {row.provider}
        </span>
      )}
      <span className="soft confirm-about">
        {row.route_ref === row.contract_ref ? '' : `Route ${row.route_ref}, `}
        {row.school === '' ? '' : `${row.school}, `}
        {formatDate(row.starts_on)} to {formatDate(row.ends_on)};{' '}
        {formatQuantity(row.children, 'child', 'children')}
        {row.not_confirmed === 0 ? '' : `, ${formatCount(row.not_confirmed)} not confirmed`}
      </span>
      {row.problems.map((problem) => (
        <StateMark key={problem} tone="warning">
          {problem}
        </StateMark>
      ))}
    </li>
  );
}
