import { CircleHelp, EyeOff, Hand } from 'lucide-react';
import type { ApplicationRow } from '../../../shared/api/views/applications.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatDate, formatDateOrDash } from '../../../shared/format/date.ts';
import {
  REASON_WORDS,
  STAGE_WORDS,
  STATUS_WORDS,
  TRANSPORT_WORDS,
  withinSentence,
  wordsFor,
} from '../../../shared/model/words.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { TIF_WORDS, TRANSPORT_TONES } from './words.ts';

function Transport(props: { readonly row: ApplicationRow }) {
  const { row } = props;
  const label = TRANSPORT_WORDS[row.transport];
  const reason = row.reason === '' ? '' : wordsFor(REASON_WORDS, row.reason);
  return (
    <StateMark tone={TRANSPORT_TONES[row.transport]}>
      {row.transport === 'planned' ? 'Planned' : label}
      {row.transport === 'planned' ? <span className="apps-reason">, not confirmed</span> : null}
      {row.transport === 'unallocated' && reason !== '' ? (
        <span className="apps-reason">: {withinSentence(reason)}</span>
      ) : null}
    </StateMark>
  );
}

function Name(props: { readonly row: ApplicationRow }) {
  const { row } = props;
  return (
    <span className="apps-name">
      {row.name === '' ? (
        <span className="soft">Name not known</span>
      ) : (
        <bdi title={row.name}>{row.name}</bdi>
      )}
      <Confusable row={row} />
      {row.held ? (
        <Badge tone="warning" icon={Hand}>
          Held
        </Badge>
      ) : null}
      {row.late ? (
        <span
          title={`Received ${formatQuantity(row.days_late, 'day')} after the deadline of its kind`}
        >
          <Badge tone="info">Late {row.days_late} d</Badge>
        </span>
      ) : null}
      {row.protected_address ? <EyeOff size={14} aria-label="Protected address" /> : null}
    </span>
  );
}

function School(props: { readonly row: ApplicationRow }) {
  const { row } = props;
  if (row.school_urn !== null) return <span title={row.school}>{row.school}</span>;
  return (
    <StateMark tone="warning" icon={CircleHelp}>
      {row.school === '' ? 'No school' : `${row.school} (not matched)`}
    </StateMark>
  );
}

/** Twins and children of one name carry what tells them apart. */
function Confusable(props: { readonly row: ApplicationRow }) {
  const { same_name, twins, date_of_birth } = props.row;
  if (same_name === 0 && twins === 0) return null;
  const what =
    same_name > 0
      ? `${formatQuantity(same_name, 'other child has', 'other children have')} this name`
      : 'A twin at the same address';
  const born =
    date_of_birth === null ? 'date of birth not known' : `born ${formatDate(date_of_birth)}`;
  return (
    <span title={`${what}; this one: ${born}`}>
      <Badge>
        {same_name > 0
          ? date_of_birth === null
            ? 'Same name'
            : formatDate(date_of_birth)
          : 'Twin'}
      </Badge>
    </span>
  );
}

function Age(props: { readonly row: ApplicationRow }) {
  const { age_days, decision_days } = props.row;
  if (age_days === null) return <span className="soft">–</span>;
  const words = formatQuantity(age_days, 'day');
  return age_days > decision_days ? (
    <span title={`Decisions are advertised within ${decision_days} days`}>
      <StateMark tone="warning">{words}</StateMark>
    </span>
  ) : (
    <>{words}</>
  );
}

const YEAR_SHORT = (year: number | null): string => {
  if (year === null) return '–';
  if (year < 0) return 'N';
  return year === 0 ? 'R' : String(year);
};

/** The officer an application is assigned to. */
export const OFFICER_COLUMN: DataColumn<ApplicationRow> = {
  id: 'officer',
  header: 'Officer',
  width: 'minmax(104px, 0.7fr)',
  isSortable: true,
  from: 1160,
  cell: (row) =>
    row.assigned_to === '' ? (
      <span className="soft">{row.status === '' ? '–' : 'Nobody'}</span>
    ) : (
      <span title={row.assigned_to}>{row.assigned_to}</span>
    ),
};

/** The columns of the applications list; the less needed ones leave as it gets narrow. */
export const COLUMNS: readonly DataColumn<ApplicationRow>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(170px, 1.5fr)',
    isSortable: true,
    cell: (row) => <Name row={row} />,
  },
  {
    id: 'ref',
    header: 'Reference',
    width: '116px',
    isSortable: true,
    from: 674,
    cell: (row) => <span className="soft">{row.ref}</span>,
  },
  {
    id: 'transport',
    header: 'Transport',
    width: 'minmax(204px, 1.2fr)',
    isSortable: true,
    cell: (row) => <Transport row={row} />,
  },
  {
    id: 'school',
    header: 'School',
    width: 'minmax(150px, 1.6fr)',
    isSortable: true,
    cell: (row) => <School row={row} />,
  },
  {
    id: 'need',
    header: 'Need',
    width: '68px',
    isSortable: true,
    from: 742,
    cell: (row) => row.need ?? '–',
  },
  {
    id: 'year',
    header: 'Year',
    width: '52px',
    align: 'end',
    from: 1056,
    cell: (row) => YEAR_SHORT(row.year_group),
  },
  {
    id: 'status',
    header: 'Request',
    width: '140px',
    isSortable: true,
    from: 1004,
    cell: (row) =>
      row.status === '' ? (
        <span className="soft">Carried already</span>
      ) : (
        wordsFor(STATUS_WORDS, row.status)
      ),
  },
  OFFICER_COLUMN,
  {
    id: 'stage',
    header: 'Stage',
    width: '128px',
    isSortable: true,
    from: 1492,
    cell: (row) => (row.stage === '' ? <span className="soft">–</span> : STAGE_WORDS[row.stage]),
  },
  {
    id: 'age',
    header: 'Waiting',
    width: '92px',
    align: 'end',
    isSortable: true,
    from: 1252,
    cell: (row) => <Age row={row} />,
  },
  {
    id: 'tif',
    header: 'TIF',
    width: '112px',
    isSortable: true,
    from: 864,
    cell: (row) => <StateMark tone={TIF_WORDS[row.tif].tone}>{TIF_WORDS[row.tif].label}</StateMark>,
  },
  {
    id: 'first_day',
    header: 'First day',
    width: '112px',
    align: 'end',
    isSortable: true,
    from: 1364,
    cell: (row) => formatDateOrDash(row.first_day),
  },
  {
    id: 'received',
    header: 'Received',
    width: '112px',
    align: 'end',
    isSortable: true,
    from: 1604,
    cell: (row) => formatDateOrDash(row.received_on),
  },
  {
    id: 'district',
    header: 'District',
    width: 'minmax(110px, 1fr)',
    isSortable: true,
    from: 1714,
    cell: (row) => (row.district === '' ? <span className="soft">–</span> : row.district),
  },
  {
    id: 'type',
    header: 'Type of request',
    width: 'minmax(130px, 1fr)',
    from: 1844,
    cell: (row) => (row.type === '' ? <span className="soft">–</span> : row.type),
  },
];

const WHY_COLUMN: DataColumn<ApplicationRow> = {
  id: 'next',
  header: 'What comes next, and why',
  width: 'minmax(260px, 3fr)',
  isSortable: true,
  cell: (row) => <span title={row.why ?? ''}>{row.why ?? ''}</span>,
};

/** A queue shares the width with the list of queues, so its columns leave in another order. */
const QUEUE_FROM: Readonly<Record<string, number>> = {
  officer: 620,
  ref: 760,
  status: 900,
  received: 1030,
  transport: 1260,
  school: 1460,
};

const QUEUED = ['name', 'ref', 'status', 'transport', 'school', 'received'] as const;

/** The columns of a queue: why a case stands there comes second, whose it is next. */
export const QUEUE_COLUMNS: readonly DataColumn<ApplicationRow>[] = [
  ...QUEUED.slice(0, 1),
  'why' as const,
  'officer' as const,
  ...QUEUED.slice(1),
].flatMap((id) => {
  if (id === 'why') return WHY_COLUMN;
  const column = COLUMNS.find((one) => one.id === id);
  if (column === undefined) return [];
  if (id === 'name') return { ...column, width: 'minmax(200px, 1.6fr)' };
  return QUEUE_FROM[id] === undefined ? column : { ...column, from: QUEUE_FROM[id] };
});
