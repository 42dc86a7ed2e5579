import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPart } from '../../shared/audit/audit-part.ts';
import { openDesk, type CountyDesk } from '../../shared/planning/desk/county-desk.ts';
import type { DeskPlan } from '../../shared/planning/desk/lay-desk.ts';
import { planCounty } from './plan-county.ts';

/** A county planned without a store, its routes numbered as a store numbers them, ready for changes by hand. */
export function plannedDesk(facts: AuditFacts): CountyDesk {
  const made = planCounty(facts, 60);
  const plan: DeskPlan = { ...made, routes: made.routes.map((r, at) => ({ ...r, id: at + 1 })) };
  const opened = openDesk(plan, facts, (routes, now) => auditPart(routes, now, ''));
  if (!opened.ok) throw new Error(opened.error.cause);
  return opened.value;
}
