import type { EventRow } from '../../../shared/api/views/notices.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { EVENT_KIND_WORDS } from '../../../shared/service/notices/event-kinds.ts';
import { go } from '../../state/place.ts';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { hrefOfEvent } from './notices-address.ts';

const COLUMNS: readonly DataColumn<EventRow>[] = [
  {
    id: 'label',
    header: 'Change',
    width: 'minmax(150px, 1.2fr)',
    cell: (row) => <a href={hrefOfEvent(row.id)}>{row.label}</a>,
  },
  {
    id: 'about',
    header: 'About',
    width: 'minmax(140px, 1.6fr)',
    cell: (row) => <span title={row.about}>{row.about === '' ? 'the plan' : row.about}</span>,
  },
  {
    id: 'from',
    header: 'From',
    width: '104px',
    align: 'end',
    cell: (row) => formatDate(row.effective_on),
  },
  {
    id: 'children',
    header: 'Children',
    width: '84px',
    align: 'end',
    from: 620,
    cell: (row) => formatCount(row.children),
  },
  {
    id: 'open',
    header: 'To be told',
    width: '96px',
    align: 'end',
    cell: (row) => formatCount(row.open),
  },
  {
    id: 'told',
    header: 'Told',
    width: '72px',
    align: 'end',
    from: 560,
    cell: (row) => formatCount(row.told),
  },
  {
    id: 'state',
    header: 'State',
    width: 'minmax(150px, 1fr)',
    cell: (row) => <EventState row={row} />,
  },
  {
    id: 'by',
    header: 'Recorded',
    width: 'minmax(120px, 1fr)',
    from: 900,
    cell: (row) => (
      <span className="soft" title={row.by}>
        {formatDate(row.recorded_on)}, {row.by}
      </span>
    ),
  },
];

/** Where a change stands, in a word. */
export function EventState({ row }: { readonly row: EventRow }) {
  if (row.taken_back !== null) return <StateMark tone="neutral">Taken back</StateMark>;
  if (!row.live) return <StateMark tone="info">Prepared, not in use</StateMark>;
  if (row.overdue > 0)
    return <StateMark tone="warning">{formatCount(row.overdue)} overdue</StateMark>;
  if (row.open > 0) return <StateMark tone="info">To be told</StateMark>;
  if (row.notices > 0) return <StateMark tone="good">Everybody told</StateMark>;
  if (EVENT_KIND_WORDS[row.kind].awaits_plan)
    return <StateMark tone="info">Waits for the plan</StateMark>;
  return <StateMark tone="neutral">Nobody to be told</StateMark>;
}

/** Changes on record, the latest first. */
export function EventList({ events }: { readonly events: readonly EventRow[] }) {
  if (events.length === 0) return null;
  return (
    <DataList
      label="Changes on record"
      columns={COLUMNS}
      count={events.length}
      rowAt={(at) => events[at]}
      keyOf={(row) => row.id}
      selectedKey={null}
      onSelect={() => undefined}
      onOpen={(row) => {
        go(hrefOfEvent(row.id));
      }}
    />
  );
}
