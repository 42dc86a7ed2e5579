import { ClipboardCheck, PenLine } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OverLimitRow } from '../../../shared/api/views/sheets.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutesNumber } from '../../../shared/format/time.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOfCase } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn, type ListMarks } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import './sheets.css';

const NO_ROWS: readonly OverLimitRow[] = [];

const COLUMNS: readonly DataColumn<OverLimitRow>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(130px, 1fr)',
    cell: ({ name, ref }) => <strong title={ref}>{name === '' ? ref : name}</strong>,
  },
  { id: 'route', header: 'Route', width: '104px', cell: ({ route_ref }) => route_ref },
  {
    id: 'school',
    header: 'School',
    width: 'minmax(110px, 1fr)',
    from: 900,
    cell: ({ school }) => (
      <span className="soft" title={school}>
        {school}
      </span>
    ),
  },
  {
    id: 'limit',
    header: 'Limit, min',
    width: '128px',
    align: 'end',
    cell: ({ limit_s, limit_kind }) =>
      limit_kind === 'clinical' ? (
        <StateMark tone="danger">clinical {formatMinutesNumber(limit_s)}</StateMark>
      ) : (
        <span>
          <span className="soft">guide</span> {formatMinutesNumber(limit_s)}
        </span>
      ),
  },
  {
    id: 'direct',
    header: 'Direct, min',
    width: '96px',
    align: 'end',
    cell: ({ direct_s }) => formatMinutesNumber(direct_s),
  },
  {
    id: 'planned',
    header: 'Planned, min',
    width: '108px',
    align: 'end',
    cell: ({ planned_s }) => <strong>{formatMinutesNumber(planned_s)}</strong>,
  },
  {
    id: 'covered',
    header: 'Reason or waiver',
    width: 'minmax(170px, 2fr)',
    from: 700,
    cell: ({ covered_by, limit_kind }) =>
      covered_by === '' ? (
        <StateMark tone={limit_kind === 'clinical' ? 'danger' : 'warning'}>
          {limit_kind === 'clinical' ? 'Waiver wanted' : 'Reason wanted'}
        </StateMark>
      ) : (
        <span title={covered_by}>{covered_by}</span>
      ),
  },
];

type ListName = 'wanted' | 'recorded';

/** Rides over their limit: those that want a reason or a waiver, and those that have one. */
export function OverLimitScreen() {
  const { data, error, refetch } = useChannel('rides/over-limit', {});
  const [list, setList] = useState<ListName>('wanted');
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [anchor, setAnchor] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const selected = useSelectedId('client');
  const rows = data?.rows ?? NO_ROWS;
  const shown = useMemo(
    () => rows.filter(({ covered_by }) => (covered_by === '') === (list === 'wanted')),
    [rows, list],
  );
  // A reason is for the guide; a clinical limit needs a waiver of its own, on the case.
  const open = shown.filter(({ limit_kind }) => limit_kind === 'advisory');
  const chosen = open.filter(({ client_id }) => marked.has(client_id));
  const marks: ListMarks<OverLimitRow> = {
    has: ({ client_id }) => marked.has(client_id),
    all: chosen.length === 0 ? 'none' : chosen.length === open.length ? 'all' : 'some',
    nameOf: ({ name, ref }) => (name === '' ? ref : name),
    onMark: (row, index, kind) => {
      if (row.limit_kind === 'clinical') return;
      const now = new Set(marked);
      if (kind === 'range' && anchor !== null) {
        const range = shown.slice(Math.min(anchor, index), Math.max(anchor, index) + 1);
        for (const each of range) if (each.limit_kind === 'advisory') now.add(each.client_id);
      } else {
        if (!now.delete(row.client_id)) now.add(row.client_id);
        setAnchor(index);
      }
      setMarked(now);
    },
    onAll: () => {
      setMarked(new Set(chosen.length === open.length ? [] : open.map(({ client_id }) => client_id))); // prettier-ignore
    },
  };
  if (data === null)
    return error === null ? (
      <Spinner label="Reading the rides" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  return (
    <div className="sheets">
      <header className="sheets-head">
        <h1>Over the limit</h1>
        <output className="soft">
          {formatQuantity(data.wanted, 'ride')} without a reason or waiver,{' '}
          {formatCount(data.recorded)} with one
        </output>
        <div className="sheets-filters">
          <p className="soft sheets-hint">
            45 minutes primary, 75 secondary is a guide (DfE, June 2023): nobody goes without a
            vehicle for it, and a named officer records why it is exceeded. A clinical limit is
            exceeded only under a recorded waiver.
          </p>
          <span className="sheets-space" />
          <Button
            variant="primary"
            icon={PenLine}
            disabledReason={
              list === 'recorded'
                ? 'These have a reason already.'
                : chosen.length === 0
                  ? 'Mark the children whom one reason is for.'
                  : null
            }
            onPress={() => {
              setAsking(true);
            }}
          >
            Record a reason{chosen.length === 0 ? '' : ` for ${formatCount(chosen.length)}`}
          </Button>
        </div>
      </header>
      <Tabs
        label="Rides over their limit"
        selected={list}
        onSelect={setList}
        tabs={[
          { id: 'wanted', label: 'Over guide, reason wanted', count: formatCount(data.wanted) },
          { id: 'recorded', label: 'Reason or waiver recorded', count: formatCount(data.recorded) },
        ]}
      >
        {shown.length === 0 ? (
          <EmptyState
            icon={ClipboardCheck}
            title={list === 'wanted' ? 'Nothing is wanted' : 'Nothing is recorded'}
          >
            {list === 'wanted'
              ? 'Every ride of the plan in use keeps its limit, or says why it does not.'
              : 'Reasons and waivers of the plan’s rides stand here once they are recorded.'}
          </EmptyState>
        ) : (
          <DataList
            label={list === 'wanted' ? 'Rides that want a reason' : 'Rides with a reason or waiver'}
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
            {...(list === 'wanted' ? { marks } : {})}
            resetKey={list}
          />
        )}
      </Tabs>
      {asking ? (
        <ReasonDialog
          rides={chosen}
          onClose={() => {
            setAsking(false);
            setMarked(new Set());
          }}
        />
      ) : null}
    </div>
  );
}
