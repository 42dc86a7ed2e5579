import type { ProviderRow } from '../../../shared/service/register/provider-rows.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';

/** Whether anything of this runs out, the worst first; `ahead` days are looked ahead. */
export function RunsOutMark(props: { readonly row: ProviderRow; readonly ahead: number }) {
  const { out_of_date, running_out, drivers, assistants, vehicles } = props.row;
  if (out_of_date > 0) {
    const more =
      running_out === 0 ? '' : `, ${formatCount(running_out)} within ${props.ahead} days`;
    return (
      <StateMark tone="warning">
        <span title={`${formatCount(out_of_date)} out of date${more}`}>
          {formatCount(out_of_date)} out of date
        </span>
      </StateMark>
    );
  }
  if (running_out > 0) return <StateMark tone="info">{formatCount(running_out)} soon</StateMark>;
  if (drivers + assistants + vehicles === 0) return <span className="soft">nothing listed</span>;
  return <StateMark tone="good">in date</StateMark>;
}

/** The list's columns; narrow windows drop the less needed ones. */
export function providerColumns(ahead: number): readonly DataColumn<ProviderRow>[] {
  return [
    {
      id: 'name',
      header: 'Provider',
      width: 'minmax(170px, 2fr)',
      isSortable: true,
      cell: (row) => <strong title={row.name}>{row.name}</strong>,
    },
    {
      id: 'framework',
      header: 'Framework',
      width: 'minmax(120px, 1.3fr)',
      from: 1000,
      cell: (row) =>
        row.on_register ? (
          <span className="soft" title={row.framework}>
            {row.framework === '' ? 'not said' : row.framework}
          </span>
        ) : (
          <StateMark tone="warning">not on the register</StateMark>
        ),
    },
    {
      id: 'contracts',
      header: 'Routes',
      width: '112px',
      align: 'end',
      isSortable: true,
      cell: ({ contracts, unconfirmed }) =>
        unconfirmed === 0 ? (
          formatCount(contracts)
        ) : (
          <span title={`${formatCount(unconfirmed)} not confirmed by the provider`}>
            <span className="soft">{formatCount(unconfirmed)} open of</span>{' '}
            {formatCount(contracts)}
          </span>
        ),
    },
    {
      id: 'clients',
      header: 'Clients',
      width: '76px',
      align: 'end',
      isSortable: true,
      cell: ({ clients }) => formatCount(clients),
    },
    {
      id: 'people',
      header: 'Drivers, assistants',
      width: '136px',
      align: 'end',
      isSortable: true,
      from: 780,
      cell: ({ drivers, assistants }) => (
        <span className={drivers + assistants === 0 ? 'soft' : ''}>
          {formatCount(drivers)}, {formatCount(assistants)}
        </span>
      ),
    },
    {
      id: 'vehicles',
      header: 'Vehicles',
      width: '86px',
      align: 'end',
      isSortable: true,
      from: 700,
      cell: ({ vehicles }) => (
        <span className={vehicles === 0 ? 'soft' : ''}>{formatCount(vehicles)}</span>
      ),
    },
    {
      id: 'running_out',
      header: 'Papers',
      width: '136px',
      isSortable: true,
      cell: (row) => <RunsOutMark row={row} ahead={ahead} />,
    },
    {
      id: 'day',
      header: '£ a day',
      width: '92px',
      align: 'end',
      isSortable: true,
      cell: ({ day_pence }) => formatPounds(day_pence).replace('£', ''),
    },
    {
      id: 'year',
      header: '£ a year',
      width: '104px',
      align: 'end',
      isSortable: true,
      from: 620,
      cell: ({ year_pence }) => formatPounds(year_pence).replace('£', ''),
    },
  ];
}
