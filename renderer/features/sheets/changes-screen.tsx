import { ArrowRight, Download, GitCompareArrows } from 'lucide-react';
import { useMemo, useState } from 'react';
import { addDays, parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { ChangeRow } from '../../../shared/api/views/sheets.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { CHANGE_FIELDS, type ChangeField } from '../../../shared/service/changes.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOfCase } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { ChangeDetail, TELL_WORDS } from './change-detail.tsx';
import { saveJobFile } from './give-out.ts';
import './sheets.css';

const NO_ROWS: readonly ChangeRow[] = [];
/** The day asked for first: a week back, as a bedding-in period is looked at. */
const DAYS_BACK = 7;
const FIELDS = Object.keys(CHANGE_FIELDS) as readonly ChangeField[];

const KINDS = {
  lost: { label: 'No longer carried', tone: 'danger' },
  joined: { label: 'Newly carried', tone: 'info' },
  changed: { label: 'Changed', tone: 'warning' },
} as const;

const COLUMNS: readonly DataColumn<ChangeRow>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(120px, 0.9fr)',
    cell: (row) => <strong title={row.ref}>{row.name === '' ? row.ref : row.name}</strong>,
  },
  {
    id: 'kind',
    header: 'What',
    width: '152px',
    cell: ({ kind, small }) => (
      <StateMark tone={small ? 'neutral' : KINDS[kind].tone}>
        {small ? 'Small change' : KINDS[kind].label}
      </StateMark>
    ),
  },
  {
    id: 'changes',
    header: 'Before and now',
    width: 'minmax(240px, 3fr)',
    cell: ({ changes }) => <Values changes={changes} />,
  },
  {
    id: 'tell',
    header: 'To be told',
    width: 'minmax(150px, 1.3fr)',
    from: 860,
    cell: ({ tell }) => {
      const words = [...new Set(tell.map(({ who }) => TELL_WORDS[who]))].join(', ');
      const names = tell.map(({ who, name }) => `${TELL_WORDS[who]} ${name}`.trim()).join('\n');
      return <span title={names}>{words}</span>;
    },
  },
];

function Values(props: { readonly changes: ChangeRow['changes'] }) {
  const text = props.changes
    .map(({ field, old, now }) => `${CHANGE_FIELDS[field]}: ${old || 'none'}, now ${now || 'none'}`)
    .join('\n');
  return (
    <span className="changes-values" title={text}>
      {props.changes.map(({ field, old, now }) => (
        <span key={field} className="changes-value">
          <span className="soft">{CHANGE_FIELDS[field]}</span> {old || 'none'}
          <ArrowRight size={12} aria-label="now" />
          <strong>{now || 'none'}</strong>
        </span>
      ))}
    </span>
  );
}

/** What changed for whom since a day, old and new values side by side, and who must be told. */
export function ChangesScreen() {
  const today = parseIsoDate(useSession((session) => session.info?.store?.today ?? ''));
  const [typed, setTyped] = useState<string | null>(null);
  const since = typed === null ? (today === null ? null : addDays(today, -DAYS_BACK)) : parseIsoDate(typed); // prettier-ignore
  const { data, error, refetch } = useChannel('changes/since', since === null ? null : { since });
  const [field, setField] = useState<ChangeField | null>(null);
  const [small, setSmall] = useState(false);
  const selected = useSelectedId('client');
  const rows = data?.rows ?? NO_ROWS;
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (small || !row.small) &&
          (field === null || row.changes.some((each) => each.field === field)),
      ),
    [rows, field, small],
  );
  const chosen = shown.find(({ client_id }) => client_id === selected) ?? null;
  const save = (format: 'csv' | 'xlsx'): void => {
    if (since !== null) void call('changes/export', { since, format }).then(saveJobFile);
  };
  const nothing = rows.length === 0 ? 'Nothing changed since that day.' : null;
  return (
    <div className="sheets">
      <header className="sheets-head">
        <h1>Changes</h1>
        <output className="soft">
          {data === null
            ? ''
            : `${formatQuantity(rows.length, 'child', 'children')} carried in another way than on ${formatDate(data.since)}`}
        </output>
        <div className="sheets-filters">
          <DateField label="Since the end of" value={since ?? ''} onChange={setTyped} />
          <Select
            label="Which change"
            value={field ?? 'all'}
            options={[
              { id: 'all', label: 'Any change', detail: formatCount(rows.length) },
              ...FIELDS.map((id) => ({
                id,
                label: CHANGE_FIELDS[id],
                detail: formatCount(rows.filter(({ changes }) => changes.some((each) => each.field === id)).length), // prettier-ignore
              })),
            ]}
            onChange={(id) => {
              setField(FIELDS.find((each) => each === id) ?? null);
            }}
          />
          <Checkbox isSelected={small} onChange={setSmall}>
            Small changes of time too
          </Checkbox>
          <div className="sheets-does">
            <Button
              size="small"
              icon={Download}
              disabledReason={nothing}
              onPress={() => {
                save('csv');
              }}
            >
              .csv
            </Button>
            <Button
              size="small"
              icon={Download}
              disabledReason={nothing}
              onPress={() => {
                save('xlsx');
              }}
            >
              .xlsx
            </Button>
          </div>
        </div>
        {data !== null && data.since > data.asked ? (
          <NoticeBar
            tone="info"
            title={`How children were carried is known from ${formatDate(data.since)} on`}
          >
            No plan was saved before that day: the list begins at its end.
          </NoticeBar>
        ) : null}
        {data !== null && data.parts_since > data.since ? (
          <NoticeBar
            tone="info"
            title={`Stops made on some days are known from ${formatDate(data.parts_since)} on`}
          >
            Second homes and part-time weeks are compared with that day, everything else with{' '}
            {formatDate(data.since)}.
          </NoticeBar>
        ) : null}
        {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      </header>
      {data === null && error === null ? <Spinner label="Comparing the two days" /> : null}
      {data === null ? null : shown.length === 0 ? (
        <EmptyState icon={GitCompareArrows} title="Nothing changed">
          {rows.length > 0
            ? 'Look at any change, or at small ones too.'
            : 'Everyone is carried as at the end of that day. Choose an earlier one.'}
        </EmptyState>
      ) : (
        <DataList
          label="Children for whom something changed"
          columns={COLUMNS}
          count={shown.length}
          rowAt={(at) => shown[at]}
          keyOf={(row) => row.client_id}
          selectedKey={selected}
          onSelect={(row) => {
            select({ kind: 'client', id: row.client_id });
          }}
          onOpen={(row) => {
            go(hrefOfCase(row.client_id));
          }}
          resetKey={`${since ?? ''} ${field ?? ''} ${String(small)}`}
        />
      )}
      {data === null || chosen === null ? null : <ChangeDetail row={chosen} since={data.since} />}
    </div>
  );
}
