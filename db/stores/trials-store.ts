import { randomUUID } from 'node:crypto';
import { assert, defined } from '../../shared/kernel/assert.ts';
import type { AuditReport, Plan } from '../../shared/model/plan.ts';
import type { Session } from '../session.ts';
import type { TrialsStore } from '../trials-aggregate.ts';
import { editWriter } from './plan-edit-writer.ts';
import { planWriter } from './plan-rows.ts';
import type { PlanRow, PlanShelf } from './plan-shelf.ts';
import { summaryReader } from './plans-store.ts';

/** Trials, edits and the plan in use. */
export function trialsStore(session: Session, shelf: PlanShelf): TrialsStore {
  const { sql, touched } = session;
  const summarise = summaryReader(session, shelf);
  const write = planWriter(sql);
  const edits = editWriter(session, shelf);
  const copy = sql.prepare(
    `INSERT INTO plan (made_on, year, seed, status, distance_basis, roads, audit_passed, checked_routes,
       checked_clients, change_id, history_id, approved_by, snapshot)
     SELECT made_on, year, seed, 'superseded', distance_basis, roads, audit_passed, checked_routes,
       checked_clients, ?, history_id, '', ? FROM plan WHERE id = ?`,
  );
  const addTrial = sql.prepare('INSERT INTO trial_plan (plan_id, name, note) VALUES (?, ?, ?)');
  const changeTrial = sql.prepare('UPDATE trial_plan SET name = ?, note = ? WHERE plan_id = ?');
  const dropTrial = sql.prepare('DELETE FROM trial_plan WHERE plan_id = ?');
  const supersede = sql.prepare(`UPDATE plan SET status = 'superseded' WHERE id = ?`);
  const use = sql.prepare(
    `UPDATE plan SET status = CASE approved_by WHEN '' THEN 'draft' ELSE 'approved' END WHERE id = ?`,
  );
  const freeze = sql.prepare(`UPDATE plan SET frozen_by = ?, frozen_at = ? WHERE id = ?`);
  const draft = sql.prepare(
    `UPDATE plan SET approved_by = '', approved_at = NULL,
       status = CASE status WHEN 'approved' THEN 'draft' ELSE status END WHERE id = ?`,
  );
  const planOf = sql.prepare('SELECT plan_id FROM plan_route WHERE id = ?').pluck();
  const checked = sql.prepare(
    `UPDATE plan SET history_id = (SELECT coalesce(max(id), 0) FROM history) WHERE id = ?`,
  );

  const rowOf = (plan_id: number): PlanRow =>
    defined(shelf.row(plan_id), `plan ${plan_id} in the store`);
  const get = (plan_id: number): Plan | null => {
    const row = shelf.row(plan_id);
    return row === null ? null : shelf.plan(row);
  };
  const log = (plan_id: number, sentence: string): void => {
    session.log({
      entity: 'plan',
      ref: String(plan_id),
      client_id: null,
      field: 'plan_edit',
      before: '',
      after: sentence,
    });
  };
  return {
    list: () =>
      shelf.rows().map((row) => {
        const { audit, ...rest } = summarise(row);
        const kind =
          row.status !== 'superseded' ? 'in_use' : row.name === null ? 'earlier' : 'trial';
        const broken = audit.violations.filter((each) => each.severity === 'broken').length;
        return { ...rest, kind, passed: audit.passed, broken };
      }),
    plan: get,
    planOfRoute: (route_id) => {
      const plan_id = planOf.get(route_id);
      return typeof plan_id === 'number' ? get(plan_id) : null;
    },
    summary: (plan_id) => {
      const row = shelf.row(plan_id);
      return row === null ? null : summarise(row);
    },
    makeCopy: (plan_id, { name, note }) => {
      const from = rowOf(plan_id);
      const source = shelf.plan(from);
      const snapshot = randomUUID();
      const id = Number(copy.run(session.changeId(), snapshot, plan_id).lastInsertRowid);
      const { unallocated, audit } = source;
      const routes = session.quietly(() =>
        write.all(id, { routes: source.routes, unallocated, violations: audit.violations }),
      );
      addTrial.run(id, name, note);
      const of =
        from.status !== 'superseded' ? 'the plan in use' : `“${from.name ?? 'an earlier plan'}”`;
      log(id, `Trial “${name}” copied from ${of}`);
      const made: Plan = { ...source, id, status: 'superseded', routes };
      shelf.hold(snapshot, made);
      return made;
    },
    changeName: (plan_id, { name, note }) => {
      const { name: was } = rowOf(plan_id);
      changeTrial.run(name, note, plan_id);
      log(
        plan_id,
        was === name ? `Note of trial “${name}” changed` : `Trial “${was}” named “${name}”`,
      );
    },
    removeTrial: (plan_id) => {
      const { name } = rowOf(plan_id);
      dropTrial.run(plan_id);
      log(plan_id, `Trial “${name}” deleted`);
    },
    putInUse: (plan_id, name_of_old) => {
      const row = rowOf(plan_id);
      const old = shelf.current();
      if (old !== null) {
        supersede.run(old.id);
        addTrial.run(old.id, name_of_old, '');
      }
      dropTrial.run(plan_id);
      use.run(plan_id);
      touched.transport = true;
      touched.carriage = true;
      const kept = old === null ? '' : `; the plan before is kept as “${name_of_old}”`;
      log(
        plan_id,
        `${row.name === null ? 'An earlier plan' : `Trial “${row.name}”`} put in use${kept}`,
      );
    },
    applyEdit: edits.apply,
    keepAudit: (plan_id, audit: AuditReport) => {
      edits.replaceAudit(shelf.plan(rowOf(plan_id)), audit);
      log(plan_id, `Plan checked again: ${audit.passed ? 'no broken rule' : 'broken rules found'}`);
      checked.run(plan_id);
    },
    markFrozen: (plan_id, by) => {
      assert(rowOf(plan_id).approved_by !== '', 'only an approved plan is frozen');
      freeze.run(by, new Date().toISOString(), plan_id);
      log(plan_id, `Plan frozen by ${by}`);
    },
    withdrawApproval: (plan_id, by, reason) => {
      draft.run(plan_id);
      log(plan_id, `Approval of the plan taken back by ${by}: ${reason}`);
    },
  };
}
