/** Placements by group as they may leave the store: no figure that rests on 1 to 4 children. */
import type { PlacementRow } from '../pressure/placements/placed-clients.ts';
import { tellTable } from './small-numbers.ts';
import type { Column, Table } from './table.ts';

const COLUMNS: readonly Column[] = [
  { key: 'group', label: 'Group', kind: 'text' },
  { key: 'clients', label: 'Clients', kind: 'count', total: 'sum' },
  { key: 'beyond', label: 'Beyond', kind: 'count', total: 'sum' },
  { key: 'nearest', label: 'Nearest', kind: 'count', total: 'sum' },
  { key: 'cannot_tell', label: 'Cannot tell', kind: 'count', total: 'sum' },
  { key: 'not_known', label: 'Not known', kind: 'count', total: 'sum' },
  { key: 'attended_pence', label: 'At the school attended', kind: 'pence', total: 'sum' },
  { key: 'nearest_pence', label: 'At the nearest suitable', kind: 'pence', total: 'sum' },
  { key: 'difference_pence', label: 'Difference', kind: 'pence', total: 'sum' },
];

/** The rows and their sums; a row withholds all its figures where any of its counts could name a child. */
export function placementTable(rows: readonly PlacementRow[], total: PlacementRow): Table {
  const cells = (row: PlacementRow) => [
    row.label,
    row.clients,
    row.beyond,
    row.nearest,
    row.cannot_tell,
    row.not_known,
    row.cost_pence,
    row.nearest_cost_pence,
    row.difference_pence,
  ];
  const table: Table = {
    key: 'placements',
    title: 'Placement distance',
    columns: COLUMNS,
    rows: rows.map(cells),
    total: cells(total),
    note: '',
  };
  return tellTable(
    table,
    rows.map((row) => [row.clients, row.beyond, row.nearest, row.cannot_tell, row.not_known]),
  );
}
