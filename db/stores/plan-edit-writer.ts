import { randomUUID } from 'node:crypto';
import { assert, defined } from '../../shared/kernel/assert.ts';
import type { AuditReport, Plan, PlannedRoute } from '../../shared/model/plan.ts';
import type { Session } from '../session.ts';
import type { KeptEdit } from '../trials-aggregate.ts';
import { planWriter } from './plan-rows.ts';
import type { PlanShelf } from './plan-shelf.ts';

export interface EditWriter {
  readonly apply: (edit: KeptEdit) => Plan;
  /** Writes other findings over those of a plan, as it is in the store. */
  readonly replaceAudit: (plan: Plan, audit: AuditReport) => void;
}

/** Writes what an edit changed and nothing else, so that its way back in the journal is as short as the edit. */
export function editWriter(session: Session, shelf: PlanShelf): EditWriter {
  const { sql, touched } = session;
  const write = planWriter(sql);
  const head = sql.prepare(
    `UPDATE plan SET snapshot = ?, distance_basis = ?, audit_passed = ?, checked_routes = ?,
       checked_clients = ? WHERE id = ?`,
  );

  const writeFindings = (plan: Plan, audit: AuditReport): void => {
    const rows = write.violationRows(plan.id);
    assert(rows.length === plan.audit.violations.length, 'the findings are those of the store');
    const stay = new Set(audit.violations);
    let next = Math.max(0, ...rows);
    plan.audit.violations.forEach((each, at) => {
      if (!stay.has(each)) write.dropViolation(plan.id, defined(rows[at], 'the row of a finding'));
    });
    const known = new Set(plan.audit.violations);
    for (const each of audit.violations) {
      if (!known.has(each)) write.addViolation(plan.id, (next += 1), each);
    }
  };
  const writeHead = (plan: Plan, audit: AuditReport): void => {
    const snapshot = randomUUID();
    head.run(
      snapshot,
      plan.distance_basis,
      audit.passed ? 1 : 0,
      audit.checked_routes,
      audit.checked_clients,
      plan.id,
    );
    shelf.hold(snapshot, { ...plan, audit });
  };

  const writeRoutes = (before: Plan, after: Plan): readonly PlannedRoute[] => {
    const was = new Map(before.routes.map((route) => [route.id, route]));
    const stays = new Set(after.routes.map((route) => route.id));
    for (const { id } of before.routes) if (!stays.has(id)) write.dropRoute(id);
    return after.routes.map((route) => {
      const old = was.get(route.id);
      if (old === undefined) return write.addRoute(before.id, route);
      if (old !== route) write.changeRoute(route);
      return route;
    });
  };
  const writeUnallocated = (before: Plan, after: Plan): void => {
    const was = new Set(before.unallocated);
    const is = new Set(after.unallocated);
    for (const each of before.unallocated)
      if (!is.has(each)) write.dropUnallocated(before.id, each.client_id);
    for (const each of after.unallocated) if (!was.has(each)) write.addUnallocated(before.id, each);
  };

  return {
    apply: ({ before, after, sentence, client_id }) => {
      const row = defined(shelf.row(before.id), `plan ${before.id} in the store`);
      assert(
        shelf.plan(row).routes === before.routes,
        'an edit begins from the plan as it is in the store',
      );
      const isInUse = row.status !== 'superseded';
      const routes = writeRoutes(before, after);
      writeUnallocated(before, after);
      writeFindings(before, after.audit);
      const saved: Plan = { ...after, routes };
      writeHead(saved, after.audit);
      if (isInUse) {
        for (const id of ridersOf(before, saved)) touched.riders.add(id);
        touched.carriage = true;
      }
      session.log({
        entity: 'plan',
        ref: String(before.id),
        // A trial is not what happens to a child: their own history tells only of the plan in use.
        client_id: isInUse ? client_id : null,
        field: 'plan_edit',
        before: '',
        after: isInUse ? sentence : `In trial “${row.name ?? ''}”: ${sentence}`,
      });
      return saved;
    },
    replaceAudit: (plan, audit) => {
      const known = new Map(plan.audit.violations.map((each) => [JSON.stringify(each), each]));
      const violations = audit.violations.map((each) => known.get(JSON.stringify(each)) ?? each);
      const kept = new Set(violations);
      // Read back in this order: what stays, then what came; broken rules first.
      const ordered = [
        ...plan.audit.violations.filter((each) => kept.has(each)),
        ...violations.filter((each) => !known.has(JSON.stringify(each))),
      ].toSorted((a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'));
      writeFindings(plan, { ...audit, violations: ordered });
      writeHead(plan, { ...audit, violations: ordered });
    },
  };
}

/** Who rides on a route that an edit changed, before it or after it, and who came to be left out or to be placed. */
function ridersOf(before: Plan, after: Plan): ReadonlySet<number> {
  const differing = <T>(of: (plan: Plan) => readonly T[]): readonly T[] => {
    const [was, is] = [new Set(of(before)), new Set(of(after))];
    return [
      ...[...was].filter((each) => !is.has(each)),
      ...[...is].filter((each) => !was.has(each)),
    ];
  };
  return new Set([
    ...differing(({ routes }) => routes).flatMap(({ stops }) =>
      stops.map(({ client_id }) => client_id),
    ),
    ...differing(({ unallocated }) => unallocated).map(({ client_id }) => client_id),
  ]);
}
