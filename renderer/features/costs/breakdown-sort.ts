import type { BreakdownRow } from '../../../shared/pressure/breakdown.ts';

export const COST_SORTS = [
  'label',
  'clients',
  'routes',
  'cost_day',
  'cost_year',
  'last_year',
  'change',
  'per_client',
  'distance',
] as const;
export type CostSort = (typeof COST_SORTS)[number];

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

const COMPARE: Readonly<Record<CostSort, (a: BreakdownRow, b: BreakdownRow) => number>> = {
  label: (a, b) => collator.compare(a.label, b.label),
  clients: (a, b) => a.clients - b.clients,
  routes: (a, b) => a.routes - b.routes,
  cost_day: (a, b) => a.cost_day_pence - b.cost_day_pence,
  cost_year: (a, b) => a.cost_year_pence - b.cost_year_pence,
  last_year: (a, b) => a.last_year_pence - b.last_year_pence,
  change: (a, b) => changeOf(a) - changeOf(b),
  per_client: (a, b) => a.per_client_pence - b.per_client_pence,
  distance: (a, b) => (a.mean_distance_m ?? -1) - (b.mean_distance_m ?? -1),
};

/** This year's cost less last year's, pence. */
export function changeOf(row: BreakdownRow): number {
  return row.cost_year_pence - row.last_year_pence;
}

/** Rows whose name holds the text, sorted; equal rows by name. */
export function siftCosts(
  rows: readonly BreakdownRow[],
  text: string,
  sort: { readonly by: CostSort; readonly descending: boolean },
): BreakdownRow[] {
  const sought = text.trim().toLowerCase();
  const direction = sort.descending ? -1 : 1;
  return rows
    .filter((row) => row.label.toLowerCase().includes(sought))
    .sort((a, b) => direction * COMPARE[sort.by](a, b) || collator.compare(a.label, b.label));
}

export interface CostTotals {
  readonly clients: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
}

/** Sums of the rows; all rows together are the headline, to the penny. */
export function totalCosts(rows: readonly BreakdownRow[]): CostTotals {
  const sum = (pick: (row: BreakdownRow) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    clients: sum((row) => row.clients),
    cost_day_pence: sum((row) => row.cost_day_pence),
    cost_year_pence: sum((row) => row.cost_year_pence),
    last_year_pence: sum((row) => row.last_year_pence),
  };
}
