import { defined } from '../../shared/kernel/assert.ts';
import type { AcademicYear, IsoDate } from '../../shared/calendar/dates.ts';
import type { PlanSummary } from '../../shared/api/views/plan.ts';
import type { AuditReport, Plan, Violation } from '../../shared/model/plan.ts';
import type { Session } from '../session.ts';
import type { Sql } from '../sql.ts';
import type { PlansStore } from '../store.ts';
import { metaStore } from './meta-store.ts';
import { planReader, planWriter } from './plan-rows.ts';
import { carriageWriter } from './sheets-store.ts';

/** How many superseded plans are kept whole, so that a step back can be looked at. */
const KEPT_PLANS = 3;

interface PlanRow {
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
}

const CHANGED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  client: ['client', 'clients'],
  application: ['application', 'applications'],
  school: ['school', 'schools'],
  contract: ['contract', 'contracts'],
  stop: ['seat on a contract', 'seats on contracts'],
  setting: ['setting', 'settings'],
};

type Figures = Pick<
  PlanSummary,
  | 'routes'
  | 'new_routes'
  | 'clients'
  | 'unallocated'
  | 'provisional'
  | 'over_guide'
  | 'cost_day_pence'
  | 'cost_year_pence'
>;

/** The plan's figures by SQL: the first screen does not wait for two thousand routes to be read. */
function figuresReader(sql: Sql): (plan_id: number) => Figures {
  const routes = sql.prepare(
    `SELECT count(*) AS routes, coalesce(sum(contract_id IS NULL), 0) AS new_routes,
       coalesce(sum(cost_day_pence), 0) AS cost_day_pence,
       coalesce(sum(cost_year_pence), 0) AS cost_year_pence
     FROM plan_route WHERE plan_id = ?`,
  );
  const stops = sql.prepare(
    `SELECT count(*) AS clients, coalesce(sum(provisional), 0) AS provisional,
       coalesce(sum(max(ride_s, home_ride_s) > limit_s), 0) AS over_guide
     FROM plan_stop WHERE route_id IN (SELECT id FROM plan_route WHERE plan_id = ?)`,
  );
  const unallocated = sql.prepare(
    'SELECT count(*) AS unallocated FROM plan_unallocated WHERE plan_id = ?',
  );
  return (plan_id) =>
    Object.assign({}, routes.get(plan_id), stops.get(plan_id), unallocated.get(plan_id)) as Figures;
}

function toHead(row: PlanRow): Omit<Plan, 'routes' | 'unallocated' | 'audit'> {
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

function toAudit(row: PlanRow, violations: readonly Violation[]): AuditReport {
  return {
    passed: row.audit_passed === 1,
    checked_routes: row.checked_routes,
    checked_clients: row.checked_clients,
    violations,
  };
}

/** Whether the plan was measured otherwise than it would be now: on the network it names, `''` for estimated, against the one loaded. */
function otherRoads(measured_on: string, loaded: string): readonly string[] {
  if (measured_on === loaded) return [];
  if (measured_on === '')
    return ['It was made with estimated distances; a road network is loaded since.'];
  return [
    loaded === ''
      ? `Its distances were measured on ${measured_on}, which is no longer loaded: they are estimated now.`
      : `Its distances were measured on ${measured_on}; another road network is loaded since.`,
  ];
}

/** Plans: one in use, the others superseded. */
export function plansStore(session: Session): PlansStore {
  const { sql, touched } = session;
  const head = sql.prepare(
    `SELECT id, made_on, year, seed, status, distance_basis, roads, audit_passed, checked_routes,
       checked_clients, history_id FROM plan WHERE status <> 'superseded'`,
  );
  const add = sql.prepare(
    `INSERT INTO plan (made_on, year, seed, status, distance_basis, roads, audit_passed, checked_routes,
       checked_clients, change_id, history_id, approved_by)
     VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM history), '')`,
  );
  const supersede = sql.prepare(
    `UPDATE plan SET status = 'superseded' WHERE status <> 'superseded'`,
  );
  const prune = sql.prepare(
    `DELETE FROM plan WHERE status = 'superseded' AND id NOT IN
       (SELECT id FROM plan WHERE status = 'superseded' ORDER BY id DESC LIMIT ${KEPT_PLANS})`,
  );
  const approve = sql.prepare(
    `UPDATE plan SET status = 'approved', approved_by = ?, approved_at = ?
     WHERE id = ? AND status = 'draft'`,
  );
  const changes = sql.prepare(
    `SELECT entity, count(DISTINCT ref) AS records FROM history
     WHERE id > ? AND entity IN ('client', 'application', 'school', 'contract', 'stop', 'setting')
       AND field NOT IN ('letter', 'letter_reason', 'family')
       AND NOT (entity IN ('client', 'school') AND field = '')
       AND NOT (entity = 'setting' AND (ref LIKE 'letter%' OR ref LIKE 'reminder%'))
     GROUP BY entity ORDER BY records DESC, entity`,
  );
  const meta = metaStore(session);
  const read = planReader(sql);
  const write = planWriter(sql);
  const noteCarriage = carriageWriter(session);
  const figures = figuresReader(sql);
  let kept: Plan | null = null;

  const current = (): Plan | null => {
    const row = head.get() as PlanRow | undefined;
    if (row === undefined) return null;
    if (kept?.id === row.id && kept.status === row.status) return kept;
    const { routes, unallocated, violations } = read.parts(row.id);
    const plan: Plan = { ...toHead(row), routes, unallocated, audit: toAudit(row, violations) };
    // Within a write the rows may yet be rolled back, and their ids given out again.
    kept = sql.inTransaction ? null : plan;
    return plan;
  };
  const stale = (): string[] => {
    const row = head.get() as PlanRow | undefined;
    if (row === undefined) return [];
    const counted = changes.all(row.history_id) as { entity: string; records: number }[];
    const changed = counted.map(({ entity, records }) => {
      const [one, many] = CHANGED[entity] ?? [entity, entity];
      return `${records} ${records === 1 ? one : many} changed since the plan was made.`;
    });
    return [...otherRoads(row.roads, meta.beside('roads')), ...changed];
  };

  return {
    current,
    stale,
    summary: () => {
      const row = head.get() as PlanRow | undefined;
      if (row === undefined) return null;
      const { id, made_on, status, distance_basis, seed } = toHead(row);
      const audit = toAudit(row, read.violations(id));
      return { id, made_on, status, distance_basis, seed, ...figures(id), audit, stale: stale() };
    },
    save: (plan) => {
      session.mustWrite();
      supersede.run();
      const { made_on, year, seed, distance_basis, audit, routes, unallocated } = plan;
      const changeId = session.changeId();
      const id = Number(
        add.run(
          made_on,
          year,
          seed,
          distance_basis,
          plan.roads ?? '',
          audit.passed ? 1 : 0,
          audit.checked_routes,
          audit.checked_clients,
          changeId,
        ).lastInsertRowid,
      );
      const saved = write(id, { routes, unallocated, violations: audit.violations });
      noteCarriage(id);
      prune.run();
      touched.transport = true;
      session.log({
        entity: 'plan',
        ref: String(id),
        client_id: null,
        field: '',
        before: '',
        after: `made with ${routes.length} routes`,
      });
      return { ...plan, id, status: 'draft', routes: saved };
    },
    approve: (id, by) => {
      session.mustWrite();
      const { changes } = approve.run(by, new Date().toISOString(), id);
      if (changes === 0) throw new Error(`Plan ${id} is not a draft in use`);
      session.log({
        entity: 'plan',
        ref: String(id),
        client_id: null,
        field: 'status',
        before: 'draft',
        after: `approved by ${by}`,
      });
      return defined(current(), 'the approved plan');
    },
  };
}
