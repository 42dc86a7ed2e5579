import type { AcademicYear, IsoDate } from '../../shared/calendar/dates.ts';
import type { AuditReport, Plan, Violation } from '../../shared/model/plan.ts';
import type { Sql } from '../sql.ts';
import { planReader, type PlanReader } from './plan-rows.ts';

/** How many plans are kept in memory: the one in use, a trial, and what either was before an edit. */
const HELD = 4;

/** A plan's own row, with the name and note of a trial. */
export interface PlanRow {
  readonly id: number;
  readonly made_on: string;
  readonly year: string;
  readonly seed: number;
  readonly status: Plan['status'];
  readonly distance_basis: Plan['distance_basis'];
  readonly roads: string;
  readonly audit_passed: number;
  readonly checked_routes: number;
  readonly checked_clients: number;
  readonly history_id: number;
  readonly approved_by: string;
  readonly snapshot: string;
  readonly frozen_by: string;
  readonly frozen_at: string | null;
  /** Null where the plan is no trial. */
  readonly name: string | null;
  readonly note: string | null;
}

/** Plans read whole, the last few kept in memory. */
export interface PlanShelf {
  readonly current: () => PlanRow | null;
  readonly row: (plan_id: number) => PlanRow | null;
  /** Every plan kept: the one in use, trials and those before, newest first each. */
  readonly rows: () => readonly PlanRow[];
  readonly plan: (row: PlanRow) => Plan;
  /** Keeps a plan as it was just written. Its snapshot is its own, so that a write that is taken back leaves nothing to be found. */
  readonly hold: (snapshot: string, plan: Plan) => void;
  readonly read: PlanReader;
}

/** The audit's report of a row. */
export function auditOfRow(row: PlanRow, violations: readonly Violation[]): AuditReport {
  return {
    passed: row.audit_passed === 1,
    checked_routes: row.checked_routes,
    checked_clients: row.checked_clients,
    violations,
  };
}

/** A plan without its parts. */
export function headOfRow(row: PlanRow): Omit<Plan, 'routes' | 'unallocated' | 'audit'> {
  return {
    id: row.id,
    made_on: row.made_on as IsoDate,
    year: row.year as AcademicYear,
    seed: row.seed,
    status: row.status,
    distance_basis: row.distance_basis,
    roads: row.roads,
  };
}

/** Starts with nothing in memory. */
export function planShelf(sql: Sql): PlanShelf {
  const columns = `p.id, p.made_on, p.year, p.seed, p.status, p.distance_basis, p.roads, p.audit_passed,
    p.checked_routes, p.checked_clients, p.history_id, p.approved_by, p.snapshot, p.frozen_by, p.frozen_at,
    t.name, t.note`;
  const from = 'FROM plan p LEFT JOIN trial_plan t ON t.plan_id = p.id';
  const current = sql.prepare(`SELECT ${columns} ${from} WHERE p.status <> 'superseded'`);
  const one = sql.prepare(`SELECT ${columns} ${from} WHERE p.id = ?`);
  const all = sql.prepare(
    `SELECT ${columns} ${from} ORDER BY p.status = 'superseded', t.name IS NULL, p.id DESC`,
  );
  const read = planReader(sql);
  const held = new Map<string, Plan>();
  const hold = (key: string, plan: Plan): void => {
    held.delete(key);
    held.set(key, plan);
    for (const old of held.keys()) {
      if (held.size <= HELD) break;
      held.delete(old);
    }
  };
  const keyOf = (id: number, snapshot: string): string => `${id} ${snapshot}`;
  return {
    current: () => (current.get() as PlanRow | undefined) ?? null,
    row: (plan_id) => (one.get(plan_id) as PlanRow | undefined) ?? null,
    rows: () => all.all() as PlanRow[],
    plan: (row) => {
      const key = keyOf(row.id, row.snapshot);
      const known = held.get(key);
      if (known !== undefined) {
        const now = known.status === row.status ? known : { ...known, status: row.status };
        hold(key, now);
        return now;
      }
      const { routes, unallocated, violations } = read.parts(row.id);
      const plan = { ...headOfRow(row), routes, unallocated, audit: auditOfRow(row, violations) };
      // Within a write the rows may yet be rolled back; a plan of before there were snapshots has only its id.
      if (!sql.inTransaction) hold(key, plan);
      return plan;
    },
    hold: (snapshot, plan) => {
      hold(keyOf(plan.id, snapshot), plan);
    },
    read,
  };
}
