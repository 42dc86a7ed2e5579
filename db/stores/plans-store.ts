import { randomUUID } from 'node:crypto';
import { defined } from '../../shared/kernel/assert.ts';
import type { PlanSummary } from '../../shared/api/views/plan.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { Session } from '../session.ts';
import type { Sql } from '../sql.ts';
import type { PlansStore } from '../store.ts';
import { metaStore } from './meta-store.ts';
import { planWriter } from './plan-rows.ts';
import { carriageWriter } from './carriage-store.ts';
import { auditOfRow, headOfRow, type PlanRow, type PlanShelf } from './plan-shelf.ts';

/** How many superseded plans are kept whole, so that a step back can be looked at. */
const KEPT_PLANS = 3;

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
  | 'locked_routes'
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
       coalesce(sum(locked), 0) AS locked_routes,
       coalesce(sum(cost_day_pence), 0) AS cost_day_pence,
       coalesce(sum(cost_year_pence), 0) AS cost_year_pence
     FROM plan_route WHERE plan_id = ?`,
  );
  const stops = sql.prepare(
    `SELECT count(DISTINCT client_id) AS clients,
       count(DISTINCT CASE WHEN provisional THEN client_id END) AS provisional,
       count(DISTINCT CASE WHEN max(ride_s, home_ride_s) > limit_s THEN client_id END) AS over_guide
     FROM plan_stop WHERE route_id IN (SELECT id FROM plan_route WHERE plan_id = ?)`,
  );
  const unallocated = sql.prepare(
    'SELECT count(*) AS unallocated FROM plan_unallocated WHERE plan_id = ?',
  );
  return (plan_id) =>
    Object.assign({}, routes.get(plan_id), stops.get(plan_id), unallocated.get(plan_id)) as Figures;
}

/** Whether the plan was measured otherwise than it would be now: on the network it names, `''` for estimated, against the one loaded. */
function otherRoads(measured_on: string, loaded: string): readonly string[] {
  if (measured_on === loaded) return [];
  if (measured_on === '')
    return ['The plan was made with estimated distances; a road network is loaded since.'];
  return [
    loaded === ''
      ? 'The plan was measured on a road network that is no longer loaded; distances are estimated now.'
      : 'The plan was measured on another road network than the one that is loaded now.',
  ];
}

/** Says what changed in the store since a plan was made or last checked. */
function staleReader(session: Session): (row: PlanRow) => readonly string[] {
  const { sql } = session;
  const meta = metaStore(session);
  const changes = sql.prepare(
    `SELECT entity, count(DISTINCT ref) AS records FROM history
     WHERE id > ? AND entity IN ('client', 'application', 'school', 'contract', 'stop', 'setting')
       AND field NOT IN ('letter', 'letter_reason', 'family', 'plan_edit')
       AND NOT (entity IN ('client', 'school') AND field = '')
       AND NOT (entity = 'setting' AND (ref LIKE 'letter%' OR ref LIKE 'reminder%'))
     GROUP BY entity ORDER BY records DESC, entity`,
  );
  return ({ history_id, roads }) => {
    const counted = changes.all(history_id) as { entity: string; records: number }[];
    const changed = counted.map(({ entity, records }) => {
      const [one, many] = CHANGED[entity] ?? [entity, entity];
      return `${records} ${records === 1 ? one : many} changed since the plan was made.`;
    });
    return [...otherRoads(roads, meta.beside('roads')), ...changed];
  };
}

/** Sums a plan up without reading its routes. */
export function summaryReader(session: Session, shelf: PlanShelf): (row: PlanRow) => PlanSummary {
  const figures = figuresReader(session.sql);
  const stale = staleReader(session);
  return (row) => {
    const { id, made_on, year, status, distance_basis, seed } = headOfRow(row);
    const { approved_by, frozen_by, frozen_at, name, note } = row;
    const audit = auditOfRow(row, shelf.read.violations(id));
    return {
      id,
      made_on,
      year,
      status,
      distance_basis,
      seed,
      ...figures(id),
      audit,
      stale: stale(row),
      trial: name === null ? null : { name, note: note ?? '' },
      approved_by,
      frozen: frozen_by === '' ? null : { by: frozen_by, at: frozen_at ?? '' },
    };
  };
}

/** Throws old plans away: superseded ones beyond the last few, none that is a trial or was approved. */
function pruner(session: Session): () => void {
  const { sql } = session;
  const old = sql
    .prepare(
      `SELECT id FROM plan WHERE status = 'superseded' AND approved_by = ''
         AND id NOT IN (SELECT plan_id FROM trial_plan)
       ORDER BY id DESC LIMIT -1 OFFSET ${KEPT_PLANS}`,
    )
    .pluck();
  const dropRoutes = sql.prepare('DELETE FROM plan_route WHERE plan_id = ?');
  const dropUnallocated = sql.prepare('DELETE FROM plan_unallocated WHERE plan_id = ?');
  const dropViolations = sql.prepare('DELETE FROM plan_violation WHERE plan_id = ?');
  const drop = sql.prepare('DELETE FROM plan WHERE id = ?');
  return () => {
    for (const id of old.all() as number[]) {
      session.quietly(() => {
        dropRoutes.run(id);
        dropUnallocated.run(id);
        dropViolations.run(id);
      });
      drop.run(id);
    }
  };
}

/** The plan in use. */
export function plansStore(session: Session, shelf: PlanShelf): PlansStore {
  const { sql, touched } = session;
  const add = sql.prepare(
    `INSERT INTO plan (made_on, year, seed, status, distance_basis, roads, audit_passed, checked_routes,
       checked_clients, change_id, history_id, approved_by, snapshot)
     VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM history), '', ?)`,
  );
  const supersede = sql.prepare(
    `UPDATE plan SET status = 'superseded' WHERE status <> 'superseded'`,
  );
  const approve = sql.prepare(
    `UPDATE plan SET status = 'approved', approved_by = ?, approved_at = ?
     WHERE id = ? AND status = 'draft'`,
  );
  const write = planWriter(sql);
  const summary = summaryReader(session, shelf);
  const stale = staleReader(session);
  const noteCarriage = carriageWriter(session);
  const prune = pruner(session);

  const current = (): Plan | null => {
    const row = shelf.current();
    return row === null ? null : shelf.plan(row);
  };

  return {
    current,
    stale: () => {
      const row = shelf.current();
      return row === null ? [] : stale(row);
    },
    summary: () => {
      const row = shelf.current();
      return row === null ? null : summary(row);
    },
    save: (plan) => {
      session.mustWrite();
      supersede.run();
      const { made_on, year, seed, distance_basis, audit, routes, unallocated } = plan;
      const changeId = session.changeId();
      const snapshot = randomUUID();
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
          snapshot,
        ).lastInsertRowid,
      );
      const saved = session.quietly(() =>
        write.all(id, { routes, unallocated, violations: audit.violations }),
      );
      noteCarriage(id);
      prune();
      touched.transport = true;
      session.log({
        entity: 'plan',
        ref: String(id),
        client_id: null,
        field: '',
        before: '',
        after: `made with ${routes.length} routes`,
      });
      const made: Plan = { ...plan, id, status: 'draft', routes: saved };
      shelf.hold(snapshot, made);
      return made;
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
