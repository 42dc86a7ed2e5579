import { Accessibility } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DistancesWord } from '../../../shared/model/plan-distances.ts';
import type { RouteRow } from '../../../shared/api/views/plan.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatMinutesNumber } from '../../../shared/format/time.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { STATE_WORDS } from '../../../shared/service/states.ts';
import { STATE_TONES } from '../transport/answer-words.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';

/** The heading of miles in total, by how they were had. */
export const MILES_HEAD: Readonly<Record<DistancesWord, string>> = {
  'est.': 'Miles, est.',
  'by road': 'Road miles',
  'by road, part est.': 'Miles, part est.',
};

/** The list's columns; narrow windows drop the less needed ones. Where any is by road, each estimate says so itself. */
export function routeColumns(distances: DistancesWord): readonly DataColumn<RouteRow>[] {
  if (distances === 'est.') return COLUMNS;
  return COLUMNS.map((column) =>
    column.id === 'distance' ? { ...column, header: 'Road miles', cell: roadMiles } : column,
  );
}

/** The mark stands before the figure, so that the figures stay in line. */
function roadMiles(row: RouteRow): ReactNode {
  const miles = formatMilesNumber(row.distance_m);
  if (row.distance_basis === 'road') return miles;
  return (
    <span title="Estimated from straight lines: the road network does not reach all homes or the school">
      <span className="soft">est.</span> {miles}
    </span>
  );
}

const COLUMNS: readonly DataColumn<RouteRow>[] = [
  {
    id: 'ref',
    header: 'Route',
    width: 'minmax(92px, 0.9fr)',
    isSortable: true,
    cell: (row) =>
      row.violations > 0 ? (
        <StateMark tone="danger">
          <strong title="A rule is broken on this route">{row.ref}</strong>
        </StateMark>
      ) : (
        <strong>{row.ref}</strong>
      ),
  },
  {
    id: 'school',
    header: 'School',
    width: 'minmax(176px, 2fr)',
    isSortable: true,
    cell: (row) => <span title={row.school}>{row.school}</span>,
  },
  {
    id: 'provider',
    header: 'Provider',
    width: 'minmax(130px, 1.4fr)',
    isSortable: true,
    from: 880,
    cell: (row) => (row.provider === '' ? <span className="soft">Not let yet</span> : row.provider),
  },
  {
    id: 'vehicle',
    header: 'Vehicle',
    width: 'minmax(110px, 1.1fr)',
    isSortable: true,
    from: 1080,
    cell: (row) => row.vehicle,
  },
  {
    id: 'state',
    header: 'State',
    width: '132px',
    isSortable: true,
    from: 1180,
    cell: (row) => <RouteStateMark row={row} />,
  },
  {
    id: 'clients',
    header: 'Clients',
    width: '80px',
    align: 'end',
    isSortable: true,
    cell: (row) => (
      <span title={`${row.seats} seats, ${row.wheelchairs} wheelchair spaces`}>
        {row.wheelchairs > 0 ? (
          <Accessibility className="routes-chair" size={12} aria-label="takes wheelchairs" />
        ) : null}{' '}
        {row.clients}
        <span className="soft">/{row.seats + row.wheelchairs}</span>
      </span>
    ),
  },
  {
    id: 'distance',
    header: 'Miles, est.',
    width: '88px',
    align: 'end',
    isSortable: true,
    from: 970,
    cell: (row) => formatMilesNumber(row.distance_m),
  },
  {
    id: 'longest',
    header: 'Longest, min',
    width: '104px',
    align: 'end',
    isSortable: true,
    cell: (row) => formatMinutesNumber(row.longest_ride_s),
  },
  {
    id: 'over_guide',
    header: 'Over guide',
    width: '96px',
    align: 'end',
    isSortable: true,
    from: 740,
    cell: (row) =>
      row.over_guide === 0 ? (
        <span className="soft">0</span>
      ) : (
        <StateMark tone="warning">{formatCount(row.over_guide)}</StateMark>
      ),
  },
  {
    id: 'cost_day',
    header: '£ a day',
    width: '92px',
    align: 'end',
    isSortable: true,
    cell: (row) => formatPence(row.cost_day_pence).replace('£', ''),
  },
  {
    id: 'cost_year',
    header: '£ a year',
    width: '96px',
    align: 'end',
    isSortable: true,
    from: 640,
    cell: (row) => formatPounds(row.cost_year_pence).replace('£', ''),
  },
];

/** Where a route stands, and since when on hover. */
function RouteStateMark({ row }: { readonly row: RouteRow }) {
  const since = row.state_since === null ? '' : `since ${formatDate(row.state_since)}`;
  const without = row.without_transport === 0 ? '' : `${row.without_transport} aboard without transport`; // prettier-ignore
  return (
    <span title={[since, without].filter((words) => words !== '').join(', ')}>
      <StateMark tone={STATE_TONES[row.state]}>{STATE_WORDS[row.state]}</StateMark>
    </span>
  );
}
