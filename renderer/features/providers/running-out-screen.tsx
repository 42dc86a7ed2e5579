import { BadgeCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RunningOutRow } from '../../../shared/api/views/register.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { itemTitle } from '../../../shared/service/register/gap-words.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { MarkToggles } from './mark-toggles.tsx';
import { hrefOfRecord } from './provider-address.ts';
import { daysLeftWords } from './register-words.ts';

const NO_ROWS: readonly RunningOutRow[] = [];

const MARKS = [
  { id: 'out', label: 'Out of date', holds: (row: RunningOutRow) => row.days_left < 0 },
  { id: 'on_routes', label: 'On a route', holds: (row: RunningOutRow) => row.routes.length > 0 },
  { id: 'people', label: 'People', holds: (row: RunningOutRow) => row.kind === 'worker' },
  { id: 'vehicles', label: 'Vehicles', holds: (row: RunningOutRow) => row.kind === 'vehicle' },
] as const;
type Mark = (typeof MARKS)[number]['id'];

const COLUMNS: readonly DataColumn<RunningOutRow>[] = [
  {
    id: 'until',
    header: 'Last day',
    width: '112px',
    cell: ({ until }) => <strong>{formatDate(until)}</strong>,
  },
  {
    id: 'days',
    header: 'When',
    width: '128px',
    cell: ({ days_left }) => (
      <StateMark tone={days_left < 0 ? 'warning' : 'info'}>{daysLeftWords(days_left)}</StateMark>
    ),
  },
  {
    id: 'item',
    header: 'What',
    width: 'minmax(170px, 1.2fr)',
    cell: ({ item }) => itemTitle(item),
  },
  {
    id: 'who',
    header: 'Whose',
    width: 'minmax(120px, 1fr)',
    cell: ({ who }) => <span title={who}>{who}</span>,
  },
  {
    id: 'provider',
    header: 'Provider',
    width: 'minmax(130px, 1.3fr)',
    from: 820,
    cell: ({ provider }) => (
      <span className="soft" title={provider}>
        {provider}
      </span>
    ),
  },
  {
    id: 'routes',
    header: 'Routes',
    width: 'minmax(110px, 1fr)',
    from: 640,
    cell: ({ routes }) =>
      routes.length === 0 ? (
        <span className="soft">none</span>
      ) : (
        <span title={routes.join(', ')}>
          {routes[0]}
          {routes.length > 1 ? ` and ${routes.length - 1} more` : ''}
        </span>
      ),
  },
  {
    id: 'clients',
    header: 'Clients',
    width: '76px',
    align: 'end',
    from: 560,
    cell: ({ clients }) => (clients === 0 ? <span className="soft">0</span> : formatCount(clients)),
  },
];

/** Papers and competences that are out of date or run out soon, the longest out of date first. */
export function RunningOutScreen() {
  const { data, error, refetch } = useChannel('register/running-out', {});
  const params = usePlace((place) => place.params);
  const [on, setOn] = useState<readonly Mark[]>(() =>
    MARKS.map(({ id }) => id).filter((id) => (params['show'] ?? '').split(',').includes(id)),
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const rows = data?.rows ?? NO_ROWS;
  const shown = useMemo(() => {
    const wanted = MARKS.filter(({ id }) => on.includes(id));
    return rows
      .map((row, at) => ({ ...row, at }))
      .filter((row) => wanted.every(({ holds }) => holds(row)));
  }, [rows, on]);
  const counted = useMemo(
    () => MARKS.map(({ id, label, holds }) => ({ id, label, count: rows.filter(holds).length })),
    [rows],
  );
  if (data === null)
    return error === null ? (
      <div className="providers-wait">
        <Spinner label="Reading the register" />
      </div>
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  return (
    <div className="providers-screen">
      <header className="providers-head">
        <h1>Running out</h1>
        <output className="soft">
          {formatCount(rows.filter(({ days_left }) => days_left < 0).length)} out of date,{' '}
          {formatCount(rows.filter(({ days_left }) => days_left >= 0).length)} within{' '}
          {formatQuantity(data.ahead_days, 'day')}
        </output>
        <p className="soft providers-hint">
          Whoever or whatever is out of date carries nobody: a contract with it is not confirmed.{' '}
          <a href={hrefOf('data', ['settings'])} title={data.source}>
            {formatQuantity(data.ahead_days, 'day')} ahead is a setting
          </a>
          .
        </p>
        <div className="providers-filters">
          <MarkToggles label="Show only what is" marks={counted} on={on} onChange={setOn} />
        </div>
      </header>
      <DataList
        label="What runs out"
        columns={COLUMNS}
        count={shown.length}
        rowAt={(at) => shown[at]}
        keyOf={({ at }) => at}
        selectedKey={chosen}
        onSelect={({ at }) => {
          setChosen(at);
        }}
        onOpen={({ kind, id }) => {
          go(hrefOfRecord(kind, id));
        }}
        resetKey={on.join()}
        empty={
          <EmptyState icon={BadgeCheck} title="Nothing runs out">
            {rows.length === 0
              ? 'Everything on the register counts for longer than the days looked ahead.'
              : 'Take a filter away to see the others.'}
          </EmptyState>
        }
      />
    </div>
  );
}
