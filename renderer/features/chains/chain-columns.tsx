import { Fragment } from 'react';
import type { ChainRunRow } from '../../../shared/api/views/chains.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatMinutesNumber } from '../../../shared/format/time.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import type { ShownChain } from './chain-rows.ts';

/** Columns of the chains; `counted` says where chains overlap which of them count. */
export function chainColumns(all: boolean): readonly DataColumn<ShownChain>[] {
  return all ? [...COLUMNS, COUNTED] : COLUMNS;
}

const COLUMNS: readonly DataColumn<ShownChain>[] = [
  {
    id: 'first',
    header: 'First run',
    width: 'minmax(150px, 1.6fr)',
    isSortable: true,
    cell: ({ runs }) => <Runs runs={runs.slice(0, 1)} />,
  },
  {
    id: 'then',
    header: 'Then',
    width: 'minmax(150px, 2fr)',
    cell: ({ runs }) => <Runs runs={runs.slice(1)} />,
  },
  {
    id: 'runs',
    header: 'Runs',
    width: '76px',
    align: 'end',
    isSortable: true,
    from: 820,
    cell: ({ runs }) => runs.length,
  },
  {
    id: 'moves',
    header: 'Times moved, min',
    width: '146px',
    align: 'end',
    isSortable: true,
    from: 900,
    cell: (chain) => <Moves chain={chain} />,
  },
  {
    id: 'empty',
    header: 'Empty miles',
    width: '104px',
    align: 'end',
    isSortable: true,
    from: 1060,
    cell: ({ empty_m }) => formatMilesNumber(empty_m),
  },
  {
    id: 'wait',
    header: 'Wait, min',
    width: '92px',
    align: 'end',
    isSortable: true,
    from: 780,
    cell: ({ wait_s }) =>
      wait_s === 0 ? <span className="soft">0</span> : formatMinutesNumber(wait_s),
  },
  {
    id: 'spare',
    header: 'Spare, min',
    width: '100px',
    align: 'end',
    isSortable: true,
    from: 680,
    cell: ({ tightest_s }) => Math.floor(tightest_s / 60),
  },
  {
    id: 'day',
    header: '£ a day, est.',
    width: '108px',
    align: 'end',
    isSortable: true,
    cell: ({ saving_day_pence }) => formatPence(saving_day_pence).replace('£', ''),
  },
  {
    id: 'year',
    header: '£ a year, est.',
    width: '116px',
    align: 'end',
    isSortable: true,
    from: 560,
    cell: ({ saving_year_pence }) => formatPounds(saving_year_pence).replace('£', ''),
  },
];

const COUNTED: DataColumn<ShownChain> = {
  id: 'counted',
  header: 'Counted',
  width: '104px',
  from: 1000,
  cell: ({ chosen }) =>
    chosen ? (
      <StateMark tone="good">Counted</StateMark>
    ) : (
      <span className="soft" title="One of its runs is counted in another chain">
        Overlaps
      </span>
    ),
};

function Runs({ runs }: { readonly runs: readonly ChainRunRow[] }) {
  return (
    <span
      className="chains-run"
      title={runs.map((run) => `${run.ref}, ${run.school}`).join('; then ')}
    >
      {runs.map((run, at) => (
        <Fragment key={run.route_id}>
          {at === 0 ? null : <span className="soft">, then </span>}
          <strong>{run.ref}</strong> <span className="soft">{run.school}</span>
        </Fragment>
      ))}
    </span>
  );
}

function Moves({ chain }: { readonly chain: ShownChain }) {
  const { earlier_s, later_s } = chain;
  if (earlier_s === 0 && later_s === 0) return <span className="soft">as planned</span>;
  const parts = [
    ...(earlier_s > 0 ? [`${formatMinutesNumber(earlier_s)} earlier`] : []),
    ...(later_s > 0 ? [`${formatMinutesNumber(later_s)} later`] : []),
  ];
  return <>{parts.join(', ')}</>;
}
