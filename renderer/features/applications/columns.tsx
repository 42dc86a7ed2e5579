import { CircleHelp, ClockAlert, EyeOff, Hand, type LucideIcon } from 'lucide-react';
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
import type { Tone } from '../../state/notices.ts';
import { joinByRoom } from '../../ui/column-room.ts';
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
      {row.partly ? ' on some days' : ''}
      {row.transport === 'planned' ? <span className="apps-reason">, not confirmed</span> : null}
      {row.transport === 'unallocated' && reason !== '' ? (
        <span className="apps-reason">: {withinSentence(reason)}</span>
      ) : null}
    </StateMark>
  );
}

function Name(props: { readonly row: ApplicationRow }) {
  const { row } = props;
  const marks = marksOf(row);
  return (
    <span className="apps-name">
      {row.name === '' ? (
        <span className="soft">Name not known</span>
      ) : (
        <bdi title={row.name}>{row.name}</bdi>
      )}
      {marks.map(({ key, tone, icon, short, words }) => (
        <span key={key} className="apps-mark" title={words}>
          <Badge tone={tone} {...(icon === null ? {} : { icon })}>
            {/* Two marks or more stand as their icons, so that the name keeps its room. */}
            {short === '' || (marks.length > 1 && key !== 'alike') ? null : (
              <span aria-hidden="true">{short}</span>
            )}
            <span className="visually-hidden">{words}</span>
          </Badge>
        </span>
      ))}
    </span>
  );
}

interface NameMark {
  readonly key: string;
  readonly tone: Tone;
  /** null where its word says enough. */
  readonly icon: LucideIcon | null;
  /** '' for the icon alone. */
  readonly short: string;
  /** On hover and for screen readers. */
  readonly words: string;
}

/** What has to be seen beside a name before anything is done: told apart from whom, held, late, not to be shown. */
function marksOf(row: ApplicationRow): readonly NameMark[] {
  const alike = alikeMark(row);
  return [
    ...(alike === null ? [] : [alike]),
    ...(row.held
      ? [{ key: 'held', tone: 'warning', icon: Hand, short: 'Held', words: 'Held until a person decides' } as const] // prettier-ignore
      : []),
    ...(row.late
      ? [
          {
            key: 'late',
            tone: 'info',
            icon: ClockAlert,
            short: `${row.days_late} d`,
            words: `Late by ${formatQuantity(row.days_late, 'day')}: received after the deadline of its kind`,
          } as const,
        ]
      : []),
    ...(row.protected_address
      ? [{ key: 'protected', tone: 'neutral', icon: EyeOff, short: '', words: 'Protected address' } as const] // prettier-ignore
      : []),
  ];
}

/** Twins and children of one name carry what tells them apart. */
function alikeMark(row: ApplicationRow): NameMark | null {
  const { same_name, twins, date_of_birth } = row;
  if (same_name === 0 && twins === 0) return null;
  const what =
    same_name > 0
      ? `${formatQuantity(same_name, 'other child has', 'other children have')} this name`
      : 'A twin at the same address';
  const born =
    date_of_birth === null ? 'date of birth not known' : `born ${formatDate(date_of_birth)}`;
  const short =
    same_name === 0 ? 'Twin' : date_of_birth === null ? 'Same name' : formatDate(date_of_birth);
  return { key: 'alike', tone: 'neutral', icon: null, short, words: `${what}; this one: ${born}` };
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
const OFFICER_COLUMN: DataColumn<ApplicationRow> = {
  id: 'officer',
  header: 'Officer',
  width: 'minmax(104px, 0.7fr)',
  isSortable: true,
  cell: (row) =>
    row.assigned_to === '' ? (
      <span className="soft">{row.status === '' ? '–' : 'Nobody'}</span>
    ) : (
      <span title={row.assigned_to}>{row.assigned_to}</span>
    ),
};

const ALL: readonly DataColumn<ApplicationRow>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(220px, 1.5fr)',
    isSortable: true,
    cell: (row) => <Name row={row} />,
  },
  {
    id: 'ref',
    header: 'Reference',
    width: '108px',
    isSortable: true,
    cell: (row) => <span className="soft">{row.ref}</span>,
  },
  {
    id: 'transport',
    header: 'Transport',
    width: 'minmax(186px, 1.2fr)',
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
    width: '64px',
    isSortable: true,
    cell: (row) => row.need ?? '–',
  },
  {
    id: 'year',
    header: 'Year',
    width: '52px',
    align: 'end',
    cell: (row) => YEAR_SHORT(row.year_group),
  },
  {
    id: 'status',
    header: 'Request',
    width: '128px',
    isSortable: true,
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
    width: '132px',
    isSortable: true,
    cell: (row) => (row.stage === '' ? <span className="soft">–</span> : STAGE_WORDS[row.stage]),
  },
  {
    id: 'age',
    header: 'Waiting',
    width: '104px',
    align: 'end',
    isSortable: true,
    cell: (row) => <Age row={row} />,
  },
  {
    id: 'tif',
    header: 'TIF',
    width: '120px',
    isSortable: true,
    cell: (row) => <StateMark tone={TIF_WORDS[row.tif].tone}>{TIF_WORDS[row.tif].label}</StateMark>,
  },
  {
    id: 'first_day',
    header: 'First day',
    width: '120px',
    align: 'end',
    isSortable: true,
    cell: (row) => formatDateOrDash(row.first_day),
  },
  {
    id: 'received',
    header: 'Received',
    width: '120px',
    align: 'end',
    isSortable: true,
    cell: (row) => formatDateOrDash(row.received_on),
  },
  {
    id: 'district',
    header: 'District',
    width: 'minmax(110px, 1fr)',
    isSortable: true,
    cell: (row) => (row.district === '' ? <span className="soft">–</span> : row.district),
  },
  {
    id: 'type',
    header: 'Type of request',
    width: 'minmax(130px, 1fr)',
    cell: (row) => (row.type === '' ? <span className="soft">–</span> : row.type),
  },
];

/** The columns of the applications list, joining as there is room for them. */
export const COLUMNS = joinByRoom(ALL, [
  'ref',
  'status',
  'tif',
  'age',
  'officer',
  'year',
  'need',
  'first_day',
  'stage',
  'received',
  'district',
  'type',
]);

const WHY_COLUMN: DataColumn<ApplicationRow> = {
  id: 'next',
  header: 'What comes next, and why',
  width: 'minmax(260px, 3fr)',
  isSortable: true,
  cell: (row) => <span title={row.why ?? ''}>{row.why ?? ''}</span>,
};

const QUEUED: readonly DataColumn<ApplicationRow>[] = [
  'name',
  'why',
  'officer',
  'ref',
  'status',
  'transport',
  'school',
  'received',
].flatMap((id) => (id === 'why' ? WHY_COLUMN : (ALL.find((column) => column.id === id) ?? [])));

/** The columns of a queue: why a case stands there comes second, whose it is next. They share the width with the list of queues. */
export const QUEUE_COLUMNS = joinByRoom(QUEUED, [
  'officer',
  'ref',
  'status',
  'received',
  'transport',
  'school',
]);
