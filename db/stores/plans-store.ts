import { defined } from '../../shared/kernel/assert.ts';
import type { AcademicYear, IsoDate } from '../../shared/calendar/dates.ts';
import type { PlanSummary } from '../../shared/api/views.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { Session } from '../session.ts';
import type { PlansStore } from '../store.ts';
import { planReader, planWriter } from './plan-rows.ts';

/** How many superseded plans are kept whole, so that a step back can be looked at. */
const KEPT_PLANS = 3;

interface PlanRow {
  readonly id: number;
  readonly made_on: string;
  readonly year: string;
  readonly seed: number;
  readonly status: Plan['status'];
  readonly distance_basis: Plan['distance_basis'];
  readonly audit_passed: number;
  readonly checked_routes: number;
  readonly checked_clients: number;
  readonly change_id: number;
}

const CHANGED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  client: ['client', 'clients'],
  application: ['application', 'applications'],
  school: ['school', 'schools'],
  contract: ['contract', 'contracts'],
  stop: ['seat on a contract', 'seats on contracts'],
  setting: ['setting', 'settings'],
};

function summaryOf(plan: Plan, stale: readonly string[]): PlanSummary {
  let clients = 0;
  let provisional = 0;
  let overGuide = 0;
  let day = 0;
  let year = 0;
  for (const route of plan.routes) {
    day += route.cost_day_pence;
    year += route.cost_year_pence;
    for (const stop of route.stops) {
      clients += 1;
      if (stop.provisional) provisional += 1;
      if (stop.ride_s > stop.limit_s) overGuide += 1;
    }
  }
  return {
    id: plan.id,
    made_on: plan.made_on,
    status: plan.status,
    distance_basis: plan.distance_basis,
    seed: plan.seed,
    routes: plan.routes.length,
    new_routes: plan.routes.filter((route) => route.contract_id === null).length,
    clients,
    unallocated: plan.unallocated.length,
    provisional,
    over_guide: overGuide,
    cost_day_pence: day,
    cost_year_pence: year,
    audit: plan.audit,
    stale,
  };
}

/** Plans: one in use, the others superseded. */
export function plansStore(session: Session): PlansStore {
  const { sql, touched } = session;
  const head = sql.prepare(
    `SELECT id, made_on, year, seed, status, distance_basis, audit_passed, checked_routes,
       checked_clients, change_id FROM plan WHERE status <> 'superseded'`,
  );
  const add = sql.prepare(
    `INSERT INTO plan (made_on, year, seed, status, distance_basis, audit_passed, checked_routes,
       checked_clients, change_id, approved_by) VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, '')`,
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
     WHERE change_id > ? AND entity IN ('client', 'application', 'school', 'contract', 'stop', 'setting')
     GROUP BY entity ORDER BY records DESC, entity`,
  );
  const read = planReader(sql);
  const write = planWriter(sql);
  let kept: Plan | null = null;

  const current = (): Plan | null => {
    const row = head.get() as PlanRow | undefined;
    if (row === undefined) return null;
    if (kept?.id === row.id && kept.status === row.status) return kept;
    const parts = read(row.id);
    const plan: Plan = {
      id: row.id,
      made_on: row.made_on as IsoDate,
      year: row.year as AcademicYear,
      seed: row.seed,
      status: row.status,
      distance_basis: row.distance_basis,
      routes: parts.routes,
      unallocated: parts.unallocated,
      audit: {
        passed: row.audit_passed === 1,
        checked_routes: row.checked_routes,
        checked_clients: row.checked_clients,
        violations: parts.violations,
      },
    };
    // Within a write the rows may yet be rolled back, and their ids given out again.
    kept = sql.inTransaction ? null : plan;
    return plan;
  };
  const stale = (): string[] => {
    const row = head.get() as PlanRow | undefined;
    if (row === undefined) return [];
    const counted = changes.all(row.change_id) as { entity: string; records: number }[];
    return counted.map(({ entity, records }) => {
      const [one, many] = CHANGED[entity] ?? [entity, entity];
      return `${records} ${records === 1 ? one : many} changed since the plan was made.`;
    });
  };

  return {
    current,
    stale,
    summary: () => {
      const plan = current();
      return plan === null ? null : summaryOf(plan, stale());
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
          audit.passed ? 1 : 0,
          audit.checked_routes,
          audit.checked_clients,
          changeId,
        ).lastInsertRowid,
      );
      const saved = write(id, { routes, unallocated, violations: audit.violations });
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
