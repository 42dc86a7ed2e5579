import { sumColumn, type Cell, type Table } from '../../shared/figures/table.ts';

/** The same table with fewer columns, in the order of the keys. */
export function pickColumns(table: Table, keys: readonly string[]): Table {
  const places = keys.map((key) => table.columns.findIndex((column) => column.key === key));
  const pick = (cells: readonly Cell[]): Cell[] => places.map((at) => cells[at] ?? null);
  return {
    ...table,
    columns: places.flatMap((at) => table.columns[at] ?? []),
    rows: table.rows.map(pick),
    total: table.total === null ? null : pick(table.total),
  };
}

/** The first rows and one for all the others, so that the rows still add up to the total. `most` is at least 2. */
export function shorten(table: Table, most: number): Table {
  if (table.rows.length <= most) return table;
  const rest = table.rows.slice(most - 1);
  const named = table.columns.findIndex(({ kind }) => kind === 'text');
  const others = table.columns.map((column, at): Cell => {
    if (column.key === 'ref') return `${String(rest[0]?.[at] ?? '')} on`;
    if (at === named) return `${rest.length} others`;
    return column.total === 'sum' ? sumColumn(rest, at) : null;
  });
  return { ...table, rows: [...table.rows.slice(0, most - 1), others] };
}
