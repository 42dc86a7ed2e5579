/** The plan in use with the county it answers to, ready for a change by hand; kept until anything in the store changes. */
import type { Store } from '../../db/store.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPart } from '../../shared/audit/audit-part.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { openDesk, type CountyDesk } from '../../shared/planning/desk/county-desk.ts';
import { readPlanFacts } from './plan-facts.ts';

/** The desk with the plan whole. */
export interface PlanDesk {
  readonly county: CountyDesk;
  readonly plan: Plan;
  /** As they were read, with the roads that are loaded. */
  readonly facts: AuditFacts;
}

const kept = new WeakMap<Store, { readonly mark: string; readonly desk: PlanDesk }>();

/** Opens the desk, or says that no plan was made yet or that its roads are gone. */
export function planDesk(store: Store, on: IsoDate): Result<PlanDesk> {
  const mark = `${on} ${store.read.revision()}`;
  const last = kept.get(store);
  const plan = store.plans.current();
  if (last !== undefined && last.mark === mark && last.desk.plan === plan) return ok(last.desk);
  if (plan === null)
    return fail(
      'no_plan',
      'No plan has been made yet.',
      'Plan the county first: places are looked for on its routes.',
    );
  const facts = readPlanFacts(store, on);
  const roads = plan.roads ?? '';
  // What a desk tries changes seats that are released, for a bell the times of a school and its contracts, and for a placement the school of a
  // child: the audit must see them.
  const opened = openDesk(plan, facts, (routes, now) => {
    const { stops, schools, contracts, clients, applications } = now;
    return auditPart(routes, { ...facts, stops, schools, contracts, clients, applications }, roads);
  });
  if (!opened.ok) return opened;
  const desk = { county: opened.value, plan, facts };
  kept.set(store, { mark, desk });
  return ok(desk);
}

/** A client by their own reference or by that of a request. */
export function clientOfRef(store: Store, ref: string): Result<number> {
  const client = store.clients.byRef(ref)?.id ?? store.applications.get(ref)?.client_id;
  return client === undefined
    ? fail(
        'no_client',
        `No client and no request has the reference ${ref}.`,
        'Check the reference and try again.',
        { ref },
      )
    : ok(client);
}
