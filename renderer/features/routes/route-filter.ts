/** Which routes the list shows, and in what order. Pure, so that 6,000 rows are sifted in a test as on the screen. */
import { routesDistancesWord, type DistancesWord } from '../../../shared/model/plan-distances.ts';
import { ROUTE_STATES, type RouteState } from '../../../shared/model/service.ts';
import type { RouteRow } from '../../../shared/api/views/plan.ts';

export const ROUTE_MARKS = [
  'over_guide',
  'violations',
  'new',
  'unconfirmed',
  'provisional',
  'problems',
] as const;
export type RouteMark = (typeof ROUTE_MARKS)[number];

export interface RouteFilter {
  /** Words of reference, school, provider or vehicle; every word must be there. */
  readonly text: string;
  readonly school_urn: number | null;
  /** Null: whatever their state. */
  readonly state: RouteState | null;
  /** All that are on must hold. */
  readonly marks: readonly RouteMark[];
}

export const ROUTE_SORTS = [
  'ref',
  'school',
  'provider',
  'vehicle',
  'state',
  'clients',
  'distance',
  'longest',
  'over_guide',
  'violations',
  'cost_day',
  'cost_year',
] as const;
export type RouteSort = (typeof ROUTE_SORTS)[number];

const HOLDS: Readonly<Record<RouteMark, (row: RouteRow) => boolean>> = {
  over_guide: (row) => row.over_guide > 0,
  violations: (row) => row.violations > 0,
  new: (row) => !row.fixed,
  unconfirmed: (row) => row.state !== 'confirmed' && row.state !== 'running',
  provisional: (row) => row.provisional > 0,
  problems: (row) => row.problems > 0,
};

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

const COMPARE: Readonly<Record<RouteSort, (a: RouteRow, b: RouteRow) => number>> = {
  ref: (a, b) => collator.compare(a.ref, b.ref),
  school: (a, b) => collator.compare(a.school, b.school),
  provider: (a, b) => collator.compare(a.provider, b.provider),
  vehicle: (a, b) => collator.compare(a.vehicle, b.vehicle),
  state: (a, b) => ROUTE_STATES.indexOf(a.state) - ROUTE_STATES.indexOf(b.state),
  clients: (a, b) => a.clients - b.clients,
  distance: (a, b) => a.distance_m - b.distance_m,
  longest: (a, b) => a.longest_ride_s - b.longest_ride_s,
  over_guide: (a, b) => a.over_guide - b.over_guide,
  violations: (a, b) => a.violations - b.violations,
  cost_day: (a, b) => a.cost_day_pence - b.cost_day_pence,
  cost_year: (a, b) => a.cost_year_pence - b.cost_year_pence,
};

/** The rows that pass, sorted; equal rows by reference. */
export function siftRoutes(
  rows: readonly RouteRow[],
  filter: RouteFilter,
  sort: { readonly by: RouteSort; readonly descending: boolean },
): RouteRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const direction = sort.descending ? -1 : 1;
  const compare = COMPARE[sort.by];
  return rows
    .filter(
      (row) =>
        (filter.school_urn === null || row.schools.includes(filter.school_urn)) &&
        (filter.state === null || row.state === filter.state) &&
        filter.marks.every((mark) => HOLDS[mark](row)) &&
        hasWords(row, words),
    )
    .sort((a, b) => direction * compare(a, b) || collator.compare(a.ref, b.ref) || a.id - b.id);
}

function hasWords(row: RouteRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${row.ref} ${row.school} ${row.provider} ${row.vehicle}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

export interface RouteTotals {
  readonly routes: number;
  readonly clients: number;
  readonly over_guide: number;
  readonly violations: number;
  readonly distance_m: number;
  /** How those distances were had. */
  readonly distances: DistancesWord;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
}

/** Sums over the rows shown. */
export function totalRoutes(rows: readonly RouteRow[]): RouteTotals {
  const sum = (pick: (row: RouteRow) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    routes: rows.length,
    clients: sum((row) => row.clients),
    over_guide: sum((row) => row.over_guide),
    violations: sum((row) => row.violations),
    distance_m: sum((row) => row.distance_m),
    distances: routesDistancesWord(rows),
    cost_day_pence: sum((row) => row.cost_day_pence),
    cost_year_pence: sum((row) => row.cost_year_pence),
  };
}
