/** Routes as they may leave the store: one by one where they carry 5 clients at least, the others together by school. */
import { schoolsOfRoute, schoolOfStop } from '../model/route-schools.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { isTooFew, LEAST_TOLD, isTotalTold, WITHHELD, withheldRows } from './small-numbers.ts';
import type { Cell, Column } from './table.ts';

/** A route or an ended contract, and whom it rests on. */
export interface RouteLine {
  /** Its schools, by unique reference number or as given; two schools are a group of their own. */
  readonly group: string;
  /** Clients this year and last. */
  readonly rests: readonly [number, number];
  readonly cells: readonly Cell[];
}

/** Columns that still mean something of several routes together, beside sums. */
const KEPT_TOGETHER: readonly string[] = ['school', 'school_urn', 'state', 'distance_basis'];

/** Groups whose own figures are not told elsewhere, so that nothing of theirs is told here. */
export function spoiledGroups(
  schools: readonly { readonly key: string; readonly rests: readonly number[] }[],
  routes: readonly PlannedRoute[],
): ReadonlySet<string> {
  const withheld = withheldRows(schools.map(({ rests }) => rests));
  const spoiled = new Set(schools.flatMap(({ key }, at) => (withheld.has(at) ? [key] : [])));
  // A school's total less its own routes is who rides to it on routes shared with another school.
  const aboard = new Map<string, Set<number>>();
  for (const route of routes) {
    if (schoolsOfRoute(route).length < 2) continue;
    for (const stop of route.stops) {
      const key = String(schoolOfStop(route, stop) ?? '');
      const riders = aboard.get(key) ?? new Set<number>();
      aboard.set(key, riders.add(stop.client_id));
    }
  }
  for (const [key, riders] of aboard) if (isTooFew(riders.size)) spoiled.add(key);
  return spoiled;
}

/** Lines of 5 clients at least stay; the rest of each school stands in one line, and what is too few even so in one of the county. */
export function toldRoutes(
  lines: readonly RouteLine[],
  columns: readonly Column[],
  spoiled: ReadonlySet<string>,
): readonly (readonly Cell[])[] {
  const groups = [...Map.groupBy(lines, ({ group }) => group)].map(([key, of]) => ({ key, of }));
  const told: (readonly Cell[])[] = [];
  const pool: RouteLine[] = [];
  const whole = groups
    .filter(({ key, of }) => {
      if (!spoiled.has(key) && isTotalTold(restsOf(of))) return true;
      pool.push(...of);
      return false;
    })
    .toSorted((a, b) => a.of.length - b.of.length || (a.key < b.key ? -1 : 1));
  // The county's line must not be of a few either: the shortest schools join it.
  while (pool.length > 0 && !isTotalTold(restsOf(pool))) {
    const next = whole.shift();
    if (next === undefined) break;
    pool.push(...next.of);
  }
  const kept = new Set(whole.map(({ key }) => key));
  for (const { key, of } of groups) {
    if (!kept.has(key)) continue;
    const few = withheldRows(restsOf(of));
    told.push(...of.filter((_, at) => !few.has(at)).map(({ cells }) => cells));
    if (few.size > 0) told.push(together(of.filter((_, at) => few.has(at)), columns, '')); // prettier-ignore
  }
  if (pool.length > 0) told.push(together(pool, columns, 'Schools with few clients'));
  return told;
}

function restsOf(lines: readonly RouteLine[]): readonly (readonly number[])[] {
  return lines.map(({ rests }) => rests);
}

function together(
  lines: readonly RouteLine[],
  columns: readonly Column[],
  school: string,
): readonly Cell[] {
  const isTold = isTotalTold(restsOf(lines));
  return columns.map((column, at): Cell => {
    if (at === 0) return `${lines.length} routes of fewer than ${LEAST_TOLD} clients each, or beside them`; // prettier-ignore
    const cells = lines.map((line) => line.cells[at] ?? null);
    if (column.total === 'sum') {
      return isTold ? cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0) : WITHHELD; // prettier-ignore
    }
    if (column.key === 'school' && school !== '') return school;
    if (column.key === 'estimated') return cells.includes('est.') ? 'est.' : '';
    if (!KEPT_TOGETHER.includes(column.key)) return column.kind === 'metres' || column.kind === 'seconds' || column.kind === 'count' ? null : ''; // prettier-ignore
    const [first = ''] = cells;
    return cells.every((cell) => cell === first) ? first : column.key === 'state' || column.key === 'distance_basis' ? 'several' : ''; // prettier-ignore
  });
}
