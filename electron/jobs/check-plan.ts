import { firstDays } from '../../db/client-facts.ts';
import type { Store } from '../../db/store.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Application } from '../../shared/model/client.ts';
import type { Plan, Violation } from '../../shared/model/plan.ts';

/** The records a plan must answer to, as the store holds them now. */
function readAuditFacts(store: Store, plan: Plan, on: IsoDate): AuditFacts {
  const applications = new Map<number, Application>();
  for (const { client_id } of store.applications.all()) {
    if (applications.has(client_id)) continue;
    const latest = store.applications.ofClient(client_id);
    if (latest !== null) applications.set(client_id, latest);
  }
  return {
    on,
    year: plan.year,
    settings: store.settings.all(),
    clients: new Map(store.clients.all().map((client) => [client.id, client])),
    applications,
    schools: new Map(store.schools.all().map((school) => [school.urn, school])),
    contracts: store.contracts.all(),
    stops: store.contracts.stops(),
    firstDay: firstDays(store.terms.all(), plan.year),
  };
}

/** Audits the plan anew, against the records of today rather than those it was made from: its broken rules. */
export function checkPlan(store: Store, plan: Plan, on: IsoDate): readonly Violation[] {
  return auditPlan(plan, readAuditFacts(store, plan, on)).violations.filter(
    (violation) => violation.severity === 'broken',
  );
}
