import type {
  CostLine,
  PlannedRoute,
  PlannedStop,
  Unallocated,
  Violation,
} from '../../shared/model/plan.ts';
import { toRecord } from '../rows.ts';
import type { Sql, SqlValue } from '../sql.ts';

/** The parts of one plan as the tables hold them. */
export interface PlanParts {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  readonly violations: readonly Violation[];
}

type WithRoute<T> = T & { readonly route_id: number };

const ROUTE = `id, ref, school_urn, vehicle_class, seats, wheelchairs, assistant, contract_id, provider,
  confirmed, distance_m, distance_basis, duration_s, home_m, home_duration_s, arrive_s, depart_s, cost_day_pence, days_a_year,
  cost_year_pence, locked, calls`;
const STOP = `client_id, place, mornings, afternoons, pick_up_s, ride_s, limit_s, limit_kind, direct_s, direct_m, drop_off_order, drop_off_s,
  home_ride_s, home_direct_s, fixed, provisional, school_urn`;
const COST = `kind, label, working, pence, estimated`;
const VIOLATION = `code, severity, route_ref, client_id, text`;

function byRoute<T>(rows: readonly WithRoute<T>[], flags: readonly string[]): Map<number, T[]> {
  const grouped = new Map<number, T[]>();
  for (const row of rows) {
    const { route_id } = row;
    const part = toRecord(row, ['route_id', 'stop_order', 'line_order'], flags) as T;
    const list = grouped.get(route_id);
    if (list === undefined) grouped.set(route_id, [part]);
    else list.push(part);
  }
  return grouped;
}

function toUnallocated(row: unknown): Unallocated {
  const { days, ...rest } = row as Omit<Unallocated, 'days'> & { readonly days: number | null };
  return days === null ? rest : { ...rest, days };
}

/** A stop as its row has it: a school of its own on shared routes alone. */
interface StopRow extends Omit<PlannedStop, 'school_urn'> {
  readonly school_urn: number | null;
}

function withSchool({ school_urn, ...stop }: StopRow): PlannedStop {
  return school_urn === null ? stop : { ...stop, school_urn };
}

export interface PlanReader {
  readonly parts: (plan_id: number) => PlanParts;
  /** Broken rules first. */
  readonly violations: (plan_id: number) => readonly Violation[];
  readonly route: (route_id: number) => PlannedRoute | null;
}

/** Reads the parts of a plan: four scans by index, put together in memory. */
export function planReader(sql: Sql): PlanReader {
  const routes = sql.prepare(`SELECT ${ROUTE} FROM plan_route WHERE plan_id = ? ORDER BY id`);
  const stops = sql.prepare(
    `SELECT route_id, ${STOP} FROM plan_stop
     WHERE route_id IN (SELECT id FROM plan_route WHERE plan_id = ?) ORDER BY route_id, stop_order`,
  );
  const costs = sql.prepare(
    `SELECT route_id, ${COST} FROM plan_cost
     WHERE route_id IN (SELECT id FROM plan_route WHERE plan_id = ?) ORDER BY route_id, line_order`,
  );
  const unallocated = sql.prepare(
    'SELECT client_id, reason, detail, days FROM plan_unallocated WHERE plan_id = ? ORDER BY client_id',
  );
  const violations = sql.prepare(
    `SELECT ${VIOLATION} FROM plan_violation WHERE plan_id = ?
     ORDER BY severity = 'notice', line_order`,
  );
  const oneRoute = sql.prepare(`SELECT ${ROUTE} FROM plan_route WHERE id = ?`);
  const routeStops = sql.prepare(
    `SELECT ${STOP} FROM plan_stop WHERE route_id = ? ORDER BY stop_order`,
  );
  const routeCosts = sql.prepare(
    `SELECT ${COST} FROM plan_cost WHERE route_id = ? ORDER BY line_order`,
  );
  const toRoute = (row: unknown): PlannedRoute => {
    const { locked, calls } = row as { readonly locked: number; readonly calls: string | null };
    const absent = [...(locked === 1 ? [] : ['locked']), ...(calls === null ? ['calls'] : [])];
    const route = toRecord(row, absent, ['assistant', 'confirmed', 'locked']);
    if (calls !== null) route['calls'] = JSON.parse(calls);
    return route as unknown as PlannedRoute;
  };
  const toStop = (row: unknown): PlannedStop =>
    withSchool(toRecord(row, [], ['fixed', 'provisional']) as unknown as StopRow);
  const toCost = (row: unknown): CostLine =>
    toRecord(row, [], ['estimated']) as unknown as CostLine;

  const parts = (plan_id: number): PlanParts => {
    const stopsOf = byRoute(stops.all(plan_id) as WithRoute<StopRow>[], ['fixed', 'provisional']);
    const costsOf = byRoute(costs.all(plan_id) as WithRoute<CostLine>[], ['estimated']);
    const whole = routes.all(plan_id).map((row) => {
      const route = toRoute(row);
      const own = (stopsOf.get(route.id) ?? []).map(withSchool);
      return { ...route, stops: own, cost: costsOf.get(route.id) ?? [] };
    });
    return {
      routes: whole,
      unallocated: unallocated.all(plan_id).map(toUnallocated),
      violations: violations.all(plan_id) as Violation[],
    };
  };
  return {
    parts,
    violations: (plan_id) => violations.all(plan_id) as Violation[],
    route: (route_id) => {
      const row = oneRoute.get(route_id);
      if (row === undefined) return null;
      const stops = routeStops.all(route_id).map(toStop);
      return { ...toRoute(row), stops, cost: routeCosts.all(route_id).map(toCost) };
    },
  };
}

const marks = (columns: string): string =>
  columns
    .split(',')
    .map(() => '?')
    .join(', ');

const flag = (value: boolean): number => (value ? 1 : 0);

/** A route's own columns in the order of `ROUTE`, without its id. */
function routeValues(route: PlannedRoute): readonly SqlValue[] {
  return [
    route.ref,
    route.school_urn,
    route.vehicle_class,
    route.seats,
    route.wheelchairs,
    flag(route.assistant),
    route.contract_id,
    route.provider,
    flag(route.confirmed),
    route.distance_m,
    route.distance_basis ?? 'estimated',
    route.duration_s,
    route.home_m,
    route.home_duration_s,
    route.arrive_s,
    route.depart_s,
    route.cost_day_pence,
    route.days_a_year,
    route.cost_year_pence,
    flag(route.locked === true),
    route.calls === undefined ? null : JSON.stringify(route.calls),
  ];
}

function stopsWriter(sql: Sql): (id: number, route: PlannedRoute) => void {
  const stopColumns = `route_id, stop_order, ${STOP}`;
  const addStop = sql.prepare(
    `INSERT INTO plan_stop (${stopColumns}) VALUES (${marks(stopColumns)})`,
  );
  const costColumns = `route_id, line_order, ${COST}`;
  const addCost = sql.prepare(
    `INSERT INTO plan_cost (${costColumns}) VALUES (${marks(costColumns)})`,
  );
  return (id, route) => {
    route.stops.forEach((stop, index) => {
      const { client_id, pick_up_s, ride_s, limit_s, limit_kind, direct_s, direct_m } = stop;
      const { drop_off_order, drop_off_s, home_ride_s, home_direct_s } = stop;
      const { place, mornings, afternoons } = stop;
      const week = [place, mornings, afternoons];
      const times = [pick_up_s, ride_s, limit_s, limit_kind, direct_s, direct_m];
      const home = [drop_off_order, drop_off_s, home_ride_s, home_direct_s];
      const flags = [flag(stop.fixed), flag(stop.provisional)];
      addStop.run(
        id,
        index + 1,
        client_id,
        ...week,
        ...times,
        ...home,
        ...flags,
        stop.school_urn ?? null,
      );
    });
    route.cost.forEach((line, index) => {
      const { kind, label, working, pence } = line;
      addCost.run(id, index + 1, kind, label, working, pence, flag(line.estimated));
    });
  };
}

export interface PlanWriter {
  /** Writes all parts of a plan; returns its routes with the ids given. */
  readonly all: (plan_id: number, parts: PlanParts) => PlannedRoute[];
  readonly addRoute: (plan_id: number, route: PlannedRoute) => PlannedRoute;
  /** Writes a route over the one of its id. */
  readonly changeRoute: (route: PlannedRoute) => void;
  readonly dropRoute: (route_id: number) => void;
  readonly addUnallocated: (plan_id: number, each: Unallocated) => void;
  readonly dropUnallocated: (plan_id: number, client_id: number) => void;
  /** Findings of the plan by the row they lie in, in the order they are read in. */
  readonly violationRows: (plan_id: number) => readonly number[];
  readonly addViolation: (plan_id: number, line_order: number, each: Violation) => void;
  readonly dropViolation: (plan_id: number, line_order: number) => void;
}

/** Writes plans, whole or by their parts. */
export function planWriter(sql: Sql): PlanWriter {
  const columns = `plan_id, ${ROUTE.replace('id, ', '')}`;
  const insert = sql.prepare(`INSERT INTO plan_route (${columns}) VALUES (${marks(columns)})`);
  const update = sql.prepare(
    `UPDATE plan_route SET (${ROUTE.replace('id, ', '')}) = (SELECT ${marks(ROUTE.replace('id, ', ''))}) WHERE id = ?`,
  );
  const putStops = stopsWriter(sql);
  const dropStops = sql.prepare('DELETE FROM plan_stop WHERE route_id = ?');
  const dropCosts = sql.prepare('DELETE FROM plan_cost WHERE route_id = ?');
  const drop = sql.prepare('DELETE FROM plan_route WHERE id = ?');
  const unallocated = sql.prepare(
    'INSERT INTO plan_unallocated (plan_id, client_id, reason, detail, days) VALUES (?, ?, ?, ?, ?)',
  );
  const allocated = sql.prepare('DELETE FROM plan_unallocated WHERE plan_id = ? AND client_id = ?');
  const violation = sql.prepare(
    `INSERT INTO plan_violation (plan_id, line_order, ${VIOLATION}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const noViolation = sql.prepare(
    'DELETE FROM plan_violation WHERE plan_id = ? AND line_order = ?',
  );
  const lines = sql
    .prepare(
      `SELECT line_order FROM plan_violation WHERE plan_id = ?
       ORDER BY severity = 'notice', line_order`,
    )
    .pluck();
  const addRoute = (plan_id: number, route: PlannedRoute): PlannedRoute => {
    const id = Number(insert.run(plan_id, ...routeValues(route)).lastInsertRowid);
    putStops(id, route);
    return { ...route, id };
  };
  const addUnallocated = (plan_id: number, each: Unallocated): void => {
    unallocated.run(plan_id, each.client_id, each.reason, each.detail, each.days ?? null);
  };
  const addViolation = (plan_id: number, line_order: number, each: Violation): void => {
    const { code, severity, route_ref, client_id, text } = each;
    violation.run(plan_id, line_order, code, severity, route_ref, client_id, text);
  };
  const empty = (route_id: number): void => {
    dropStops.run(route_id);
    dropCosts.run(route_id);
  };
  return {
    all: (plan_id, parts) => {
      const routes = parts.routes.map((route) => addRoute(plan_id, route));
      for (const each of parts.unallocated) addUnallocated(plan_id, each);
      parts.violations.forEach((each, index) => {
        addViolation(plan_id, index + 1, each);
      });
      return routes;
    },
    addRoute,
    changeRoute: (route) => {
      update.run(...routeValues(route), route.id);
      empty(route.id);
      putStops(route.id, route);
    },
    dropRoute: (route_id) => {
      empty(route_id);
      drop.run(route_id);
    },
    addUnallocated,
    dropUnallocated: (plan_id, client_id) => {
      allocated.run(plan_id, client_id);
    },
    violationRows: (plan_id) => lines.all(plan_id) as number[],
    addViolation,
    dropViolation: (plan_id, line_order) => {
      noViolation.run(plan_id, line_order);
    },
  };
}
