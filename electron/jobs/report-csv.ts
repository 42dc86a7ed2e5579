import type { CostPressureSummary } from '../../shared/figures/cost-pressure.ts';
import type { Cell } from '../../shared/figures/table.ts';
import { writeCsv } from '../files/csv-writer.ts';

/** The cost pressure by route as one tidy table: a line a route, units in the headings, no total line. */
export function reportCsv(summary: CostPressureSummary): Uint8Array {
  const { columns, rows } = summary.tables.routes;
  const { overview, marks } = summary;
  const common: readonly (readonly [string, Cell])[] = [
    ['academic_year', overview.year],
    ['plan_id', summary.plan_id],
    ['made_on', marks.on],
    // Each route says its own `distance_basis`.
    ['plan_distance_basis', overview.distance_basis],
    ['plan_roads', overview.roads],
    ['data', marks.demo ? 'invented' : marks.county],
  ];
  return writeCsv(
    [...columns.map((column) => column.key), ...common.map(([key]) => key)],
    rows.map((row) => [...row.map(whole), ...common.map(([, cell]) => cell)]),
  );
}

/** Metres and seconds to the whole unit. */
function whole(cell: Cell): Cell {
  return typeof cell === 'number' ? Math.round(cell) : cell;
}
